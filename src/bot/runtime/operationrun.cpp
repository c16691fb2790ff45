// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/operationcard.h"
#include "bot/runtime/operationflow.h"

#include <QCoroTimer>

namespace wardroom::bot {

using namespace Qt::StringLiterals;
using domain::OpId;
using domain::OperationState;
using domain::Outcome;
using domain::RunStage;

namespace {

constexpr int kAttachAttempts = 3;
constexpr auto kBetweenAttempts = std::chrono::milliseconds(500);

} // namespace

QCoro::Task<> OperationFlow::run(OpId op)
{
    const auto keep = shared_from_this();
    const auto fits = runnableOf(op);
    Result<StepResult> ran = tl::unexpected(fits ? Error() : fits.error());
    if (fits) {
        const auto card = std::make_shared<OperationCard>(m_ports.out, m_roomOf.value(op), op, operation(op)->request.title);
        const std::weak_ptr<OperationFlow> flow = keep;
        // Named, not a temporary: GCC 12 destroys the captures of one inside a co_await twice.
        const std::function<void(OutputLine)> take = [flow, card, op](OutputLine line) {
            const auto self = flow.lock();
            if (!self || self->m_isClosed)
                return;
            card->take(line);
            if (self->onProgress)
                self->onProgress(op, line);
        };
        ran = co_await m_steps->run(fits->step, take);
    }
    if (m_isClosed)
        co_return; // the journal still says starting: told as unknown after the restart
    Sha256 log;
    if (ran)
        log = co_await keepLog(ran->output);
    if (m_isClosed)
        co_return;
    const domain::Fact finished = finishedFact(ran, log);
    if (!co_await say(op, finished, u"finished"_s))
        co_return;
    if (ran && ran->ok() && !fits->verifyStep.isEmpty())
        co_await verify(op, ran->data);
    if (!m_isClosed)
        co_await write(op, RunStage::ended);
}

QCoro::Task<> OperationFlow::verify(OpId op, QJsonObject runData)
{
    const auto keep = shared_from_this();
    const auto fits = runnableOf(op);
    const OperationState *known = operation(op);
    if (!fits || !known || fits->verifyStep.isEmpty())
        co_return;
    const domain::Plan plan = known->request.plan;
    const std::weak_ptr<OperationFlow> flow = keep;
    const std::function<void(OutputLine)> take = [flow, op](OutputLine line) {
        if (const auto self = flow.lock(); self && !self->m_isClosed && self->onProgress)
            self->onProgress(op, line);
    };
    const auto ran = co_await m_steps->run(verifyStepOf(*fits, runData), take);
    if (m_isClosed)
        co_return;
    const domain::Fact fact = verifiedFact(ran, plan);
    co_await say(op, fact, u"verified"_s);
}

QCoro::Task<> OperationFlow::reportInterrupted(OpId op)
{
    const auto keep = shared_from_this();
    if (!m_ports.presence->isLive()) {
        wait(op); // the end may have been said and not come back yet
        co_return;
    }
    const OperationState known = *operation(op);
    m_interrupted.remove(op);
    if (known.finish) {
        // Reading back changes nothing, so that alone goes on.
        if (known.finish->outcome == Outcome::done && !known.verification)
            co_await verify(op, known.finish->data);
    } else if (known.stage != domain::Stage::stalled) {
        domain::CommandFinished finished;
        finished.outcome = Outcome::unknown;
        finished.exitCode = -1;
        finished.summary = OperationRunner::tr("Wardroom ended while this ran, so nobody knows how far it got. A person must look.");
        const domain::Fact fact = finished;
        if (!co_await say(op, fact, u"finished"_s)) {
            m_interrupted.insert(op);
            wait(op);
            co_return;
        }
        fail(op, finished.summary);
    }
    if (!m_isClosed)
        co_await write(op, RunStage::ended);
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
