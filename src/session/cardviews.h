// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/chatplatform.h"
#include "domain/incidentstate.h"
#include "domain/media.h"
#include "session/playbookview.h"
#include "store/store.h"

#include <variant>

//! What a conversation shows. Nothing here points into the engine.
namespace wardroom::session {

using chat::Purpose;
using domain::EntryId;
using domain::FactId;
using domain::OpId;
using domain::PersonId;
using domain::RoomId;

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
    QString standing; //!< "Acknowledged by Priya", "Ada: that was me, I'm travelling"; empty while open
    bool canAcknowledge = true;
    bool canClaim = true;
    bool canResolve = true;
    RoomId incident; //!< not empty: "Go to incident room" instead of "Open incident room"
    friend bool operator==(const AlertCard &, const AlertCard &) = default;
};

//! One row of a result: label and value, with where the value comes from.
struct FieldRow
{
    QString label;
    QString value;
    QString tone; //!< normal, good, warn, bad, code
    QString source;
    friend bool operator==(const FieldRow &, const FieldRow &) = default;
};

struct TableBlock
{
    QStringList columns;
    QList<QStringList> rows;
    qint64 more = 0; //!< rows that there are beyond those
    friend bool operator==(const TableBlock &, const TableBlock &) = default;
};

enum class OperationLook {
    asking,
    declined,
    cancelled,
    running,
    done,
    verified,
    notVerified,
    drifted,
    failed,
    unknown,
    expired
};

//! An operation in a conversation, from request to verdict, in one place.
struct OperationCard
{
    OpId op;
    QString title; //!< "Patch nginx on web-01"
    domain::Risk risk = domain::Risk::read;
    OperationLook look = OperationLook::asking;
    QString byline; //!< "ran host status web-01 · 0.8 s · read-only, ran by itself", "accepted by … · running on …"
    QString status; //!< "step 3 of 5 · verify follows", "waits for 1 of IT", "verified", "not verified"
    int step = 0;
    int of = 0;          //!< 0: no progress bar
    QStringList logTail; //!< the last lines while it runs, or of a failure
    QList<FieldRow> fields;
    qint64 moreFields = 0; //!< values that there are beyond those
    QList<TableBlock> tables;
    QStringList notes; //!< what the command says about its own answer: what was left out, what could not be read
    QString summary;
    QString before;
    QString after;
    QString shortCode;
    bool canDecide = false; //!< this person may open the approval dialog
    bool canCancel = false;
    bool canUndo = false;
    QString host = {};  //!< where it ran or will; empty: nowhere in particular
    Sha256 log;         //!< the whole output, when finished
    QString again = {}; //!< the line that asks for the same once more; empty: it cannot
    qint64 asOf = 0;    //!< ms: when what it says was so; 0: it is not over
    friend bool operator==(const OperationCard &, const OperationCard &) = default;
};

//! A short line between messages: "Priya set severity 1", "Ada joined".
struct Notice
{
    QString text;
    QString tone; //!< red, amber, green, blue, violet, muted
    friend bool operator==(const Notice &, const Notice &) = default;
};

struct Words
{
    QString text;
    friend bool operator==(const Words &, const Words &) = default;
};

enum class AuthorKind { person, bot, tool };

//! How far fetching a file is.
enum class FileStep {
    away,   //!< not here
    coming, //!< being fetched
    here,   //!< fetched, and kept for a while
    failed  //!< FileLine::problem says why
};

//! A file that stands at a row: one that somebody's chat app posted, or an attachment of a fact.
struct FileLine
{
    domain::MediaKind kind = domain::MediaKind::file;
    QString name;    //!< neutral: no path, nothing that turns the direction of writing, bounded
    QString type;    //!< what its sender calls it ("image/png"); nobody has looked
    qint64 size = 0; //!< bytes, as its sender says until it is here; 0: unknown
    QString place;   //!< where the platform has it; empty: an attachment by its hash
    Sha256 hash;     //!< what an attachment has to be, or what was fetched before; null: it never was
    FileStep step = FileStep::away;
    qint64 got = 0; //!< bytes, while it is coming
    QString problem = {};
    //! One for each file of the workspace.
    QString key() const { return place.isEmpty() ? hash.hex() : place; }
    friend bool operator==(const FileLine &, const FileLine &) = default;
};

//! What stands below a message that began a thread.
struct ThreadLine
{
    qint64 replies = 0;
    QString lastBy;
    qint64 lastAt = 0; //!< ms
    friend bool operator==(const ThreadLine &, const ThreadLine &) = default;
};

//! One row of a conversation.
struct ConversationRow
{
    qint64 seq = 0; //!< 0 while it is only in the outbox
    QString key;    //!< stable across updates
    qint64 at = 0;  //!< ms
    QString author;
    AuthorKind authorKind = AuthorKind::person;
    bool mine = false;
    std::variant<Words, AlertCard, OperationCard, Notice, PlaybookCard> content;
    store::SendState send = store::SendState::sent;
    QString problem; //!< why sending failed, or why it is suspect
    bool suspect = false;
    bool edited = false;
    bool deleted = false;
    qint64 outboxId = 0;
    QString quoted = {};         //!< "Ana: the words it answers"
    QStringList before = {};     //!< what stood there before it was edited or deleted, oldest first
    QString reactions = {};      //!< "👍 2  ✅ 1"
    domain::EntryId entry = {};  //!< empty while it is only in the outbox
    bool plain = false;          //!< a person's words, no fact and no card: whoever said them may change them
    domain::EntryId thread = {}; //!< the first message of the thread it stands in
    QString inThread = {};       //!< how that message begins, where the thread is not what is shown
    ThreadLine replies = {};     //!< of the thread that it began
    std::optional<FileLine> file = {};
    friend bool operator==(const ConversationRow &, const ConversationRow &) = default;
};

} // namespace wardroom::session
