// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/invitedialog.h"

#include "ui/theme/pieces.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>

namespace wardroom::ui {

InviteDialog::InviteDialog(const QString &invitation, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Invite a colleague"));
    setMinimumWidth(560);
    auto *column = new QVBoxLayout(this);
    setMargins(column, 24, 22, 24, 20, 12);
    column->addWidget(makeLabel(tr("Invite a colleague"), "heading"));
    column->addWidget(makeText(tr("This line lets one person in, once, for a week. They paste it into the first window of their Wardroom. It holds this workspace's fingerprint, so give it to nobody else, and by a way you trust."), "muted"));
    auto *line = new QLineEdit(invitation);
    line->setReadOnly(true);
    line->setAccessibleName(tr("Invitation"));
    line->setCursorPosition(0);
    column->addWidget(line);
    column->addWidget(makeText(tr("When they are in: add them to rooms and groups below the list of people. Members of a group approve what it is asked."), "small"));
    auto *foot = new QHBoxLayout;
    setMargins(foot, 0, 8, 0, 0, 8);
    auto *copy = makeButton(tr("Copy"), "primary");
    auto *close = makeButton(tr("Close"));
    auto *said = makeLabel({}, "good");
    foot->addWidget(said, 1);
    foot->addWidget(close);
    foot->addWidget(copy);
    column->addLayout(foot);
    connect(copy, &QPushButton::clicked, this, [said, invitation] {
        QGuiApplication::clipboard()->setText(invitation);
        said->setText(tr("✓ Copied"));
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    copy->setFocus();
}

} // namespace wardroom::ui
