// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/roomrecord.h"

#include "report/wording.h"

#include <QJsonArray>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostAlerts = 200;
constexpr qsizetype kMostLines = 150;
constexpr qsizetype kLongestText = 400;

QJsonArray namesOf(const QList<domain::PersonId> &people, const domain::WorkspaceState &workspace)
{
    QJsonArray names;
    for (const domain::PersonId &person : people)
        names.append(workspace.nameOf(person));
    return names;
}

QString byOf(const std::optional<domain::Said> &said, const domain::WorkspaceState &workspace)
{
    return said ? workspace.nameOf(said->by) : QString();
}

QJsonObject alertJson(const domain::FactId &id, const domain::AlertState &alert, const RoomBook &book,
                      const RoomId &room)
{
    const domain::WorkspaceState &workspace = book.workspace();
    QJsonObject json{{u"id"_s, id.text()},
                     {u"room"_s, book.titleOf(room)},
                     {u"tool"_s, alert.raised.tool},
                     {u"scenario"_s, alert.raised.scenario},
                     {u"title"_s, alert.raised.title.left(kLongestText)},
                     {u"severity"_s, domain::wordOf(alert.raised.severity)},
                     {u"source"_s, alert.raised.source},
                     {u"target"_s, alert.raised.target},
                     {u"detail"_s, alert.raised.detail.left(kLongestText)},
                     {u"at"_s, alert.said.at},
                     {u"last"_s, std::max(alert.last, alert.raised.last)},
                     {u"count"_s, alert.count},
                     {u"open"_s, alert.isOpen()},
                     {u"acknowledged"_s, byOf(alert.acknowledged, workspace)},
                     {u"claimed"_s, byOf(alert.claimed, workspace)},
                     {u"words"_s, alert.claimWords.left(kLongestText)},
                     {u"called"_s, namesOf(alert.called, workspace)},
                     {u"copied"_s, alert.raised.from.has_value()}};
    if (alert.resolved) {
        json.insert(u"resolved"_s, byOf(alert.resolved, workspace));
        json.insert(u"resolution"_s, domain::wordOf(alert.resolution));
        json.insert(u"note"_s, alert.note.left(kLongestText));
    }
    if (!alert.incident.isEmpty())
        json.insert(u"incident"_s, book.titleOf(alert.incident));
    return json;
}

QJsonArray alertsOf(const RoomBook &book, const RoomId &room)
{
    QList<QJsonObject> all;
    QList<RoomId> rooms{room};
    if (const domain::Policy *policy = book.workspace().policy(); policy && policy->alertRoom != room)
        rooms << policy->alertRoom; // what the whole team sees anyway
    for (const RoomId &each : std::as_const(rooms)) {
        const auto &alerts = book.state(each).alerts;
        for (auto it = alerts.cbegin(); it != alerts.cend(); ++it)
            all.append(alertJson(it.key(), *it, book, each));
    }
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) {
        return a.value(u"at"_s).toInteger() > b.value(u"at"_s).toInteger();
    });
    QJsonArray list;
    for (const QJsonObject &each : std::as_const(all).first(std::min(all.size(), kMostAlerts)))
        list.append(each);
    return list;
}

QJsonObject incidentOf(const domain::IncidentState &state, const domain::WorkspaceState &workspace)
{
    const domain::IncidentCore &core = state.incident;
    if (!core.opened)
        return {};
    QJsonObject roles;
    for (auto it = core.roles.cbegin(); it != core.roles.cend(); ++it)
        roles.insert(it.key(), workspace.nameOf(*it));
    QJsonObject json{{u"title"_s, core.title},
                     {u"severity"_s, core.severity},
                     {u"status"_s, domain::wordOf(core.status)},
                     {u"lead"_s, workspace.nameOf(core.lead)},
                     {u"summary"_s, core.summary},
                     {u"opened"_s, core.said.at},
                     {u"nextUpdate"_s, core.nextUpdate},
                     {u"roles"_s, roles},
                     {u"responders"_s, namesOf(state.responders, workspace)}};
    if (core.closed) {
        json.insert(u"closed"_s, core.closed->at);
        json.insert(u"closeSummary"_s, core.closeSummary);
    }
    return json;
}

