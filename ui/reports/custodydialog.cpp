// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/custodydialog.h"

#include "ui/theme/pieces.h"

#include <QGridLayout>

namespace wardroom::ui {

using session::CustodyLine;

namespace {

QLabel *standingLabel(CustodyLine::Fit fit)
{
    switch (fit) {
    case CustodyLine::Fit::same: return makeLabel(CustodyDialog::tr("✓ the same"), "good");
    case CustodyLine::Fit::moreHere: return makeLabel(CustodyDialog::tr("± more here"), "muted");
    case CustodyLine::Fit::missingHere: return makeLabel(CustodyDialog::tr("✗ missing here"), "problem");
    case CustodyLine::Fit::different: break;
    }
    return makeLabel(CustodyDialog::tr("✗ another past"), "problem");
}

} // namespace

CustodyDialog::CustodyDialog(const QString &room, const QList<CustodyLine> &lines, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Who else has this record"));
    setMinimumWidth(640);
    auto *column = new QVBoxLayout(this);
    setMargins(column, 24, 22, 24, 20, 12);
    column->addWidget(makeLabel(tr("Who else has this record: %1").arg(room), "heading"));
    column->addWidget(
        makeText(tr("At each change of an incident, every other Wardroom signs how many facts it has and their hash. "
                    "Where that is not what is here, the chat server shows different pasts to different people, or "
                    "facts were lost."),
                 "muted"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const CustodyLine &line : lines) {
        grid->addWidget(standingLabel(line.fit), row, 0, Qt::AlignTop);
        grid->addWidget(makeText(line.words, ""), row, 1);
        if (line.fit != CustodyLine::Fit::same && !line.from.isEmpty()) {
            auto *show = makeButton(tr("Show where"), "link");
            show->setAccessibleName(tr("Show from where on %1 has another past").arg(line.who));
            grid->addWidget(show, row, 2, Qt::AlignTop);
            connect(show, &QPushButton::clicked, this, [this, from = line.from] {
                Q_EMIT placeWanted(from);
                accept();
            });
        }
        ++row;
    }
    if (lines.isEmpty())
        grid->addWidget(makeText(tr("No other Wardroom has signed this record yet."), ""), 0, 0, 1, 2);
    column->addLayout(grid);
    auto *foot = new QHBoxLayout;
    setMargins(foot, 0, 8, 0, 0, 8);
    auto *close = makeButton(tr("Close"), "primary");
    foot->addStretch();
    foot->addWidget(close);
    column->addLayout(foot);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    close->setFocus();
}

} // namespace wardroom::ui
