// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandspage.h"

#include "ui/theme/pieces.h"

#include <QScrollArea>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

PageFrame::PageFrame(const QString &title, const QString &sentence, QWidget *parent) : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    setMargins(outer, 34, 26, 34, 0, 16);
    m_head = new QVBoxLayout;
    auto *row = new QHBoxLayout;
    setMargins(row, 0, 0, 0, 0, 12);
    row->addWidget(makeLabel(title, "title"), 0, Qt::AlignBottom);
    m_sentence = makeLabel(sentence, "muted");
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(0, 0, 0, 1);
    row->addWidget(m_sentence, 1, Qt::AlignBottom);
    m_head->addLayout(row);
    outer->addLayout(m_head);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget;
    inside->setProperty("panel", u"none"_s);
    m_body = new QVBoxLayout(inside);
    setMargins(m_body, 0, 0, 0, 24, 10);
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    outer->addWidget(scroll, 1);
}

void PageFrame::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void PageFrame::addHeadWidget(QWidget *widget)
{
    static_cast<QHBoxLayout *>(m_head->itemAt(0)->layout())->addWidget(widget, 0, Qt::AlignVCenter);
}

CommandsPage::CommandsPage(const Theme &theme, QWidget *parent)
    : PageFrame(tr("Commands"), tr("Type them with / in a room, or ask in plain words. Reading runs by itself; changing waits for approval."), parent),
      m_theme(theme)
{
    m_list = new QVBoxLayout;
    setMargins(m_list, 0, 0, 0, 0, 8);
    body()->addLayout(m_list);
    body()->addStretch();
}

void CommandsPage::setCatalogue(const QList<CompletionItem> &commands)
{
    emptyLayout(m_list);
    if (commands.isEmpty())
        m_list->addWidget(makeText(tr("No commands are installed."), "muted"));
    for (const CompletionItem &command : commands) {
        auto *card = makeFrame("card");
        auto *row = new QHBoxLayout(card);
        setMargins(row, 16, 10, 12, 10, 12);
        auto *words = new QVBoxLayout;
        setMargins(words, 0, 0, 0, 0, 2);
        QLabel *usage = makeText(command.label, "");
        usage->setFont(m_theme.font(Face::mono));
        words->addWidget(usage);
        words->addWidget(makeText(command.hint, "muted"));
        row->addLayout(words, 1);
        auto *use = makeButton(tr("Use"));
        use->setAccessibleName(tr("Use %1").arg(command.label));
        connect(use, &QPushButton::clicked, this, [this, insert = command.insert] { Q_EMIT commandChosen(insert); });
        row->addWidget(use);
        m_list->addWidget(card);
    }
}

} // namespace wardroom::ui
