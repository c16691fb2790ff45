// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/drillplay.h"

#include "session/actions.h"
#include "session/regimes.h"

#include <QPointer>
#include <QTimer>

namespace wardroom::session {
using namespace Qt::StringLiterals;

DrillPlay::DrillPlay(DrillStory story, Engine &engine, Practice *practice, QObject *parent)
    : QObject(parent), m_story(std::move(story)), m_engine(engine), m_practice(practice), m_colleague(engine, engine.clock())
{
    for (const DrillStep &step : std::as_const(m_story.steps))
        m_lines.append({inLanguage(step.words, engine.language()), inLanguage(step.goals, engine.language()), DrillStanding::toCome, 0});
    connect(&engine, &Engine::roomFolded, this, [this] {
        letColleagueIn();
        check();
    });
}

QString DrillPlay::title() const
{
    return inLanguage(m_story.titles, m_engine.language());
}

QString DrillPlay::summary() const
{
    return inLanguage(m_story.summaries, m_engine.language());
}

QList<DrillLine> DrillPlay::lines() const
{
    return m_lines;
}

qint64 DrillPlay::took() const
{
    return m_startedAt == 0 ? 0 : (m_endedAt > 0 ? m_endedAt : m_engine.clock().nowMs()) - m_startedAt;
}

QCoro::Task<Result<void>> DrillPlay::start()
{
    const QPointer<DrillPlay> self(this);
    m_startedAt = m_engine.clock().nowMs();
    const QString name = tr("%1 (scripted)").arg(m_story.colleague);
    const Result<void> joined = co_await m_colleague.join(name);
    if (!self || !joined)
        co_return self ? joined : fail(ErrorKind::cancelled, {});
    letColleagueIn();
    m_current = 0;
    co_await begin();
    co_return Result<void>();
}

//! Into every room and group of the workspace, and into each incident when it opens: who decides has to see what.
void DrillPlay::letColleagueIn()
{
    if (m_startedAt == 0 || m_over)
        return;
    for (const chat::Room &room : m_engine.book().rooms()) {
        if (room.purpose == Purpose::control || room.purpose == Purpose::direct || m_entered.contains(room.id))
            continue;
        m_entered.insert(room.id);
        QCoro::connect(m_colleague.enter(room.id), this, [this, id = room.id](const Result<void> &entered) {
            if (!entered)
                m_entered.remove(id); // before the colleague has joined: again with the next fact
        });
    }
}

QList<domain::IncidentState> DrillPlay::rooms() const
{
    QList<domain::IncidentState> states;
    for (const chat::Room &room : m_engine.book().rooms())
        states.append(m_engine.book().state(room.id));
    return states;
}

QCoro::Task<void> DrillPlay::begin()
{
    const QPointer<DrillPlay> self(this);
    m_lines[m_current].standing = DrillStanding::now;
    m_stepAt = m_engine.clock().nowMs();
    m_running = true;
    Q_EMIT changed();
    const DrillStep step = m_story.steps.at(m_current);
    co_await happen(step);
    if (self)
        check();
}

QCoro::Task<void> DrillPlay::happen(DrillStep step)
{
    const QPointer<DrillPlay> self(this);
    Result<QJsonObject> done = QJsonObject();
    if (m_practice && step.mends)
        done = co_await m_practice->mend();
    if (self && m_practice && !step.breaks.isEmpty())
        done = co_await m_practice->breakPackage(step.breaks);
    if (self && step.attackLines > 0) {
        // Without an intrusion detection nobody would tell of the attack: the drill tells itself, and says so.
        if (m_engine.tools().isEmpty() || !m_practice)
            raiseByHand(step);
        else
            done = co_await m_practice->attack(step.attackAddress, step.attackLines);
    }
    if (self && !done)
        Q_EMIT troubled(done.error().message);
    const QString words = inLanguage(step.says, self ? m_engine.language() : QString());
    if (!self || words.isEmpty())
        co_return;
    for (const chat::Room &room : m_engine.book().rooms()) {
        const domain::IncidentCore &incident = m_engine.book().state(room.id).incident;
        if (!incident.opened || incident.closed)
            continue;
        const RoomId where = room.id;
        const Result<void> said = co_await m_colleague.say(where, words);
        Q_UNUSED(said)
        co_return;
    }
}

void DrillPlay::raiseByHand(const DrillStep &step)
{
    RoomId room;
    for (const chat::Room &each : m_engine.book().rooms())
        if (each.purpose == Purpose::alerts && room.isEmpty())
            room = each.id;
    const qint64 now = m_engine.clock().nowMs();
    for (const domain::AlertState &known : m_engine.book().state(room).alerts) {
        if (known.raised.source != step.attackAddress)
            continue;
        const domain::Fact more = domain::AlertGrouped{known.said.fact, known.count + step.attackLines, now};
        QCoro::connect(sayFact(m_engine, room, more), this, [](const Result<FactId> &) {});
        return;
    }
    domain::AlertRaised alert;
    alert.tool = u"drill"_s;
    alert.scenario = u"drill/ssh-bruteforce"_s;
    alert.title = tr("Password guessing against practice-01 from %1").arg(step.attackAddress);
    alert.severity = domain::AlertSeverity::high;
    alert.source = step.attackAddress;
    alert.target = u"practice-01"_s;
    alert.detail = tr("Raised by the drill itself: no intrusion detection is unpacked on this machine.");
    alert.first = alert.last = now;
    alert.count = step.attackLines;
    QCoro::connect(sayFact(m_engine, room, alert), this, [this](const Result<FactId> &raised) {
        if (!raised)
            Q_EMIT troubled(raised.error().message);
    });
}

void DrillPlay::check()
{
    if (m_running && !m_over && m_story.steps.at(m_current).done.isReached(rooms(), m_startedAt))
        finishStep(DrillStanding::done);
}

void DrillPlay::skip()
{
    if (m_running && !m_over)
        finishStep(DrillStanding::skipped);
}

void DrillPlay::stop()
{
    m_running = false;
    m_over = true;
    m_colleague.leave();
    if (m_endedAt == 0)
        m_endedAt = m_engine.clock().nowMs();
    Q_EMIT changed();
}

void DrillPlay::finishStep(DrillStanding standing)
{
    m_running = false;
    m_lines[m_current].standing = standing;
    m_lines[m_current].took = m_engine.clock().nowMs() - m_stepAt;
    if (++m_current < m_story.steps.size()) {
        Q_EMIT changed();
        QTimer::singleShot(m_story.steps.at(m_current).after * 1000, this, [this] {
            if (!m_over)
                QCoro::connect(begin(), this, [] {});
        });
        return;
    }
    m_over = true;
    m_colleague.leave();
    m_endedAt = m_engine.clock().nowMs();
    Q_EMIT changed();
    Q_EMIT over();
}

QString DrillPlay::debrief() const
{
    QStringList missed;
    int done = 0;
    for (const DrillLine &line : m_lines) {
        done += line.standing == DrillStanding::done ? 1 : 0;
        if (line.standing != DrillStanding::done)
            missed.append(line.goal);
    }
    const auto minutes = static_cast<int>(std::max<qint64>(1, (took() + 30'000) / 60'000));
    const QString first = (minutes == 1 ? tr("%1 of %2 steps done, in a minute.") : tr("%1 of %2 steps done, in %n minutes.", nullptr, minutes)).arg(done).arg(m_lines.size());
    return missed.isEmpty() ? first + u' ' + tr("Nothing was missed.") : first + u' ' + tr("Missed: %1").arg(missed.join(u"; "_s));
}

} // namespace wardroom::session
