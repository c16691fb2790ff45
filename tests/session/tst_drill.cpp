// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/alerts.h"
#include "session/drillplay.h"
#include "session/founding.h"
#include "session/talk.h"
#include "support/testmain.h"
#include "support/world.h"

#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using session::DrillStanding;

//! The drill: read from its file, played on a real workspace with a real second node for the colleague.
class TstDrill final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedDrillIsWhole()
    {
        const auto story = session::loadDrill(QStringLiteral(WARDROOM_SOURCE_DIR "/resources/drills/first-night/drill.yaml"));
        QVERIFY2(story.has_value(), qPrintable(story ? QString() : story.error().message));
        QCOMPARE(story->steps.size(), 8);
        QCOMPARE(story->colleague, u"Mei Lin"_s);
        for (const session::DrillStep &step : story->steps)
            QVERIFY2(step.words.contains(u"zh"_s) && step.goals.contains(u"zh"_s), qPrintable(step.id));
    }

    void aStepWithoutAGoalIsNamedWithItsLine()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"drill.yaml"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("name: x\ntitle: {en: X}\npeople:\n  - {name: Mei, role: it}\nstory:\n  - id: a\n    en: Something\n    goal: {en: Do it}\n");
        file.close();
        const auto story = session::loadDrill(file.fileName());
        QVERIFY(!story.has_value());
        QVERIFY2(story.error().message.contains(u"drill.yaml:6"_s), qPrintable(story.error().message));
    }

    void stepsFollowTheRecordAndTheColleagueApproves()
    {
        PracticeHost host;
        QVERIFY2(host.ok(), qPrintable(host.said()));
        SystemClock clock;
        QTemporaryDir folder;
        Desk desk(folder.filePath(u"priya"_s), u"Priya N."_s, clock);
        QCOMPARE(desk.found(u"practice"_s, folder.filePath(u"room"_s)), QString());
        domain::Inventory inventory = desk.engine().book().workspace().inventory();
        inventory.hosts.append(host.host());
        QVERIFY(wait(session::publishInventory(desk.engine(), inventory)).has_value());
        session::DrillStory story = *session::loadDrill(QStringLiteral(WARDROOM_SOURCE_DIR "/resources/drills/first-night/drill.yaml"));
        story.steps = {story.steps.at(0), story.steps.at(1), story.steps.at(4), story.steps.last()};
        for (session::DrillStep &step : story.steps)
            step.after = 0;
        session::DrillPlay play(story, desk.engine(), nullptr);
        play.colleague().setPatience(1);
        QSignalSpy over(&play, &session::DrillPlay::over);
        QVERIFY(wait(play.start()).has_value());
        QCOMPARE(play.current(), 0);
        const domain::RoomId alerts = desk.room(u"ids-alerts"_s);
        QTRY_COMPARE(desk.state(alerts).alerts.size(), 1);
        session::Alerts calls(desk.engine());
        const auto room = wait(calls.openIncident(alerts, desk.state(alerts).alerts.firstKey(), u"Guessing"_s, 2, desk.engine().me()));
        QVERIFY(room.has_value());
        QTRY_COMPARE_WITH_TIMEOUT(play.current(), 2, 10'000); // the second step counts up by itself
        session::Talk talk(desk.engine());
        const auto asked = wait(talk.say(*room, u"/patch apply practice-01 shop-tls"_s));
        QVERIFY2(asked.has_value(), qPrintable(asked ? QString() : asked.error().message));
        QTRY_COMPARE_WITH_TIMEOUT(play.lines().at(2).standing, DrillStanding::done, 60'000);
        QVERIFY(desk.state(*room).operation(asked->op)->standing().size() == 1);
        QCOMPARE(over.size(), 0);
        play.skip();
        QCOMPARE(over.size(), 1);
        QVERIFY(play.isOver());
        QVERIFY2(play.debrief().startsWith(u"3 of 4 steps done"_s), qPrintable(play.debrief()));
        QVERIFY(play.debrief().contains(u"/incident close"_s));
    }
};

WARDROOM_TEST(TstDrill)
#include "tst_drill.moc"
