// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace wardroom::ui {

//! A page of the window: a title, a sentence, and below it what the page is about, scrolling.
class PageFrame : public QWidget
{
    Q_OBJECT

public:
    PageFrame(const QString &title, const QString &sentence, QWidget *parent = nullptr);
    void setSentence(const QString &sentence);

protected:
    QVBoxLayout *body() const { return m_body; }
    QVBoxLayout *head() const { return m_head; }
    void addHeadWidget(QWidget *widget);
    //! \a widget takes the whole page below the head, and scrolls by itself.
    void fill(QWidget *widget);

private:
    QVBoxLayout *m_head;
    QVBoxLayout *m_body;
    QLabel *m_sentence;
    QScrollArea *m_scroll;
};

} // namespace wardroom::ui
