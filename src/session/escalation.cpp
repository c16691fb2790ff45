// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/escalation.h"

#include "session/engine.h"
#include "session/lockends.h"
#include "session/roomfacts.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kTakeOver = 15'000;   //!< ms that another node is given to say what it has claimed
constexpr qint64 kRunnerFirst = 3'000; //!< ms
constexpr qsizetype kMostDue = 10'000;

domain::FactId callId(const domain::FactId &alert, qint64 step)
{
    return domain::derivedFactId(u"responder.called/%1/%2"_s.arg(alert.text()).arg(step));
}

} // namespace

Escalation::Escalation(Engine &engine) : m_engine(engine), m_ringer(engine)
{
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, &Escalation::look);
}

void Escalation::start()
{
    m_timer.start();
    m_ringer.look();
}

void Escalation::stop()
{
    m_timer.stop();
}

void Escalation::look()
{
    if (!m_engine.isReady() || m_engine.platform().linkState() != chat::LinkState::live)
        return;
    for (const chat::Room &room : m_engine.book().rooms()) {
        const auto &alerts = m_engine.book().state(room.id).alerts;
        for (auto it = alerts.cbegin(); it != alerts.cend(); ++it)
            lookAt(room.id, it.key(), it.value());
        ring(room.id);
    }
}

//! Says what somebody asked to be reminded of, once: the fact's id follows from the reminder's.
void Escalation::ring(const domain::RoomId &room)
{
    for (const domain::DeadlineState &deadline : m_engine.book().state(room).deadlines) {
        if (deadline.started.regime != kReminder || deadline.met || deadline.started.due > m_engine.clock().nowMs())
            continue;
        domain::Intent intent;
        intent.room = room;
        intent.fact = domain::DeadlineMet{deadline.id, tr("Reminder: %1").arg(deadline.started.name)};
        intent.cause = deadline.id;
        intent.id = domain::derivedFactId(u"reminder/%1"_s.arg(deadline.id.text()));
        sayOnce(intent);
    }
}

void Escalation::lookAt(const domain::RoomId &room, const domain::FactId &id, const domain::AlertState &alert)
{
    const domain::Policy *policy = m_engine.book().workspace().policy();
    const bool copied = alert.raised.from.has_value();
    if (!policy || copied || alert.acknowledged || !alert.isOpen() || policy->acknowledgeWithin <= 0 ||
        policy->rota.isEmpty())
        return;
    // The runner calls; another node does when it stays silent.
    const bool isOther = !policy->runner.isEmpty() && policy->runner != m_engine.entry().node;
    const qint64 silence = m_engine.clock().nowMs() - alert.said.at - (isOther ? kRunnerFirst : 0);
    const qint64 everybody = policy->rota.size() + 1;
    const qint64 step = nextOf(room, id, std::min(silence / (policy->acknowledgeWithin * 1000), everybody));
    if (step == 0)
        return;
    domain::ResponderCalled fact;
    fact.person = step < everybody ? policy->rota.at(step - 1) : domain::PersonId();
    fact.alert = id;
    fact.step = step;
    fact.reason = tr("nobody acknowledged it within %n minute(s)", nullptr,
                     static_cast<int>(std::max<qint64>(1, policy->acknowledgeWithin / 60)));
    domain::Intent intent;
    intent.room = room;
    intent.fact = fact;
    intent.cause = id;
    intent.id = callId(id, step);
    sayAlone(intent);
}

//! The first step up to \a due that nobody has said; 0: none, or another node has its turn with it. Steps count, not
//! the people of the state: somebody may stand in the rota twice, and a call was made although its message is deleted.
qint64 Escalation::nextOf(const domain::RoomId &room, const domain::FactId &alert, qint64 due)
{
    qint64 step = m_next.value(alert, 1);
    if (step > due)
        return 0;
    const auto isHeldBack = [this, &room](const domain::FactId &call) {
        return !m_engine.book().admission(room).facts.contains(call) && m_engine.clock().nowMs() < m_due.value(call, 0);
    };
    for (; step <= due; ++step) {
        const domain::FactId call = callId(alert, step);
        if (isHeldBack(call))
            return 0;
        if (!m_engine.sender().isSaid(room, call))
            break;
    }
    if (m_next.size() > kMostDue)
        m_next.clear();
    m_next.insert(alert, step);
    return step <= due ? step : 0;
}

//! A message that rings people's phones comes once, though several nodes see the same silence.
void Escalation::sayAlone(const domain::Intent &intent)
{
    const qint64 now = m_engine.clock().nowMs();
    const auto due = m_due.constFind(intent.id);
    if (due != m_due.constEnd() && now < *due)
        return;
    const bool isFirst = due == m_due.constEnd();
    if (m_due.size() > kMostDue)
        m_due.clear();
    m_due.insert(intent.id, now + kTakeOver);
    if (!isFirst)
        return sayOnce(intent);
    QCoro::connect(m_engine.arbiter().claimOnce(callLock(intent.id)), this,
                   [this, intent](const domain::ClaimAnswer &claim) {
                       // Where nothing is claimed, the fold still takes one of several.
                       if (claim.claim != domain::Claim::lost)
                           sayOnce(intent);
                   });
}

void Escalation::sayOnce(const domain::Intent &intent)
{
    const bool onItsWay = std::any_of(m_engine.sender().pending().begin(), m_engine.sender().pending().end(),
                                      [&](const auto &item) { return item.txn == intent.id.text(); });
    if (!onItsWay)
        QCoro::connect(m_engine.sender().say(intent), this, [](const Result<domain::FactId> &) {});
}

} // namespace wardroom::session
