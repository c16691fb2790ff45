// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/operationflow.h"

#include "base/plaintext.h"

namespace wardroom::bot {

using namespace Qt::StringLiterals;
using domain::OperationState;
using domain::OpId;
using domain::RunStage;

namespace {

constexpr qint64 kBlockedAfterMs = 120'000; // won elsewhere and not claimed for this long: a person must look

//! Those whose approval stands, as if all were members: whether it is worth asking the platform who is.
QList<domain::PersonId> approversOf(const OperationState &operation)
{
    QList<domain::PersonId> people;
    for (const domain::Decision &decision : operation.standing())
        people.append(decision.said.by);
    return people;
}

} // namespace

QCoro::Task<> OperationFlow::begin(OpId op)
{
    const auto keep = shared_from_this();
    const OperationState known = *operation(op);
    const bool wasAsking = m_stages.contains(op);
    if (m_lost.contains(op))
        co_return;
    if (known.stage != domain::Stage::requested || isExpired(known)) {
        if (wasAsking && co_await write(op, RunStage::ended))
            fail(op, OperationRunner::tr("It ended before it was known whether this node may run it."));
        co_return;
    }
    const auto fits = runnableOf(op);
    // Nobody decides on it, so nobody would notice that it cannot be run any more.
    const domain::Policy *policy = m_workspace.policy();
    const bool isOver =
        fits && fits->runsByItself && known.request.runner == m_self && policy && known.policy != policy->version;
    if (isOver && m_ports.presence->isLive())
        co_return co_await stall(op, OperationRunner::tr("The policy has changed since it was asked for; ask again."));
    if (!fits || count(op, approversOf(known)).answer != Count::Answer::allowed)
        co_return;
    if (!m_ports.presence->isLive()) {
        wait(op);
        co_return;
    }
    if (!fits->runsByItself)
        co_return co_await ask(op);
    if (co_await write(op, RunStage::starting))
        co_await run(op);
}

QCoro::Task<> OperationFlow::ask(OpId op)
{
    const auto keep = shared_from_this();
    const Count counted = co_await countNow(op);
    if (m_isClosed)
        co_return;
    if (counted.answer != Count::Answer::allowed) {
        if (counted.answer == Count::Answer::unreachable)
            wait(op);
        co_return;
    }
    if (!co_await write(op, RunStage::asking))
        co_return;
    const auto answer = co_await m_ports.arbiter->claimOnce(op.text());
    if (m_isClosed)
        co_return;
    // Lost to oneself is won only where this node's earlier asking got no answer. Otherwise an earlier run had it.
    const bool isOwn = answer.claim == domain::Claim::lost && answer.owner == m_self && m_askedBefore.contains(op);
    if (answer.claim == domain::Claim::won || isOwn) {
        if (co_await write(op, RunStage::won))
            co_await goOnAfterWinning(op);
    } else if (answer.claim == domain::Claim::lost && !m_workspace.node(answer.owner)) {
        co_await stall(
            op, OperationRunner::tr("Its lock is held by %1, which is no node of this workspace: a person must look.")
                    .arg(shownPlainly(answer.owner.text(), 260)));
    } else if (answer.claim == domain::Claim::lost) {
        m_lost.insert(op, m_ports.clock->nowMs());
        co_await write(op, RunStage::ended);
    } else {
        m_askedBefore.insert(op);
        wait(op);
    }
}

QCoro::Task<> OperationFlow::goOnAfterWinning(OpId op)
{
    const auto keep = shared_from_this();
    const OperationState known = *operation(op);
    if (known.claim && known.claimSaid->node != m_self) {
        if (co_await write(op, RunStage::ended))
            fail(op, OperationRunner::tr("Another node claimed it although this one may: a person must look."));
    } else if (known.claim) {
        co_await start(op);
    } else if (known.stage != domain::Stage::requested) {
        co_await write(op, RunStage::ended); // cancelled or declined meanwhile
    } else if (isExpired(known)) {
        co_await stall(op, OperationRunner::tr("It expired before it could start."));
    } else if (!m_claimSaid.contains(op)) {
        co_await sayClaimed(op);
    } else {
        wait(op); // for the claim to come back, or the expiry
    }
}

QCoro::Task<> OperationFlow::sayClaimed(OpId op)
{
    const auto keep = shared_from_this();
    const Count counted = co_await countNow(op);
    if (m_isClosed)
        co_return;
    if (counted.answer == Count::Answer::unreachable) {
        wait(op);
        co_return;
    }
    if (counted.answer == Count::Answer::refused)
        co_return co_await stall(op, counted.why);
    domain::CommandClaimed claim;
    claim.request = operation(op)->hash;
    claim.approvals = counted.approvals;
    claim.members = counted.members;
    claim.policyHash = m_workspace.policy()->hash();
    m_claimSaid.insert(op); // before the wait: it may come back within it
    const domain::Fact fact = claim;
    if (!co_await say(op, fact, u"claimed"_s))
        m_claimSaid.remove(op);
    if (m_isClosed)
        co_return;
    wait(op);
}

QCoro::Task<> OperationFlow::start(OpId op)
{
    const auto keep = shared_from_this();
    const OperationState known = *operation(op);
    if (known.finish || known.stage != domain::Stage::claimed) {
        co_await write(op, RunStage::ended);
        co_return;
    }
    if (!known.claimProblem.isEmpty())
        co_return co_await stall(op, known.claimProblem);
    const Count counted = co_await countNow(op);
    if (m_isClosed)
        co_return;
    if (counted.answer == Count::Answer::unreachable && !isExpired(*operation(op))) {
        wait(op);
        co_return;
    }
    if (counted.answer != Count::Answer::allowed) {
        const QString why = counted.why.isEmpty() ? OperationRunner::tr("It has expired.") : counted.why;
        co_await stall(op, why);
        co_return;
    }
    if (!co_await write(op, RunStage::starting))
        co_return;
    // The journal took its time; a withdrawal that came within it still counts.
    const Count last = count(op, counted.members);
    if (last.answer == Count::Answer::allowed)
        co_await run(op);
    else
        co_await stall(op, last.why);
}

QCoro::Task<> OperationFlow::stall(OpId op, QString reason)
{
    const auto keep = shared_from_this();
    const domain::Fact fact = domain::CommandStalled{reason};
    if (!co_await say(op, fact, u"stalled"_s)) {
        wait(op);
        co_return;
    }
    if (co_await write(op, RunStage::ended))
        fail(op, reason);
}

QCoro::Task<> OperationFlow::reportBlocked(OpId op)
{
    const auto keep = shared_from_this();
    const OperationState *known = operation(op);
    if (!known || known->stage != domain::Stage::requested || known->claim) {
        m_lost.insert(op, std::numeric_limits<qint64>::max());
        co_return;
    }
    const qint64 since = m_lost.value(op);
    if (since == std::numeric_limits<qint64>::max() || m_ports.clock->nowMs() - since < kBlockedAfterMs ||
        !m_ports.presence->isLive())
        co_return;
    m_lost.insert(op, std::numeric_limits<qint64>::max()); // said once
    const domain::Fact fact =
        domain::CommandStalled{OperationRunner::tr("Another node may run it and does not: a person must look.")};
    co_await say(op, fact, u"stalled"_s);
}

} // namespace wardroom::bot
