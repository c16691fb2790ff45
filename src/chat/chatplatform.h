// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/entry.h"
#include "domain/ports.h"

#include <QCoroTask>
#include <QObject>

namespace wardroom::chat {

using domain::EntryId;
using domain::PersonId;
using domain::RoomId;

//! What a platform can do, as data: callers ask this, never which platform it is.
struct Capabilities
{
    QString platform;             //!< "local", "matrix" …
    bool push = true;             //!< new entries come by themselves
    bool exactIdempotency = true; //!< submitting one txn again never doubles
    bool arbiter = true;          //!< claimOnce is atomic here; false: a single named runner
    QString arbiterProblem = {};  //!< why arbiter is false, for people
    bool editOthers = false;      //!< somebody can change another's message
    bool reactions = false;
    bool deletes = true;
    qsizetype longestText = 40'000;                 //!< characters
    qsizetype largestAttachment = 64 * 1024 * 1024; //!< bytes
};

enum class LinkState { offline, connecting, catchingUp, live, rateLimited, signInNeeded, disabled };

//! What a room is for; the platform keeps it (a column, a room type, a topic).
enum class Purpose { control, alerts, incident, group, channel, direct };

struct Room
{
    RoomId id;
    QString name; //!< without "#"
    QString topic;
    Purpose purpose = Purpose::channel;
    bool restricted = false; //!< joining and inviting are for policy admins only
    bool archived = false;
    bool encrypted = false; //!< between its members' own programs: Wardroom cannot read it and never writes into it
    friend bool operator==(const Room &, const Room &) = default;
};

struct RoomSpec
{
    QString name;
    QString topic;
    Purpose purpose = Purpose::channel;
    bool restricted = false;
    QList<PersonId> invite;
};

//! A message to send. \a txn is chosen by the sender and makes sending again harmless.
struct Outgoing
{
    QString txn;
    RoomId room;
    QString text;
    QByteArray envelope;
    QString display; //!< names the card this display message updates in place
    EntryId replyTo;
    EntryId thread = {};           //!< the thread's first entry, where the platform has threads
    QList<PersonId> mentions = {}; //!< people whose devices should ring
};

struct Sent
{
    EntryId entry;
    qint64 serverTime = 0; //!< ms
};

struct Page
{
    QList<domain::Entry> entries; //!< oldest first
    bool more = false;
};

//! A chat platform as the application sees it: the port. Arrival is at least once and possibly late; whoever listens
//! removes doubles by entry id and places entries by position. Lives on the thread that made it.
class ChatPlatform : public QObject, public domain::Arbiter
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual const Capabilities &capabilities() const = 0;
    virtual PersonId self() const = 0;
    virtual LinkState linkState() const = 0;
    //! While LinkState::rateLimited: when sending may go on, ms by the clock; otherwise 0.
    virtual qint64 rateLimitedUntil() const { return 0; }

    //! Goes live from \a cursor (opaque, stored with the entries; empty: from the beginning) and then emits arrived().
    virtual QCoro::Task<Result<void>> start(QByteArray cursor) = 0;
    //! Polite: finishes what is being sent. No arrived() comes after it.
    virtual void stop() = 0;

    //! Confirmed, or an error; ErrorKind::timeout and transient mean "unknown": ask reconcile() before sending again.
    virtual QCoro::Task<Result<Sent>> submit(Outgoing message) = 0;
    //! Did the room get this txn? nullopt: no.
    virtual QCoro::Task<Result<std::optional<Sent>>> reconcile(QString txn, RoomId room) = 0;
    //! Takes one's own message away. Never for envelopes: those are corrected by another fact.
    virtual QCoro::Task<Result<void>> remove(RoomId room, EntryId entry) = 0;
    //! Reacts with \a key (mostly an emoji); remove() takes it back. Unsupported without Capabilities::reactions.
    virtual QCoro::Task<Result<Sent>> react(RoomId room, EntryId entry, QString key);

    virtual QCoro::Task<Result<QList<Room>>> rooms() = 0;
    //! Rooms one is not in and may join by inviting oneself; invitations that nobody of the workspace made among them.
    virtual QCoro::Task<Result<QList<Room>>> openRooms() = 0;
    virtual QCoro::Task<Result<Room>> createRoom(RoomSpec spec) = 0;
    //! This node's own room that its locks point at, where the platform locks so; what its enrolment names.
    virtual QCoro::Task<Result<RoomId>> claimRoom();
    virtual QCoro::Task<Result<QList<PersonId>>> members(RoomId room) = 0;
    //! Where the platform asks the invited (Matrix), they are members once their own Wardroom or app has accepted.
    virtual QCoro::Task<Result<void>> invite(RoomId room, PersonId person) = 0;
    virtual QCoro::Task<Result<void>> leave(RoomId room) = 0;
    virtual QCoro::Task<Result<Page>> history(RoomId room, domain::Position before, int limit) = 0;

    virtual QCoro::Task<Result<Sha256>> upload(QByteArray bytes) = 0;
    //! Bytes that hash to \a hash, or an error; never others.
    virtual QCoro::Task<Result<QByteArray>> download(Sha256 hash) = 0;

Q_SIGNALS:
    //! In no promised order across calls. \a cursor is to be stored in the transaction that stores the entries.
    void arrived(const QList<wardroom::domain::Entry> &entries, const QByteArray &cursor);
    void roomsChanged();
    void linkChanged(wardroom::chat::LinkState state);
};

} // namespace wardroom::chat
