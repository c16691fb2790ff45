// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rategate.h"

#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::net;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TstRateGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whoIsAloneGoesAtOnce();
    void aRefusalClosesForAsLongAsTheServerSaid();
    void withoutAWordTheWaitGrowsAndASuccessEndsThat();
    void afterARefusalOneGoesFirstAndAlone();
    void aPersonGoesBeforeAlerts();
    void oneLaneDoesNotHoldUpAnother();
    void anOldSuccessDoesNotOpenWhatWasClosedSince();
    void aServerThatCameBackIsAskedAnewByOneFirst();
    void whoCannotGoInTimeIsToldAtOnceWhen();
    void stoppingEndsTheWait();
    void aGateThatGoesAwayEndsTheWait();
    void aBudgetIsKept();
    void aClockSetBackMakesNobodyWaitLonger();

private:
    QCoro::Task<void> enter(QString name, Urgency urgency = Urgency::person, QByteArray lane = "a",
                            std::chrono::milliseconds longest = 1h, std::stop_token stop = {});
    void pass(std::chrono::milliseconds time);
    static void settle();

    FakeClock m_clock;
    double m_share = 0.5;
    std::unique_ptr<RateGate> m_gate;
    QStringList m_order;
    std::optional<Error> m_error;
};

void TstRateGate::init()
{
    m_gate.reset();
    settle(); // whoever waited in the test before
    m_order.clear();
    m_error.reset();
    m_share = 0.5;
    m_gate = std::make_unique<RateGate>(m_clock, [this] { return m_share; });
}

QCoro::Task<void> TstRateGate::enter(QString name, Urgency urgency, QByteArray lane, std::chrono::milliseconds longest,
                                     std::stop_token stop)
{
    const Result<void> passed = co_await m_gate->pass(lane, urgency, longest, stop);
    m_order += passed ? name : name + u' ' + errorWord(passed.error().kind);
    if (!passed)
        m_error = passed.error();
}

