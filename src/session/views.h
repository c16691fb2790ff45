// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/cardviews.h"

//! Values that a window, a shell or a test is shown. Nothing here points into the engine.
namespace wardroom::session {

//! A line of the room list.
struct RoomLine
{
    RoomId id;
    QString name;
    Purpose purpose = Purpose::channel;
    qint64 unread = 0;
    qint64 severity = 0; //!< incidents: 1 to 4; 0: none
    qint64 openedAt = 0; //!< incidents: ms
    bool closed = false;
    QString imported = {}; //!< who exported it and when; empty: a room of this workspace
    friend bool operator==(const RoomLine &, const RoomLine &) = default;
};

enum class TimelineGroup { alerts, commands, decisions, status, notes, other };

struct TimelineLine
{
    qint64 n = 0;
    qint64 at = 0;
    QString kind;
    QString actor;
    QString via; //!< "wardroom", "platform"
    QString summary;
    QString detail;
    QString tone; //!< red, blue, violet, amber, green, muted
    TimelineGroup group = TimelineGroup::other;
    QString flag; //!< "waiting", "suspect", "missing"; empty: accepted
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
    qint64 expires = 0; //!< ms
    QString incident;   //!< "Deploy from unknown host (SEV1)"
    QString argv;       //!< exactly, shown plainly
    QString where;      //!< host, as whom, executed by which node
    QString effect;     //!< the rehearsal's words
    QString verify;
    QString undo;
    QString script; //!< "patch 1.0.0"
    bool vetted = false;
    QString vettedBy;
    QString hash; //!< brief
    QString fullHash;
    QStringList decisions;    //!< "Tomás R. accepted 01:55, signed"
    QStringList missing;      //!< who else could
    QString danger;           //!< plainly; empty: none known
    QString reason;           //!< the requester's
    QString whyNotMe;         //!< not empty: this person cannot decide, and why
    QStringList changes = {}; //!< a new policy or inventory: what it changes, a line each, in place of what will run
    QString document = {};    //!< the whole of it, JSON
};

//! One incident for people who are not responders.
struct BoardCard
{
    RoomId room;
    QString title;
    qint64 severity = 3;
    QString words;    //!< what is going on
    int progress = 0; //!< per cent of the six stages
    QString footer;   //!< "Being contained · next update by 02:45 · Priya N. leads"
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
    bool invited = false; //!< was asked in and has not come
    friend bool operator==(const PersonLine &, const PersonLine &) = default;
};

//! A legal clock of an incident.
struct DeadlineLine
{
    FactId id;
    QString name;         //!< "NIS2 early warning"
    QString regime;       //!< "NIS2 Art. 23(4)"
    qint64 startedAt = 0; //!< ms
    qint64 due = 0;       //!< ms
    qint64 metAt = 0;     //!< ms; 0: it runs
    friend bool operator==(const DeadlineLine &, const DeadlineLine &) = default;
};

struct HeaderView
{
    RoomId room;
    QString title;
    Purpose purpose = Purpose::channel;
    QString topic;
    qint64 severity = 0;
    std::optional<domain::Tlp> tlp; //!< none: nobody has said
    QString lead;
    qint64 openedAt = 0;
    qint64 people = 0;
    domain::IncidentStatus status = domain::IncidentStatus::detected;
    QMap<domain::IncidentStatus, qint64> reached; //!< ms
    bool isIncident = false;
    bool closed = false;
    bool encrypted = false; //!< nobody here can read or write in it
    QString readOnly = {};  //!< why nobody can write in it; empty: people can
};

//! Whether this desktop and the chat server hear each other.
struct LinkView
{
    chat::LinkState state = chat::LinkState::offline;
    QString workspace;
    QString server;    //!< "matrix.example.org"; empty: a folder of this machine
    qint64 since = 0;  //!< ms: it has not been live since then; 0: it is
    qint64 until = 0;  //!< ms: nothing more is sent before then; 0: at once
    qint64 synced = 0; //!< ms: what came last; 0: nothing since the start
    qint64 queued = 0; //!< messages and facts that wait to be sent
    friend bool operator==(const LinkView &, const LinkView &) = default;
};

//! Something that calls for attention when the person looks elsewhere.
struct Attention
{
    RoomId room;
    QString title;
    QString text;
    bool urgent = false;
};

//! A line that may be typed next; nothing is sent by choosing it.
struct Suggestion
{
    QString line;  //!< "/host logins web-01 since midnight"
    QString about; //!< what it does, in a few words
    friend bool operator==(const Suggestion &, const Suggestion &) = default;
};

//! What the bot tells this person alone, without a fact or a message in the room.
struct Advice
{
    RoomId room;
    QString title;
    QString text;                //!< plain, a few lines; may be empty
    QList<Suggestion> next = {}; //!< at most three
    bool asked = true;           //!< false: a tip, which a later one replaces without asking
    bool isQuestion = false;     //!< asks something back: goes with the next message, whatever that is
};

} // namespace wardroom::session
