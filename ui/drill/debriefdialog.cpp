// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drill/debriefdialog.h"

#include "models/times.h"
#include "ui/theme/pieces.h"

#include <QGridLayout>

namespace wardroom::ui {

using session::DrillLine;
using session::DrillStanding;

namespace {

constexpr int kWidth = 620;

} // namespace

DebriefDialog::DebriefDialog(const QString &title, const QString &sentence, const QList<DrillLine> &lines,
                             QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Debrief"));
    setMinimumWidth(kWidth);
    auto *column = new QVBoxLayout(this);
    setMargins(column, 24, 22, 24, 20, 12);
    column->addWidget(makeLabel(tr("Debrief: %1").arg(title), "heading"));
    QLabel *words = makeText(sentence, "muted");
    words->setMinimumWidth(kWidth - 48); // else a height is guessed for a narrower text, and gaps remain
    column->addWidget(words);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const DrillLine &line = lines.at(i);
        const bool done = line.standing == DrillStanding::done;
        const int row = static_cast<int>(i);
        grid->addWidget(makeLabel(done ? tr("✓ done") : tr("– missed"), done ? "good" : "problem"), row, 0,
                        Qt::AlignTop);
        QLabel *goal = makeText(line.goal, "");
        goal->setMinimumWidth(kWidth - 240);
        grid->addWidget(goal, row, 1);
        const QString took = done ? models::durationText(line.took) : QString();
        grid->addWidget(makeLabel(line.isLate() ? tr("%1, slow").arg(took) : took, line.isLate() ? "strong" : "muted"),
                        row, 2, Qt::AlignTop | Qt::AlignRight);
    }
    column->addLayout(grid);
    column->addStretch(1); // what is left over stands above the buttons, not between the words
    auto *foot = new QHBoxLayout;
    setMargins(foot, 0, 8, 0, 0, 8);
    auto *keep = makeButton(tr("Put it on the record"));
    auto *close = makeButton(tr("Close"), "primary");
    foot->addStretch();
    foot->addWidget(keep);
    foot->addWidget(close);
    column->addLayout(foot);
    connect(keep, &QPushButton::clicked, this, [this, keep] {
        keep->setEnabled(false);
        Q_EMIT keepWanted();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    close->setFocus();
    resize(kWidth, column->heightForWidth(kWidth));
}

} // namespace wardroom::ui
