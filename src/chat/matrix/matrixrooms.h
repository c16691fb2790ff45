// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/chatplatform.h"

#include <QJsonArray>
#include <QJsonObject>

namespace wardroom::chat {

//! An invitation that waits for an answer, as far as the server tells about a room one is not in.
struct MatrixInvitation
{
    RoomId room;
    PersonId inviter;
    QString name;
    QString reason;
    RoomId workspace;    //!< the control room that the room names as its own
    quint64 arrived = 0; //!< in which order
};

//! What is known of the rooms by their state (Matrix 1.11, "Room state"): names, purposes, who may join and invite.
//! A purpose stands in the room's creation, which nobody can change, or in a state event of its admins; the control
//! room is the one that the workspace's invitation names, whatever others call themselves.
class MatrixRooms
{
public:
    MatrixRooms(PersonId self, RoomId control) : m_self(std::move(self)), m_control(std::move(control)) {}

    void setControl(const RoomId &control) { m_control = control; }
    const RoomId &control() const { return m_control; }

    //! Takes the "rooms" part of a /sync answer; true when something that people see has changed.
    bool take(const QJsonObject &rooms);
    void clear();

    bool isIn(const RoomId &room) const { return m_joined.contains(room); }
    bool isEncrypted(const RoomId &room) const;
    //! Those one is in, without one's own claim rooms.
    QList<Room> rooms() const;
    //! The workspace's rooms that one is not in, and invitations from elsewhere.
    QList<Room> openRooms() const;
    QList<MatrixInvitation> invitations() const { return m_invitations.values(); }
    bool isInvited(const RoomId &room) const { return m_invitations.contains(room); }
    //! How an invitation is shown.
    static Invitation shown(const MatrixInvitation &invitation);
    void forgetInvitation(const RoomId &room) { m_invitations.remove(room); }
    //! Private rooms that this person made for the claims of \a node.
    QList<RoomId> claimRooms(const domain::NodeId &node) const;

    //! Which state a reader needs.
    static QJsonArray stateTypes();
    //! The body of POST /v3/createRoom for \a spec.
    static QJsonObject creation(const RoomSpec &spec, const RoomId &control);
    static QJsonObject controlCreation(const QString &name);
    static QJsonObject claimCreation(const domain::NodeId &node);
    //! What the control room tells those who may join: one state event for each open room.
    static QJsonObject announcement(const RoomSpec &spec);
    //! 1 to 80 visible characters without "#" before it.
    static bool isName(const QString &name);

private:
    struct State
    {
        QString name;
        QString topic;
        PersonId creator;
        QString purpose;
        QString claims; //!< the node whose claims this room holds
        QString joinRule;
        qint64 inviteLevel = 0;
        bool encrypted = false;
        bool archived = false;
        friend bool operator==(const State &, const State &) = default;
    };
    static void apply(State &state, const QString &type, const QJsonObject &content, const PersonId &sender);
    void announce(const RoomId &room, const QJsonObject &content);
    bool takeJoined(const RoomId &room, const QJsonObject &json);
    void takeInvitation(const RoomId &room, const QJsonArray &events);
    bool makePlaceFor(const PersonId &inviter);
    Room roomOf(const RoomId &id, const State &state) const;

    PersonId m_self;
    RoomId m_control;
    QMap<RoomId, State> m_joined;
    QMap<RoomId, MatrixInvitation> m_invitations;
    QMap<RoomId, Room> m_announced;
    quint64 m_arrived = 0; //!< invitations so far
};

} // namespace wardroom::chat
