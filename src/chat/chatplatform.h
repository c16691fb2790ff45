// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/entry.h"
#include "domain/ports.h"

#include <QCoroTask>
#include <QObject>
#include <functional>
#include <stop_token>

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
    bool edits = false;                             //!< one's own words can be changed
    bool typing = false;                            //!< who is writing is told
    bool readMarkers = false;                       //!< how far one has read is kept for one's other devices
    bool threads = false;                           //!< messages can stand in the thread of another one
    bool files = false;                             //!< other programs post files, which fetch() gets
    bool invitations = false;                       //!< the invited are asked, and may decline
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

//! An invitation that waits for this person's answer. All of it is the inviter's word; hostile.
struct Invitation
{
    RoomId room;
    QString name;
    PersonId inviter;
    QString reason;
    friend bool operator==(const Invitation &, const Invitation &) = default;
};

//! A message to send. \a txn is chosen by the sender and makes sending again harmless.
struct Outgoing
{
    QString txn;
    RoomId room;
    QString text; //!< empty beside an envelope: for programs alone, no device rings or shows anything
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

//! How far fetching has come: bytes so far, and in all where the server says so (otherwise 0).
using Progress = std::function<void(qint64 got, qint64 of)>;

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
    //! Other words in the place of one's own. Never for envelopes and cards. Unsupported without Capabilities::edits.
    virtual QCoro::Task<Result<void>> edit(RoomId room, EntryId entry, QString text);
    //! This person is writing, or not any more; forgotten by itself after half a minute. Says nothing where the
    //! platform does not tell (Capabilities::typing).
    virtual QCoro::Task<Result<void>> setTyping(RoomId room, bool typing);
    //! This person has read up to \a entry, for their other devices; nobody else is told. Does nothing without
    //! Capabilities::readMarkers.
    virtual QCoro::Task<Result<void>> markRead(RoomId room, EntryId entry);

    virtual QCoro::Task<Result<QList<Room>>> rooms() = 0;
    //! Rooms one is not in and may join by inviting oneself; invitations that nobody of the workspace made among them.
    virtual QCoro::Task<Result<QList<Room>>> openRooms() = 0;
    virtual QCoro::Task<Result<Room>> createRoom(RoomSpec spec) = 0;
    //! The names of the locks that this node holds, as far as the platform can still tell names: operations at least.
    virtual QCoro::Task<Result<QStringList>> held();
    //! Clears a lock that this node holds, and nobody else's. Whoever asks for \a name then wins it: only for what can
    //! never start any more (design: §3.4).
    virtual QCoro::Task<Result<void>> release(QString name);
    //! This node's own room that its locks point at, where the platform locks so; what its enrolment names.
    virtual QCoro::Task<Result<RoomId>> claimRoom();
    virtual QCoro::Task<Result<QList<PersonId>>> members(RoomId room) = 0;
    //! Where the platform asks the invited (Matrix), they are members once their own Wardroom or app has accepted.
    virtual QCoro::Task<Result<void>> invite(RoomId room, PersonId person) = 0;
    virtual QCoro::Task<Result<void>> leave(RoomId room) = 0;
    //! Takes somebody else out of a room, or their invitation back: for whoever runs the room.
    virtual QCoro::Task<Result<void>> removeMember(RoomId room, PersonId person);
    //! Who was invited into \a room and has not come yet; nobody without Capabilities::invitations.
    virtual QCoro::Task<Result<QList<PersonId>>> invited(RoomId room);
    //! What waits for this person's answer; few, however many were sent.
    virtual QCoro::Task<Result<QList<Invitation>>> invitations();
    virtual QCoro::Task<Result<void>> decline(RoomId room);
    //! Goes into a room by its id, its address or, where rooms have names of their own, its name.
    virtual QCoro::Task<Result<RoomId>> join(QString room);
    virtual QCoro::Task<Result<void>> rename(RoomId room, QString name);
    virtual QCoro::Task<Result<void>> setTopic(RoomId room, QString topic);
    virtual QCoro::Task<Result<Page>> history(RoomId room, domain::Position before, int limit) = 0;

    virtual QCoro::Task<Result<Sha256>> upload(QByteArray bytes) = 0;
    //! Bytes that hash to \a hash, or an error; never others.
    virtual QCoro::Task<Result<QByteArray>> download(Sha256 hash) = 0;
    //! The file that a message brought, by Media::place: whatever lies there now, at most \a most bytes of it. Nobody
    //! vouches for it. ErrorKind::cancelled once \a stop is requested. Unsupported without Capabilities::files.
    virtual QCoro::Task<Result<QByteArray>> fetch(QString place, qint64 most, Progress progress, std::stop_token stop);

Q_SIGNALS:
    //! In no promised order across calls. \a cursor is to be stored in the transaction that stores the entries.
    void arrived(const QList<wardroom::domain::Entry> &entries, const QByteArray &cursor);
    void roomsChanged();
    //! Who else is writing in \a room now; few of them.
    void typingChanged(const wardroom::domain::RoomId &room, const QList<wardroom::domain::PersonId> &people);
    //! Another device of this person has read up to \a entry, at \a at (ms by the server; 0: it does not say).
    void readElsewhere(const wardroom::domain::RoomId &room, const wardroom::domain::EntryId &entry, qint64 at);
    void linkChanged(wardroom::chat::LinkState state);
};

} // namespace wardroom::chat
