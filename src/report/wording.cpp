// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/wording.h"

#include "report/wordingvisitors.h"

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

struct Kind
{
    Category category;
    Tone tone;
};

Kind kindFor(const AlertRaised &fact)
{
    switch (fact.severity) {
    case AlertSeverity::critical:
    case AlertSeverity::high: return {Category::alerts, Tone::red};
    case AlertSeverity::medium: return {Category::alerts, Tone::amber};
    default: return {Category::alerts, Tone::muted};
    }
}

Kind kindFor(const CommandFinished &fact)
{
    switch (fact.outcome) {
    case Outcome::done: return {Category::commands, Tone::blue};
    case Outcome::unknown: return {Category::commands, Tone::amber};
    default: return {Category::commands, Tone::red};
    }
}

Kind kindFor(const CommandVerified &fact)
{
    return {Category::commands, fact.verdict == Verdict::verified ? Tone::green : Tone::red};
}

Kind kindFor(const AlertGrouped &)
{
    return {Category::alerts, Tone::muted};
}
Kind kindFor(const AlertAcknowledged &)
{
    return {Category::alerts, Tone::blue};
}
Kind kindFor(const AlertClaimed &)
{
    return {Category::alerts, Tone::amber};
}
Kind kindFor(const AlertResolved &)
{
    return {Category::alerts, Tone::green};
}
Kind kindFor(const IncidentOpened &)
{
    return {Category::status, Tone::red};
}
Kind kindFor(const IncidentStatusSet &)
{
    return {Category::status, Tone::violet};
}
Kind kindFor(const IncidentSeveritySet &)
{
    return {Category::status, Tone::amber};
}
Kind kindFor(const IncidentTlpSet &)
{
    return {Category::status, Tone::amber};
}
Kind kindFor(const IncidentRoleSet &)
{
    return {Category::status, Tone::violet};
}
Kind kindFor(const IncidentSummary &)
{
    return {Category::status, Tone::violet};
}
Kind kindFor(const IncidentNextUpdate &)
{
    return {Category::status, Tone::muted};
}
Kind kindFor(const IncidentClosed &)
{
    return {Category::status, Tone::green};
}
Kind kindFor(const IncidentReopened &)
{
    return {Category::status, Tone::amber};
}
Kind kindFor(const ResponderCalled &)
{
    return {Category::status, Tone::amber};
}
Kind kindFor(const ResponderJoined &)
{
    return {Category::status, Tone::muted};
}
Kind kindFor(const CommandRequested &fact)
{
    return {Category::commands, fact.risk == Risk::read || fact.risk == Risk::room ? Tone::blue : Tone::violet};
}
Kind kindFor(const CommandClaimed &)
{
    return {Category::commands, Tone::blue};
}
Kind kindFor(const CommandCancelled &)
{
    return {Category::commands, Tone::muted};
}
Kind kindFor(const CommandStalled &)
{
    return {Category::commands, Tone::amber};
}
Kind kindFor(const ApprovalGiven &)
{
    return {Category::decisions, Tone::green};
}
Kind kindFor(const ApprovalDeclined &)
{
    return {Category::decisions, Tone::red};
}
Kind kindFor(const ApprovalWithdrawn &)
{
    return {Category::decisions, Tone::amber};
}
Kind kindFor(const TaskAdded &)
{
    return {Category::notes, Tone::blue};
}
Kind kindFor(const TaskAssigned &)
{
    return {Category::notes, Tone::muted};
}
Kind kindFor(const TaskDone &)
{
    return {Category::notes, Tone::green};
}
Kind kindFor(const EvidenceAdded &)
{
    return {Category::notes, Tone::blue};
}
Kind kindFor(const NoteAdded &)
{
    return {Category::notes, Tone::muted};
}
Kind kindFor(const DeadlineStarted &)
{
    return {Category::status, Tone::amber};
}
Kind kindFor(const DeadlineMet &)
{
    return {Category::status, Tone::green};
}
Kind kindFor(const NodeRevoked &)
{
    return {Category::workspace, Tone::red};
}
Kind kindFor(const PolicyPublished &)
{
    return {Category::workspace, Tone::violet};
}
Kind kindFor(const InventoryPublished &)
{
    return {Category::workspace, Tone::muted};
}
Kind kindFor(const NodeEnrolled &)
{
    return {Category::workspace, Tone::muted};
}
Kind kindFor(const RecordKept &)
{
    return {Category::workspace, Tone::amber};
}
Kind kindFor(const RecordAnchored &)
{
    return {Category::workspace, Tone::muted};
}
Kind kindFor(const PlaybookPublished &)
{
    return {Category::workspace, Tone::violet};
}
Kind kindFor(const PlaybookStarted &)
{
    return {Category::commands, Tone::violet};
}
Kind kindFor(const PlaybookStep &fact)
{
    const bool asks = fact.state == PlaybookStepState::asking;
    return {asks ? Category::decisions : Category::commands, asks                                      ? Tone::amber
                                                             : fact.state == PlaybookStepState::failed ? Tone::red
                                                                                                       : Tone::muted};
}
Kind kindFor(const PlaybookDecided &)
{
    return {Category::decisions, Tone::violet};
}
Kind kindFor(const PlaybookEnded &fact)
{
    switch (fact.outcome) {
    case PlaybookOutcome::done: return {Category::commands, Tone::green};
    case PlaybookOutcome::failed: return {Category::commands, Tone::red};
    case PlaybookOutcome::stopped: break;
    }
    return {Category::commands, Tone::amber};
}
Kind kindFor(const UnknownFact &)
{
    return {Category::notes, Tone::muted};
}

Kind kindOfFact(const Fact &fact)
{
    return std::visit([](const auto &value) { return kindFor(value); }, fact);
}

QString planText(const CommandRequested &fact)
{
    QStringList lines;
    if (!fact.plan.argv.isEmpty())
        lines << translate("wording", "Will run: %1").arg(shownPlainly(fact.plan.argv.join(u' '), 600));
    if (!fact.plan.effect.isEmpty())
        lines << translate("wording", "Effect: %1").arg(line(fact.plan.effect, 300));
    if (!fact.plan.undo.isEmpty())
        lines << translate("wording", "Undo: %1").arg(shownPlainly(fact.plan.undo.join(u' '), 600));
    return lines.join(u'\n');
}

} // namespace

WordedFact worded(const Fact &fact, const WordingContext &context)
{
    return std::visit(PlaybookWords(context), fact);
}

QString sentenceFor(const Fact &fact, const WorkspaceState &workspace)
{
    return worded(fact, {workspace, {}, {}, nullptr}).title;
}

QString cardText(const Fact &fact, const WordingContext &context)
{
    const WordedFact words = worded(fact, context);
    QStringList lines{words.title};
    if (!words.detail.isEmpty())
        lines << words.detail;
    if (const auto *request = std::get_if<CommandRequested>(&fact))
        lines << planText(*request);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

Category categoryOf(const Fact &fact)
{
    return kindOfFact(fact).category;
}

Tone toneOf(const Fact &fact)
{
    return kindOfFact(fact).tone;
}

} // namespace wardroom::report
