// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>

namespace wardroom::ui {

enum class ThemeMode { system, dark, light };
enum class Face { body, strong, small, smallStrong, tiny, heading, title, figure, mono, monoSmall };

//! Colours, fonts and icons of the whole application. Follows the system's light or dark and font size until told
//! otherwise. Handed to every widget that paints itself.
class Theme final : public QObject
{
    Q_OBJECT

public:
    //! Looks at the palette and font the system gave the application, so make it before anything sets either.
    explicit Theme(QObject *parent = nullptr);

    void setMode(ThemeMode mode);
    ThemeMode mode() const { return m_mode; }
    //! 0: the system's own size; else 10 to 28, where 14 is the design's own.
    void setTextSize(int pixels);
    //! Palette, font and style sheet of the application; called again by itself after every change.
    void apply();

    const Tokens &tokens() const { return m_tokens; }
    QFont font(Face face = Face::body) const;
    //! A length of the design, in the size people chose.
    int px(int length) const;
    //! An icon from resources/icons, in \a color; cached.
    QIcon icon(const QString &name, const QColor &color) const;
    QPixmap pixmap(const QString &name, const QColor &color, int size, qreal ratio) const;

Q_SIGNALS:
    void changed();

private:
    bool systemIsDark() const;
    void refresh();

    ThemeMode m_mode = ThemeMode::system;
    Tokens m_tokens;
    bool m_systemDark = false;
    int m_systemPixels = 13;
    int m_basePixels = 13;
    bool m_applied = false;
    QString m_family;
    QString m_monospace;
};

//! The style sheet for \a theme; a function of its tokens and sizes alone.
QString styleSheetFor(const Theme &theme);

} // namespace wardroom::ui
