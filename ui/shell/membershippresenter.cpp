// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/membershippresenter.h"

#include "ui/incident/confirmsheet.h"
#include "ui/incident/sheets.h"
#include "ui/rooms/invitationlist.h"
#include "ui/rooms/roomspane.h"
#include "ui/shell/asking.h"
#include "ui/timeline/detailpane.h"

namespace wardroom::ui {

using namespace Qt::StringLiterals;

MembershipPresenter::MembershipPresenter(MainWindow &window, session::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
    , m_invited([this] { refreshInvited(); })
{
    connect(window.detail(), &DetailPane::removePersonWanted, this, &MembershipPresenter::askRemove);
    connect(window.detail(), &DetailPane::tabChosen, &m_invited, &Paced::want);
    connect(&workspace, &session::Workspace::roomsChanged, &m_invited, &Paced::want);
    connect(&window.models().people, &models::PeopleModel::membersChanged, &m_invited, &Paced::want);
    InvitationList *list = window.rooms()->invitations();
    connect(&workspace.membership(), &session::Membership::invitationsChanged, this, &MembershipPresenter::refresh);
    const auto say = [this](const Result<void> &done) {
        if (!done)
            m_window.showTrouble(done.error().message);
    };
    connect(list, &InvitationList::acceptWanted, this, [this, say](const session::RoomId &room) {
        QCoro::connect(m_workspace.membership().accept(room), this, say);
    });
    connect(list, &InvitationList::declineWanted, this, [this, say](const session::RoomId &room) {
        QCoro::connect(m_workspace.membership().decline(room), this, say);
    });
    connect(window.header(), &RoomHeader::commandWanted, this, &MembershipPresenter::runCommand);
    refresh();
}

MembershipPresenter::~MembershipPresenter()
{
    m_window.rooms()->invitations()->setInvitations({});
}

void MembershipPresenter::refresh()
{
    m_window.rooms()->invitations()->setInvitations(m_workspace.membership().invitations());
}

//! Asks the server: nobody here keeps who was asked in.
void MembershipPresenter::refreshInvited()
{
    const session::RoomId room = m_window.rooms()->currentRoom();
    if (room != m_invitedInto)
        m_window.models().people.setInvited({});
    m_invitedInto = room;
    if (room.isEmpty())
        return;
    QCoro::connect(m_workspace.membership().invited(room), this,
                   [this, room](const Result<QList<session::PersonLine>> &invited) {
                       if (room == m_window.rooms()->currentRoom())
                           m_window.models().people.setInvited(invited.value_or(QList<session::PersonLine>()));
                   });
}

void MembershipPresenter::runCommand(RoomCommand command)
{
    switch (command) {
    case RoomCommand::rename:
    case RoomCommand::topic: askWords(command == RoomCommand::rename); break;
    case RoomCommand::removePerson: askRemove(); break;
    case RoomCommand::leave: askLeave(); break;
    default: break;
    }
}

void MembershipPresenter::askWords(bool name)
{
    const session::RoomId room = m_window.rooms()->currentRoom();
    const session::HeaderView header = m_workspace.header(room);
    using Texts = WordsSheet::Texts;
    const Texts texts = name ? Texts{tr("Rename the room"),
                                     tr("Everybody sees the new name."),
                                     tr("Name"),
                                     tr("Rename"),
                                     tr("Give it a name."),
                                     header.title}
                             : Texts{tr("Topic of the room"), {}, tr("Topic"), tr("Set"), {}, header.topic};
    auto *sheet = new WordsSheet(texts, &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet, room, name] {
        session::Membership &membership = m_workspace.membership();
        const QString words = sheet->words().simplified();
        finish(sheet, name ? membership.rename(room, words) : membership.setTopic(room, words));
    });
    sheet->open();
}

void MembershipPresenter::askRemove()
{
    const session::RoomId room = m_window.rooms()->currentRoom();
    QList<std::pair<QString, QVariant>> people;
    for (const session::PersonLine &person : m_workspace.people(room))
        if (!person.me)
            people << std::pair(person.name, QVariant(person.id.text()));
    for (const session::PersonLine &person : m_window.models().people.invited())
        people << std::pair(tr("%1 (takes the invitation back)").arg(person.name), QVariant(person.id.text()));
    if (people.isEmpty())
        return m_window.showTrouble(tr("Nobody else is in this room."));
    auto *sheet = new ChoiceSheet(tr("Take somebody out of %1").arg(m_workspace.header(room).title), tr("Person"),
                                  people, {}, {}, &m_window, tr("Take out"));
    connect(sheet, &Sheet::confirmed, this, [this, sheet, room] {
        finish(sheet, m_workspace.membership().remove(room, session::PersonId(sheet->choice().toString())));
    });
    sheet->open();
}

void MembershipPresenter::askLeave()
{
    const session::RoomId room = m_window.rooms()->currentRoom();
    auto *sheet = new ConfirmSheet({tr("Leave the room"),
                                    tr("What was said there stays on the record. To come back, somebody may have to "
                                       "invite you."),
                                    tr("Room"), m_workspace.header(room).title, tr("Leave it")},
                                   &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet, room] {
        const QPointer<Sheet> open(sheet);
        QCoro::connect(m_workspace.membership().leave(room), this, [this, open, room](const Result<void> &done) {
            if (!done && open)
                open->setProblem(done.error().message);
            if (!done)
                return;
            if (open)
                open->accept();
            Q_EMIT roomLeft(room);
        });
    });
    sheet->open();
}

} // namespace wardroom::ui
