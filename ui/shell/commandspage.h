// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/composer/completionpopup.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
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

private:
    QVBoxLayout *m_head;
    QVBoxLayout *m_body;
    QLabel *m_sentence;
};

//! Everything that can be asked for, and in which words: what a new colleague reads first.
class CommandsPage final : public PageFrame
{
    Q_OBJECT

public:
    explicit CommandsPage(const Theme &theme, QWidget *parent = nullptr);
    void setCatalogue(const QList<CompletionItem> &commands);

Q_SIGNALS:
    void commandChosen(const QString &insert);

private:
    const Theme &m_theme;
    QVBoxLayout *m_list;
};

} // namespace wardroom::ui
