// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fold.h"
#include "domain/operationreduce.h"
#include "domain/playbookreduce.h"

namespace wardroom::domain {
using namespace Qt::StringLiterals;

namespace {

Judgement accepted()
{
    return {Standing::accepted, {}, {}};
}

Judgement waitsFor(const FactId &fact)
{
    return {Standing::waiting, u"waits for a fact it refers to"_s, u"fact:"_s + fact.text()};
}

//! The status that nothing replaces; of several at once the furthest, then the greatest id: never "the last one".
void settleStatus(IncidentCore &incident)
{
    QSet<FactId> replaced;
    for (const IncidentStatusSet &said : std::as_const(incident.statuses))
        replaced.insert(said.replaces);
    incident.status = IncidentStatus::detected;
    incident.statusFact = {};
    for (auto it = incident.statuses.cbegin(); it != incident.statuses.cend(); ++it) {
        if (!replaced.contains(it.key()) && (incident.statusFact.isEmpty() || it->status >= incident.status)) {
            incident.status = it->status;
            incident.statusFact = it.key();
        }
    }
}

//! One overload a kind: facts of rooms that are not operations.
class Step
{
public:
    Step(IncidentState &state, const Said &said) : m_state(state), m_said(said) {}

    Judgement operator()(const AlertRaised &fact)
    {
        AlertState alert;
        alert.raised = fact;
        alert.said = m_said;
        alert.count = fact.count;
        alert.last = fact.last;
        m_state.alerts.insert(m_said.fact, alert);
        return accepted();
    }
    Judgement operator()(const AlertGrouped &fact)
    {
        return withAlert(fact.alert, [&](AlertState &alert) {
            alert.count = std::max(alert.count, fact.count);
            alert.last = std::max(alert.last, fact.last);
        });
    }
    Judgement operator()(const AlertAcknowledged &fact)
    {
        return withAlert(fact.alert, [&](AlertState &alert) {
            if (!alert.acknowledged)
                alert.acknowledged = m_said;
            if (alert.incident.isEmpty())
                alert.incident = fact.incident;
        });
    }
    Judgement operator()(const AlertClaimed &fact)
    {
        return withAlert(fact.alert, [&](AlertState &alert) {
            if (!alert.claimed) {
                alert.claimed = m_said;
                alert.claimWords = fact.words;
            }
        });
    }
    Judgement operator()(const AlertResolved &fact)
    {
        return withAlert(fact.alert, [&](AlertState &alert) {
            alert.resolved = m_said;
            alert.resolution = fact.as;
            alert.note = fact.note;
        });
    }
    Judgement operator()(const IncidentOpened &fact)
    {
        IncidentCore &incident = m_state.incident;
        if (incident.opened)
            return {Standing::suspect, u"this room's incident is open already"_s, {}};
        incident.opened = true;
        incident.title = fact.title;
        incident.severity = fact.severity;
        incident.lead = fact.lead;
        incident.alert = fact.alert;
        incident.said = m_said;
        incident.reached.insert(IncidentStatus::detected, m_said.at);
        return accepted();
    }
    Judgement operator()(const IncidentStatusSet &fact)
    {
        IncidentCore &incident = m_state.incident;
        if (!fact.replaces.isEmpty() && !incident.statuses.contains(fact.replaces))
            return waitsFor(fact.replaces);
        incident.statuses.insert(m_said.fact, fact);
        if (!incident.reached.contains(fact.status))
            incident.reached.insert(fact.status, m_said.at);
        settleStatus(incident);
        return accepted();
    }
    Judgement operator()(const IncidentSeveritySet &fact)
    {
        m_state.incident.severity = std::clamp<qint64>(fact.severity, 1, 4);
        return accepted();
    }
    Judgement operator()(const IncidentTlpSet &fact)
    {
        m_state.incident.tlp = fact.tlp;
        return accepted();
    }
    Judgement operator()(const IncidentRoleSet &fact)
    {
        m_state.incident.roles.insert(fact.role, fact.person);
        if (fact.role == u"lead")
            m_state.incident.lead = fact.person;
        return accepted();
    }
    Judgement operator()(const IncidentSummary &fact)
    {
        m_state.incident.summary = fact.text;
        return accepted();
    }
    Judgement operator()(const IncidentNextUpdate &fact)
    {
        m_state.incident.nextUpdate = fact.due;
        return accepted();
    }
    Judgement operator()(const IncidentClosed &fact)
    {
        m_state.incident.closed = m_said;
        m_state.incident.closeSummary = fact.summary;
        return accepted();
    }
    Judgement operator()(const IncidentReopened &)
    {
        m_state.incident.closed.reset();
        return accepted();
    }
    Judgement operator()(const ResponderCalled &fact)
    {
        const auto alert = m_state.alerts.find(fact.alert);
        if (alert == m_state.alerts.end() && !fact.alert.isEmpty())
            return waitsFor(fact.alert);
        if (alert != m_state.alerts.end() && !alert->called.contains(fact.person))
            alert->called.append(fact.person);
        return join(fact.person);
    }
    Judgement operator()(const ResponderJoined &fact) { return join(fact.person); }
    Judgement operator()(const TaskAdded &fact)
    {
        m_state.tasks.insert(m_said.fact, {m_said.fact, fact.title, fact.assignee, m_said, {}});
        return accepted();
    }
    Judgement operator()(const TaskAssigned &fact)
    {
        return with(m_state.tasks, fact.task, [&](TaskState &task) { task.assignee = fact.assignee; });
    }
    Judgement operator()(const TaskDone &fact)
    {
        return with(m_state.tasks, fact.task, [&](TaskState &task) { task.done = task.done ? task.done : m_said; });
    }
    Judgement operator()(const EvidenceAdded &fact)
    {
        m_state.evidence.insert(m_said.fact, fact);
        return accepted();
    }
    Judgement operator()(const NoteAdded &fact)
    {
        m_state.notes.insert(m_said.fact, fact);
        return accepted();
    }
    Judgement operator()(const DeadlineStarted &fact)
    {
        m_state.deadlines.insert(m_said.fact, {m_said.fact, fact, m_said, {}});
        return accepted();
    }
    Judgement operator()(const DeadlineMet &fact)
    {
        return with(m_state.deadlines, fact.deadline, [&](DeadlineState &deadline) { deadline.met = m_said; });
    }
    Judgement operator()(const RecordAnchored &fact)
    {
        m_state.anchors.insert(m_said.fact, fact);
        return accepted();
    }
    Judgement operator()(const RecordKept &) { return accepted(); }
    Judgement operator()(const UnknownFact &)
    {
        ++m_state.unknownKinds;
        return accepted();
    }
    //! Facts of the control room said elsewhere count nowhere.
    Judgement operator()(const auto &) { return {Standing::suspect, u"belongs in the control room"_s, {}}; }

private:
    template <class Map, class Change> Judgement with(Map &map, const FactId &id, Change change)
    {
        const auto it = map.find(id);
        if (it == map.end())
            return waitsFor(id);
        change(*it);
        return accepted();
    }
    template <class Change> Judgement withAlert(const FactId &id, Change change)
    {
        return with(m_state.alerts, id, change);
    }
    Judgement join(const PersonId &person)
    {
        if (!person.isEmpty() && !m_state.responders.contains(person))
            m_state.responders.append(person);
        return accepted();
    }

    IncidentState &m_state;
    const Said &m_said;
};

} // namespace

Judgement reduce(IncidentState &state, const ReadEntry &read, const Said &said, const WorkspaceState &workspace)
{
    if (workspace.policy(read.envelope->policy) == nullptr && read.envelope->policy != 0)
        return {Standing::waiting, u"waits for its policy"_s, u"policy:"_s + QString::number(read.envelope->policy)};
    if (isOperationFact(read.fact))
        return reduceOperation(state, read, said, workspace);
    if (isPlaybookFact(read.fact))
        return reducePlaybook(state, read, said, workspace);
    return std::visit(Step(state, said), read.fact);
}

} // namespace wardroom::domain