QString stageWord(domain::Stage stage)
{
    static const QStringList words{u"requested"_s, u"declined"_s, u"cancelled"_s, u"claimed"_s,
                                   u"finished"_s,  u"verified"_s, u"stalled"_s,   u"expired"_s};
    return words.value(static_cast<int>(stage));
}

QJsonArray operationsOf(const domain::IncidentState &state, const domain::WorkspaceState &workspace)
{
    QJsonArray list;
    for (const domain::OperationState &each : state.operations) {
        if (each.request.risk == domain::Risk::read)
            continue; // questions are no news
        list.append(
            QJsonObject{{u"title"_s, each.request.title},
                        {u"command"_s, each.request.command},
                        {u"by"_s, workspace.nameOf(each.said.by)},
                        {u"at"_s, each.said.at},
                        {u"stage"_s, stageWord(each.stage)},
                        {u"verdict"_s, each.verification ? domain::wordOf(each.verification->verdict) : QString()},
                        {u"summary"_s, each.finish ? each.finish->summary.left(kLongestText) : QString()},
                        {u"code"_s, each.shortCode()}});
    }
    return list;
}

QJsonArray tasksOf(const domain::IncidentState &state, const domain::WorkspaceState &workspace)
{
    QJsonArray list;
    for (const domain::TaskState &each : state.tasks)
        list.append(QJsonObject{{u"title"_s, each.title},
                                {u"assignee"_s, workspace.nameOf(each.assignee)},
                                {u"at"_s, each.said.at},
                                {u"done"_s, each.done.has_value()}});
    return list;
}

QJsonArray deadlinesOf(const domain::IncidentState &state)
{
    QJsonArray list;
    for (const domain::DeadlineState &each : state.deadlines)
        list.append(QJsonObject{{u"regime"_s, each.started.regime},
                                {u"name"_s, each.started.name},
                                {u"due"_s, each.started.due},
                                {u"met"_s, each.met.has_value()}});
    return list;
}

QJsonArray timelineOf(const RoomBook &book, const RoomId &room)
{
    QJsonArray list;
    const domain::RoomFold *fold = book.fold(room);
    if (!fold)
        return list;
    const qsizetype begin = std::max<qsizetype>(0, fold->entries().size() - kMostLines);
    for (qsizetype i = begin; i < fold->entries().size(); ++i) {
        const domain::ReadEntry &read = fold->entries().at(i);
        if (fold->judgementAt(i).standing != domain::Standing::accepted)
            continue;
        const domain::PersonId by = book.workspace().personOf(read.envelope->node);
        const report::WordedFact worded =
            report::worded(read.fact, {book.workspace(), by, read.envelope->op, &fold->state()});
        list.append(QJsonObject{{u"at"_s, read.entry.position.serverTime},
                                {u"title"_s, worded.title.left(kLongestText)},
                                {u"by"_s, book.workspace().nameOf(by)}});
    }
    return list;
}

} // namespace

QJsonObject roomRecord(const RoomBook &book, const RoomId &room)
{
    const domain::WorkspaceState &workspace = book.workspace();
    const domain::IncidentState &state = book.state(room);
    QJsonObject json{{u"name"_s, book.titleOf(room)},
                     {u"incident"_s, incidentOf(state, workspace)},
                     {u"alerts"_s, alertsOf(book, room)},
                     {u"tasks"_s, tasksOf(state, workspace)},
                     {u"operations"_s, operationsOf(state, workspace)},
                     {u"deadlines"_s, deadlinesOf(state)},
                     {u"timeline"_s, timelineOf(book, room)}};
    if (const domain::Policy *policy = workspace.policy())
        json.insert(u"oncall"_s, QJsonObject{{u"rota"_s, namesOf(policy->rota, workspace)},
                                             {u"within"_s, policy->acknowledgeWithin}});
    return json;
}

} // namespace wardroom::session
