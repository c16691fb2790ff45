// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/alerts.h"
#include "session/deadlines.h"
#include "session/engine.h"
#include "session/incidents.h"
#include "support/testmain.h"
#include "support/world.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

//! Legal clocks: the shipped laws, and what starting and meeting one says in a room.
class TstDeadlines final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyShippedLawIsComplete()
    {
        const auto regimes = session::loadRegimes(QStringLiteral(WARDROOM_SOURCE_DIR "/resources/regimes"));
        QVERIFY2(regimes.has_value(), qPrintable(regimes ? QString() : regimes.error().message));
        QVERIFY(regimes->size() >= 5);
        for (const session::Regime &regime : *regimes) {
            for (const auto &texts : {regime.names, regime.triggers, regime.remarks})
                QVERIFY2(texts.contains(u"en"_s) && texts.contains(u"zh"_s), qPrintable(regime.id));
            for (const session::LegalClock &clock : regime.clocks)
                QVERIFY2(clock.names.contains(u"zh"_s), qPrintable(regime.id + clock.id));
        }
    }

    void aMonthIsAMonthOfTheCalendar()
    {
        session::LegalClock clock;
        clock.months = 1;
        const auto at = [](int month, int day) {
            return QDateTime(QDate(2027, month, day), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
        };
        QCOMPARE(clock.dueFrom(at(1, 31)), at(2, 28));
        QCOMPARE(clock.dueFrom(at(4, 5)), at(5, 5));
    }

    void aDamagedListIsNamed()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"odd.yaml"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("id: odd\nlaw: Odd\nname: {en: Odd}\ntrigger: {en: When?}\nclocks:\n  - {id: a, name: {en: A}, "
                   "hours: 4, after: nowhere}\n");
        file.close();
        const auto regimes = session::loadRegimes(folder.path());
        QVERIFY(!regimes.has_value());
        QVERIFY(regimes.error().message.contains(u"odd.yaml"_s));
    }

    void clocksStartOnceWithAReasonAndTheNextFollowsTheSubmission()
    {
        SystemClock clock;
        QTemporaryDir folder;
        Desk desk(folder.filePath(u"priya"_s), u"Priya N."_s, clock);
        QCOMPARE(desk.found(u"acme"_s, folder.filePath(u"room"_s)), QString());
        session::Alerts alerts(desk.engine());
        const auto room =
            wait(alerts.openIncident(desk.room(u"security-ops"_s), {}, u"Deploy"_s, 1, desk.engine().me()));
        QVERIFY2(room.has_value(), qPrintable(room ? QString() : room.error().message));
        QTRY_VERIFY(desk.state(*room).incident.opened);
        session::Deadlines deadlines(desk.engine());
        const qint64 since = clock.nowMs() - 3'600'000;
        QVERIFY(!wait(deadlines.start(*room, u"nis2"_s, since, u" "_s)).has_value());
        QVERIFY(!wait(deadlines.start(*room, u"nis2"_s, clock.nowMs() + 60'000, u"big"_s)).has_value());
        QVERIFY(!wait(deadlines.start(desk.room(u"security-ops"_s), u"nis2"_s, since, u"no incident"_s)).has_value());
        QVERIFY(deadlines.lines(*room).isEmpty());
        QVERIFY(wait(deadlines.start(*room, u"nis2"_s, since, u"the shop is down for customers"_s)).has_value());
        QTRY_COMPARE(deadlines.lines(*room).size(), 2);
        QCOMPARE(deadlines.lines(*room).first().name, u"NIS2 early warning"_s);
        QCOMPARE(deadlines.lines(*room).first().due, since + 24 * 3'600'000LL);
        QTRY_COMPARE(desk.state(*room).notes.size(), 1);
        QVERIFY(desk.state(*room).notes.first().text.contains(u"the shop is down"_s));
        QCOMPARE(wait(deadlines.start(*room, u"nis2"_s, since, u"again"_s)).error().kind, ErrorKind::conflict);
        const domain::FactId notification = deadlines.lines(*room).at(1).id;
        QVERIFY(wait(deadlines.meet(*room, notification, u"to the CSIRT"_s)).has_value());
        QTRY_COMPARE(deadlines.lines(*room).size(), 3);
        QTRY_COMPARE(deadlines.lines(*room).at(1).name, u"NIS2 final report"_s);
        QVERIFY(deadlines.lines(*room).last().metAt > 0);
        QVERIFY(!wait(deadlines.meet(*room, notification, u"twice"_s)).has_value());
    }

    void theSharingLabelIsTheLastThatWasSaid()
    {
        SystemClock clock;
        QTemporaryDir folder;
        Desk desk(folder.filePath(u"priya"_s), u"Priya N."_s, clock);
        QCOMPARE(desk.found(u"acme"_s, folder.filePath(u"room"_s)), QString());
        session::Alerts alerts(desk.engine());
        const auto room =
            wait(alerts.openIncident(desk.room(u"security-ops"_s), {}, u"Deploy"_s, 1, desk.engine().me()));
        QVERIFY(room.has_value());
        QTRY_VERIFY(desk.state(*room).incident.opened);
        QVERIFY(!desk.state(*room).incident.tlp);
        session::Incidents incidents(desk.engine());
        QVERIFY(wait(incidents.setTlp(*room, domain::Tlp::red, u"names of people"_s)).has_value());
        QVERIFY(wait(incidents.setTlp(*room, domain::Tlp::amberStrict, u"names removed"_s)).has_value());
        QTRY_COMPARE(desk.state(*room).incident.tlp, std::optional(domain::Tlp::amberStrict));
        QCOMPARE(desk.state(*room).toJson()[u"incident"_s][u"tlp"_s].toString(), u"amber+strict"_s);
    }
};

WARDROOM_TEST(TstDeadlines)
#include "tst_deadlines.moc"
