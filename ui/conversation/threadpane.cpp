// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/threadpane.h"

#include "ui/composer/composer.h"
#include "ui/conversation/conversationview.h"
#include "ui/theme/elidedlabel.h"
#include "ui/theme/pieces.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

ThreadPane::ThreadPane(const Theme &theme, models::ConversationModel *model, QWidget *parent) : QWidget(parent)
{
    setProperty("panel", u"true"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Thread"));
    auto *column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0, 0, 0);
    column->addWidget(makeHead(theme));
    m_conversation = new ConversationView(theme);
    m_conversation->setAccessibleName(tr("Messages of the thread"));
    m_conversation->setModel(model);
    column->addWidget(m_conversation, 1);
    m_composer = new Composer(theme);
    m_composer->setForThread();
    connect(m_composer, &Composer::leaveWanted, this, &ThreadPane::closeWanted);
    column->addWidget(m_composer);
}

QWidget *ThreadPane::makeHead(const Theme &theme)
{
    auto *head = makeFrame("bottom");
    auto *row = new QHBoxLayout(head);
    setMargins(row, 16, 9, 8, 9, 10);
    row->addWidget(makeLabel(tr("Thread"), "strong"));
    m_about = new ElidedLabel("small");
    m_about->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    row->addWidget(m_about, 1);
    auto *close = makeButton({}, "flat");
    close->setAccessibleName(tr("Close the thread"));
    close->setToolTip(tr("Close the thread (Escape)"));
    const auto tint = [&theme, close] { close->setIcon(theme.icon(u"close"_s, theme.tokens().muted)); };
    connect(&theme, &Theme::changed, close, tint);
    tint();
    connect(close, &QPushButton::clicked, this, &ThreadPane::closeWanted);
    row->addWidget(close);
    return head;
}

void ThreadPane::setAbout(const QString &sentence)
{
    m_about->setWords(sentence);
}

void ThreadPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        return Q_EMIT closeWanted();
    QWidget::keyPressEvent(event);
}

} // namespace wardroom::ui
