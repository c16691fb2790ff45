// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/operationcard.h"
#include "bot/runtime/operationflow.h"

#include <QCoroTimer>

namespace wardroom::bot {

using namespace Qt::StringLiterals;
using domain::OperationState;
using domain::OpId;
using domain::Outcome;
using domain::RunStage;

namespace {

constexpr int kAttachAttempts = 3;
constexpr auto kBetweenAttempts = std::chrono::milliseconds(500);
constexpr auto kBeforeSayingAgain = std::chrono::seconds(5);

} // namespace

QCoro::Task<> OperationFlow::run(OpId op)
{
    const auto keep = shared_from_this();
    const auto fits = runnableOf(op);
    Result<StepResult> ran = tl::unexpected(fits ? Error() : fits.error());
    if (fits) {
        const std::weak_ptr<OperationFlow> flow = keep;
        const std::function<void(const QString &)> show = [flow, op](const QString &text) {
            // Not waited for: a card that comes late or not at all changes nothing.
            if (const auto self = flow.lock(); self && !self->m_isClosed)
                self->m_ports.out->display(self->m_roomOf.value(op), op.text(), text);
        };
        const auto card = std::make_shared<OperationCard>(operation(op)->request.title, show);
        // Named, not a temporary: GCC 12 destroys the captures of one inside a co_await twice.
        const auto soFar = spooled(op);
        const std::function<void(OutputLine)> take = [flow, card, soFar, op](OutputLine line) {
            const auto self = flow.lock();
            if (!self || self->m_isClosed)
                return;
            card->take(line);
            soFar->take(line);
            if (self->onProgress)
                self->onProgress(op, line);
        };
        ran = co_await m_steps->run(fits->step, take);
        card->finish();
    }
    if (m_isClosed)
        co_return; // the journal still says starting: told as unknown after the restart
    Sha256 log;
    if (ran)
        log = co_await keepLog(ran->output);
    if (m_isClosed)
        co_return;
    const domain::Fact finished = finishedFact(ran, log);
    bool said = co_await say(op, finished, u"finished"_s);
    while (!said && !m_isClosed) {
        co_await QCoro::sleepFor(kBeforeSayingAgain); // a full disk: what happened is known here only
        if (!m_isClosed)
            said = co_await say(op, finished, u"finished"_s);
    }
    if (m_isClosed)
        co_return;
    m_finishSaid.insert(op);
    bool isRead = true;
    if (ran && ran->ok() && !fits->verifyStep.isEmpty())
        isRead = co_await verify(op, ran->data);
    if (m_isClosed)
        co_return;
    if (isRead) {
        co_await write(op, RunStage::ended);
    } else {
        m_interrupted.insert(op);
        wait(op);
    }
}

QCoro::Task<bool> OperationFlow::verify(OpId op, QJsonObject runData)
{
    const auto keep = shared_from_this();
    const OperationState *known = operation(op);
    if (!known || !m_steps)
        co_return false;
    const domain::Plan plan = known->request.plan;
    if (!isReadBack(known->request, m_steps->catalogue()))
        co_return true;
    const auto fits = runnableOf(op);
    Result<StepResult> ran = tl::unexpected(fits ? Error() : fits.error());
    if (fits) {
        const std::weak_ptr<OperationFlow> flow = keep;
        const std::function<void(OutputLine)> take = [flow, op](OutputLine line) {
            if (const auto self = flow.lock(); self && !self->m_isClosed && self->onProgress)
                self->onProgress(op, line);
        };
        ran = co_await m_steps->run(verifyStepOf(*fits, runData), take);
    }
    if (m_isClosed)
        co_return false;
    const domain::Fact fact = verifiedFact(ran, plan);
    co_return co_await say(op, fact, u"verified"_s);
}

//! Reading back changes nothing, so that alone goes on after a restart.
QCoro::Task<> OperationFlow::readBack(OpId op)
{
    const auto keep = shared_from_this();
    if (!m_ports.presence->isLive()) {
        wait(op); // what was read may have been said and not come back yet
        co_return;
    }
    const OperationState known = *operation(op);
    if (isUnread(known)) {
        const bool isRead = co_await verify(op, known.finish->data);
        if (!isRead)
            wait(op);
        if (!isRead || m_isClosed)
            co_return;
    }
    const bool written = co_await write(op, RunStage::ended);
    if (written)
        m_interrupted.remove(op);
}

QCoro::Task<> OperationFlow::reportInterrupted(OpId op)
{
    const auto keep = shared_from_this();
    if (!m_ports.presence->isLive()) {
        wait(op); // the end may have been said and not come back yet
        co_return;
    }
    const OperationState known = *operation(op);
    if (known.finish || known.stage == domain::Stage::stalled) {
        if (known.finish && known.finish->outcome == Outcome::unknown)
            fail(op, known.finish->summary);
        co_return co_await readBack(op);
    }
    wait(op);
    if (m_finishSaid.contains(op))
        co_return;
    domain::CommandFinished finished;
    finished.outcome = Outcome::unknown;
    finished.exitCode = -1;
    finished.summary =
        OperationRunner::tr("Wardroom ended while this ran, so nobody knows how far it got. A person must look.");
    m_finishSaid.insert(op); // before the wait: it may come back within it
    finished.log = co_await logSoFar(op);
    if (m_isClosed)
        co_return;
    const domain::Fact fact = finished;
    // Where the real end waits in the outbox, that is the one that comes back, and what it did is read then.
    const bool said = co_await say(op, fact, u"finished"_s);
    if (!said)
        m_finishSaid.remove(op);
}

std::shared_ptr<SpooledOutput> OperationFlow::spooled(const OpId &op) const
{
    const std::weak_ptr<const OperationFlow> flow = weak_from_this();
    const std::function<void(const QByteArray &)> keep = [flow, op](const QByteArray &output) {
        if (const auto self = flow.lock(); self && !self->m_isClosed && self->m_spool)
            self->m_spool->keepOutput(op, output);
    };
    return std::make_shared<SpooledOutput>(keep);
}

QCoro::Task<Sha256> OperationFlow::logSoFar(OpId op)
{
    const auto keep = shared_from_this();
    if (!m_spool)
        co_return Sha256();
    const Result<QByteArray> kept = co_await m_spool->keptOutput(op);
    if (m_isClosed || !kept || kept->isEmpty())
        co_return Sha256();
    co_return co_await keepLog(*kept);
}

QCoro::Task<Sha256> OperationFlow::keepLog(QByteArray output)
{
    const auto keep = shared_from_this();
    for (int attempt = 1; attempt <= kAttachAttempts && !m_isClosed; ++attempt) {
        const auto kept = co_await m_ports.out->attach(output);
        if (kept)
            co_return *kept;
        co_await QCoro::sleepFor(kBetweenAttempts);
    }
    co_return Sha256();
}

} // namespace wardroom::bot
