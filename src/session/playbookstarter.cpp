// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/playbookstarter.h"

#include "base/plaintext.h"
#include "bot/playbook/playbooktrigger.h"
#include "session/engine.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kFresh = 15 * 60'000; //!< older alerts are not looked into by themselves
constexpr qint64 kHour = 3'600'000;
constexpr int kAtOnce = 5;              //!< runs of one playbook in one room
constexpr qint64 kRunnerFirst = 20'000; //!< the policy's runner is given that long
constexpr qint64 kBlockedAfter = 120'000;
constexpr qint64 kBetweenWords = 30'000;

} // namespace

PlaybookStarter::PlaybookStarter(Engine &engine, PlaybookShelf &shelf) : m_engine(engine), m_shelf(shelf) {}

void PlaybookStarter::look()
{
    const domain::Policy *policy = m_engine.book().workspace().policy();
    if (!m_engine.isReady() || m_engine.platform().linkState() != chat::LinkState::live || !policy || policy->level < 1)
        return;
    watchLost();
    for (const domain::PublishedPlaybook &published : m_engine.book().workspace().publishedPlaybooks()) {
        const bot::Playbook *playbook = m_shelf.playbook(published.published.file);
        if (!playbook || m_shelf.isChangedHere(published.published))
            continue;
        if (playbook->schedule && !policy->alertRoom.isEmpty())
            lookAtClock({policy->alertRoom, published, *playbook});
        if (!playbook->onAlert)
            continue;
        for (const chat::Room &room : m_engine.book().rooms())
            lookAtAlerts({room.id, published, *playbook});
    }
}

//! A server for the night takes what comes in; a desktop steps in where there is none.
bool PlaybookStarter::isOurTurn(qint64 since) const
{
    const domain::NodeId runner = m_engine.book().workspace().policy()->runner;
    return runner.isEmpty() || runner == m_engine.entry().node || m_engine.clock().nowMs() - since > kRunnerFirst;
}

PlaybookStarter::Load PlaybookStarter::loadOf(const Place &place) const
{
    Load load;
    for (const domain::PlaybookRun &run : m_engine.book().state(place.room).playbooks) {
        if (run.started.playbook != place.playbook.name || run.started.trigger == domain::PlaybookTrigger::hand)
            continue;
        load.running += run.isRunning() ? 1 : 0;
        load.thisHour += run.said.at > m_engine.clock().nowMs() - kHour ? 1 : 0;
    }
    // Also what this or another node has taken and not said yet: nodes look at the same alerts in the same order.
    for (const auto *claimed : {&m_starting, &m_lost})
        for (auto it = claimed->begin(); it != claimed->end(); ++it) {
            const bool isHere = it->file == place.playbook.hash && it->room == place.room && it->since != 0 &&
                                !m_engine.book().state(place.room).playbooks.contains(it.key());
            load.running += isHere ? 1 : 0;
            load.thisHour += isHere ? 1 : 0;
        }
    return load;
}

//! Alerts that should be looked into and are not yet, the oldest first. Those whose time has passed are left alone.
QList<FactId> PlaybookStarter::dueAlerts(const Place &place)
{
    const domain::IncidentState &state = m_engine.book().state(place.room);
    const qint64 now = m_engine.clock().nowMs();
    QSet<FactId> &left = m_left[place.playbook.name + u'/' + place.room.text()];
    QList<FactId> due;
    for (auto it = state.alerts.cbegin(); it != state.alerts.cend(); ++it) {
        const bool isOld = it->said.at <= now - kFresh;
        if ((isOld && !m_seen.contains(it.key())) || it->said.at < place.published.at || left.contains(it.key()))
            continue;
        const FactId run = bot::runOfAlert(place.playbook.hash, it.key());
        if (it->raised.from || it->resolved || state.playbooks.contains(run) || m_starting.contains(run) ||
            m_lost.contains(run) || m_unfit.contains(run) || !bot::matches(*place.playbook.onAlert, it->raised))
            continue;
        if (isOld)
            left.insert(it.key());
        else if (isOurTurn(it->said.at))
            due.append(it.key());
    }
    std::sort(due.begin(), due.end(), [&](const FactId &a, const FactId &b) {
        return std::pair(state.alerts[a].said.at, a) < std::pair(state.alerts[b].said.at, b);
    });
    return due;
}

void PlaybookStarter::lookAtAlerts(const Place &place)
{
    const QList<FactId> due = dueAlerts(place);
    const domain::IncidentState &state = m_engine.book().state(place.room);
    QSet<FactId> &left = m_left[place.playbook.name + u'/' + place.room.text()];
    Load load = due.isEmpty() ? Load() : loadOf(place);
    for (const FactId &alert : due) {
        if (load.thisHour >= place.playbook.runsAnHour) {
            left.insert(alert);
            continue;
        }
        m_seen.insert(alert);
        if (load.running >= kAtOnce)
            continue;
        const bot::Vocabulary vocabulary = m_engine.vocabulary();
        const Result<QJsonObject> inputs = bot::inputsFrom(place.playbook, state.alerts[alert].raised, vocabulary);
        const FactId run = bot::runOfAlert(place.playbook.hash, alert);
        if (!inputs) {
            m_unfit.insert(run);
            continue;
        }
        ++load.running;
        ++load.thisHour;
        domain::PlaybookStarted started;
        started.trigger = domain::PlaybookTrigger::alert;
        started.inputs = *inputs;
        started.alert = alert;
        begin(place, run, started);
    }
    if (!left.isEmpty())
        QCoro::connect(sayLeft(place, left.size()), this, [] {});
}

