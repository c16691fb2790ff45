// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drillplayer.h"
#include "session/incidents.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using session::DrillStanding;

//! The drills: read from their files, and played to their ends on real practice hosts with the shipped plugins and real
//! nodes for the colleagues.
class TstDrill final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedDrillsAreWhole()
    {
        const QList<session::DrillStory> all =
            session::loadDrills(QStringLiteral(WARDROOM_SOURCE_DIR "/resources/drills"));
        QStringList names;
        for (const session::DrillStory &story : all) {
            names << story.name;
            QVERIFY2(story.title.in(u"zh"_s) != story.title.in(u"en"_s) && !story.lesson.in(u"zh"_s).isEmpty(),
                     qPrintable(story.name));
            for (const session::DrillStep &step : story.steps)
                QVERIFY2(step.words.in(u"zh"_s) != step.words.in(u"en"_s), qPrintable(step.id));
        }
        QCOMPARE(names,
                 QStringList({u"first-shift"_s, u"bastion-bruteforce"_s, u"workstation-malware"_s, u"first-night"_s}));
    }

    void aStepIsNotDoneByLookingWhereNothingIs()
    {
        session::DrillGoal goal;
        goal.command = u"file.hash"_s;
        domain::IncidentState room;
        domain::OperationState &operation = room.operations[domain::OpId(u"op"_s)];
        operation.request.command = goal.command;
        operation.said.at = 10;
        operation.finish.emplace();
        operation.finish->data = {{u"found"_s, false}};
        QVERIFY(!goal.isReached({room}, 0));
        operation.finish->data = {{u"sha256"_s, u"00ff"_s}};
        QVERIFY(goal.isReached({room}, 0));
    }

    void aMistakeIsNamedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("was");
        QTest::addColumn<QByteArray>("is");
        QTest::addColumn<QString>("said");
        QTest::newRow("a step without a goal") << "    done: {command: host.status}\n"_ba
                                               << ""_ba << u"drill.yaml:9"_s;
        QTest::newRow("two goals in one") << "{command: host.status}"_ba
                                          << "{command: host.status, count: 3}"_ba << u"one thing"_s;
        QTest::newRow("a word that is no key") << "after: 0"_ba
                                               << "afer: 0"_ba << u"afer"_s;
        QTest::newRow("a host over SSH") << "reach: practice"_ba
                                         << "reach: ssh"_ba
                                         << u"drill.yaml:5: a drill reaches a practice host and nothing else"_s;
        QTest::newRow("this machine") << "reach: practice"_ba
                                      << "reach: local"_ba << u"a practice host and nothing else"_s;
        QTest::newRow("an address of a host") << "reach: practice"_ba
                                              << "reach: practice, address: 10.0.0.7"_ba << u"address"_s;
        QTest::newRow("a root of one's own choice") << "reach: practice"_ba
                                                    << "reach: practice, root: /"_ba << u"root"_s;
        QTest::newRow("a second host") << "drill: webshop}\n"_ba
                                       << "drill: webshop}\n  - {name: web-01, reach: ssh, drill: webshop}\n"_ba
                                       << u"1 to 1"_s;
        QTest::newRow("what happens elsewhere")
            << "after: 0"_ba
            << "after: 0, does: {attack: {address: 203.0.113.7, host: web-01}}"_ba << u"host"_s;
        QTest::newRow("a program as what happens") << "after: 0"_ba
                                                   << "after: 0, does: {stage: ../../bin/sh}"_ba << u"stage"_s;
    }
    void aMistakeIsNamedWithItsLine()
    {
        QFETCH(QByteArray, was);
        QFETCH(QByteArray, is);
        QFETCH(QString, said);
        const QByteArray good =
            "name: x\ntitle: {en: X}\nsummary: {en: X}\nhosts:\n  - {name: practice-01, reach: practice, drill: "
            "webshop}\n"
            "people: [{id: mei, name: Mei, role: it}]\nstory:\n"
            "# what happens\n"
            "  - {id: a, after: 0, en: Something, zh: 某事, goal: {en: Do it}, done: {command: host.status}}\n";
        QByteArray text = good;
        if (is.isEmpty())
            text.replace(", done: {command: host.status}", "");
        else
            text.replace(was, is);
        QVERIFY(text != good);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"drill.yaml"_s));
        QVERIFY(file.open(QFile::WriteOnly) && file.write(text) > 0);
        file.close();
        const auto story = session::loadDrill(file.fileName());
        QVERIFY(!story.has_value());
        QVERIFY2(story.error().message.contains(said), qPrintable(story.error().message));
        QVERIFY(file.open(QFile::WriteOnly) && file.write(good) > 0);
        file.close();
        QVERIFY(session::loadDrill(file.fileName()).has_value());
    }

    void eachDrillIsPlayedToItsEnd_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"first-shift", "bastion-bruteforce", "workstation-malware", "first-night"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void eachDrillIsPlayedToItsEnd()
    {
        QFETCH(QString, name);
        if (name == u"workstation-malware" && !QFile::exists(u"/usr/sbin/nft"_s))
            QSKIP("nftables is not installed");
        SystemClock clock;
        DrillPlayer player(name, clock);
        const QString begun = player.begin();
        QVERIFY2(begun.isEmpty(), qPrintable(begun));
        QSignalSpy over(player.play.get(), &session::DrillPlay::over);
        QSignalSpy troubled(player.play.get(), &session::DrillPlay::troubled);
        const QString stuck = player.playOn();
        QVERIFY2(stuck.isEmpty(), qPrintable(stuck));
        QCOMPARE(over.size(), 1);
        QCOMPARE(troubled.size(), 0);
        const auto steps = player.story().steps.size();
        const QString debrief = player.play->debrief();
        QVERIFY2(debrief.startsWith(u"%1 of %1 steps done"_s.arg(steps)) && debrief.contains(u"Nothing was missed."),
                 qPrintable(debrief));
        QVERIFY2(debrief.contains(player.story().lesson.in(u"en"_s)), qPrintable(debrief));
    }

    void theDebriefSaysWhatWasMissedAndWhatTookLong()
    {
        SystemClock clock;
        DrillPlayer player(u"bastion-bruteforce"_s, clock);
        const QString begun = player.begin();
        QVERIFY2(begun.isEmpty(), qPrintable(begun));
        session::DrillPlay &play = *player.play;
        while (!play.isOver()) {
            const int at = play.current();
            QTRY_VERIFY(play.lines().at(at).standing == DrillStanding::now);
            play.skip();
        }
        const QString said = play.debrief();
        QVERIFY2(said.startsWith(u"0 of 7 steps done"_s) && said.contains(u"Missed: Take the alert"_s) &&
                     said.contains(u"/user lock bastion-01 deploy"_s),
                 qPrintable(said));
        QVERIFY2(said.contains(u"–, –"_s), qPrintable(said));
    }

    void aDrillIsNotPlayedInARealWorkspace()
    {
        SystemClock clock;
        QTemporaryDir folder;
        Desk desk(folder.filePath(u"ana"_s), u"Ana P."_s, clock);
        QCOMPARE(desk.found(u"work"_s, folder.filePath(u"room"_s)), QString());
        session::DrillPlay play(*session::loadDrill(drillFile(u"first-shift"_s)), desk.engine(), nullptr);
        const auto started = wait(play.start());
        QVERIFY(!started.has_value());
        QCOMPARE(play.current(), -1);
    }
};

WARDROOM_TEST(TstDrill)
#include "tst_drill.moc"
