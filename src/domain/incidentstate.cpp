// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/incidentstate.h"

#include "domain/fields.h"
#include "domain/operationreduce.h"

namespace wardroom::domain {
using namespace Qt::StringLiterals;

namespace {

QJsonValue json(const Said &said)
{
    QJsonObject object{
        {u"fact"_s, said.fact.text()}, {u"by"_s, said.by.text()}, {u"node"_s, said.node.text()}, {u"at"_s, said.at}};
    if (said.via != Via::wardroom)
        object.insert(u"via"_s, wordOf(said.via));
    return object;
}

QJsonValue json(const std::optional<Said> &said)
{
    return said ? json(*said) : QJsonValue();
}

QJsonValue json(const AlertState &alert)
{
    QJsonArray called;
    for (const PersonId &person : alert.called)
        called.append(person.text());
    return QJsonObject{{u"raised"_s, FieldWriter::write(alert.raised)},
                       {u"said"_s, json(alert.said)},
                       {u"count"_s, alert.count},
                       {u"last"_s, alert.last},
                       {u"acknowledged"_s, json(alert.acknowledged)},
                       {u"incident"_s, alert.incident.text()},
                       {u"claimed"_s, json(alert.claimed)},
                       {u"claimWords"_s, alert.claimWords},
                       {u"resolved"_s, json(alert.resolved)},
                       {u"resolution"_s, alert.resolved ? wordOf(alert.resolution) : QString()},
                       {u"note"_s, alert.note},
                       {u"called"_s, called}};
}

QString word(Stage stage)
{
    static const QStringList words{u"requested"_s, u"declined"_s, u"cancelled"_s, u"claimed"_s,
                                   u"finished"_s,  u"verified"_s, u"stalled"_s,   u"expired"_s};
    return words.value(static_cast<int>(stage));
}

QJsonValue json(const Decision &decision)
{
    return QJsonObject{{u"said"_s, json(decision.said)}, {u"approves"_s, decision.approves},
                       {u"counts"_s, decision.counts},   {u"withdrawn"_s, decision.withdrawn},
                       {u"whyNot"_s, decision.whyNot},   {u"reason"_s, decision.reason},
                       {u"from"_s, decision.from}};
}

//! What was deleted before anybody counted it is known to those alone who were there, so it is in nobody's state.
bool isCounted(const OperationState &operation, const Decision &decision)
{
    const auto names = [&](const CountedApproval &counted) { return counted.fact == decision.said.fact; };
    return operation.claim && std::any_of(operation.claim->approvals.begin(), operation.claim->approvals.end(), names);
}

QJsonValue json(const OperationState &operation)
{
    QJsonArray decisions;
    for (const Decision &decision : operation.decisions)
        if (decision.whyNot != kDeletedInChat || isCounted(operation, decision))
            decisions.append(json(decision));
    QJsonObject object{{u"request"_s, FieldWriter::write(operation.request)},
                       {u"hash"_s, operation.hash.hex()},
                       {u"policy"_s, operation.policy},
                       {u"said"_s, json(operation.said)},
                       {u"stage"_s, word(operation.stage)},
                       {u"decisions"_s, decisions},
                       {u"claimSaid"_s, json(operation.claimSaid)},
                       {u"claimProblem"_s, operation.claimProblem},
                       {u"endReason"_s, operation.endReason},
                       {u"undoneBy"_s, operation.undoneBy.text()}};
    if (operation.removed)
        object.insert(u"removed"_s, true);
    if (operation.untold)
        object.insert(u"untold"_s, json(operation.untold));
    if (operation.claim)
        object.insert(u"claim"_s, FieldWriter::write(*operation.claim));
    if (operation.finish)
        object.insert(u"finish"_s, FieldWriter::write(*operation.finish));
    if (operation.verification)
        object.insert(u"verification"_s, FieldWriter::write(*operation.verification));
    return object;
}

QJsonValue json(const TaskState &task)
{
    return QJsonObject{{u"title"_s, task.title},
                       {u"assignee"_s, task.assignee.text()},
                       {u"said"_s, json(task.said)},
                       {u"done"_s, json(task.done)}};
}

QJsonValue json(const DeadlineState &deadline)
{
    return QJsonObject{{u"started"_s, FieldWriter::write(deadline.started)},
                       {u"said"_s, json(deadline.said)},
                       {u"met"_s, json(deadline.met)}};
}

template <HasFields T> QJsonValue json(const T &fact)
{
    return FieldWriter::write(fact);
}

template <class T> QJsonObject json(const QMap<FactId, T> &map)
{
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it)
        object.insert(it.key().text(), json(*it));
    return object;
}

QJsonObject json(const IncidentCore &incident)
{
    QJsonObject reached, roles;
    for (auto it = incident.reached.begin(); it != incident.reached.end(); ++it)
        reached.insert(wordOf(it.key()), it.value());
    for (auto it = incident.roles.begin(); it != incident.roles.end(); ++it)
        roles.insert(it.key(), it.value().text());
    QJsonObject object{{u"opened"_s, incident.opened},
                       {u"title"_s, incident.title},
                       {u"severity"_s, incident.severity},
                       {u"lead"_s, incident.lead.text()},
                       {u"roles"_s, roles},
                       {u"status"_s, wordOf(incident.status)},
                       {u"reached"_s, reached},
                       {u"alert"_s, incident.alert ? QJsonValue(FieldWriter::write(*incident.alert)) : QJsonValue()},
                       {u"said"_s, json(incident.said)},
                       {u"summary"_s, incident.summary},
                       {u"nextUpdate"_s, incident.nextUpdate},
                       {u"closed"_s, json(incident.closed)},
                       {u"closeSummary"_s, incident.closeSummary}};
    if (incident.tlp)
        object.insert(u"tlp"_s, wordOf(*incident.tlp));
    return object;
}

} // namespace

