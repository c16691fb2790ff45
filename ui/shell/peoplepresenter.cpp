// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/peoplepresenter.h"

#include "ui/people/addpersonsheet.h"
#include "ui/people/invitedialog.h"
#include "ui/rooms/roomspane.h"
#include "ui/shell/asking.h"
#include "ui/timeline/detailpane.h"

namespace wardroom::ui {

PeoplePresenter::PeoplePresenter(MainWindow &window, session::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
    , m_team(workspace.engine())
{
    connect(window.detail(), &DetailPane::inviteWanted, this, &PeoplePresenter::invite);
    connect(window.detail(), &DetailPane::addPersonWanted, this, &PeoplePresenter::add);
}

void PeoplePresenter::invite()
{
    const Result<QString> invitation = m_team.invitation();
    if (!invitation) {
        m_window.showTrouble(invitation.error().message);
        return;
    }
    auto *dialog = new InviteDialog(*invitation, m_team.hasAccounts(), &m_window);
    connect(dialog, &InviteDialog::admitWanted, this, [this, dialog](const QString &account) {
        QCoro::connect(m_team.admit(session::PersonId(account)), dialog, [dialog, account](const Result<void> &done) {
            dialog->setAdmitted(account, done ? QString() : done.error().message);
        });
    });
    dialog->open();
}

void PeoplePresenter::add()
{
    auto *sheet = new AddPersonSheet(m_team.everybody(), m_team.places(m_window.rooms()->currentRoom()),
                                     m_team.hasAccounts(), &m_window);
    connect(sheet, &Sheet::confirmed, this,
            [this, sheet] { finish(sheet, m_team.add(sheet->place(), sheet->person())); });
    sheet->open();
}

} // namespace wardroom::ui
