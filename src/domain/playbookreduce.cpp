// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/playbookreduce.h"

namespace wardroom::domain {
using namespace Qt::StringLiterals;

namespace {

Judgement accepted()
{
    return {Standing::accepted, {}, {}};
}

Judgement suspect(const QString &why)
{
    return {Standing::suspect, why, {}};
}

Judgement waitsFor(const FactId &fact)
{
    return {Standing::waiting, u"waits for a fact it refers to"_s, u"fact:"_s + fact.text()};
}

Judgement ofAnotherNode()
{
    return suspect(u"said by another node than runs the playbook"_s);
}

class Step
{
public:
    Step(IncidentState &state, const ReadEntry &read, const Said &said, const WorkspaceState &workspace)
        : m_state(state)
        , m_read(read)
        , m_said(said)
        , m_workspace(workspace)
    {}

    Judgement operator()(const PlaybookStarted &fact)
    {
        const auto published = m_workspace.playbooks.constFind(fact.publication);
        if (published == m_workspace.playbooks.cend())
            return {Standing::waiting, u"waits for the playbook's publication"_s,
                    u"playbook:"_s + fact.publication.text()};
        if (published->published.file != fact.file || published->published.playbook != fact.playbook)
            return suspect(u"starts other bytes than were published"_s);
        if (!fact.requesters.contains(m_said.by) || !fact.requesters.contains(published->by))
            return suspect(u"leaves out who published or started the playbook"_s);
        if (const auto known = m_state.playbooks.find(m_said.fact); known != m_state.playbooks.end()) {
            if (m_read.isRemoved() || !known->removed)
                return {Standing::duplicate, u"the same fact, said again"_s, {}};
            known->removed = false;
            known->said = m_said;
            return accepted();
        }
        PlaybookRun run;
        run.id = m_said.fact;
        run.started = fact;
        run.said = m_said;
        run.removed = m_read.isRemoved();
        m_state.playbooks.insert(run.id, run);
        return accepted();
    }

    Judgement operator()(const PlaybookStep &fact)
    {
        const auto run = m_state.playbooks.find(fact.run);
        if (run == m_state.playbooks.end())
            return waitsFor(fact.run);
        if (m_said.node != run->said.node)
            return ofAnotherNode();
        if (run->ended)
            return suspect(u"said after the playbook ended"_s);
        PlaybookStepStatus &status = run->steps[fact.step];
        const bool isFirst = status.said.fact.isEmpty();
        if (fact.state == PlaybookStepState::asking && status.question.isEmpty()) {
            status.question = m_said.fact;
            status.asked = fact;
        }
        if (isFirst || fact.state > status.told.state) {
            status.told = fact;
            status.said = m_said;
        }
        return accepted();
    }

    Judgement operator()(const PlaybookDecided &fact)
    {
        const auto run = m_state.playbooks.find(fact.run);
        if (run == m_state.playbooks.end())
            return waitsFor(fact.run);
        const auto step = std::find_if(run->steps.begin(), run->steps.end(),
                                       [&](const PlaybookStepStatus &each) { return each.question == fact.question; });
        if (fact.question.isEmpty() || step == run->steps.end())
            return waitsFor(fact.question);
        const QString whyNot = whyItDoesNotCount(*run, *step, fact);
        run->decisions.append({m_said, fact, step.key(), whyNot.isEmpty(), whyNot});
        return accepted();
    }

    Judgement operator()(const PlaybookEnded &fact)
    {
        const auto run = m_state.playbooks.find(fact.run);
        if (run == m_state.playbooks.end())
            return waitsFor(fact.run);
        if (run->ended)
            return suspect(u"ended already"_s);
        if (m_said.node != run->said.node && (fact.outcome != PlaybookOutcome::stopped || !mayStop(*run)))
            return suspect(u"stopped by somebody who may not"_s);
        run->ended = fact;
        run->endSaid = m_said;
        // Nobody has to be there to take back what still waits for approval.
        for (const FactId &op : std::as_const(run->operations)) {
            OperationState &operation = m_state.operations[op];
            if (operation.stage != Stage::requested)
                continue;
            operation.stage = Stage::cancelled;
            operation.endReason = u"the playbook has ended"_s;
        }
        return accepted();
    }

    Judgement operator()(const auto &) { return accepted(); }

private:
    //! Stopping is for whoever answers for it or works on it, not for onlookers.
    bool mayStop(const PlaybookRun &run) const
    {
        const Policy *policy = m_workspace.policy(m_read.envelope->policy);
        return run.started.requesters.contains(m_said.by) || (policy && policy->isAdmin(m_said.by)) ||
               m_state.incident.lead == m_said.by || m_state.responders.contains(m_said.by);
    }

    QString whyItDoesNotCount(const PlaybookRun &run, const PlaybookStepStatus &step, const PlaybookDecided &fact) const
    {
        const Policy *policy = m_workspace.policy(m_read.envelope->policy);
        if (!step.asked.options.contains(fact.choice))
            return u"not among the options"_s;
        if (policy && policy->bots.contains(m_said.by))
            return u"by a bot"_s;
        if (!step.asked.who.isEmpty() && !step.asked.who.contains(m_said.by))
            return u"by somebody who was not asked"_s;
        if (step.asked.until > 0 && m_said.at > step.asked.until)
            return u"after it expired"_s;
        if (!run.isRunning() || step.told.state > PlaybookStepState::asking)
            return u"after it was settled"_s;
        const auto before = [&](const PlaybookDecision &d) {
            return d.said.by == m_said.by && d.counts && d.decided.question == fact.question;
        };
        if (std::any_of(run.decisions.begin(), run.decisions.end(), before))
            return u"twice by one person"_s;
        return {};
    }

    IncidentState &m_state;
    const ReadEntry &m_read;
    const Said &m_said;
    const WorkspaceState &m_workspace;
};

} // namespace

bool isPlaybookFact(const Fact &fact)
{
    return std::holds_alternative<PlaybookStarted>(fact) || std::holds_alternative<PlaybookStep>(fact) ||
           std::holds_alternative<PlaybookDecided>(fact) || std::holds_alternative<PlaybookEnded>(fact);
}

Judgement reducePlaybook(IncidentState &state, const ReadEntry &read, const Said &said, const WorkspaceState &workspace)
{
    return std::visit(Step(state, read, said, workspace), read.fact);
}

Judgement judgePlaybookRequest(const IncidentState &state, const ReadEntry &read, const Said &said,
                               const CommandRequested &request)
{
    if (request.playbook.isEmpty())
        return accepted();
    const auto run = state.playbooks.constFind(request.playbook);
    if (run == state.playbooks.cend())
        return waitsFor(request.playbook);
    if (said.node != run->said.node)
        return ofAnotherNode();
    // Whoever published or started it has asked for each of its steps, and approves none of them.
    for (const PersonId &person : run->started.requesters)
        if (!request.requesters.contains(person))
            return suspect(u"leaves out who published or started the playbook"_s);
    if (run->ended && !state.operations.contains(read.envelope->id))
        return suspect(u"said after the playbook ended"_s);
    if (const FactId before = run->operations.value(request.step); !before.isEmpty() && before != read.envelope->id)
        return suspect(u"this step was asked for already"_s);
    return accepted();
}

} // namespace wardroom::domain
