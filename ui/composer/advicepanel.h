// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QScrollArea;

namespace wardroom::ui {

class FlowLayout;

//! What the bot tells this person alone, above the composer: an answer, an explanation or a tip, and up to three lines
//! that could be typed next. Choosing one puts it into the composer; nothing is sent.
class AdvicePanel final : public QFrame
{
    Q_OBJECT

public:
    explicit AdvicePanel(const Theme &theme, QWidget *parent = nullptr);

    void setAdvice(const session::Advice &advice);
    void clear();
    //! A tip goes when something else is done; an answer that was asked for stays until it is closed.
    void clearTip();
    const session::Advice &advice() const { return m_advice; }
    //! As if the \a index-th suggestion was clicked; nothing where there is none.
    void choose(int index);
    void focusFirst();

Q_SIGNALS:
    void chosen(const QString &line);
    void said(const QString &sentence); //!< for a screen reader
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    const Theme &m_theme;
    session::Advice m_advice;
    QLabel *m_title;
    QLabel *m_private;
    QLabel *m_text;
    QScrollArea *m_scroll;
    QPushButton *m_close;
    QWidget *m_chipBox;
    FlowLayout *m_chips;
};

} // namespace wardroom::ui
