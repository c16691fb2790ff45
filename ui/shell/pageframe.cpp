// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageframe.h"

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
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget;
    inside->setProperty("panel", u"none"_s);
    m_body = new QVBoxLayout(inside);
    setMargins(m_body, 0, 0, 0, 24, 10);
    m_scroll->setWidget(inside);
    m_scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    outer->addWidget(m_scroll, 1);
}

void PageFrame::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void PageFrame::addHeadWidget(QWidget *widget)
{
    static_cast<QHBoxLayout *>(m_head->itemAt(0)->layout())->addWidget(widget, 0, Qt::AlignVCenter);
}

void PageFrame::fill(QWidget *widget)
{
    m_scroll->hide();
    static_cast<QBoxLayout *>(layout())->addWidget(widget, 1);
}

} // namespace wardroom::ui
