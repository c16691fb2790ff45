// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/chatplatform.h"
#include "domain/incidentstate.h"
#include "store/store.h"

#include <variant>

//! Values that a window, a shell or a test is shown. Nothing here points into the engine.
namespace wardroom::session {

using chat::Purpose;
using domain::EntryId;
using domain::FactId;
using domain::OpId;
using domain::PersonId;
using domain::RoomId;

//! A line of the room list.
struct RoomLine
{
    RoomId id;
    QString name;
    Purpose purpose = Purpose::channel;
    qint64 unread = 0;
    qint64 severity = 0;  //!< incidents: 1 to 4; 0: none
    qint64 openedAt = 0;  //!< incidents: ms
    bool closed = false;
    friend bool operator==(const RoomLine &, const RoomLine &) = default;
};

//! An alert in a conversation; it counts up in place.
struct AlertCard
{
    FactId alert;
    domain::AlertSeverity severity = domain::AlertSeverity::medium;
    QString title;
    QString detail;
    QString source;
    QString target;
    qint64 first = 0;
    qint64 last = 0;
    qint64 count = 1;
    QString standing;      //!< "Acknowledged by Priya", "Ada: that was me, I'm travelling"; empty while open
    bool canAcknowledge = true;
    bool canClaim = true;
    bool canResolve = true;
    RoomId incident;       //!< not empty: "Go to incident room" instead of "Open incident room"
    friend bool operator==(const AlertCard &, const AlertCard &) = default;
};

//! One row of a result: label and value, with where the value comes from.
struct FieldRow
{
    QString label;
    QString value;
    QString tone;   //!< normal, good, warn, bad, code
    QString source;
    friend bool operator==(const FieldRow &, const FieldRow &) = default;
};

struct TableBlock
{
    QStringList columns;
    QList<QStringList> rows;
    friend bool operator==(const TableBlock &, const TableBlock &) = default;
};

enum class OperationLook { asking, declined, cancelled, running, done, verified, notVerified, drifted, failed, unknown, expired };

//! An operation in a conversation, from request to verdict, in one place.
struct OperationCard
{
    OpId op;
    QString title;        //!< "Patch nginx on web-01"
    domain::Risk risk = domain::Risk::read;
    OperationLook look = OperationLook::asking;
    QString byline;       //!< "ran host status web-01 · 0.8 s · read-only, ran by itself", "accepted by … · running on …"
    QString status;       //!< "step 3 of 5 · verify follows", "waits for 1 of IT", "verified", "not verified"
    int step = 0;
    int of = 0;           //!< 0: no progress bar
    QStringList logTail;  //!< the last lines while it runs, or of a failure
    QList<FieldRow> fields;
    QList<TableBlock> tables;
    QString summary;
    QString before;
    QString after;
    QString shortCode;
    bool canDecide = false; //!< this person may open the approval dialog
    bool canCancel = false;
    bool canUndo = false;
    Sha256 log;           //!< the whole output, when finished
    friend bool operator==(const OperationCard &, const OperationCard &) = default;
};

//! A short line between messages: "Priya set severity 1", "Ada joined".
struct Notice
{
    QString text;
    QString tone;         //!< red, amber, green, blue, violet, muted
    friend bool operator==(const Notice &, const Notice &) = default;
};

struct Words
{
    QString text;
    friend bool operator==(const Words &, const Words &) = default;
};

enum class AuthorKind { person, bot, tool };

//! One row of a conversation.
struct ConversationRow
{
    qint64 seq = 0;       //!< 0 while it is only in the outbox
    QString key;          //!< stable across updates
    qint64 at = 0;        //!< ms
    QString author;
    AuthorKind authorKind = AuthorKind::person;
    bool mine = false;
    std::variant<Words, AlertCard, OperationCard, Notice> content;
    store::SendState send = store::SendState::sent;
    QString problem;      //!< why sending failed, or why it is suspect
    bool suspect = false;
    bool edited = false;
    bool deleted = false;
    qint64 outboxId = 0;
    friend bool operator==(const ConversationRow &, const ConversationRow &) = default;
};

enum class TimelineGroup { alerts, commands, decisions, status, notes, other };

struct TimelineLine
{
    qint64 n = 0;
    qint64 at = 0;
    QString kind;
    QString actor;
    QString via;          //!< "wardroom", "platform"
    QString summary;
    QString detail;
    QString tone;         //!< red, blue, violet, amber, green, muted
    TimelineGroup group = TimelineGroup::other;
    QString flag;         //!< "waiting", "suspect", "missing"; empty: accepted
    OpId op;
    FactId fact;
    EntryId entry;
};

//! What the approval dialog shows; all of it from the request itself.
struct ApprovalView
{
    RoomId room;
    QString roomName;
    OpId op;
    QString title;
    domain::Risk risk = domain::Risk::change;
    QString requester;
    QString group;
    qint64 needed = 0;
    qint64 given = 0;
    qint64 askedAt = 0;
    qint64 expires = 0;    //!< ms
    QString incident;      //!< "Deploy from unknown host (SEV1)"
    QString argv;          //!< exactly, shown plainly
    QString where;         //!< host, as whom, executed by which node
    QString effect;        //!< the rehearsal's words
    QString verify;
    QString undo;
    QString script;        //!< "patch 1.0.0"
    bool vetted = false;
    QString vettedBy;
    QString hash;          //!< brief
    QString fullHash;
    QStringList decisions; //!< "Tomás R. accepted 01:55, signed"
    QStringList missing;   //!< who else could
    QString danger;        //!< plainly; empty: none known
    QString reason;        //!< the requester's
    QString whyNotMe;      //!< not empty: this person cannot decide, and why
};

//! One incident for people who are not responders.
struct BoardCard
{
    RoomId room;
    QString title;
    qint64 severity = 3;
    QString words;         //!< what is going on
    int progress = 0;      //!< per cent of the six stages
    QString footer;        //!< "Being contained · next update by 02:45 · Priya N. leads"
    bool closed = false;
};

struct BoardView
{
    qint64 open = 0;
    qint64 updatedAt = 0;
    std::optional<qint64> medianAcknowledge; //!< ms, 30 days
    std::optional<qint64> medianRecover;
    qint64 incidents30Days = 0;
    QList<BoardCard> cards;
};

struct TaskLine
{
    FactId id;
    QString title;
    QString assignee;
    bool done = false;
};

struct PersonLine
{
    PersonId id;
    QString name;
    QStringList groups;
    bool me = false;
};

struct HeaderView
{
    RoomId room;
    QString title;
    Purpose purpose = Purpose::channel;
    QString topic;
    qint64 severity = 0;
    QString lead;
    qint64 openedAt = 0;
    qint64 people = 0;
    domain::IncidentStatus status = domain::IncidentStatus::detected;
    QMap<domain::IncidentStatus, qint64> reached; //!< ms
    bool isIncident = false;
    bool closed = false;
};

//! Something that calls for attention when the person looks elsewhere.
struct Attention
{
    RoomId room;
    QString title;
    QString text;
    bool urgent = false;
};

} // namespace wardroom::session
