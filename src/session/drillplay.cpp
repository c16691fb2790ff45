// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/drillplay.h"

#include "session/actions.h"

#include <QPointer>
#include <QTimer>

namespace wardroom::session {
using namespace Qt::StringLiterals;

DrillPlay::DrillPlay(DrillStory story, Engine &engine, Practice *practice, QObject *parent)
    : QObject(parent)
    , m_story(std::move(story))
    , m_engine(engine)
    , m_practice(practice)
{
    const QString language = engine.language();
    for (const DrillStep &step : std::as_const(m_story.steps))
        m_lines.append(
            {step.words.in(language), step.goal.in(language), DrillStanding::toCome, 0, step.within * 1000LL});
    for (qsizetype i = 0; i < m_story.colleagues.size(); ++i)
        m_colleagues.push_back(std::make_unique<DrillColleague>(engine, engine.clock()));
    connect(&engine, &Engine::roomFolded, this, [this] {
        letColleaguesIn();
        check();
    });
}

void DrillPlay::setPatience(int seconds)
{
    for (const auto &colleague : m_colleagues)
        colleague->setPatience(seconds);
}

QString DrillPlay::title() const
{
    return m_story.title.in(m_engine.language());
}

QString DrillPlay::summary() const
{
    return m_story.summary.in(m_engine.language());
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
    // What is played here aims at whatever the workspace reaches: that must be practice hosts and nothing else.
    if (!m_engine.practisesOnly())
        co_return fail(ErrorKind::forbidden, tr("A drill is played in a workspace that was made for practice."));
    m_startedAt = m_engine.clock().nowMs();
    const Result<void> joined = co_await letColleaguesJoin();
    if (!self || !joined)
        co_return self ? joined : fail(ErrorKind::cancelled, {});
    letColleaguesIn();
    m_current = 0;
    co_await begin();
    co_return Result<void>();
}

QCoro::Task<Result<void>> DrillPlay::letColleaguesJoin()
{
    const QPointer<DrillPlay> self(this);
    for (size_t i = 0; self && i < m_colleagues.size(); ++i) {
        const QString name = tr("%1 (scripted)").arg(m_story.colleagues.at(qsizetype(i)));
        const Result<void> joined = co_await m_colleagues.at(i)->join(name);
        if (!self || !joined)
            co_return self ? joined : fail(ErrorKind::cancelled, {});
    }
    co_return Result<void>();
}

//! Into every room and group of the workspace, and into each incident when it opens: who decides has to see what.
void DrillPlay::letColleaguesIn()
{
    if (m_startedAt == 0 || m_over)
        return;
    for (const chat::Room &room : m_engine.book().rooms()) {
        if (room.purpose == Purpose::control || room.purpose == Purpose::direct || m_entered.contains(room.id))
            continue;
        m_entered.insert(room.id);
        for (const auto &colleague : m_colleagues)
            QCoro::connect(colleague->enter(room.id), this, [this, id = room.id](const Result<void> &entered) {
                if (!entered)
                    m_entered.remove(id); // before the colleague has joined: again with the next fact
            });
    }
}

void DrillPlay::leaveColleagues()
{
    for (const auto &colleague : m_colleagues)
        colleague->leave();
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
    if (self && m_practice && !step.stage.isEmpty())
        done = co_await m_practice->stage(step.stage);
    if (self && m_practice && step.attackLines > 0)
        done = co_await m_practice->attack(step.attackAddress, step.attackLines);
    // Without an intrusion detection nobody would tell of the attack: the drill tells itself, and says so.
    if (self && (step.alert || (step.attackLines > 0 && (m_engine.tools().isEmpty() || !m_practice))))
        raise(step);
    if (self && !done)
        Q_EMIT troubled(done.error().message);
    const QString words = self ? step.says.in(m_engine.language()) : QString();
    if (!self || words.isEmpty() || m_colleagues.empty())
        co_return;
    const RoomId where = roomToSpeakIn();
    const Result<void> said = co_await m_colleagues.front()->say(where, words);
    Q_UNUSED(said)
}

//! The open incident; before there is one, where alerts come in.
RoomId DrillPlay::roomToSpeakIn() const
{
    RoomId alerts;
    for (const chat::Room &room : m_engine.book().rooms()) {
        const domain::IncidentCore &incident = m_engine.book().state(room.id).incident;
        if (incident.opened && !incident.closed)
            return room.id;
        if (room.purpose == Purpose::alerts && alerts.isEmpty())
            alerts = room.id;
    }
    return alerts;
}

void DrillPlay::raise(const DrillStep &step)
{
    RoomId room;
    for (const chat::Room &each : m_engine.book().rooms())
        if (each.purpose == Purpose::alerts && room.isEmpty())
            room = each.id;
    const qint64 now = m_engine.clock().nowMs();
    for (const domain::AlertState &known : m_engine.book().state(room).alerts) {
        if (step.alert || known.raised.source != step.attackAddress)
            continue;
        const domain::Fact more = domain::AlertGrouped{known.said.fact, known.count + step.attackLines, now};
        QCoro::connect(sayFact(m_engine, room, more), this, [](const Result<FactId> &) {});
        return;
    }
    const QString language = m_engine.language();
    domain::AlertRaised alert;
    alert.tool = u"drill"_s;
    alert.scenario = step.alert ? step.alert->scenario : u"drill/ssh-bruteforce"_s;
    alert.title = step.alert ? step.alert->title.in(language)
                             : tr("Password guessing against %1 from %2").arg(m_story.host, step.attackAddress);
    alert.severity = step.alert ? step.alert->severity : domain::AlertSeverity::high;
    alert.source = step.alert ? step.alert->source : step.attackAddress;
    alert.target = m_story.host;
    alert.detail = step.alert ? step.alert->detail.in(language)
                              : tr("Raised by the drill itself: no intrusion detection is unpacked on this machine.");
    alert.first = alert.last = now;
    alert.count = step.alert ? 1 : step.attackLines;
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
    leaveColleagues();
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
    leaveColleagues();
    m_endedAt = m_engine.clock().nowMs();
    Q_EMIT changed();
    Q_EMIT over();
}

QString DrillPlay::debrief() const
{
    QStringList missed, late, times;
    int done = 0;
    const auto span = [](qint64 ms) {
        return ms < 120'000 ? tr("%1 s").arg((ms + 999) / 1000) : tr("%1 min").arg((ms + 30'000) / 60'000);
    };
    for (const DrillLine &line : m_lines) {
        const bool isDone = line.standing == DrillStanding::done;
        done += isDone ? 1 : 0;
        times.append(isDone ? span(line.took) : u"–"_s);
        if (!isDone)
            missed.append(line.goal);
        else if (line.isLate())
            late.append(u"%1 (%2)"_s.arg(line.goal, span(line.took)));
    }
    const auto minutes = static_cast<int>(std::max<qint64>(1, (took() + 30'000) / 60'000));
    QStringList said{(minutes == 1 ? tr("%1 of %2 steps done, in a minute.")
                                   : tr("%1 of %2 steps done, in %n minutes.", nullptr, minutes))
                         .arg(done)
                         .arg(m_lines.size())};
    said << (missed.isEmpty() ? tr("Nothing was missed.") : tr("Missed: %1").arg(missed.join(u"; ")) + u'.');
    said << tr("Step by step: %1.").arg(times.join(u", "));
    if (!late.isEmpty())
        said << tr("Slower than with practice: %1.").arg(late.join(u"; "));
    if (const QString lesson = m_story.lesson.in(m_engine.language()); !lesson.isEmpty())
        said << lesson;
    return said.join(u' ');
}

} // namespace wardroom::session
