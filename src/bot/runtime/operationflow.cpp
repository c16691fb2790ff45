// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/operationflow.h"

#include <QCoroTimer>

namespace wardroom::bot {

using namespace Qt::StringLiterals;
using domain::OperationState;
using domain::OpId;
using domain::RunStage;

namespace {

constexpr int kSayAttempts = 3;
constexpr auto kBetweenAttempts = std::chrono::milliseconds(300);

} // namespace

OperationFlow::OperationFlow(RunnerPorts ports, QPointer<StepRunner> steps, domain::NodeId self)
    : m_ports(ports)
    , m_spool(dynamic_cast<RunSpool *>(ports.journal))
    , m_steps(std::move(steps))
    , m_self(std::move(self))
{}

void OperationFlow::consider(const domain::RoomId &room, const domain::IncidentState &state,
                             const domain::WorkspaceState &workspace)
{
    if (m_isClosed)
        return;
    m_workspace = workspace;
    m_rooms.insert(room, state);
    for (auto each = state.operations.begin(); each != state.operations.end(); ++each)
        m_roomOf.insert(each.key(), room);
    if (!m_hasRecovered) {
        recover(); // nothing may start before the journal was read
        return;
    }
    advanceAll(room);
}

void OperationFlow::advanceAll(const domain::RoomId &room)
{
    // A copy: what is said may come back within the call and change the room.
    const auto operations = m_rooms.value(room).operations;
    for (auto each = operations.begin(); each != operations.end(); ++each)
        if (each->stage == domain::Stage::requested || m_stages.contains(each.key()) || isUnread(*each))
            advance(each.key());
}

//! Ran on this node and was never read back, whatever the journal says: an earlier program ended in between.
bool OperationFlow::isUnread(const OperationState &operation) const
{
    if (operation.stage != domain::Stage::finished || operation.finish->outcome != domain::Outcome::done ||
        operation.verification || !operation.undoneBy.isEmpty())
        return false;
    return operation.claimSaid && operation.claimSaid->node == m_self && m_steps &&
           isReadBack(operation.request, m_steps->catalogue());
}

QCoro::Task<Result<void>> OperationFlow::recover()
{
    const auto keep = shared_from_this();
    if (m_hasRecovered)
        co_return Result<void>();
    const auto open = co_await m_ports.journal->open();
    if (m_isClosed || m_hasRecovered)
        co_return Result<void>();
    if (!open) {
        fail({}, OperationRunner::tr("Nothing will run, because the journal of what ran cannot be read: %1")
                     .arg(open.error().message));
        co_return tl::unexpected(open.error());
    }
    m_hasRecovered = true;
    for (auto each = open->begin(); each != open->end(); ++each) {
        m_stages.insert(each.key(), each.value());
        if (each.value() == RunStage::starting)
            m_interrupted.insert(each.key());
        else if (each.value() == RunStage::asking)
            m_askedBefore.insert(each.key());
    }
    for (const domain::RoomId &room : m_rooms.keys())
        advanceAll(room);
    co_return Result<void>();
}

void OperationFlow::tryAgain()
{
    if (m_isClosed)
        return;
    if (!m_hasRecovered) {
        recover();
        return;
    }
    for (const OpId &op : QSet(m_waiting))
        advance(op);
    for (const OpId &op : m_lost.keys())
        reportBlocked(op);
}

QCoro::Task<> OperationFlow::advance(OpId op)
{
    const auto keep = shared_from_this();
    if (m_busy.contains(op)) {
        m_again.insert(op);
        co_return;
    }
    m_busy.insert(op);
    do {
        m_again.remove(op);
        m_waiting.remove(op);
        co_await takeStep(op);
    } while (!m_isClosed && m_again.contains(op));
    m_busy.remove(op);
}

QCoro::Task<> OperationFlow::takeStep(OpId op)
{
    const auto keep = shared_from_this();
    if (!operation(op))
        co_return;
    const auto stage = m_stages.constFind(op);
    if (stage == m_stages.cend() && isUnread(*operation(op)))
        co_await readBack(op);
    else if (stage == m_stages.cend() || *stage == RunStage::asking)
        co_await begin(op);
    else if (*stage == RunStage::won)
        co_await goOnAfterWinning(op);
    else if (*stage == RunStage::starting && m_interrupted.contains(op))
        co_await reportInterrupted(op);
}

const OperationState *OperationFlow::operation(const OpId &op) const
{
    const auto room = m_rooms.constFind(m_roomOf.value(op));
    return room == m_rooms.cend() ? nullptr : room->operation(op);
}

Result<Runnable> OperationFlow::runnableOf(const OpId &op) const
{
    const OperationState *known = operation(op);
    if (!known || !m_steps)
        return wardroom::fail(ErrorKind::notFound, OperationRunner::tr("The request is not here any more."));
    Result<Runnable> fits =
        runnable(*known, m_rooms.value(m_roomOf.value(op)), m_workspace, m_steps->catalogue(), m_self);
    if (fits)
        fits->step.room = m_roomOf.value(op);
    return fits;
}

qint64 OperationFlow::nowFor(const OperationState &operation) const
{
    // The server's time on what was said is a floor: this machine's clock may have been set back.
    qint64 now = std::max(m_ports.clock->nowMs(), operation.said.at);
    for (const domain::Decision &decision : operation.decisions)
        now = std::max(now, decision.said.at);
    return operation.claimSaid ? std::max(now, operation.claimSaid->at) : now;
}

bool OperationFlow::isExpired(const OperationState &operation)
{
    if (nowFor(operation) >= operation.request.expires)
        m_expired.insert(operation.op);
    return m_expired.contains(operation.op);
}

OperationFlow::Count OperationFlow::count(const OpId &op, const QList<domain::PersonId> &members)
{
    const OperationState *known = operation(op);
    if (!known)
        return {Count::Answer::refused, OperationRunner::tr("The request is not here any more."), {}, {}};
    if (isExpired(*known))
        return {Count::Answer::refused, OperationRunner::tr("It has expired."), {}, {}};
    if (const auto fits = runnableOf(op); !fits)
        return {Count::Answer::refused, fits.error().message, {}, {}};
    const domain::Policy *policy = m_workspace.policy();
    const domain::CommandRequested &request = known->request;
    const domain::CommandLevel *grant =
        policy ? policy->grantFor(request.command, request.plugin, request.pluginHash, request.risk) : nullptr;
    const bool holds = grant && m_ports.presence->recordHolds(*grant);
    const auto counted = domain::mayStart(*known, m_workspace, members, nowFor(*known), holds);
    if (!counted)
        return {Count::Answer::refused, counted.error().message, {}, {}};
    return {Count::Answer::allowed, {}, *counted, members};
}

QCoro::Task<OperationFlow::Count> OperationFlow::countNow(OpId op)
{
    const auto keep = shared_from_this();
    const auto fits = runnableOf(op);
    if (!fits)
        co_return Count{Count::Answer::refused, fits.error().message, {}, {}};
    if (!m_ports.presence->isLive())
        co_return Count{};
    QList<domain::PersonId> members;
    if (!fits->group.isEmpty()) {
        const auto read = co_await m_ports.presence->members(fits->group);
        if (m_isClosed)
            co_return Count{};
        if (!read && read.error().kind == ErrorKind::forbidden)
            co_return Count{Count::Answer::refused, read.error().message, {}, {}};
        if (!read)
            co_return Count{};
        members = *read;
    }
    // After the wait everything is asked again of what is known by now.
    co_return m_ports.presence->isLive() ? count(op, members) : Count{};
}

QCoro::Task<bool> OperationFlow::write(OpId op, RunStage stage)
{
    const auto keep = shared_from_this();
    const auto written = co_await m_ports.journal->write(op, stage);
    if (m_isClosed)
        co_return false;
    if (!written) {
        fail(op, OperationRunner::tr("It does not go on, because that cannot be written down: %1")
                     .arg(written.error().message));
        wait(op);
        co_return false;
    }
    m_stages.insert(op, stage);
    if (stage == RunStage::ended && m_spool)
        m_spool->forgetOutput(op); // its log is in the room
    co_return true;
}

QCoro::Task<bool> OperationFlow::say(OpId op, domain::Fact fact, QString word)
{
    const auto keep = shared_from_this();
    // One id for one act of this node, so that an act said again after a crash is the same fact.
    const auto id = domain::derivedFactId(u"%1:%2:%3"_s.arg(word, op.text(), m_self.text()));
    const domain::Intent intent{m_roomOf.value(op), fact, {}, op, op, id};
    for (int attempt = 1;; ++attempt) {
        const auto said = co_await m_ports.out->say(intent);
        if (m_isClosed)
            co_return false;
        if (said)
            co_return true;
        if (attempt == kSayAttempts) {
            fail(op, OperationRunner::tr("It could not be said in the room: %1").arg(said.error().message));
            co_return false;
        }
        co_await QCoro::sleepFor(kBetweenAttempts);
        if (m_isClosed)
            co_return false;
    }
}

void OperationFlow::fail(const OpId &op, const QString &why) const
{
    if (!m_isClosed && onFailure)
        onFailure(op, why);
}

} // namespace wardroom::bot