void TstRateGate::settle()
{
    for (int i = 0; i < 20; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

void TstRateGate::pass(std::chrono::milliseconds time)
{
    m_clock.advance(time);
    m_gate->look();
    settle();
}

void TstRateGate::whoIsAloneGoesAtOnce()
{
    enter(u"one"_s);
    settle();
    QCOMPARE(m_order, QStringList{u"one"_s});
}

void TstRateGate::aRefusalClosesForAsLongAsTheServerSaid()
{
    enter(u"one"_s);
    settle();
    m_gate->left("a", Error{ErrorKind::rate, {}, 7000ms});
    QCOMPARE(m_gate->closedUntilMs("a"), std::optional(m_clock.nowMs() + 7000));
    enter(u"two"_s);
    pass(6999ms);
    QCOMPARE(m_order, QStringList{u"one"_s});
    pass(1ms);
    QCOMPARE(m_order, (QStringList{u"one"_s, u"two"_s}));
    QVERIFY(!m_gate->closedUntilMs("a"));
}

void TstRateGate::withoutAWordTheWaitGrowsAndASuccessEndsThat()
{
    m_share = 1.0;
    QList<qint64> waits;
    for (int i = 0; i < 3; ++i) {
        enter(u"x"_s);
        settle();
        m_gate->left("a", Error{ErrorKind::rate, {}, std::nullopt});
        waits += *m_gate->closedUntilMs("a") - m_clock.nowMs();
        pass(std::chrono::milliseconds(waits.last()));
    }
    QCOMPARE(waits, (QList<qint64>{3000, 9000, 27000}));
    enter(u"x"_s);
    settle();
    m_gate->left("a", std::nullopt);
    m_gate->left("a", Error{ErrorKind::rate, {}, std::nullopt});
    QCOMPARE(*m_gate->closedUntilMs("a") - m_clock.nowMs(), 3000);
}

void TstRateGate::afterARefusalOneGoesFirstAndAlone()
{
    enter(u"zero"_s);
    settle();
    m_gate->left("a", Error{ErrorKind::rate, {}, 1000ms});
    for (const QString &name : {u"one"_s, u"two"_s, u"three"_s})
        enter(name);
    pass(1000ms);
    QCOMPARE(m_order, (QStringList{u"zero"_s, u"one"_s}));
    pass(10s);
    QCOMPARE(m_order.size(), 2); // until it is known what became of it
    m_gate->left("a", std::nullopt);
    settle();
    QCOMPARE(m_order, (QStringList{u"zero"_s, u"one"_s, u"two"_s, u"three"_s}));
}

void TstRateGate::aPersonGoesBeforeAlerts()
{
    enter(u"first"_s);
    settle();
    m_gate->left("a", Error{ErrorKind::rate, {}, 1000ms});
    for (int i = 0; i < 50; ++i)
        enter(u"alert"_s, Urgency::alert);
    enter(u"history"_s, Urgency::bulk);
    enter(u"ana"_s, Urgency::person);
    enter(u"finished"_s, Urgency::record);
    enter(u"bo"_s, Urgency::person);
    pass(1000ms);
    for (int i = 0; i < 3; ++i) {
        m_gate->left("a", std::nullopt);
        settle();
    }
    QCOMPARE(m_order.mid(0, 5), (QStringList{u"first"_s, u"ana"_s, u"bo"_s, u"finished"_s, u"alert"_s}));
    QVERIFY(!m_order.contains(u"history"_s));
}

void TstRateGate::oneLaneDoesNotHoldUpAnother()
{
    enter(u"one"_s);
    settle();
    m_gate->left("a", Error{ErrorKind::rate, {}, 1h});
    enter(u"held"_s, Urgency::person, "a", 24h);
    enter(u"other"_s, Urgency::alert, "b");
    settle();
    QCOMPARE(m_order, (QStringList{u"one"_s, u"other"_s}));
    QVERIFY(!m_gate->closedUntilMs("b"));
}

void TstRateGate::anOldSuccessDoesNotOpenWhatWasClosedSince()
{
    enter(u"slow"_s);
    enter(u"refused"_s);
    settle();
    m_gate->left("a", Error{ErrorKind::rate, {}, 1000ms});
    m_gate->left("a", std::nullopt); // set out before
    enter(u"next"_s);
    settle();
    QVERIFY(m_gate->closedUntilMs("a"));
    QVERIFY(!m_order.contains(u"next"_s));
    pass(1000ms);
    QVERIFY(m_order.contains(u"next"_s));
}

//! Synapse with its clock set back refuses for hours; once it was restarted it knows nothing of that.
void TstRateGate::aServerThatCameBackIsAskedAnewByOneFirst()
{
    enter(u"one"_s);
    settle();
    m_gate->left("a", Error{ErrorKind::rate, {}, 10min});
    for (const QString &name : {u"two"_s, u"three"_s})
        enter(name);
    pass(1s);
    QCOMPARE(m_order, QStringList{u"one"_s});
    m_gate->cameBack();
    settle();
    QCOMPARE(m_order, (QStringList{u"one"_s, u"two"_s}));
    QVERIFY(!m_gate->closedUntilMs("a"));
    m_gate->left("a", Error{ErrorKind::rate, {}, 5s}); // it means it
    pass(4s);
    QCOMPARE(m_order.size(), 2);
    pass(1s);
    QCOMPARE(m_order, (QStringList{u"one"_s, u"two"_s, u"three"_s}));
}

void TstRateGate::whoCannotGoInTimeIsToldAtOnceWhen()
{
    enter(u"one"_s);
    settle();
    m_gate->left("a", Error{ErrorKind::rate, {}, 60s});
    enter(u"two"_s, Urgency::person, "a", 10s);
    settle();
    QCOMPARE(m_order.last(), u"two rate"_s);
    QCOMPARE(m_error->retryAfter, std::optional(std::chrono::milliseconds(60s)));
    QCOMPARE(m_gate->waiting("a"), 0);
}

void TstRateGate::stoppingEndsTheWait()
{
    enter(u"one"_s);
    settle();
    m_gate->left("a", Error{ErrorKind::rate, {}, 60s});
    std::stop_source source;
    enter(u"two"_s, Urgency::person, "a", 1h, source.get_token());
    settle();
    source.request_stop();
    settle();
    QCOMPARE(m_order.last(), u"two cancelled"_s);
    QCOMPARE(m_gate->waiting("a"), 0);
}

void TstRateGate::aGateThatGoesAwayEndsTheWait()
{
    enter(u"one"_s);
    settle();
    m_gate->left("a", Error{ErrorKind::rate, {}, 60s});
    enter(u"two"_s);
    m_gate.reset();
    settle();
    QCOMPARE(m_order.last(), u"two cancelled"_s);
}

void TstRateGate::aBudgetIsKept()
{
    m_gate->setBudget("a", {2.0, 3, 100});
    for (int i = 0; i < 10; ++i)
        enter(u"x"_s, Urgency::alert);
    settle();
    QCOMPARE(m_order.size(), 3); // the burst
    pass(499ms);
    QCOMPARE(m_order.size(), 3);
    pass(2ms);
    QCOMPARE(m_order.size(), 4);
    enter(u"ana"_s, Urgency::person);
    pass(500ms);
    QCOMPARE(m_order.size(), 5);
    QCOMPARE(m_order.last(), u"ana"_s);
    pass(30min);
    QCOMPARE(m_order.size(), 8); // a long rest gives no more than the burst
}

void TstRateGate::aClockSetBackMakesNobodyWaitLonger()
{
    enter(u"one"_s);
    settle();
    m_gate->left("a", Error{ErrorKind::rate, {}, 5s});
    enter(u"two"_s);
    pass(1s);
    m_clock.jumpTo(m_clock.nowMs() - 3600'000);
    pass(0ms);
    pass(4s);
    QCOMPARE(m_order.last(), u"two"_s);
}

WARDROOM_TEST(TstRateGate)
#include "tst_rategate.moc"