void PlaybookStarter::lookAtClock(const Place &place)
{
    const qint64 slot = bot::dueSlot(*place.playbook.schedule, place.published.at, m_engine.clock().nowMs());
    const FactId run = bot::runOfSlot(place.playbook.hash, slot);
    const domain::IncidentState &state = m_engine.book().state(place.room);
    if (slot == 0 || state.playbooks.contains(run) || m_starting.contains(run) || m_lost.contains(run) ||
        !isOurTurn(slot))
        return;
    // One that still runs is not overtaken by the next.
    const auto runs = [&](const domain::PlaybookRun &each) {
        return each.started.file == place.playbook.hash && each.started.trigger == domain::PlaybookTrigger::schedule &&
               each.isRunning();
    };
    if (std::any_of(state.playbooks.begin(), state.playbooks.end(), runs))
        return;
    const Result<QJsonObject> inputs = bot::inputsSaid(place.playbook, {}, m_engine.vocabulary());
    if (!inputs)
        return;
    domain::PlaybookStarted started;
    started.trigger = domain::PlaybookTrigger::schedule;
    started.inputs = *inputs;
    begin(place, run, started);
}

void PlaybookStarter::begin(const Place &place, const FactId &id, domain::PlaybookStarted started)
{
    started.playbook = place.playbook.name;
    started.version = place.playbook.version;
    started.file = place.playbook.hash;
    started.publication = place.published.fact;
    started.requesters = {m_engine.me()};
    if (!started.requesters.contains(place.published.by))
        started.requesters.append(place.published.by);
    m_starting.insert(id, {place.room, place.playbook.hash, m_engine.clock().nowMs()});
    QCoro::connect(claim(place, id, started), this, [] {});
}

QCoro::Task<> PlaybookStarter::claim(Place place, FactId id, domain::PlaybookStarted started)
{
    const QPointer<PlaybookStarter> self(this);
    const domain::ClaimAnswer answer = co_await m_engine.arbiter().claimOnce(id.text());
    if (!self)
        co_return;
    // Taken by this node before it was restarted: what it says then counts once, whatever it said before.
    const bool isOwn = answer.claim == domain::Claim::lost && answer.owner == m_engine.entry().node;
    if (answer.claim == domain::Claim::won || isOwn) {
        domain::Intent intent;
        intent.room = place.room;
        intent.fact = started;
        intent.cause = started.alert;
        intent.id = id;
        const Result<FactId> said = co_await m_engine.sender().say(intent);
        if (self && !said)
            m_starting.remove(id);
        co_return;
    }
    m_starting.remove(id);
    if (answer.claim == domain::Claim::unknown)
        co_return;
    m_lost.insert(id, {place.room, place.playbook.hash, m_engine.clock().nowMs()});
}

//! Whoever took it and does not start it: nobody else may, so a person has to know.
void PlaybookStarter::watchLost()
{
    for (auto it = m_lost.begin(); it != m_lost.end(); ++it) {
        if (it->since == 0 || m_engine.clock().nowMs() - it->since < kBlockedAfter)
            continue;
        it->since = 0;
        if (!m_engine.book().state(it->room).playbooks.contains(it.key()))
            Q_EMIT m_engine.troubled(tr("Another node took a playbook that an alert or a schedule set off, and does "
                                        "not start it: a person must look."));
    }
}

QCoro::Task<> PlaybookStarter::sayLeft(Place place, qint64 count)
{
    const QString key = place.playbook.name + u'/' + place.room.text();
    const qint64 now = m_engine.clock().nowMs();
    if (m_leftSaid.value(key) == count || now - m_leftSaidAt.value(key) < kBetweenWords)
        co_return;
    m_leftSaidAt.insert(key, now);
    const QPointer<PlaybookStarter> self(this);
    const qint64 hour = now / kHour;
    const FactId lock =
        domain::derivedFactId(u"playbook-limit/%1/%2/%3"_s.arg(place.playbook.hash.hex(), place.room.text()).arg(hour));
    const domain::ClaimAnswer answer = co_await m_engine.arbiter().claimOnce(lock.text());
    const bool isOurs = answer.claim == domain::Claim::won || answer.owner == m_engine.entry().node;
    if (!self || (answer.claim == domain::Claim::unknown && !isOurs))
        co_return;
    m_leftSaid.insert(key, count);
    if (!isOurs)
        co_return;
    const QString text = tr("Too many alerts for the playbook %1; left alone so far: %2. It starts at most %3 times an "
                            "hour by itself; start it by hand where it matters.")
                             .arg(place.playbook.name)
                             .arg(count)
                             .arg(place.playbook.runsAnHour);
    co_await m_engine.sender().display(place.room, u"playbook-limit:%1:%2"_s.arg(place.playbook.name).arg(hour), text);
}

} // namespace wardroom::session
