// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/locksweeper.h"
#include "session/playbookkeeper.h"
#include "session/playbooks.h"
#include "support/fakeclock.h"
#include "support/testmain.h"
#include "support/world.h"

#include <QDir>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! A playbook's schedule and its waits, on a clock that stands still until told.
class TstPlaybookSchedule final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itStartsOncePerSlotAlsoAfterARestart()
    {
        FakeClock clock(1'790'035'200'000 + 60'000); // a minute past midnight UTC
        QTemporaryDir folder;
        Desk desk(folder.filePath(u"priya"_s), u"Priya N."_s, clock);
        QCOMPARE(desk.found(u"acme"_s, folder.filePath(u"room"_s)), QString());
        QDir(desk.profile().folder()).mkpath(u"playbooks"_s);
        QFile file(desk.profile().folder() + u"/playbooks/nightly.yaml"_s);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("name: nightly\nversion: 1.0.0\nauthor: Us\nsummary: Look around\n"
                   "trigger: {schedule: {every: 1h}}\nsteps:\n  - {id: rest, title: R, wait: 10m}\n");
        file.close();
        session::Playbooks calls(desk.engine());
        QVERIFY(wait(calls.publish(u"nightly"_s)).has_value());
        QTRY_VERIFY(desk.engine().playbooks().shelf().published(u"nightly"_s).has_value());
        const domain::RoomId room = desk.engine().book().workspace().policy()->alertRoom;
        const auto look = [&] {
            desk.engine().playbooks().look();
            QTest::qWait(300);
            return desk.state(room).playbooks.size();
        };
        QCOMPARE(look(), 0); // the slot of midnight was before it was published
        clock.advance(58min);
        QCOMPARE(look(), 0);
        clock.advance(2min);
        QCOMPARE(look(), 1);
        QCOMPARE(look(), 1);
        const domain::FactId run = desk.state(room).playbooks.firstKey();
        QTRY_VERIFY(desk.state(room).playbooks.value(run).steps.contains(u"rest"_s));
        QCOMPARE(desk.state(room).playbooks.value(run).steps.value(u"rest"_s).told.until, clock.nowMs() + 600'000);
        QCOMPARE(desk.reopen(), QString());
        QCOMPARE(look(), 1);
        QVERIFY(desk.state(room).playbooks.value(run).isRunning());
        clock.advance(10min);
        QTRY_VERIFY((desk.engine().playbooks().look(), desk.state(room).playbooks.value(run).ended.has_value()));
        QCOMPARE(desk.state(room).playbooks.value(run).started.trigger, domain::PlaybookTrigger::schedule);
        clock.advance(1h + 30min); // nobody was there for the slot of two o'clock
        QCOMPARE(look(), 1);
        clock.advance(21min);
        QCOMPARE(look(), 2);
        // What it was started with is kept a day after it ended, and not for ever.
        const auto isHeld = [&] {
            return wait(desk.engine().platform().held()).value_or(QStringList()).contains(run.text());
        };
        QVERIFY(isHeld());
        wait(desk.engine().locks().sweep());
        QVERIFY(isHeld());
        clock.advance(24h);
        QVERIFY(wait(desk.engine().sender().sayWords(room, u"a day later"_s)));
        QTRY_VERIFY(desk.engine().serverTime() >= clock.nowMs());
        wait(desk.engine().locks().sweep());
        QVERIFY(!isHeld());
        QVERIFY(!desk.state(room).playbooks.value(run).isRunning());
    }
};

WARDROOM_TEST(TstPlaybookSchedule)
#include "tst_playbookschedule.moc"
