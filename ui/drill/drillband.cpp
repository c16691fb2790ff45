// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drill/drillband.h"

#include "ui/theme/pieces.h"

#include <QBoxLayout>
#include <QProgressBar>

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using session::DrillLine;
using session::DrillStanding;

DrillBand::DrillBand(QWidget *parent)
    : QWidget(parent)
    , m_step(makeLabel({}, "section"))
    , m_words(makeText({}, ""))
    , m_goal(makeText({}, "strong"))
    , m_progress(new QProgressBar)
    , m_skip(makeButton(tr("Skip this step"), "flat"))
    , m_leave(makeButton(tr("Leave the drill"), "flat"))
{
    setProperty("panel", u"true"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("The drill"));
    auto *column = new QVBoxLayout(this);
    setMargins(column, 20, 10, 14, 12, 4);
    auto *head = new QHBoxLayout;
    setMargins(head, 0, 0, 0, 0, 8);
    head->addWidget(m_step);
    head->addStretch();
    head->addWidget(m_skip);
    head->addWidget(m_leave);
    column->addLayout(head);
    column->addWidget(m_words);
    column->addWidget(m_goal);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Steps done"));
    column->addSpacing(4);
    column->addWidget(m_progress);
    connect(m_skip, &QPushButton::clicked, this, &DrillBand::skipWanted);
    connect(m_leave, &QPushButton::clicked, this, &DrillBand::leaveWanted);
}

void DrillBand::showStep(const QString &title, const QList<DrillLine> &lines, int current)
{
    const int step = std::clamp(current, 0, static_cast<int>(lines.size()) - 1);
    const DrillLine line = lines.value(step);
    const bool waiting = line.standing == DrillStanding::toCome;
    m_step->setText(tr("%1 · STEP %2 OF %3").arg(title.toUpper()).arg(step + 1).arg(lines.size()));
    m_words->setText(waiting ? tr("Something is about to happen. Keep watching.") : line.words);
    m_goal->setText(waiting ? QString() : tr("→ %1").arg(line.goal));
    m_goal->setVisible(!waiting);
    m_skip->setEnabled(!waiting);
    m_progress->setRange(0, static_cast<int>(lines.size()));
    m_progress->setValue(step);
    show();
    const QString words = waiting ? QString() : line.words + u' ' + line.goal;
    if (!words.isEmpty() && words != m_said)
        Q_EMIT stepShown(words);
    m_said = words;
}

} // namespace wardroom::ui
