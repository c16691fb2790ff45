// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/band.h"

#include "ui/theme/badges.h"
#include "ui/theme/pieces.h"

#include <QBoxLayout>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

Band::Band(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_shape(makeLabel({}, "strong"))
    , m_words(makeText({}, "small"))
    , m_action(makeButton({}))
{
    setProperty("panel", u"true"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    setMargins(row, 20, 6, 14, 6, 10);
    row->addWidget(m_shape);
    row->addWidget(m_words, 1);
    row->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, this, &Band::actionWanted);
    connect(&theme, &Theme::changed, this, &Band::tint);
    hide();
}

void Band::setWords(const QString &shape, const QString &tone, const QString &sentence, const QString &action)
{
    const bool isNew = sentence != m_words->text();
    m_shape->setText(shape);
    m_tone = tone;
    m_words->setText(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
    tint();
    if (isNew && !sentence.isEmpty())
        Q_EMIT said(sentence);
}

QString Band::sentence() const
{
    return isHidden() ? QString() : m_words->text();
}

void Band::tint()
{
    m_shape->setStyleSheet(u"color: %1;"_s.arg(toneInk(m_tone, m_theme.tokens()).name()));
}

} // namespace wardroom::ui
