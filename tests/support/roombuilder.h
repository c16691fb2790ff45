// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/keys.h"
#include "domain/entry.h"
#include "domain/fold.h"

#include <QMap>

namespace wardroom::test {

//! A person's Wardroom in a test, with a real key that follows from its name.
struct Desk
{
    QString name;
    domain::PersonId person;
    domain::NodeId node;
    SigningKey key;
};

//! Builds rooms of really signed, chained envelopes, from calls or from a small language, one line each:
//!
//!     @room-7                                      the room that follows
//!     lina: has anybody seen this?                 words without an envelope
//!     a = lina alert.raised title="ssh brute force" source=203.0.113.7 severity=high count=3
//!     r = lina command.requested title="Patch nginx" needs=1 requesters=["lina"] plan={"argv":["apt"]}
//!     tom approval.given op=$r request=#r          $r is the id of the fact r, #r the hash of its envelope
//!     lina command.finished op=$r cause=$r outcome=done
//!
//! op=, cause= and at= belong to the envelope, everything else to the body. A wrong line is a failed assertion.
//! Link tests/support/roombuilder.cpp and the module domain.
class RoomBuilder
{
public:
    //! Founds a workspace with "lina" (and her policy version 1, she is admin), and invites "tom".
    RoomBuilder();

    const Desk &enrol(const QString &name, const QString &fullName); //!< the first one founds, others are invited
    const Desk &desk(const QString &name) const;
    domain::WorkspaceId workspace() const { return m_workspace; } //!< the fingerprint to trust
    domain::RoomId controlRoom() const { return domain::RoomId(QStringLiteral("control")); }

    struct Extra
    {
        domain::OpId op;
        domain::FactId cause;
        QString label;
        qint64 skipSeq = 0; //!< leaves a gap of that many in the node's sequence
    };
    //! One minute passes on the server with each entry.
    domain::FactId say(const domain::RoomId &room, const QString &who, const domain::Fact &fact)
    {
        return say(room, who, fact, {});
    }
    domain::FactId say(const domain::RoomId &room, const QString &who, const domain::Fact &fact, const Extra &extra);
    void talk(const domain::RoomId &room, const QString &who, const QString &text);
    void play(const QString &script);
    //! Fixes the record of a room as \a who sees it.
    domain::FactId anchor(const domain::RoomId &room, const QString &who);

    domain::FactId id(const QString &label) const { return m_ids.value(label); }
    Sha256 hash(const QString &label) const { return m_hashes.value(label); }
    QList<domain::Entry> entries(const domain::RoomId &room) const { return m_rooms.value(room); }
    QList<domain::Entry> &room(const domain::RoomId &room) { return m_rooms[room]; } //!< to spoil it
    domain::WorkspaceState state() const;
    domain::RoomFold fold(const domain::RoomId &room) const;
    qint64 now() const { return m_time; }

private:
    void playLine(const QString &line);
    QJsonValue valueOf(const QString &text) const;
    domain::Position nextPosition();

    struct Last
    {
        qint64 seq = 0;
        Sha256 hash;
    };
    domain::WorkspaceId m_workspace;
    QMap<QString, Desk> m_desks;
    QMap<domain::RoomId, QList<domain::Entry>> m_rooms;
    QMap<QString, Last> m_last; //!< by node and room
    QMap<QString, domain::FactId> m_ids;
    QMap<QString, Sha256> m_hashes;
    domain::RoomId m_current{QStringLiteral("room-7")};
    qint64 m_time = 1'790'000'000'000;
    qint64 m_count = 0;
    qint64 m_policy = 1; //!< what facts are said under
};

} // namespace wardroom::test
