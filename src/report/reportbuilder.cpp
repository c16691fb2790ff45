// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportbuilder.h"

#include "base/plaintext.h"
#include "report/catchup.h"
#include "report/reasons.h"
#include "report/speech.h"

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

QString oneLine(const QString &text, qsizetype longest = 200)
{
    return shownPlainly(text.simplified(), longest);
}

QString clockTime(qint64 ms)
{
    return timeWords(ms).remove(u" UTC"_s);
}

ReportSection summary(const ReportInput &input)
{
    const CatchUp words = catchUp(input.fold.state(), input.workspace);
    ReportSection section{translate("report", "In five lines"), {}};
    for (const QString &line : words.lines())
        section.blocks << ReportText{line, false};
    return section;
}

ReportSection facts(const ReportInput &input, const QList<TimelineRow> &timeline)
{
    const IncidentCore &incident = input.fold.state().incident;
    ReportPairs pairs;
    if (incident.opened) {
        pairs.pairs.append({translate("report", "Opened"), timeWords(incident.said.at)});
        pairs.pairs.append({translate("report", "Severity"), QString::number(incident.severity)});
        pairs.pairs.append({translate("report", "Lead"), oneLine(input.workspace.nameOf(incident.lead), 80)});
        pairs.pairs.append({translate("report", "Status"), statusName(incident.status)});
    }
    if (incident.closed) {
        pairs.pairs.append({translate("report", "Closed"), timeWords(incident.closed->at)});
        pairs.pairs.append({translate("report", "Outcome"), oneLine(incident.closeSummary, 600)});
    }
    if (input.from > 0 || input.until > 0) {
        const QString from = input.from > 0 ? timeWords(input.from) : translate("report", "the start");
        const QString until = input.until > 0 ? timeWords(input.until) : translate("report", "now");
        pairs.pairs.append({translate("report", "Period"), translate("report", "%1 to %2").arg(from, until)});
    }
    pairs.pairs.append({translate("report", "Facts"), QString::number(timeline.size())});
    pairs.pairs.append({translate("report", "Messages"), QString::number(input.messages.size())});
    pairs.pairs.append({translate("report", "Withheld"), QString::number(input.withheld.size())});
    return {translate("report", "At a glance"), {pairs}};
}

ReportCell stateCell(const TimelineRow &row)
{
    QString small = row.detail;
    if (row.state != RowState::accepted)
        small = row.state == RowState::waiting ? translate("report", "Waiting: %1").arg(row.reason)
                : row.state == RowState::gap   ? translate("report", "Gap: %1").arg(row.reason)
                                               : translate("report", "Does not count: %1").arg(row.reason);
    return {row.summary, small, row.tone, true, false};
}

ReportSection timelineSection(const QList<TimelineRow> &timeline)
{
    ReportTable table{{translate("report", "No."), translate("report", "Time (UTC)"), translate("report", "Who"),
                       translate("report", "What")},
                      {6, 22, 16, 56},
                      {}};
    for (const TimelineRow &row : timeline) {
        table.rows.append({ReportCell{QString::number(row.n), {}, Tone::muted, false, false},
                           ReportCell{clockTime(row.at), {}, Tone::muted, false, false},
                           ReportCell{row.actorName, categoryName(row.category), Tone::muted, false, false},
                           stateCell(row)});
    }
    return {translate("report", "Timeline"), {table}};
}

QString decisions(const OperationState &operation, const WorkspaceState &workspace)
{
    QStringList words;
    for (const Decision &decision : operation.decisions) {
        const QString who = oneLine(workspace.nameOf(decision.said.by), 80);
        if (decision.withdrawn)
            words << translate("report", "%1 accepted and took it back").arg(who);
        else if (!decision.counts)
            words << translate("report", "%1: does not count, %2").arg(who, reasonText(decision.whyNot));
        else
            words << (decision.approves ? translate("report", "%1 accepted") : translate("report", "%1 declined"))
                         .arg(who);
    }
    if (words.isEmpty())
        return operation.request.needs > 0 ? translate("report", "none yet") : translate("report", "none needed");
    return words.join(u"; "_s);
}

ReportCell resultCell(const OperationState &operation)
{
    if (!operation.claimProblem.isEmpty())
        return {translate("report", "The approvals do not add up"), reasonText(operation.claimProblem), Tone::red, true,
                false};
    if (operation.verification) {
        const CommandVerified &verified = *operation.verification;
        const QString change = verified.before.isEmpty() && verified.after.isEmpty()
                                   ? QString()
                                   : oneLine(verified.before, 120) + u" → "_s + oneLine(verified.after, 120);
        return {verdictName(verified.verdict), change, verified.verdict == Verdict::verified ? Tone::green : Tone::red,
                true, false};
    }
    if (operation.finish)
        return {outcomeName(operation.finish->outcome), oneLine(operation.finish->summary), Tone::blue, true, false};
    QString why = oneLine(operation.endReason);
    if (operation.untold)
        why += (why.isEmpty() ? QString() : u" · "_s) +
               translate("report", "Said to have ended; nothing says that it began");
    switch (operation.stage) {
    case Stage::declined: return {translate("report", "Declined"), why, Tone::red, true, false};
    case Stage::cancelled: return {translate("report", "Cancelled"), why, Tone::muted, true, false};
    case Stage::stalled: return {translate("report", "Stopped halfway"), why, Tone::amber, true, false};
    case Stage::claimed: return {translate("report", "Started, no end reported"), why, Tone::amber, true, false};
    case Stage::expired: return {translate("report", "Expired"), why, Tone::muted, true, false};
    default: break;
    }
    return {operation.request.needs > 0 ? translate("report", "Waiting for approval") : translate("report", "Not run"),
            why, Tone::muted, true, false};
}