QList<Decision> OperationState::standing() const
{
    QList<Decision> result;
    std::copy_if(decisions.begin(), decisions.end(), std::back_inserter(result),
                 [](const Decision &d) { return d.approves && d.counts && !d.withdrawn; });
    return result;
}

const OperationState *IncidentState::operation(const OpId &op) const
{
    const auto it = operations.constFind(op);
    return it == operations.constEnd() ? nullptr : &*it;
}

bool IncidentState::restsOn(const FactId &fact) const
{
    if (const auto run = playbooks.constFind(fact); run != playbooks.cend())
        return !run->steps.isEmpty() || !run->operations.isEmpty() || !run->decisions.isEmpty() || run->ended;
    if (const OperationState *asked = operation(fact))
        return asked->claim || asked->finish || asked->verification || !asked->request.playbook.isEmpty();
    return std::any_of(operations.begin(), operations.end(), [&fact](const OperationState &each) {
        return each.claim && std::any_of(each.claim->approvals.begin(), each.claim->approvals.end(),
                                         [&fact](const CountedApproval &counted) { return counted.fact == fact; });
    });
}

QJsonObject IncidentState::toJson() const
{
    QJsonArray people;
    for (const PersonId &person : responders)
        people.append(person.text());
    QMap<OpId, OperationState> operations = this->operations;
    operations.removeIf([](const auto &each) {
        return each.value().removed && each.value().endReason == kDeletedInChat && !each.value().claim;
    });
    QJsonObject state{{u"incident"_s, json(incident)},     {u"alerts"_s, json(alerts)},
                      {u"operations"_s, json(operations)}, {u"tasks"_s, json(tasks)},
                      {u"notes"_s, json(notes)},           {u"evidence"_s, json(evidence)},
                      {u"deadlines"_s, json(deadlines)},   {u"responders"_s, people},
                      {u"anchors"_s, json(anchors)},       {u"unknownKinds"_s, unknownKinds}};
    QJsonObject runs;
    for (const PlaybookRun &run : playbooks)
        if (!run.removed || restsOn(run.id))
            runs.insert(run.id.text(), domain::toJson(run));
    if (!runs.isEmpty())
        state.insert(u"playbooks"_s, runs);
    return state;
}

} // namespace wardroom::domain
