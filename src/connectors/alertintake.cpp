// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alertintake.h"

#include "net/retrytable.h"

#include <QCoroFuture>
#include <QCoroSignal>
#include <QCoroTimer>
#include <QPointer>
#include <algorithm>

namespace wardroom::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostGroups = 10'000;
constexpr int kMostTools = 1'000;
constexpr qsizetype kKeptAhead = 16;
constexpr qint64 kLargestRaw = 4 * 1024 * 1024;
constexpr std::chrono::milliseconds kTick(250);
constexpr std::chrono::milliseconds kLongestTake(20'000);
constexpr int kMostTaken = 100;
constexpr qint64 kHour = 3'600'000;
constexpr qint64 kSameMoment = 10'000; //!< ms between one alert's ways to two nodes

//! Not a scenario that a tool can name: cleaned texts never begin with a space.
QString stormFingerprint(const QString &tool)
{
    return fingerprintOf(tool, u" storm"_s, {}, {});
}

bool isWorthAnotherTry(const Error &error)
{
    return error.kind == ErrorKind::storage || error.kind == ErrorKind::conflict || error.kind == ErrorKind::auth ||
           net::retryDelay(error, 1, true).has_value();
}

std::chrono::milliseconds pauseAfter(const Error &error, int failures)
{
    return net::retryDelay(error, failures, true)
        .value_or(std::chrono::milliseconds(std::min(30'000, 500 << std::min(failures, 6))));
}

} // namespace

void IntakeTicket::handled(Result<void> result)
{
    if (!result)
        m_result = result;
    if (--m_left == 0)
        Q_EMIT finished();
}

AlertIntake::AlertIntake(domain::Out &out, domain::Custody &custody, const Clock &clock, KnownAlerts known,
                         IntakeRules rules, QObject *parent)
    : QObject(parent)
    , m_out(out)
    , m_custody(custody)
    , m_clock(clock)
    , m_known(std::move(known))
    , m_rules(std::move(rules))
    , m_begunAt(clock.nowMs())
{
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &AlertIntake::look);
}

AlertIntake::~AlertIntake()
{
    for (const Pending &pending : std::as_const(m_queue)) {
        if (pending.ticket)
            pending.ticket->handled(fail(ErrorKind::cancelled, tr("Wardroom is closing.")));
    }
}

Result<void> AlertIntake::enqueue(const QList<RawAlert> &alerts, const std::shared_ptr<IntakeTicket> &ticket)
{
    qint64 bytes = 0;
    for (const RawAlert &alert : alerts) {
        bytes += alert.raw.size();
        if (alert.raw.size() > kLargestRaw)
            return fail(ErrorKind::tooLarge, tr("An alert of %1 is too large to keep.").arg(cleanText(alert.tool, 40)));
    }
    if (m_queue.size() + alerts.size() > m_rules.longestQueue || m_queuedBytes + bytes > m_rules.largestQueue)
        return tl::unexpected(Error{ErrorKind::rate, tr("Too many alerts at once. None of these was taken."),
                                    std::chrono::milliseconds(5'000)});
    for (const RawAlert &alert : alerts)
        m_queue.enqueue({cleaned(alert, m_clock.nowMs()), alert.raw, ticket});
    m_queuedBytes += bytes;
    return {};
}

Result<void> AlertIntake::offer(const QList<RawAlert> &alerts)
{
    const auto queued = enqueue(alerts, nullptr);
    if (!queued)
        Q_EMIT troubled(queued.error().message);
    else
        pump();
    return queued;
}

QCoro::Task<Result<void>> AlertIntake::take(QList<RawAlert> alerts)
{
    if (alerts.isEmpty())
        co_return Result<void>();
    const auto ticket = std::make_shared<IntakeTicket>(alerts.size());
    if (const auto queued = enqueue(alerts, ticket); !queued)
        co_return queued;
    pump();
    if (!ticket->isFinished())
        co_await qCoro(ticket.get(), &IntakeTicket::finished, kLongestTake);
    if (!ticket->isFinished())
        co_return fail(ErrorKind::timeout, tr("The alerts are waiting, but could not be kept yet."));
    co_return ticket->result();
}

void AlertIntake::look()
{
    pump();
}

QCoro::Task<void> AlertIntake::pump()
{
    if (m_pumping)
        co_return;
    m_pumping = true;
    const QPointer<AlertIntake> self(this);
    while (!m_queue.isEmpty()) {
        keepAhead();
        const Pending next = m_queue.head();
        const Result<void> handled = co_await handle(next);
        if (!self)
            co_return;
        if (!handled)
            Q_EMIT troubled(handled.error().message);
        m_queue.head().kept.reset();
        if (!handled && isWorthAnotherTry(handled.error())) {
            co_await QCoro::sleepFor(pauseAfter(handled.error(), ++m_failures));
            if (!self)
                co_return;
            continue;
        }
        m_failures = 0;
        m_queuedBytes -= next.raw.size();
        m_queue.dequeue();
        if (next.ticket)
            next.ticket->handled(handled);
    }
    const bool isMoreDue = co_await sayCounts();
    if (!self)
        co_return;
    m_pumping = false;
    if (isMoreDue || !m_queue.isEmpty())
        m_tick.start(kTick);
}

//! The disk takes several at once in the time of one; what becomes of them is looked at in their order.
void AlertIntake::keepAhead()
{
    const qsizetype count = std::min(m_queue.size(), kKeptAhead);
    for (qsizetype i = 0; i < count; ++i) {
        Pending &pending = m_queue[i];
        if (pending.kept)
            continue;
        pending.kept = std::make_shared<QPromise<Result<Sha256>>>();
        pending.kept->start();
        keepOne(m_custody, pending.raw, pending.kept);
    }
}

QCoro::Task<void> AlertIntake::keepOne(domain::Custody &custody, QByteArray raw,
                                       std::shared_ptr<QPromise<Result<Sha256>>> kept)
{
    const Result<Sha256> done = co_await custody.keep(raw);
    kept->addResult(done);
    kept->finish();
}

QCoro::Task<Result<void>> AlertIntake::handle(Pending pending)
{
    const QPointer<AlertIntake> self(this);
    const Sighting sighting = pending.sighting;
    const QFuture<Result<Sha256>> keeping = pending.kept->future();
    const Result<Sha256> kept = co_await keeping;
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (!kept)
        co_return tl::unexpected(kept.error());
    bool isHistory = false;
    AlertGroup *group = groupOf(sighting, &isHistory);
    if (isHistory)
        co_return Result<void>();
    if (!group)
        group = stormOf(sighting);
    if (group) {
        group->add(sighting, m_clock.nowMs());
        co_return Result<void>();
    }
    co_return co_await raise(sighting, *kept, isStorm(sighting.tool));
}

//! Whether \a group's card was in the room and is not any more; \a known is the newest of its fingerprint there now.
bool AlertIntake::isGone(AlertGroup &group, const std::optional<KnownAlert> &known) const
{
    if (known && known->alert == group.alert()) {
        group.seenUntil = known->last;
        return false;
    }
    if (group.seenUntil) // an older card comes to light where the newer one was
        return !known || known->last < *group.seenUntil;
    return m_rules.gone && m_rules.gone(group.alert());
}

//! Somebody deleted the card: nobody sees its count any more, so what goes on is raised anew. Where an earlier run's
//! card was deleted, what a tool's list is read again for goes on no more.
void AlertIntake::forgetGone(const QString &fingerprint, const Sighting &sighting,
                             const std::optional<KnownAlert> &known)
{
    const auto found = m_groups.find(fingerprint);
    if (found == m_groups.end() || !isGone(*found, known))
        return;
    const bool goesOn =
        found->seenUntil || sighting.key.isEmpty() || found->hasCounted(sighting) || sighting.last >= m_begunAt;
    if (!goesOn)
        return;
    if (m_gone.size() >= kMostGroups)
        m_gone.clear();
    m_gone.insert(found->alert());
    m_groups.erase(found);
}

AlertGroup *AlertIntake::groupOf(const Sighting &sighting, bool *isHistory)
{
    const auto known = m_known ? m_known(sighting.fingerprint) : std::nullopt;
    forgetGone(sighting.fingerprint, sighting, known);
    auto found = m_groups.find(sighting.fingerprint);
    // Another node that hears the same tool was faster with this very one: each counts its own, and the higher count
    // holds.
    const bool isTwin = known && known->others && found == m_groups.end() && !known->resolved &&
                        std::abs(sighting.first - known->first) <= kSameMoment &&
                        m_clock.nowMs() - sighting.first <= 2 * kSameMoment;
    if (isTwin) {
        found = m_groups.insert(sighting.fingerprint, AlertGroup(known->alert, sighting));
        found->said = known->count;
        return &*found;
    }
    // Another node may have raised a newer card than ours.
    if (known && (found == m_groups.end() || (known->alert != found->alert() && known->first > found->last())))
        found = m_groups.insert(sighting.fingerprint, AlertGroup(*known));
    if (found == m_groups.end())
        return nullptr;
    if (!sighting.key.isEmpty() && found->isHistory(sighting)) {
        *isHistory = true;
        return nullptr;
    }
    const bool isClosed = known && known->alert == found->alert() && known->resolved;
    if (found->isTooLate(sighting, m_rules.window) || (isClosed && sighting.last > found->last())) {
        m_groups.erase(found);
        return nullptr;
    }
    return &*found;
}

//! The storm's card, when \a sighting belongs to one; nothing when it gets a card of its own or begins a storm.
AlertGroup *AlertIntake::stormOf(const Sighting &sighting)
{
    const QString fingerprint = stormFingerprint(sighting.tool);
    const auto known = m_known ? m_known(fingerprint) : std::nullopt;
    forgetGone(fingerprint, sighting, known);
    auto found = m_groups.find(fingerprint);
    if (found == m_groups.end()) {
        if (!known || known->resolved)
            return nullptr;
        found = m_groups.insert(fingerprint, AlertGroup(*known));
    }
    // Read again after a restart: it had no card of its own then, and gets none now.
    if (!sighting.key.isEmpty() && !found->isHistory(sighting) && found->wasToldBefore(sighting))
        return &*found;
    if (!isStorm(sighting.tool))
        return nullptr;
    if (found->isTooLate(sighting, m_rules.window)) {
        m_groups.erase(found);
        return nullptr;
    }
    return &*found;
}

bool AlertIntake::isStorm(const QString &tool)
{
    QList<qint64> &times = m_raisedAt[tool];
    const qint64 now = m_clock.nowMs();
    times.removeIf([now](qint64 at) { return at > now || now - at >= 60'000; });
    return times.size() >= m_rules.cardsPerMinute;
}

QCoro::Task<Result<void>> AlertIntake::raise(Sighting sighting, Sha256 raw, bool asStorm)
{
    const QPointer<AlertIntake> self(this);
    domain::AlertRaised fact{sighting.tool,   sighting.scenario, sighting.title,  sighting.severity,
                             sighting.source, sighting.target,   sighting.detail, sighting.fingerprint,
                             sighting.first,  sighting.last,     sighting.count,  raw,
                             std::nullopt};
    if (asStorm) {
        fact.scenario = u"storm"_s;
        fact.title = tr("Very many alerts from %1").arg(sighting.tool);
        fact.severity = std::max(sighting.severity, domain::AlertSeverity::high);
        fact.detail = tr("More than %1 new alerts in a minute. The others share this card; each is kept as it came. "
                         "The first of them: %2")
                          .arg(m_rules.cardsPerMinute)
                          .arg(sighting.title);
        fact.source.clear();
        fact.target.clear();
        fact.fingerprint = stormFingerprint(sighting.tool);
    }
    domain::Intent intent;
    intent.room = m_rules.room;
    intent.id = idOf(fact, sighting.dated);
    const domain::FactId alert = intent.id;
    const QString fingerprint = fact.fingerprint;
    intent.fact = std::move(fact);
    const auto said = co_await m_out.say(std::move(intent));
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (!said)
        co_return tl::unexpected(said.error());
    AlertGroup group(alert, sighting);
    const qint64 now = m_clock.nowMs();
    group.add(sighting, now);
    group.said = group.total();
    group.saidAt = now;
    m_groups.insert(fingerprint, group);
    if (!asStorm)
        m_raisedAt[sighting.tool].append(now);
    keepBounded();
    co_return Result<void>();
}

//! Nodes that hear the same tool derive the same: from when it happened or, where the tool does not say when, from its
//! bytes, the hour and the card before. An id that is taken is another alert's, or one's whose card was deleted: then
//! that counts as the card before, so that no alert is taken for one that was said.
domain::FactId AlertIntake::idOf(const domain::AlertRaised &fact, bool dated) const
{
    const QString what = u"alert.raised\n%1\n%2\n"_s.arg(m_rules.room.text(), fact.fingerprint);
    if (dated) {
        const QString when = what + QString::number(fact.first);
        domain::FactId id = domain::derivedFactId(when);
        while (m_gone.contains(id))
            id = domain::derivedFactId(when + u'\n' + id.text());
        return id;
    }
    const auto known = m_known ? m_known(fact.fingerprint) : std::nullopt;
    QString before = known ? known->alert.text() : QString();
    for (int tries = 0; tries < kMostTaken; ++tries) {
        const domain::FactId id =
            domain::derivedFactId(what + fact.raw.hex() + u'\n' + QString::number(fact.first / kHour) + u'\n' + before);
        if (!m_rules.taken || !m_rules.taken(id))
            return id;
        before = id.text();
    }
    return domain::newFactId(); // somebody takes them on purpose
}

//! True when some count has to be said later.
QCoro::Task<bool> AlertIntake::sayCounts()
{
    const QPointer<AlertIntake> self(this);
    bool isMoreDue = false;
    const QStringList fingerprints = m_groups.keys();
    for (const QString &fingerprint : fingerprints) {
        const auto group = m_groups.constFind(fingerprint);
        if (group == m_groups.constEnd() || group->total() <= group->said)
            continue;
        const auto known = m_known ? m_known(fingerprint) : std::nullopt;
        if (isGone(m_groups[fingerprint], known))
            continue;
        const bool isTold = known && known->alert == group->alert() && known->count >= group->total();
        if (isTold) { // another node was faster
            m_groups[fingerprint].said = known->count;
            continue;
        }
        // Where the room takes less than comes in, counts that are not there yet must not pile up behind each other.
        const bool isUnderway =
            m_known && group->said > 0 && (!known || (known->alert == group->alert() && known->count < group->said));
        if (isUnderway || !group->isDue(m_clock.nowMs(), m_rules.countEvery)) {
            isMoreDue = true;
            continue;
        }
        const domain::AlertGrouped fact{group->alert(), group->total(), group->last()};
        domain::Intent intent;
        intent.room = m_rules.room;
        intent.fact = fact;
        intent.cause = fact.alert;
        intent.id = domain::derivedFactId(u"alert.grouped\n%1\n%2"_s.arg(fact.alert.text()).arg(fact.count));
        const auto said = co_await m_out.say(std::move(intent));
        if (!self)
            co_return false;
        const auto now = m_groups.find(fingerprint);
        if (now == m_groups.end() || now->alert() != fact.alert)
            continue;
        now->saidAt = m_clock.nowMs();
        if (said)
            now->said = fact.count;
        else
            Q_EMIT troubled(said.error().message);
        isMoreDue = isMoreDue || now->total() > now->said;
    }
    co_return isMoreDue;
}

//! Forgets the groups that were quiet for longest; the room's state still knows them.
void AlertIntake::keepBounded()
{
    if (m_raisedAt.size() > kMostTools)
        m_raisedAt.clear();
    if (m_groups.size() <= kMostGroups)
        return;
    QList<qint64> touched;
    for (const AlertGroup &group : std::as_const(m_groups))
        touched.append(group.touched());
    std::nth_element(touched.begin(), touched.begin() + kMostGroups / 10, touched.end());
    const qint64 before = touched[kMostGroups / 10];
    m_groups.removeIf([before](const auto &each) {
        return each.value().touched() <= before && each.value().total() <= each.value().said;
    });
}

} // namespace wardroom::connectors
