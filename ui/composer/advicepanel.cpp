// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/advicepanel.h"

#include "ui/theme/flowlayout.h"
#include "ui/theme/pieces.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int tallest = 230;      // an answer leaves the conversation its room
constexpr qsizetype longest = 48; // signs of a suggestion's button

} // namespace

AdvicePanel::AdvicePanel(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(makeLabel({}, "strong"))
    , m_private(makeLabel(tr("Only you see this"), "small"))
    , m_text(makeText({}, ""))
    , m_scroll(new QScrollArea)
    , m_close(makeButton(tr("Close"), "flat"))
    , m_chipBox(new QWidget)
    , m_chips(new FlowLayout(6, m_chipBox))
{
    setProperty("frame", u"card"_s);
    setAccessibleName(tr("Answer"));
    auto *column = new QVBoxLayout(this);
    setMargins(column, 13, 7, 9, 9, 5);
    auto *head = new QHBoxLayout;
    setMargins(head, 0, 0, 0, 0, 10);
    head->addWidget(m_title);
    head->addWidget(m_private, 0, Qt::AlignVCenter);
    head->addStretch();
    head->addWidget(m_close);
    column->addLayout(head);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Answer"));
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_scroll->setWidget(m_text);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_text->setAutoFillBackground(false);
    column->addWidget(m_scroll);
    m_chipBox->setAutoFillBackground(false);
    column->addWidget(m_chipBox);
    connect(m_close, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    connect(&theme, &Theme::changed, this, &AdvicePanel::fit);
    hide();
}

void AdvicePanel::setAdvice(const session::Advice &advice)
{
    m_advice = advice;
    m_title->setText(advice.title);
    m_title->setVisible(!advice.title.isEmpty());
    m_private->setVisible(advice.asked);
    m_text->setText(advice.text);
    m_scroll->setVisible(!advice.text.isEmpty());
    emptyLayout(m_chips);
    int number = 0;
    for (const session::Suggestion &each : advice.next) {
        const QString shown = each.line.size() > longest ? each.line.first(longest - 1) + u'…' : each.line;
        auto *chip = makeButton(QString(shown).replace(u'&', u"&&"_s));
        chip->setFont(m_theme.font(Face::monoSmall));
        const QString keys =
            QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + number)).toString(QKeySequence::NativeText);
        chip->setAccessibleName(tr("Put into the message: %1").arg(each.line));
        chip->setAccessibleDescription(each.about);
        chip->setToolTip(u"%1 (%2)"_s.arg(each.about.toHtmlEscaped(), keys));
        connect(chip, &QPushButton::clicked, this, [this, number] { choose(number); });
        m_chips->addWidget(chip);
        ++number;
    }
    m_chipBox->setVisible(number > 0);
    show();
    fit();
    m_scroll->verticalScrollBar()->setValue(0);
    QStringList sentence{advice.title, advice.text};
    for (const session::Suggestion &each : advice.next)
        sentence << each.line;
    sentence.removeAll(QString());
    Q_EMIT said(sentence.join(u'\n'));
}

void AdvicePanel::choose(int index)
{
    if (!isHidden() && index >= 0 && index < m_advice.next.size())
        Q_EMIT chosen(m_advice.next.at(index).line);
}

void AdvicePanel::focusFirst()
{
    QLayoutItem *first = m_chips->itemAt(0);
    (first ? first->widget() : static_cast<QWidget *>(m_close))->setFocus(Qt::ShortcutFocusReason);
}

void AdvicePanel::clear()
{
    m_advice = {};
    hide();
}

void AdvicePanel::clearTip()
{
    if (!m_advice.asked || m_advice.isQuestion)
        clear();
}

void AdvicePanel::fit()
{
    const int width = std::max(100, m_scroll->viewport()->width());
    const int height = std::max(0, m_text->heightForWidth(width));
    m_text->setMinimumHeight(height); // else one is guessed for a narrower text, and a scroll bar shows beside one line
    m_scroll->setFixedHeight(std::min(m_theme.px(tallest), height));
}

void AdvicePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QFrame::keyPressEvent(event);
    clear();
    Q_EMIT closed();
}

void AdvicePanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

} // namespace wardroom::ui
