// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rategate.h"

#include "net/retrytable.h"

#include <QCoroFuture>
#include <QPointer>
#include <algorithm>

namespace wardroom::net {

using std::chrono::milliseconds;

namespace {

enum class Turn { taken, late, ended };

constexpr qint64 kShortestLook = 5;    //!< ms between two looks at the clock
constexpr qint64 kLongestLook = 5'000; //!< and the most, because the clock may be set meanwhile

} // namespace

struct RateGate::Waiter
{
    Urgency urgency;
    quint64 order;
    qint64 untilMs;
    QPromise<Turn> promise;

    void tell(Turn turn)
    {
        promise.addResult(turn);
        promise.finish();
    }
};

struct RateGate::Lane
{
    Lane(const RateBudget &allowed, const Random &random, qint64 now)
        : budget(allowed)
        , backoff(random, milliseconds(1'000), milliseconds(60'000))
        , tokens(allowed.burst)
        , countedMs(now)
    {}

    RateBudget budget;
    Backoff backoff;
    double tokens;
    qint64 countedMs;
    qint64 closedMs = 0;    //!< 0: open
    bool isProbing = false; //!< was closed, and nothing got through since
    int underWay = 0;
    QList<std::shared_ptr<Waiter>> waiters;
};

RateGate::RateGate(const Clock &clock, Random random, RateBudget budget, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_random(std::move(random))
    , m_budget(budget)
    , m_lookedMs(clock.nowMs())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RateGate::look);
}

RateGate::~RateGate()
{
    for (const auto &lane : std::as_const(m_lanes)) {
        const auto waiters = std::exchange(lane->waiters, {});
        for (const auto &waiter : waiters)
            waiter->tell(Turn::ended);
    }
}

RateGate::Lane &RateGate::lane(const QByteArray &key)
{
    std::shared_ptr<Lane> &found = m_lanes[key];
    if (!found)
        found = std::make_shared<Lane>(m_budget, m_random, m_clock.nowMs());
    return *found;
}

void RateGate::setBudget(const QByteArray &key, RateBudget budget)
{
    Lane &changed = lane(key);
    changed.budget = budget;
    changed.tokens = budget.burst;
    changed.countedMs = m_clock.nowMs();
    look();
}

QCoro::Task<Result<void>> RateGate::pass(QByteArray key, Urgency urgency, milliseconds longest, std::stop_token stop)
{
    const QPointer<RateGate> self(this);
    const auto waiter = std::make_shared<Waiter>(Waiter{urgency, ++m_count, m_clock.nowMs() + longest.count(), {}});
    waiter->promise.start();
    const QFuture<Turn> future = waiter->promise.future();
    lane(key).waiters.append(waiter);
    // May come from any thread; the waiter is looked for in our own.
    const auto ending = [self, key, waiter] {
        if (self && self->lane(key).waiters.removeOne(waiter))
            waiter->tell(Turn::ended);
    };
    const std::stop_callback stopping(stop, [self, ending] {
        if (self)
            QMetaObject::invokeMethod(self.data(), ending, Qt::QueuedConnection);
    });
    look();
    const Turn turn = co_await future;
    if (turn == Turn::ended || !self)
        co_return fail(ErrorKind::cancelled, tr("Cancelled."));
    if (turn == Turn::taken)
        co_return Result<void>();
    Error late{ErrorKind::rate, tr("The server takes no more at the moment."), std::nullopt};
    const qint64 now = m_clock.nowMs();
    late.retryAfter = milliseconds(std::max<qint64>(0, opensMs(lane(key), now) - now));
    co_return tl::unexpected(late);
}

void RateGate::left(const QByteArray &key, const std::optional<Error> &error)
{
    Lane &used = lane(key);
    used.underWay = std::max(0, used.underWay - 1);
    const bool wasClosed = used.closedMs > 0;
    if (error && error->kind == ErrorKind::rate) {
        close(used, *error);
        Q_EMIT changed(key);
    } else if (!error || (error->kind != ErrorKind::transient && error->kind != ErrorKind::timeout)) {
        // Any answer but "too much": it gets through again. One that set out before the refusal says nothing.
        if (m_clock.nowMs() >= used.closedMs) {
            used.isProbing = false;
            used.backoff.reset();
            used.closedMs = 0;
        }
        if (wasClosed && used.closedMs == 0)
            Q_EMIT changed(key);
    }
    look();
}

