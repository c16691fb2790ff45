// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "domain/alertfacts.h"
#include "domain/approvalfacts.h"
#include "domain/incidentfacts.h"
#include "domain/operationfacts.h"
#include "domain/playbookfacts.h"
#include "domain/runfacts.h"
#include "domain/workfacts.h"
#include "domain/workspacefacts.h"

#include <QJsonObject>
#include <variant>

namespace wardroom::domain {

//! A kind this version does not know: kept, shown and exported, never dropped.
struct UnknownFact
{
    QString name;
    QJsonObject body;
};

//! One thing that happened, as the folds see it.
using Fact = std::variant<UnknownFact, AlertRaised, AlertGrouped, AlertAcknowledged, AlertClaimed, AlertResolved,
                          IncidentOpened, IncidentStatusSet, IncidentSeveritySet, IncidentTlpSet, IncidentRoleSet,
                          IncidentSummary, IncidentNextUpdate, IncidentClosed, IncidentReopened, ResponderCalled,
                          ResponderJoined, CommandRequested, CommandClaimed, CommandFinished, CommandVerified,
                          CommandCancelled, CommandStalled, ApprovalGiven, ApprovalDeclined, ApprovalWithdrawn,
                          TaskAdded, TaskAssigned, TaskDone, EvidenceAdded, NoteAdded, DeadlineStarted, DeadlineMet,
                          PolicyPublished, InventoryPublished, NodeEnrolled, NodeRevoked, RecordKept, RecordAnchored,
                          PlaybookPublished, PlaybookStarted, PlaybookStep, PlaybookDecided, PlaybookEnded>;

//! "alert.raised"
QString kindOf(const Fact &fact);
QJsonObject bodyOf(const Fact &fact);
//! Unknown kinds give UnknownFact; a known kind with a wrong body is ErrorKind::invalid and says which field.
Result<Fact> parseFact(const QString &kind, const QJsonObject &body);
//! For whom on a phone the runner says it; nullptr: it is the signer's own word.
const PlatformWord *platformWordOf(const Fact &fact);

} // namespace wardroom::domain
