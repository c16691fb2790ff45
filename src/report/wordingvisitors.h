// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/plaintext.h"
#include "report/speech.h"
#include "report/wording.h"

namespace wardroom::report {

//! Shared by the two visitors that word facts: names of people, operations, alerts and tasks, made safe to show.
class Namer
{
public:
    explicit Namer(const WordingContext &context) : m_context(context) {}

    QString person(const domain::PersonId &id) const;
    QString by() const { return person(m_context.by); }
    QString node(const domain::NodeId &id) const;
    //! The title of the context's operation, or the empty text.
    QString operation() const;
    QString alert(const domain::FactId &id) const;
    QString task(const domain::FactId &id) const;
    //! \a words and a colon and \a what; \a words alone when there is nothing to add.
    static QString with(const QString &words, const QString &what);

protected:
    const WordingContext &m_context;
};

//! One line, cut at a length a person reads.
inline QString line(const QString &text, qsizetype longest = 200)
{
    return shownPlainly(text.simplified(), longest);
}

//! Alerts, the incident itself, tasks, notes, evidence, deadlines.
class IncidentWords : public Namer
{
public:
    using Namer::Namer;
    WordedFact operator()(const domain::AlertRaised &fact) const;
    WordedFact operator()(const domain::AlertGrouped &fact) const;
    WordedFact operator()(const domain::AlertAcknowledged &fact) const;
    WordedFact operator()(const domain::AlertClaimed &fact) const;
    WordedFact operator()(const domain::AlertResolved &fact) const;
    WordedFact operator()(const domain::IncidentOpened &fact) const;
    WordedFact operator()(const domain::IncidentStatusSet &fact) const;
    WordedFact operator()(const domain::IncidentSeveritySet &fact) const;
    WordedFact operator()(const domain::IncidentTlpSet &fact) const;
    WordedFact operator()(const domain::IncidentRoleSet &fact) const;
    WordedFact operator()(const domain::IncidentSummary &fact) const;
    WordedFact operator()(const domain::IncidentNextUpdate &fact) const;
    WordedFact operator()(const domain::IncidentClosed &fact) const;
    WordedFact operator()(const domain::IncidentReopened &fact) const;
    WordedFact operator()(const domain::ResponderCalled &fact) const;
    WordedFact operator()(const domain::ResponderJoined &fact) const;
    WordedFact operator()(const domain::TaskAdded &fact) const;
    WordedFact operator()(const domain::TaskAssigned &fact) const;
    WordedFact operator()(const domain::TaskDone &fact) const;
    WordedFact operator()(const domain::EvidenceAdded &fact) const;
    WordedFact operator()(const domain::NoteAdded &fact) const;
    WordedFact operator()(const domain::DeadlineStarted &fact) const;
    WordedFact operator()(const domain::DeadlineMet &fact) const;
};

//! Operations, decisions about them, and the workspace.
class OperationWords : public IncidentWords
{
public:
    using IncidentWords::IncidentWords;
    using IncidentWords::operator();
    WordedFact operator()(const domain::UnknownFact &fact) const;
    WordedFact operator()(const domain::CommandRequested &fact) const;
    WordedFact operator()(const domain::CommandClaimed &fact) const;
    WordedFact operator()(const domain::CommandFinished &fact) const;
    WordedFact operator()(const domain::CommandVerified &fact) const;
    WordedFact operator()(const domain::CommandCancelled &fact) const;
    WordedFact operator()(const domain::CommandStalled &fact) const;
    WordedFact operator()(const domain::ApprovalGiven &fact) const;
    WordedFact operator()(const domain::ApprovalDeclined &fact) const;
    WordedFact operator()(const domain::ApprovalWithdrawn &fact) const;
    WordedFact operator()(const domain::PolicyPublished &fact) const;
    WordedFact operator()(const domain::InventoryPublished &fact) const;
    WordedFact operator()(const domain::NodeEnrolled &fact) const;
    WordedFact operator()(const domain::NodeRevoked &fact) const;
    WordedFact operator()(const domain::RecordKept &fact) const;
    WordedFact operator()(const domain::RecordAnchored &fact) const;
};

//! Playbooks: published, and how a run of one goes.
class PlaybookWords : public OperationWords
{
public:
    using OperationWords::OperationWords;
    using OperationWords::operator();
    WordedFact operator()(const domain::PlaybookPublished &fact) const;
    WordedFact operator()(const domain::PlaybookStarted &fact) const;
    WordedFact operator()(const domain::PlaybookStep &fact) const;
    WordedFact operator()(const domain::PlaybookDecided &fact) const;
    WordedFact operator()(const domain::PlaybookEnded &fact) const;

private:
    QString playbook(const domain::FactId &run) const;
};

} // namespace wardroom::report
