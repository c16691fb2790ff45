// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/alerts.h"
#include "session/approvals.h"
#include "session/drillplay.h"
#include "session/founding.h"
#include "session/talk.h"
#include "support/world.h"

namespace wardroom::test {

inline QString drillFile(const QString &name)
{
    return QStringLiteral(WARDROOM_SOURCE_DIR "/resources/drills/") + name + QStringLiteral("/drill.yaml");
}

//! Somebody who plays a shipped drill and does what its goals say, in the goals' own words: on a real practice host
//! with the shipped plugins, and colleagues who accept at once.
class DrillPlayer
{
public:
    DrillPlayer(const QString &drill, const Clock &clock)
        : m_story(*session::loadDrill(drillFile(drill)))
        , m_practice(QStringLiteral(WARDROOM_SOURCE_DIR "/resources"))
        , desk(m_folder.filePath(QStringLiteral("ana")), QStringLiteral("Ana P."), clock)
    {
        for (session::DrillStep &step : m_story.steps)
            step.after = 0;
    }

    //! Empty, or why the first step did not begin.
    QString begin()
    {
        auto host = wait(m_practice.makeHost(m_story.host, m_story.hostKind));
        if (!host)
            return host.error().message;
        if (const QString problem = desk.foundForPractice(QStringLiteral("practice")); !problem.isEmpty())
            return problem;
        host->aliases = m_story.hostNames;
        domain::Inventory inventory = desk.engine().book().workspace().inventory();
        inventory.hosts = {*host};
        if (const auto listed = wait(session::publishInventory(desk.engine(), inventory)); !listed)
            return listed.error().message;
        play = std::make_unique<session::DrillPlay>(m_story, desk.engine(), &m_practice);
        play->setPatience(0);
        const auto started = wait(play->start());
        return started ? QString() : started.error().message;
    }

    //! Plays what is left; empty, or at which step it did not go on.
    QString playOn()
    {
        while (!play->isOver()) {
            const int at = play->current();
            const session::DrillStep step = m_story.steps.at(at);
            if (!QTest::qWaitFor([&] { return play->lines().at(at).standing != session::DrillStanding::toCome; },
                                 20'000))
                return step.id + QStringLiteral(" did not begin");
            const QString problem = act(step);
            if (!problem.isEmpty())
                return step.id + QStringLiteral(": ") + problem;
            if (!QTest::qWaitFor([&] { return play->lines().at(at).standing == session::DrillStanding::done; }, 60'000))
                return step.id + QStringLiteral(" was not seen as done: ") + lastEnd();
        }
        return {};
    }

    const session::DrillStory &story() const { return m_story; }
    domain::RoomId incident() const { return m_incident; }

private:
    session::DrillStory m_story;
    session::Practice m_practice;
    QTemporaryDir m_folder;
    domain::RoomId m_incident;
    domain::OpId m_op;

public:
    Desk desk;
    std::unique_ptr<session::DrillPlay> play;

private:
    QString act(const session::DrillStep &step)
    {
        if (step.done.count > 0)
            return {};
        if (!step.done.incident.isEmpty())
            return step.done.incident == QStringLiteral("opened")
                       ? openIncident()
                       : say(m_incident, QStringLiteral("/incident close Contained, and nobody was harmed."));
        if (!step.done.resolved.isEmpty())
            return resolve(step.done.resolved);
        QString words = step.goal.in(QStringLiteral("en"));
        words = words.sliced(words.indexOf(QStringLiteral("sk: ")) < 0 ? 0 : words.indexOf(QStringLiteral("sk: ")) + 4);
        const domain::RoomId room = step.done.command == QStringLiteral("alert.list") || m_incident.isEmpty()
                                        ? desk.room(QStringLiteral("ids-alerts"))
                                        : m_incident;
        if (step.done.undone.isEmpty())
            return say(room, words);
        const QString problem = say(room, words.section(u',', 0, 0));
        return problem.isEmpty() ? undo(room) : problem;
    }

    QString say(const domain::RoomId &room, const QString &words)
    {
        session::Talk talk(desk.engine());
        const auto said = wait(talk.say(room, words));
        m_op = said ? said->op : domain::OpId();
        return said ? QString() : said.error().message;
    }

    QString openIncident()
    {
        const domain::RoomId alerts = desk.room(QStringLiteral("ids-alerts"));
        if (!QTest::qWaitFor([&] { return !desk.state(alerts).alerts.isEmpty(); }, 10'000))
            return QStringLiteral("no alert");
        session::Alerts calls(desk.engine());
        const auto opened = wait(calls.openIncident(alerts, desk.state(alerts).alerts.firstKey(),
                                                    QStringLiteral("Drill"), 2, desk.engine().me()));
        if (opened)
            m_incident = *opened;
        return opened ? QString() : opened.error().message;
    }

    QString resolve(const QString &as)
    {
        const domain::RoomId alerts = desk.room(QStringLiteral("ids-alerts"));
        session::Alerts calls(desk.engine());
        const auto done =
            wait(calls.resolve(alerts, desk.state(alerts).alerts.firstKey(), *domain::fromWord<domain::Resolution>(as),
                               QStringLiteral("our own scanner")));
        return done ? QString() : done.error().message;
    }

    QString undo(const domain::RoomId &room)
    {
        const domain::OpId op = m_op;
        if (!QTest::qWaitFor(
                [&] {
                    const auto *state = desk.state(room).operation(op);
                    return state && state->verification;
                },
                60'000))
            return QStringLiteral("what is to be undone was not read back");
        session::Approvals approvals(desk.engine());
        const auto undone = wait(approvals.undo(room, op, QStringLiteral("it did not take")));
        return undone ? QString() : undone.error().message;
    }

    QString lastEnd()
    {
        for (const chat::Room &room : desk.engine().book().rooms())
            if (const domain::OperationState *state = desk.state(room.id).operation(m_op))
                return QString::number(int(state->stage)) + u' ' +
                       (state->finish ? state->finish->summary : QString()) + u' ' +
                       (state->verification ? state->verification->detail : QString());
        return QStringLiteral("no operation");
    }
};

} // namespace wardroom::test
