// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/actions.h"
#include "session/answers.h"
#include "session/roomrecord.h"
#include "session/talk.h"
#include "support/testmain.h"
#include "workspacetest.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

//! What the room itself answers: privately, or as what its commands are told of it; and its reminders.
class TstAnswers final : public WorkspaceTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QCOMPARE(found(), QString());
        m_talk = std::make_unique<session::Talk>(m_ada->engine());
    }
    void cleanup()
    {
        m_talk.reset();
        clear();
    }

    void helpFindsTheCommandForAQuestionInBothLanguages()
    {
        const session::Answers answers(m_ada->engine());
        const auto block = answers.to(u"bot.help"_s, m_room, {{u"question"_s, u"how do I block an address?"_s}});
        QVERIFY(block && block->text.contains(u"/ip block"_s));
        QVERIFY(block->text.contains(u"IT"_s)); // who may
        const auto chinese = answers.to(u"bot.help"_s, m_room, {{u"question"_s, u"怎么隔离主机"_s}});
        QVERIFY(chinese && chinese->text.contains(u"/host isolate"_s));
        const auto nothing = answers.to(u"bot.help"_s, m_room, {{u"question"_s, u"zzz"_s}});
        QVERIFY(nothing && nothing->text.contains(u"know no command"_s));
        const QString lesson = answers.to(u"bot.learn"_s, m_room, {})->text;
        QVERIFY(lesson.contains(u"1. "_s));
        QVERIFY2(lesson.contains(u"say it like: "_s) && !lesson.contains(u'{'), qPrintable(lesson));
        QVERIFY(!answers.to(u"incident.lead"_s, m_room, {{u"person"_s, u"x"_s}}));
        QVERIFY(!answers.to(u"note.add"_s, m_room, {}));
    }

    void aQuestionInPlainWordsIsAnsweredAndAPleaForHelpIsAnOverview()
    {
        QSignalSpy advised(m_talk.get(), &session::Talk::advised);
        const auto answerTo = [&](const QString &words) {
            advised.clear();
            const bool said = wait(m_talk->say(m_room, words)).has_value();
            return said && !advised.isEmpty() ? advised.last().first().value<session::Advice>().text : QString();
        };
        for (const auto &[words, command] : {std::pair(u"how do I block an address?"_s, u"/ip block"_s),
                                             std::pair(u"how do I block an ip"_s, u"/ip block"_s),
                                             std::pair(u"how can I isolate a host?"_s, u"/host isolate"_s),
                                             std::pair(u"how do I lock a user"_s, u"/user lock"_s),
                                             std::pair(u"how to open an incident"_s, u"/incident open"_s),
                                             std::pair(u"怎么隔离主机"_s, u"/host isolate"_s)}) {
            const QString answer = answerTo(words);
            QVERIFY2(answer.contains(command) && !answer.contains(u"A few to begin with"_s),
                     qPrintable(words + u": "_s + answer));
        }
        for (const QString &words : {u"help"_s, u"what can you do?"_s, u"help me please"_s})
            QVERIFY2(answerTo(words).contains(u"A few to begin with"_s) &&
                         !answerTo(words).contains(u"know no command"_s),
                     qPrintable(words));
    }

    void anAnswerIsForTheAskerAloneAndNoFact()
    {
        QSignalSpy hinted(m_talk.get(), &session::Talk::advised);
        const qsizetype before =
            m_ada->engine().book().fold(m_room) ? m_ada->engine().book().fold(m_room)->entries().size() : 0;
        QVERIFY(wait(m_talk->say(m_room, u"/bot help how do I block an address"_s)));
        QCOMPARE(hinted.size(), 1);
        const domain::RoomFold *fold = m_ada->engine().book().fold(m_room);
        QCOMPARE(fold ? fold->entries().size() : 0, before);
    }

    void aReminderRingsOnceAndNotBeforeItsTime()
    {
        QVERIFY(wait(m_talk->say(m_room, u"/remind in 30m check the logs"_s)));
        const auto deadlines = [this] { return m_ada->state(m_room).deadlines; };
        QTRY_COMPARE(deadlines().size(), 1);
        QTest::qWait(2500);
        QVERIFY(!deadlines().first().met);
        m_clock.moveTo(std::chrono::minutes(31));
        QTRY_VERIFY_WITH_TIMEOUT(deadlines().first().met.has_value(), 10'000);
        const qsizetype said = m_ada->engine().book().fold(m_room)->entries().size();
        QTest::qWait(2500);
        QCOMPARE(m_ada->engine().book().fold(m_room)->entries().size(), said);
    }

    void aReminderTakesATimeOfDayTodayOrTomorrow()
    {
        const QDateTime now = QDateTime::currentDateTime();
        const auto deadlines = [this] { return m_ada->state(m_room).deadlines; };
        qsizetype set = 0;
        for (const int hours : {2, -2}) {
            const QTime time(now.addSecs(hours * 3600).time().hour(), now.addSecs(hours * 3600).time().minute());
            QDateTime then(now.date(), time);
            if (then <= now)
                then = QDateTime(now.date().addDays(1), time);
            const QString line = u"remind us at %1 to check the logs"_s.arg(time.toString(u"HH:mm"_s));
            const auto said = wait(m_talk->say(m_room, line));
            QVERIFY2(said, said ? "" : qPrintable(said.error().message));
            ++set;
            QTRY_COMPARE(deadlines().size(), set);
            const auto all = deadlines();
            QVERIFY2(std::any_of(all.begin(), all.end(),
                                 [&](const domain::DeadlineState &each) {
                                     return each.started.due == then.toMSecsSinceEpoch() &&
                                            each.started.name == u"check the logs";
                                 }),
                     qPrintable(line));
        }
    }

    void whatTheRoomHoldsIsToldToItsCommands()
    {
        QVERIFY(wait(m_talk->say(m_room, u"/task add Rotate the deploy key"_s)));
        QTRY_COMPARE(m_ada->state(m_room).tasks.size(), 1);
        const QJsonObject known = session::roomRecord(m_ada->engine().book(), m_room);
        QCOMPARE(known.value(u"tasks"_s).toArray().first().toObject().value(u"title"_s).toString(),
                 u"Rotate the deploy key"_s);
        QCOMPARE(known.value(u"oncall"_s).toObject().value(u"rota"_s).toArray().first().toString(), u"Ada Byron"_s);
        QVERIFY(wait(m_talk->say(m_room, u"/task done 1"_s)));
        QTRY_VERIFY(m_ada->state(m_room).tasks.first().done.has_value());
        QVERIFY(wait(m_talk->say(m_room, u"/incident page"_s)));
        QTRY_VERIFY(m_ada->state(m_room).responders.contains(m_ada->engine().me()));
    }

    void everyRoomCommandSaysItsFact_data()
    {
        using Check = std::function<bool(const domain::IncidentState &)>;
        QTest::addColumn<QString>("line");
        QTest::addColumn<Check>("holds");
        const auto row = [](const char *name, const QString &line, const Check &holds) {
            QTest::newRow(name) << line << holds;
        };
        using State = domain::IncidentState;
        row("summary", u"/incident summary Two hosts, nobody got in."_s,
            [](const State &s) { return s.incident.summary == u"Two hosts, nobody got in."_s; });
        row("update", u"/incident update in 45m"_s, [](const State &s) {
            const qint64 in = s.incident.nextUpdate - QDateTime::currentMSecsSinceEpoch();
            return in > 43 * 60'000 && in <= 46 * 60'000;
        });
        row("severity", u"/incident severity 1 customer data in scope"_s,
            [](const State &s) { return s.incident.severity == 1; });
        row("status", u"/incident status containing"_s,
            [](const State &s) { return s.incident.status == domain::IncidentStatus::containing; });
        row("lead", u"/incident lead \"@Ada Byron\""_s,
            [](const State &s) { return s.incident.lead != domain::PersonId(u"somebody else"_s); });
        row("status in plain words", u"set status to contained"_s,
            [](const State &s) { return s.incident.status == domain::IncidentStatus::containing; });
        row("lead in plain words", u"I'll take the lead"_s,
            [](const State &s) { return s.incident.lead != domain::PersonId(u"somebody else"_s); });
        row("close", u"/incident close Blocked, nobody got in."_s, [](const State &s) {
            return s.incident.closed && s.incident.closeSummary == u"Blocked, nobody got in."_s;
        });
        row("reopen", u"/incident reopen The address is back."_s,
            [](const State &s) { return s.incident.opened && !s.incident.closed; });
        row("note", u"/note add The key was rotated."_s,
            [](const State &s) { return s.notes.size() == 1 && s.notes.first().text == u"The key was rotated."_s; });
        row("claim", u"/alert claim I was testing the deploy key"_s, [](const State &s) {
            return s.alerts.first().claimed && s.alerts.first().claimWords == u"I was testing the deploy key"_s;
        });
        row("acknowledge", u"/alert ack"_s, [](const State &s) { return s.alerts.first().acknowledged.has_value(); });
        row("resolve", u"/alert resolve benign a test"_s, [](const State &s) {
            return s.alerts.first().resolved && s.alerts.first().resolution == domain::Resolution::benign &&
                   s.alerts.first().note == u"a test"_s;
        });
    }
    void everyRoomCommandSaysItsFact()
    {
        QFETCH(QString, line);
        QFETCH(std::function<bool(const domain::IncidentState &)>, holds);
        const domain::RoomId room = incidentRoom();
        QVERIFY(!room.isEmpty());
        if (line.startsWith(u"/incident reopen"_s)) {
            QVERIFY(wait(m_talk->say(room, u"/incident close It is over."_s)));
            QTRY_VERIFY(m_ada->state(room).incident.closed.has_value());
        }
        if (line.startsWith(u"/alert"_s))
            raiseIn(room);
        if (line.contains(u" lead"_s)) { // who opens it leads it
            const domain::PersonId other(u"somebody else"_s);
            const domain::Fact given = domain::IncidentRoleSet{u"lead"_s, other};
            QVERIFY(wait(session::sayFact(m_ada->engine(), room, given)).has_value());
            QTRY_COMPARE(m_ada->state(room).incident.lead, other);
        }
        QVERIFY2(!holds(m_ada->state(room)), "it was so before");
        const auto said = wait(m_talk->say(room, line));
        QVERIFY2(said, said ? "" : qPrintable(said.error().message));
        QTRY_VERIFY(holds(m_ada->state(room)));
        if (line.contains(u" lead"_s))
            QCOMPARE(m_ada->state(room).incident.lead, m_ada->engine().me());
    }

    void aStageThatThereIsNotIsAskedBackAndChangesNothing()
    {
        const domain::RoomId room = incidentRoom();
        const domain::IncidentStatus before = m_ada->state(room).incident.status;
        const auto said = wait(m_talk->say(room, u"/incident status recovering"_s));
        QVERIFY2(!said && said.error().message.contains(u"recovered or reviewed"_s), "the stages are named");
        QCOMPARE(m_ada->state(room).incident.status, before);
    }

    void whereThereIsNoIncidentNothingIsSaidOfOne_data()
    {
        QTest::addColumn<QString>("line");
        for (const QString &line :
             {u"status containing"_s, u"severity 1"_s, u"lead \"@Ada Byron\""_s, u"summary Over."_s, u"update in 45m"_s,
              u"close It is over."_s, u"reopen It is back."_s})
            QTest::newRow(qPrintable(line.section(u' ', 0, 0))) << u"/incident "_s + line;
    }
    void whereThereIsNoIncidentNothingIsSaidOfOne()
    {
        QFETCH(QString, line);
        const auto before = m_ada->state(m_room).incident;
        QVERIFY(!before.opened);
        const auto said = wait(m_talk->say(m_room, line));
        QVERIFY(!said);
        QVERIFY2(said.error().message.contains(u"/incident open"_s), qPrintable(said.error().message));
        QCOMPARE(m_ada->state(m_room).incident.severity, before.severity);
        QVERIFY(!m_ada->state(m_room).incident.closed);
    }

private:
    //! A new one, which nobody leads yet.
    domain::RoomId incidentRoom()
    {
        if (!wait(m_talk->say(m_room, u"/incident open severity 3 Something is wrong"_s)))
            return {};
        domain::RoomId found;
        const auto opened = [&] {
            for (const chat::Room &room : m_ada->engine().book().rooms())
                if (m_ada->state(room.id).incident.opened)
                    found = room.id;
            return !found.isEmpty();
        };
        [&] { QTRY_VERIFY_WITH_TIMEOUT(opened(), 20'000); }();
        return found;
    }
    void raiseIn(const domain::RoomId &room)
    {
        domain::AlertRaised alert;
        alert.title = u"ssh brute force"_s;
        const domain::Fact fact = alert;
        QVERIFY(wait(session::sayFact(m_ada->engine(), room, fact)).has_value());
        QTRY_COMPARE(m_ada->state(room).alerts.size(), 1);
    }

    std::unique_ptr<session::Talk> m_talk;
};

WARDROOM_TEST(TstAnswers)
#include "tst_answers.moc"
