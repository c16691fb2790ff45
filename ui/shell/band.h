// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace wardroom::ui {

//! One line above the conversation that says what is so and offers what can be done about it. Hidden while empty.
class Band final : public QWidget
{
    Q_OBJECT

public:
    explicit Band(const Theme &theme, QWidget *parent = nullptr);
    //! \a shape is a sign that needs no colour; \a tone "red", "amber", "blue"; no button for an empty \a action.
    void setWords(const QString &shape, const QString &tone, const QString &sentence, const QString &action = {});
    QString sentence() const;

Q_SIGNALS:
    void actionWanted();
    void said(const QString &sentence); //!< new words, for those who do not look here

private:
    void tint();

    const Theme &m_theme;
    QLabel *m_shape;
    QLabel *m_words;
    QPushButton *m_action;
    QString m_tone;
};

} // namespace wardroom::ui
