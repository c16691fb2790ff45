// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/operationreduce.h"

#include "domain/permission.h"
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

template <class... Ts> bool isOneOf(const Fact &fact)
{
    return (std::holds_alternative<Ts>(fact) || ...);
}

//! A claim that counts more than anybody needs only wants to be read slowly.
constexpr qsizetype kMostApprovals = 64;

//! Nothing has settled it but, at most, that its request was taken out of the chat.
bool isUndecided(const OperationState &operation)
{
    return operation.stage == Stage::requested || (operation.removed && operation.stage == Stage::cancelled);
}

QString removal(const ReadEntry &read)
{
    return read.entry.deleted ? QString(kDeletedInChat) : u"edited in the chat"_s;
}

//! Why a decision does not count as said: wrong bytes, the requester's own, twice, too late. Kept and shown anyway.
QString whyItDoesNotCount(const OperationState &operation, const Sha256 &request, const Said &said,
                          const Policy *policy)
{
    if (request != operation.hash)
        return u"for other bytes"_s;
    if (operation.request.requesters.contains(said.by))
        return u"by the requester"_s;
    if (said.via == Via::platform && operation.request.risk == Risk::disrupt)
        return u"from a phone, where this risk needs a signature"_s;
    if (policy && policy->bots.contains(said.by))
        return u"by a bot"_s;
    if (operation.request.expires > 0 && said.at > operation.request.expires)
        return u"after it expired"_s;
    if (!isUndecided(operation))
        return u"after it was settled"_s;
    const auto before = [&said](const Decision &d) { return d.said.by == said.by && d.counts && !d.withdrawn; };
    if (std::any_of(operation.decisions.begin(), operation.decisions.end(), before))
        return u"twice by one person"_s;
    return {};
}

class Step
{
public:
    Step(OperationState &operation, const IncidentState &state, const ReadEntry &read, const Said &said,
         const WorkspaceState &workspace)
        : m_operation(operation)
        , m_state(state)
        , m_read(read)
        , m_said(said)
        , m_workspace(workspace)
    {}

    Judgement operator()(const ApprovalGiven &fact) { return decide(fact.request, true, fact.reason, fact.from); }
    Judgement operator()(const ApprovalDeclined &fact)
    {
        if (fact.reason.trimmed().isEmpty())
            return suspect(u"declined without a reason"_s);
        const Judgement judged = decide(fact.request, false, fact.reason, fact.from);
        if (m_operation.decisions.last().counts)
            end(Stage::declined, fact.reason);
        return judged;
    }
    Judgement operator()(const ApprovalWithdrawn &fact)
    {
        const auto decision = std::find_if(m_operation.decisions.begin(), m_operation.decisions.end(),
                                           [&](const Decision &d) { return d.said.fact == fact.approval; });
        if (decision == m_operation.decisions.end())
            return waitsFor(fact.approval);
        if (decision->said.by != m_said.by)
            return suspect(u"withdraws somebody else's approval"_s);
        decision->withdrawn = true;
        return accepted();
    }
    Judgement operator()(const CommandClaimed &fact)
    {
        if (fact.approvals.size() > kMostApprovals)
            return suspect(u"counts more approvals than anybody needs"_s);
        for (const CountedApproval &counted : fact.approvals) {
            const auto is = [&](const Decision &d) { return d.said.fact == counted.fact; };
            if (std::none_of(m_operation.decisions.begin(), m_operation.decisions.end(), is))
                return waitsFor(counted.fact);
        }
        if (m_operation.claim)
            return suspect(u"claimed already"_s);
        m_operation.claim = fact;
        m_operation.claimSaid = m_said;
        m_operation.untold.reset();
        m_operation.claimProblem = claimProblem(m_operation, fact, m_workspace, m_state);
        const NodeId &runner = m_operation.request.runner;
        if (m_operation.claimProblem.isEmpty() && !runner.isEmpty() && runner != m_said.node)
            m_operation.claimProblem = u"claimed by another node than the request names"_s;
        if (isUndecided(m_operation))
            m_operation.stage = Stage::claimed;
        return accepted();
    }
    Judgement operator()(const CommandFinished &fact)
    {
        if (!mayReport())
            return notTheirs();
        if (m_operation.finish)
            return suspect(u"finished already"_s);
        m_operation.finish = fact;
        // The server's clock may have jumped: what was verified does not become merely finished.
        m_operation.stage = m_operation.verification ? Stage::verified : Stage::finished;
        checkUnclaimed();
        return accepted();
    }
    Judgement operator()(const CommandVerified &fact)
    {
        if (!mayReport())
            return notTheirs();
        m_operation.verification = fact;
        m_operation.stage = Stage::verified;
        return accepted();
    }
    Judgement operator()(const CommandCancelled &fact)
    {
        if (!m_operation.request.requesters.contains(m_said.by))
            return suspect(u"cancelled by somebody who did not ask for it"_s);
        if (m_operation.stage != Stage::requested)
            return suspect(u"cancelled after it was settled"_s);
        end(Stage::cancelled, fact.reason);
        return accepted();
    }
    Judgement operator()(const CommandStalled &fact)
    {
        if (m_operation.finish || m_operation.verification)
            return suspect(u"stalled after it finished"_s);
        end(Stage::stalled, fact.reason);
        return accepted();
    }
    Judgement operator()(const auto &) { return accepted(); }

private:
    //! That its request was taken out of the chat stays the reason, whatever came of it.
    void end(Stage stage, const QString &reason)
    {
        m_operation.stage = stage;
        if (!m_operation.removed)
            m_operation.endReason = reason;
    }