ReportSection operations(const ReportInput &input)
{
    QList<OperationState> all = input.fold.state().operations.values();
    std::stable_sort(all.begin(), all.end(),
                     [](const OperationState &a, const OperationState &b) { return a.said.at < b.said.at; });
    ReportTable table{{translate("report", "Command"), translate("report", "Asked by"), translate("report", "Decision"),
                       translate("report", "Result")},
                      {34, 18, 22, 26},
                      {}};
    for (const OperationState &operation : std::as_const(all)) {
        const QString argv = shownPlainly(operation.request.plan.argv.join(u' '), 300);
        table.rows.append(
            {ReportCell{oneLine(operation.request.title), argv, Tone::muted, false, false},
             ReportCell{oneLine(input.workspace.nameOf(operation.said.by), 80), clockTime(operation.said.at),
                        Tone::muted, false, false},
             ReportCell{decisions(operation, input.workspace), operation.shortCode(), Tone::muted, false, false},
             resultCell(operation)});
    }
    return {translate("report", "Commands and decisions"), {table}};
}

ReportSection conversation(const ReportInput &input)
{
    ReportTable table{{translate("report", "Time (UTC)"), translate("report", "Who"), translate("report", "Words")},
                      {22, 16, 62},
                      {}};
    for (const Entry &entry : input.messages) {
        const QString mark = entry.deleted  ? translate("report", "deleted in the chat")
                             : entry.edited ? translate("report", "edited in the chat")
                                            : QString();
        table.rows.append({ReportCell{clockTime(entry.position.serverTime), {}, Tone::muted, false, false},
                           ReportCell{oneLine(input.workspace.nameOf(entry.sender), 80), {}, Tone::muted, false, false},
                           ReportCell{shownPlainly(entry.text), mark, Tone::amber, false, false}});
    }
    return {translate("report", "Conversation"), {table}};
}

ReportSection withheldSection(const ReportInput &input)
{
    ReportTable table{{translate("report", "Line"), translate("report", "Reason")}, {12, 88}, {}};
    for (const auto &[line, reason] : input.withheld)
        table.rows.append({ReportCell{QString::number(line), {}, Tone::muted, false, false},
                           ReportCell{oneLine(reason), {}, Tone::muted, false, false}});
    return {translate("report", "Withheld"), {table}};
}

ReportSection proof(const ReportInput &input)
{
    ReportSection section{translate("report", "How to check this report"), {}};
    section.blocks << ReportText{
        translate("report", "This report is one file of a signed bundle. The program wardroomctl recomputes "
                            "everything in it without network: every hash, every signature, every "
                            "sequence, and whether anything is missing."),
        false};
    section.blocks << ReportPairs{{{translate("report", "Check with"),
                                    u"wardroomctl verify BUNDLE --trust %1"_s.arg(input.workspace.workspace.text())}},
                                  true};
    ReportTable keys{
        {translate("report", "Person"), translate("report", "Wardroom"), translate("report", "Key's fingerprint")},
        {22, 22, 56},
        {}};
    for (const Node &node : input.workspace.nodes) {
        const QString name =
            oneLine(node.machine, 80) + (node.revoked ? u" "_s + translate("report", "(revoked)") : QString());
        keys.rows.append({ReportCell{oneLine(input.workspace.nameOf(node.person), 80), {}, Tone::muted, false, false},
                          ReportCell{name, {}, Tone::muted, false, false},
                          ReportCell{PublicKey::fromHex(node.key).fingerprint(), {}, Tone::muted, false, true}});
    }
    section.blocks << keys;
    if (!input.attachments.isEmpty()) {
        ReportTable files{{translate("report", "Attachments (SHA-256)")}, {100}, {}};
        for (const Sha256 &hash : input.attachments)
            files.rows.append({ReportCell{hash.hex(), {}, Tone::muted, false, true}});
        section.blocks << files;
    }
    return section;
}

} // namespace

ReportDocument buildReport(const ReportInput &input, const QList<TimelineRow> &timeline)
{
    const IncidentState &state = input.fold.state();
    const QString room = oneLine(input.roomName.isEmpty() ? input.room.text() : input.roomName, 100);
    ReportDocument document;
    document.language = input.language;
    document.madeAt = input.madeAt;
    document.kicker =
        state.incident.opened ? translate("report", "Incident report") : translate("report", "Room record");
    document.title = state.incident.opened ? oneLine(state.incident.title) : room;
    document.subtitle = translate("report", "%1 · exported %2 by %3")
                            .arg(room, timeWords(input.madeAt), oneLine(input.exporterName, 80));
    document.footer =
        translate("report", "Wardroom · %1 · workspace %2").arg(room, input.workspace.workspace.text().left(16));
    document.sections << summary(input) << facts(input, timeline);
    if (!state.operations.isEmpty())
        document.sections << operations(input);
    document.sections << timelineSection(timeline);
    if (!input.messages.isEmpty())
        document.sections << conversation(input);
    if (!input.withheld.isEmpty())
        document.sections << withheldSection(input);
    document.sections << proof(input);
    return document;
}

} // namespace wardroom::report
