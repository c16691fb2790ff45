// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/linkstate.h"

#include "net/backoff.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace wardroom;
using namespace wardroom::net;
using namespace wardroom::test;
using namespace std::chrono_literals;

class TstLinkState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneFailureAlarmsNobodyAndThreeDo();
    void anAnswerBringsItBackAndSaysSo();
    void theSystemsWordGoesFirst();
    void theWaitsAreSpreadAndBounded();
};

void TstLinkState::oneFailureAlarmsNobodyAndThreeDo()
{
    FakeClock clock;
    LinkState state(clock);
    QCOMPARE(state.link(), Link::unknown);
    state.answered();
    clock.advance(5s);
    state.unreachable();
    QCOMPARE(state.link(), Link::wavering);
    state.unreachable();
    QCOMPARE(state.link(), Link::wavering);
    clock.advance(5s);
    state.unreachable();
    QCOMPARE(state.link(), Link::offline);
    QCOMPARE(state.sinceMs(), clock.nowMs());
}

void TstLinkState::anAnswerBringsItBackAndSaysSo()
{
    FakeClock clock;
    LinkState state(clock, 1);
    const QSignalSpy changed(&state, &LinkState::changed);
    const QSignalSpy back(&state, &LinkState::cameBack);
    state.answered();
    QCOMPARE(back.count(), 0);
    state.unreachable();
    state.unreachable();
    QCOMPARE(changed.count(), 2);
    state.answered();
    state.answered();
    QCOMPARE(changed.count(), 3);
    QCOMPARE(back.count(), 1);
}

void TstLinkState::theSystemsWordGoesFirst()
{
    FakeClock clock;
    LinkState state(clock);
    state.answered();
    state.systemSays(false);
    QCOMPARE(state.link(), Link::offline);
    state.systemSays(true);
    QCOMPARE(state.link(), Link::wavering); // a network is not yet an answer
    state.answered();
    QCOMPARE(state.link(), Link::online);
    LinkState here(clock);
    here.watchSystem(); // must not fail where the system does not say
}

void TstLinkState::theWaitsAreSpreadAndBounded()
{
    Backoff most([] { return 1.0; }, 500ms, 30s);
    QList<qint64> waits;
    for (int i = 0; i < 6; ++i)
        waits += most.next().count();
    QCOMPARE(waits, (QList<qint64>{1500, 4500, 13500, 30000, 30000, 30000}));
    most.reset();
    QCOMPARE(most.next(), 1500ms);
    Backoff least([] { return 0.0; }, 500ms, 30s);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(least.next(), 500ms);
    QSet<qint64> seen;
    for (int i = 0; i < 50; ++i) {
        Backoff each(systemRandom(), 500ms, 30s);
        seen += each.next().count();
    }
    QVERIFY(seen.size() > 20); // many that fail at once do not come back at once
}

WARDROOM_TEST(TstLinkState)
#include "tst_linkstate.moc"