    Judgement decide(const Sha256 &request, bool approves, const QString &reason, const QString &from)
    {
        const QString whyNot = whyItDoesNotCount(m_operation, request, m_said, m_workspace.policy(m_operation.policy));
        Decision decision{m_said, approves, whyNot.isEmpty(), false, whyNot, reason, from};
        if (m_read.entry.deleted || (m_read.isRemoved() && whyNot.isEmpty())) {
            decision.withdrawn = true;
            decision.whyNot = removal(m_read);
        }
        m_operation.decisions.append(decision);
        return accepted();
    }

    //! Reads run by themselves on the asker's node; everything else is told by the node that claimed it.
    bool mayReport() const
    {
        const bool runsByItself = m_operation.request.needs == 0;
        return (m_operation.claimSaid && m_operation.claimSaid->node == m_said.node) ||
               (runsByItself && !m_operation.claimSaid &&
                (m_operation.said.node == m_said.node || m_operation.request.runner == m_said.node));
    }

    //! A report before its claim waits for it, and where that was deleted people want to know that there is one; one
    //! beside somebody else's claim is nobody's.
    Judgement notTheirs()
    {
        if (m_operation.claimSaid || m_operation.request.needs == 0)
            return suspect(u"reported by a node that did not claim it"_s);
        if (!m_operation.untold)
            m_operation.untold = m_said;
        return {Standing::waiting, u"waits for the claim"_s, u"claim:"_s + m_operation.op.text()};
    }

    //! What ran without a claim must have been something that runs by itself, whatever the request says it needs.
    void checkUnclaimed()
    {
        const CommandRequested &request = m_operation.request;
        const Policy *policy = m_workspace.policy(m_operation.policy);
        if (m_operation.claim || !policy)
            return;
        const bool vetted = policy->isVetted(request.plugin, request.pluginHash);
        if (!requirementFor(request.risk, vetted, *policy, request.command).runsByItself)
            m_operation.claimProblem = u"it ran without the claim that the policy asks for"_s;
    }

    OperationState &m_operation;
    const IncidentState &m_state;
    const ReadEntry &m_read;
    const Said &m_said;
    const WorkspaceState &m_workspace;
};

//! Another copy of a request whose first copy was taken out of the chat: as long as one stands, it stands.
Judgement takeBack(OperationState &operation, const ReadEntry &read, const Said &said)
{
    if (!operation.removed || operation.hash != read.hash)
        return suspect(u"another request has this id"_s);
    if (read.isRemoved())
        return {Standing::duplicate, u"the same fact, said again"_s, {}};
    operation.removed = false;
    operation.said = said;
    operation.endReason.clear();
    for (const Decision &decision : std::as_const(operation.decisions))
        if (!decision.approves && decision.counts && operation.stage == Stage::declined)
            operation.endReason = decision.reason;
    if (operation.stage == Stage::cancelled)
        operation.stage = Stage::requested;
    return accepted();
}

Judgement reduceRequest(IncidentState &state, const ReadEntry &read, const Said &said, const CommandRequested &fact)
{
    const Envelope &envelope = *read.envelope;
    if (envelope.op != envelope.id)
        return suspect(u"a request that does not name itself as its operation"_s);
    if (!fact.requesters.contains(said.by))
        return suspect(u"asked for by somebody who is not among its requesters"_s);
    if (const Judgement judged = judgePlaybookRequest(state, read, said, fact); judged.standing != Standing::accepted)
        return judged;
    if (!fact.undoes.isEmpty()) {
        const auto undone = state.operations.find(fact.undoes);
        if (undone == state.operations.end())
            return waitsFor(fact.undoes);
        if (!read.isRemoved())
            undone->undoneBy = envelope.id;
    }
    if (const auto known = state.operations.find(envelope.id); known != state.operations.end())
        return takeBack(*known, read, said);
    OperationState operation;
    operation.op = envelope.id;
    operation.request = fact;
    operation.hash = read.hash;
    operation.policy = envelope.policy;
    operation.said = said;
    if (read.isRemoved()) {
        operation.removed = true;
        operation.stage = Stage::cancelled;
        operation.endReason = removal(read);
    }
    state.operations.insert(envelope.id, operation);
    if (!fact.playbook.isEmpty())
        state.playbooks[fact.playbook].operations.insert(fact.step, envelope.id);
    return accepted();
}

} // namespace

bool isOperationFact(const Fact &fact)
{
    return isOneOf<CommandRequested, CommandClaimed, CommandFinished, CommandVerified, CommandCancelled, CommandStalled,
                   ApprovalGiven, ApprovalDeclined, ApprovalWithdrawn>(fact);
}

Judgement reduceOperation(IncidentState &state, const ReadEntry &read, const Said &said,
                          const WorkspaceState &workspace)
{
    if (const auto *request = std::get_if<CommandRequested>(&read.fact))
        return reduceRequest(state, read, said, *request);
    const OpId op = read.envelope->op;
    const auto operation = state.operations.find(op);
    if (operation == state.operations.end())
        return waitsFor(op);
    return std::visit(Step(*operation, state, read, said, workspace), read.fact);
}

} // namespace wardroom::domain
