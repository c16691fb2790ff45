// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/fact.h"
#include "domain/playbookstate.h"

#include <QMap>

namespace wardroom::domain {

struct AlertState
{
    AlertRaised raised;
    Said said;
    qint64 count = 1;
    qint64 last = 0;
    std::optional<Said> acknowledged;
    RoomId incident;
    std::optional<Said> claimed;
    QString claimWords;
    std::optional<Said> resolved;
    Resolution resolution = Resolution::trueAlert;
    QString note;
    QList<PersonId> called;

    bool isOpen() const { return !resolved && !claimed; }
};

struct Decision
{
    Said said;
    bool approves = true;
    bool counts = true; //!< false: not for these bytes, by the requester, twice, late …
    bool withdrawn = false;
    QString whyNot;
    QString reason;
    QString from;
};

enum class Stage { requested, declined, cancelled, claimed, finished, verified, stalled, expired };

struct OperationState
{
    OpId op;
    CommandRequested request;
    Sha256 hash; //!< of the request's envelope: what approvals bind
    qint64 policy = 0;
    Said said;
    Stage stage = Stage::requested;
    QList<Decision> decisions;
    std::optional<CommandClaimed> claim;
    std::optional<Said> claimSaid;
    QString claimProblem;       //!< why the claim does not add up, empty when it does
    std::optional<Said> untold; //!< who says how it ended, where nothing here says that it began
    std::optional<CommandFinished> finish;
    std::optional<CommandVerified> verification;
    QString endReason;
    OpId undoneBy;
    bool removed = false; //!< the request was edited or deleted in the chat; kept for what a claim counted

    //! The first six characters of the request's hash: for phones and shells, while unique among live requests.
    QString shortCode() const { return hash.hex().first(hash.isNull() ? 0 : 6).toUpper(); }
    bool isLive() const { return stage == Stage::requested; }
    //! Approvals that count and stand.
    QList<Decision> standing() const;
};

struct TaskState
{
    FactId id;
    QString title;
    PersonId assignee;
    Said said;
    std::optional<Said> done;
};

struct IncidentCore
{
    bool opened = false;
    QString title;
    qint64 severity = 0;
    std::optional<Tlp> tlp; //!< none: nobody has said
    PersonId lead;
    QMap<QString, PersonId> roles;
    IncidentStatus status = IncidentStatus::detected;
    FactId statusFact;
    QMap<FactId, IncidentStatusSet> statuses; //!< all that were said; the current one is replaced by none
    QMap<IncidentStatus, qint64> reached;     //!< when each status was first reached
    std::optional<Link> alert;
    Said said;
    QString summary;
    qint64 nextUpdate = 0;
    std::optional<Said> closed;
    QString closeSummary;
};

struct DeadlineState
{
    FactId id;
    DeadlineStarted started;
    Said said;
    std::optional<Said> met;
};

//! A room, folded. The same facts give the same state on every desktop, to the byte of toJson().
struct IncidentState
{
    IncidentCore incident;
    QMap<FactId, AlertState> alerts;
    QMap<OpId, OperationState> operations;
    QMap<FactId, TaskState> tasks;
    QMap<FactId, NoteAdded> notes;
    QMap<FactId, EvidenceAdded> evidence;
    QMap<FactId, DeadlineState> deadlines;
    QMap<FactId, PlaybookRun> playbooks; //!< runs
    QList<PersonId> responders;
    QMap<FactId, RecordAnchored> anchors;
    qint64 unknownKinds = 0;

    const OperationState *operation(const OpId &op) const;
    //! Whether something that counts rests on \a fact: on a request, an approval, or the start of a playbook.
    bool restsOn(const FactId &fact) const;
    QJsonObject toJson() const;
};

} // namespace wardroom::domain
