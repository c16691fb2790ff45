// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/invitedialog.h"

#include "session/team.h"
#include "ui/theme/pieces.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

InviteDialog::InviteDialog(const QString &invitation, bool needsAccount, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Invite a colleague"));
    setMinimumWidth(560);
    auto *column = new QVBoxLayout(this);
    setMargins(column, 24, 22, 24, 20, 12);
    column->addWidget(makeLabel(tr("Invite a colleague"), "heading"));
    column->addWidget(makeText(
        tr("This line lets one person in, once, for a week. They paste it into the first window of their Wardroom. It "
           "holds this workspace's fingerprint, so give it to nobody else, and by a way you trust."),
        "muted"));
    if (needsAccount)
        column->addLayout(makeAccount());
    auto *line = new QLineEdit(invitation);
    line->setReadOnly(true);
    line->setAccessibleName(tr("Invitation"));
    line->setCursorPosition(0);
    column->addWidget(line);
    column->addWidget(makeText(tr("When they are in: add them to rooms and groups below the list of people. Members of "
                                  "a group approve what it is asked."),
                               "small"));
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
    (m_account ? static_cast<QWidget *>(m_account) : copy)->setFocus();
}

QLayout *InviteDialog::makeAccount()
{
    auto *column = new QVBoxLayout;
    setMargins(column, 0, 4, 0, 4, 6);
    column->addWidget(makeText(
        tr("First their account: without it the chat server does not let them into the control room."), "small"));
    auto *row = new QHBoxLayout;
    setMargins(row, 0, 0, 0, 0, 8);
    m_account = new QLineEdit;
    m_account->setPlaceholderText(tr("@ada:example.org"));
    m_account->setAccessibleName(tr("Their account"));
    m_account->setMaxLength(255);
    m_admit = makeButton(tr("Invite the account"));
    m_admit->setAutoDefault(false);
    row->addWidget(m_account, 1);
    row->addWidget(m_admit);
    column->addLayout(row);
    m_admitted = makeText({}, "small");
    m_admitted->hide();
    column->addWidget(m_admitted);
    const auto admit = [this] {
        const QString account = m_account->text().trimmed();
        if (!session::isAccountName(account)) {
            setAdmitted(account, tr("An account looks like @ada:example.org."));
            return;
        }
        m_admit->setEnabled(false);
        Q_EMIT admitWanted(account);
    };
    connect(m_admit, &QPushButton::clicked, this, admit);
    return column;
}

void InviteDialog::setAdmitted(const QString &account, const QString &problem)
{
    m_admit->setEnabled(true);
    m_admitted->setText(problem.isEmpty()
                            ? tr("✓ %1 may enter the control room. Now give them the line below.").arg(account)
                            : problem);
    setLook(m_admitted, problem.isEmpty() ? "good" : "problem");
    m_admitted->show();
}

} // namespace wardroom::ui
