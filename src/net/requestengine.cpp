// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/requestengine.h"

#include "net/jsonanswer.h"
#include "net/retrytable.h"

#include <QCoroFuture>
#include <QJsonObject>
#include <QPointer>
#include <QPromise>
#include <QTimer>

namespace wardroom::net {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

QCoro::Task<Result<void>> slept(milliseconds wait, std::stop_token stop)
{
    const auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    const QFuture<bool> future = promise->future();
    QTimer timer;
    timer.setSingleShot(true);
    const auto end = [promise](bool stopped) {
        if (promise->future().isFinished())
            return;
        promise->addResult(stopped);
        promise->finish();
    };
    QObject::connect(&timer, &QTimer::timeout, &timer, [end] { end(false); });
    const std::stop_callback stopping(stop, [end, context = &timer] {
        QMetaObject::invokeMethod(
            context, [end] { end(true); }, Qt::QueuedConnection);
    });
    timer.start(wait);
    const bool stopped = co_await future;
    if (stopped)
        co_return fail(ErrorKind::cancelled, RequestEngine::tr("Cancelled."));
    co_return Result<void>();
}

const Error *errorOf(const Result<HttpAnswer> &answer)
{
    if (!answer)
        return &answer.error();
    return answer->refusal ? &*answer->refusal : nullptr;
}

} // namespace

Sleep realSleep()
{
    return &slept;
}

std::function<std::optional<milliseconds>(const QByteArray &)> retryAfterField(QString field)
{
    return [field](const QByteArray &body) -> std::optional<milliseconds> {
        const Result<QJsonValue> json = parsedJson(body);
        if (!json || !json->isObject())
            return std::nullopt;
        const QJsonValue said = json->toObject().value(field);
        const qint64 ms = said.toInteger(-1);
        return said.isDouble() && ms >= 0 ? std::optional(std::min(milliseconds(ms), kLongestRetryAfter))
                                          : std::nullopt;
    };
}

RequestEngine::RequestEngine(const Clock &clock, Random random, TransportOptions options, Sleep sleep, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_random(random)
    , m_sleep(std::move(sleep))
    , m_transport(clock, std::move(options))
    , m_gate(clock, random)
    , m_link(clock)
{}

QCoro::Task<Result<HttpAnswer>> RequestEngine::send(HttpRequest request, CallRules rules, std::stop_token stop)
{
    const QPointer<RequestEngine> self(this);
    const Sleep sleep = m_sleep; // outlives this object while somebody sleeps in it
    const bool wantsRefusals = std::exchange(request.refusalsToo, true);
    const qint64 began = m_clock.nowMs();
    std::optional<ErrorKind> last;
    std::optional<Backoff> backoff;
    for (;;) {
        const milliseconds left = rules.patience - milliseconds(std::max<qint64>(0, m_clock.nowMs() - began));
        Result<HttpAnswer> answer = co_await once(request, rules, left, stop);
        if (!self)
            co_return fail(ErrorKind::cancelled, tr("Cancelled."));
        const Error *error = errorOf(answer);
        const RetryRule *rule = error ? retryRule(error->kind) : nullptr;
        // What the gate itself refused has waited long enough; what the server refused may wait in the gate.
        const bool mayRepeat = rule && (rules.isSafe || !rule->whenSafeOnly) && !stop.stop_requested();
        milliseconds wait(0);
        if (mayRepeat && error->kind != ErrorKind::rate) {
            if (last != error->kind)
                backoff.emplace(m_random, rule->first, rule->longest);
            last = error->kind;
            wait = std::max(backoff->next(), error->retryAfter.value_or(milliseconds(0)));
        }
        const milliseconds spent(std::max<qint64>(0, m_clock.nowMs() - began));
        const bool isRefusedByGate = !answer && error->kind == ErrorKind::rate;
        if (!mayRepeat || isRefusedByGate || spent + wait >= rules.patience) {
            if (answer && answer->refusal && !wantsRefusals)
                co_return tl::unexpected(*answer->refusal);
            co_return answer;
        }
        if (wait > milliseconds(0)) {
            const Result<void> rested = co_await sleep(wait, stop);
            if (!rested || !self)
                co_return fail(ErrorKind::cancelled, tr("Cancelled."));
        }
    }
}

//! One try, from the turn in the gate to its end.
QCoro::Task<Result<HttpAnswer>> RequestEngine::once(HttpRequest request, CallRules rules, milliseconds left,
                                                    std::stop_token stop)
{
    const QPointer<RequestEngine> self(this);
    const Result<void> turn = co_await m_gate.pass(rules.lane, rules.urgency, left, stop);
    if (!turn || !self)
        co_return turn ? fail(ErrorKind::cancelled, tr("Cancelled.")) : tl::unexpected(turn.error());
    Result<HttpAnswer> answer = co_await m_transport.send(request, stop);
    if (!self)
        co_return fail(ErrorKind::cancelled, tr("Cancelled."));
    if (answer && answer->refusal && rules.retryAfterIn && !answer->refusal->retryAfter)
        answer->refusal->retryAfter = rules.retryAfterIn(answer->body);
    const Error *error = errorOf(answer);
    m_gate.left(rules.lane, error ? std::optional(*error) : std::nullopt);
    tellLink(answer);
    co_return answer;
}

void RequestEngine::tellLink(const Result<HttpAnswer> &answer)
{
    if (!answer) {
        if (answer.error().kind == ErrorKind::transient || answer.error().kind == ErrorKind::timeout)
            m_link.unreachable();
        m_mayBeAnew = m_mayBeAnew || answer.error().kind == ErrorKind::transient;
        return;
    }
    // A proxy before the server says what it could not reach.
    const bool isAway = answer->refusal && answer->refusal->kind == ErrorKind::transient;
    m_mayBeAnew = m_mayBeAnew || isAway || m_link.link() == Link::offline;
    m_link.answered();
    // "Too much" may still be the word of the program that was just ending.
    const bool isTooMuch = answer->refusal && answer->refusal->kind == ErrorKind::rate;
    if (!isTooMuch && !isAway && std::exchange(m_mayBeAnew, false))
        m_gate.cameBack();
}

} // namespace wardroom::net