void RateGate::close(Lane &lane, const Error &error)
{
    const milliseconds own = lane.backoff.next();
    const milliseconds wait = error.retryAfter ? std::min(*error.retryAfter, kLongestRetryAfter) : own;
    lane.closedMs = std::max(lane.closedMs, m_clock.nowMs() + std::max<qint64>(1, wait.count()));
    lane.isProbing = true;
}

void RateGate::cameBack()
{
    const qint64 now = m_clock.nowMs();
    const auto lanes = m_lanes;
    const QPointer<RateGate> self(this);
    for (auto it = lanes.begin(); it != lanes.end() && self; ++it) {
        if (it.value()->closedMs <= now)
            continue;
        it.value()->closedMs = now;
        Q_EMIT changed(it.key());
    }
    if (self)
        look();
}

std::optional<qint64> RateGate::closedUntilMs(const QByteArray &key) const
{
    const auto found = m_lanes.value(key);
    return found && found->closedMs > m_clock.nowMs() ? std::optional(found->closedMs) : std::nullopt;
}

qsizetype RateGate::waiting(const QByteArray &key) const
{
    const auto found = m_lanes.value(key);
    return found ? found->waiters.size() : 0;
}

//! When the next one may go, as far as time decides it.
qint64 RateGate::opensMs(const Lane &lane, qint64 now) const
{
    qint64 opens = std::max(now, lane.closedMs);
    if (lane.budget.perSecond > 0 && lane.tokens < 1)
        opens = std::max(opens, now + qint64((1 - lane.tokens) * 1000 / lane.budget.perSecond) + 1);
    return opens;
}

void RateGate::drop(Lane &lane, qint64 now)
{
    const QList<std::shared_ptr<Waiter>> all = lane.waiters;
    const qint64 opens = opensMs(lane, now);
    for (const auto &waiter : all) {
        // Also whoever would wait in vain is told at once, and can say so to a person.
        if (waiter->untilMs <= now || (lane.closedMs > now && waiter->untilMs < opens)) {
            lane.waiters.removeOne(waiter);
            waiter->tell(Turn::late);
        }
    }
}

void RateGate::admit(Lane &lane, qint64 now)
{
    if (lane.budget.perSecond > 0) {
        lane.tokens =
            std::min<double>(lane.budget.burst, lane.tokens + double(std::max<qint64>(0, now - lane.countedMs)) *
                                                                  lane.budget.perSecond / 1000);
        lane.countedMs = now;
    }
    const QPointer<RateGate> self(this);
    while (!lane.waiters.isEmpty() && opensMs(lane, now) <= now &&
           lane.underWay < (lane.isProbing ? 1 : lane.budget.atOnce)) {
        const auto first = std::min_element(lane.waiters.begin(), lane.waiters.end(), [](const auto &a, const auto &b) {
            return std::pair(a->urgency, a->order) < std::pair(b->urgency, b->order);
        });
        const std::shared_ptr<Waiter> next = *first;
        lane.waiters.erase(first);
        ++lane.underWay;
        if (lane.budget.perSecond > 0)
            lane.tokens -= 1;
        next->tell(Turn::taken);
        if (!self)
            return;
    }
}

void RateGate::look()
{
    const QPointer<RateGate> self(this);
    const qint64 now = m_clock.nowMs();
    const qint64 back = std::max<qint64>(0, m_lookedMs - now); // the clock was set back: nobody waits longer for that
    m_lookedMs = now;
    const auto lanes = m_lanes;
    for (auto it = lanes.begin(); it != lanes.end(); ++it) {
        const std::shared_ptr<Lane> lane = it.value();
        if (back > 0 && lane->closedMs > 0)
            lane->closedMs = std::max(now, lane->closedMs - back);
        for (const auto &waiter : std::as_const(lane->waiters))
            waiter->untilMs -= back;
        drop(*lane, now);
        if (!self)
            return;
        admit(*lane, now);
        if (!self)
            return;
    }
    schedule(now);
}

void RateGate::schedule(qint64 now)
{
    qint64 next = -1;
    for (const auto &lane : std::as_const(m_lanes)) {
        if (lane->waiters.isEmpty())
            continue;
        qint64 at = opensMs(*lane, now);
        if (at <= now)
            at = now + kLongestLook; // only an end of another one lets it go, and left() looks
        for (const auto &waiter : std::as_const(lane->waiters))
            at = std::min(at, waiter->untilMs);
        next = next < 0 ? at : std::min(next, at);
    }
    if (next < 0)
        m_timer.stop();
    else
        m_timer.start(int(std::clamp(next - now, kShortestLook, kLongestLook)));
}

} // namespace wardroom::net
