// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QCoroTask>
#include <QObject>

namespace wardroom::session {

class Engine;

//! An invitation that waits for this person's answer; shown plainly.
struct InvitationLine
{
    RoomId room;
    QString name;
    QString inviter;      //!< a name of the workspace, or the whole account
    QString reason;       //!< the inviter's
    bool stranger = true; //!< nobody of this workspace sent it
    friend bool operator==(const InvitationLine &, const InvitationLine &) = default;
};

//! Who is in which room: leaving and joining, taking somebody out, invitations, names of rooms. The chat server
//! decides who may; what is on the record stays there.
class Membership final : public QObject
{
    Q_OBJECT

public:
    explicit Membership(Engine &engine);

    //! Takes somebody out, or their invitation back.
    QCoro::Task<Result<void>> remove(RoomId room, PersonId person);
    //! Not the control room: who leaves that leaves the workspace.
    QCoro::Task<Result<void>> leave(RoomId room);
    //! By id, address ("#war:example.org") or name.
    QCoro::Task<Result<RoomId>> join(QString room);
    QCoro::Task<Result<void>> rename(RoomId room, QString name);
    QCoro::Task<Result<void>> setTopic(RoomId room, QString topic);
    //! Who was invited and has not come.
    QCoro::Task<Result<QList<PersonLine>>> invited(RoomId room);

    //! As last heard, colleagues' first; few, however many were sent.
    const QList<InvitationLine> &invitations() const { return m_invitations; }
    QCoro::Task<Result<void>> accept(RoomId room);
    QCoro::Task<Result<void>> decline(RoomId room);
    //! Asks the platform for them.
    QCoro::Task<void> refresh();

Q_SIGNALS:
    void invitationsChanged();

private:
    Result<void> mayChange(const RoomId &room) const;
    QCoro::Task<Result<void>> after(Result<void> done);

    Engine &m_engine;
    QList<InvitationLine> m_invitations;
};

} // namespace wardroom::session
