// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/requestengine.h"

#include "net/scriptedserver.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QCoroTask>
#include <QTest>

using namespace wardroom;
using namespace wardroom::net;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TstRequestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_engine.reset(); }
    void aSafeRequestIsRepeatedUntilItGetsThrough();
    void whatMayHaveHappenedIsNotRepeated();
    void a429IsRepeatedWhenTheServerSaid_data();
    void a429IsRepeatedWhenTheServerSaid();
    void aFinalRefusalIsFinal_data();
    void aFinalRefusalIsFinal();
    void patienceEnds();
    void aRefusalKeepsItsBodyWhereThatIsWanted();
    void threeSilencesMeanOffline();
    void anErrorIsAnAnswerToo();
    void oneLostRequestOpensNothingThatTheServerClosed();
    void aServerThatWasAwayIsAskedAnew();
    void aServerThatHungUpIsAskedAnew();
    void whatAServerNamedWhileItEndedDoesNotHold();
    void stoppingEndsItWhileItRests();
    void anEngineThatGoesAwayEndsItsRequests();
    void manyPutUpWithOneRefusal();

private:
    void closeSendFor50Seconds();
    Result<HttpAnswer> ask(CallRules rules = {"ana send", Urgency::person, true});
    Sleep sleep();
    std::unique_ptr<ScriptedServer> m_server;
    FakeClock m_clock;
    QList<std::chrono::milliseconds> m_slept;
    std::unique_ptr<RequestEngine> m_engine;
    QTimer m_time;
    int m_served = 0;
};

void TstRequestEngine::init()
{
    m_slept.clear();
    m_served = 0;
    m_server = std::make_unique<ScriptedServer>([](const SeenRequest &) { return answer(200, "{}"); });
    m_engine = std::make_unique<RequestEngine>(
        m_clock, [] { return 0.5; }, TransportOptions{}, sleep());
    // The gate waits by the clock: let that run, ten times as fast as the world's.
    m_time.disconnect();
    connect(&m_time, &QTimer::timeout, this, [this] {
        m_clock.advance(100ms);
        if (m_engine)
            m_engine->gate().look();
    });
    m_time.start(10);
}

Sleep TstRequestEngine::sleep()
{
    const Sleep real = realSleep();
    return [this, real](std::chrono::milliseconds wait, std::stop_token stop) {
        m_slept += wait;
        m_clock.advance(wait);
        return real(wait > 1h ? wait : 1ms, stop);
    };
}

Result<HttpAnswer> TstRequestEngine::ask(CallRules rules)
{
    HttpRequest request;
    request.url = m_server->url();
    request.timeout = 300ms;
    return QCoro::waitFor(m_engine->send(request, rules));
}

void TstRequestEngine::aSafeRequestIsRepeatedUntilItGetsThrough()
{
    m_server->script([this](const SeenRequest &) {
        return ++m_served < 4 ? answer(502, "<html>", "text/html") : answer(200, "{}");
    });
    const auto got = ask();
    QVERIFY(got);
    QCOMPARE(m_served, 4);
    QCOMPARE(m_slept.size(), 3);
    QVERIFY(m_slept.at(0) >= 500ms);
    QVERIFY(m_slept.at(2) > m_slept.at(0));
}

void TstRequestEngine::whatMayHaveHappenedIsNotRepeated()
{
    m_server->script([this](const SeenRequest &) { return ++m_served, QByteArray(); });
    const auto got = ask({"ana send", Urgency::person, false});
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::timeout);
    QCOMPARE(m_served, 1);
    QVERIFY(m_slept.isEmpty());
}

void TstRequestEngine::a429IsRepeatedWhenTheServerSaid_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("least");
    QTest::newRow("header") << "Retry-After: 4\r\n"_ba
                            << "{}"_ba << qint64(4000);
    QTest::newRow("body") << QByteArray() << R"({"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":2500})"_ba
                          << qint64(2500);
    QTest::newRow("neither") << QByteArray() << "Too many requests"_ba << qint64(1000);
    QTest::newRow("nonsense") << "Retry-After: soon\r\n"_ba
                              << R"({"retry_after_ms":-7})"_ba << qint64(1000);
}

void TstRequestEngine::a429IsRepeatedWhenTheServerSaid()
{
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, body);
    QFETCH(qint64, least);
    QList<qint64> at;
    m_server->script([&](const SeenRequest &) {
        at += m_clock.nowMs();
        return at.size() < 2 ? answer(429, body, "application/json", more) : answer(200, "{}");
    });
    // Also what is not safe: a request refused for its rate was certainly not carried out.
    const auto got = ask({"ana send", Urgency::person, false, 60s, retryAfterField(u"retry_after_ms"_s)});
    QVERIFY(got);
    QCOMPARE(at.size(), 2);
    QVERIFY2(at.at(1) - at.at(0) >= least, qPrintable(QString::number(at.at(1) - at.at(0))));
    QVERIFY(!m_engine->gate().closedUntilMs("ana send"));
}

void TstRequestEngine::aFinalRefusalIsFinal_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 409, 413})
        QTest::addRow("%d", status) << status;
}

void TstRequestEngine::aFinalRefusalIsFinal()
{
    QFETCH(int, status);
    m_server->script([&](const SeenRequest &) { return ++m_served, answer(status, "{}"); });
    QVERIFY(!ask());
    QCOMPARE(m_served, 1);
}

void TstRequestEngine::patienceEnds()
{
    m_server->script([this](const SeenRequest &) { return ++m_served, answer(503, "{}"); });
    const qint64 began = m_clock.nowMs();
    CallRules rules{"ana send", Urgency::person, true, 20s};
    const auto got = ask(rules);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::transient);
    QVERIFY(m_served > 1 && m_served < 30);
    QVERIFY(m_clock.nowMs() - began <= 25'000);
    m_server->script([](const SeenRequest &) { return answer(429, "{}", "application/json", "Retry-After: 600\r\n"); });
    const auto refused = ask(rules);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::rate);
    QVERIFY(refused.error().retryAfter > 500s);
}

void TstRequestEngine::aRefusalKeepsItsBodyWhereThatIsWanted()
{
    m_server->script([](const SeenRequest &) { return answer(403, R"({"errcode":"M_FORBIDDEN"})"); });
    HttpRequest request;
    request.url = m_server->url();
    request.refusalsToo = true;
    const auto got = QCoro::waitFor(m_engine->send(request, {}));
    QVERIFY(got);
    QCOMPARE(got->refusal->kind, ErrorKind::forbidden);
    QCOMPARE(got->body, R"({"errcode":"M_FORBIDDEN"})"_ba);
}

void TstRequestEngine::threeSilencesMeanOffline()
{
    m_server->script([](const SeenRequest &) { return QByteArray(); });
    for (int i = 0; i < 3; ++i) {
        QVERIFY(m_engine->link().link() != Link::offline);
        ask({"ana send", Urgency::person, false});
    }
    QCOMPARE(m_engine->link().link(), Link::offline);
    m_server->script([](const SeenRequest &) { return answer(200, "{}"); });
    QVERIFY(ask());
    QCOMPARE(m_engine->link().link(), Link::online);
}

void TstRequestEngine::anErrorIsAnAnswerToo()
{
    m_server->script([](const SeenRequest &) { return answer(502, "<html>", "text/html"); });
    for (int i = 0; i < 4; ++i)
        ask({"ana send", Urgency::person, false});
    QCOMPARE(m_engine->link().link(), Link::online);
}

void TstRequestEngine::closeSendFor50Seconds()
{
    m_server->script([](const SeenRequest &) { return answer(429, "{}", "application/json", "Retry-After: 50\r\n"); });
    ask({"ana send", Urgency::person, true, 1s});
    QVERIFY(m_engine->gate().closedUntilMs("ana send"));
    m_time.stop(); // the clock stands still from here on
}

void TstRequestEngine::oneLostRequestOpensNothingThatTheServerClosed()
{
    closeSendFor50Seconds();
    m_server->script([](const SeenRequest &) { return QByteArray(); });
    ask({"ana read", Urgency::person, false});
    QCOMPARE(m_engine->link().link(), Link::wavering);
    m_server->script([](const SeenRequest &) { return answer(200, "{}"); });
    QVERIFY(ask({"ana read", Urgency::person, false}));
    QCOMPARE(m_engine->link().link(), Link::online);
    QVERIFY(m_engine->gate().closedUntilMs("ana send"));
}

void TstRequestEngine::aServerThatWasAwayIsAskedAnew()
{
    closeSendFor50Seconds();
    m_server->script([](const SeenRequest &) { return QByteArray(); });
    for (int i = 0; i < 3; ++i)
        ask({"ana read", Urgency::person, false});
    QCOMPARE(m_engine->link().link(), Link::offline);
    m_server->script([](const SeenRequest &) { return answer(200, "{}"); });
    QVERIFY(ask({"ana read", Urgency::person, false}));
    QVERIFY(!m_engine->gate().closedUntilMs("ana send"));
}

void TstRequestEngine::aServerThatHungUpIsAskedAnew()
{
    closeSendFor50Seconds();
    m_server->script([](const SeenRequest &) { return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"); });
    ask({"ana read", Urgency::person, false});
    QCOMPARE(m_engine->link().link(), Link::wavering);
    m_server->script([](const SeenRequest &) { return answer(200, "{}"); });
    QVERIFY(ask({"ana read", Urgency::person, false}));
    QVERIFY(!m_engine->gate().closedUntilMs("ana send"));
}

//! It hangs up on one and tells another to wait, and then its program is another.
void TstRequestEngine::whatAServerNamedWhileItEndedDoesNotHold()
{
    m_server->script([](const SeenRequest &) { return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"); });
    ask({"ana read", Urgency::person, false});
    closeSendFor50Seconds();
    QCOMPARE(m_engine->link().link(), Link::online);
    m_server->script([](const SeenRequest &) { return answer(200, "{}"); });
    QVERIFY(ask({"ana read", Urgency::person, false}));
    QVERIFY(!m_engine->gate().closedUntilMs("ana send"));
    // A proxy before it may say the same.
    m_time.start(10);
    closeSendFor50Seconds();
    m_server->script([](const SeenRequest &) { return answer(503, "{}"); });
    ask({"ana read", Urgency::person, false});
    QVERIFY(m_engine->gate().closedUntilMs("ana send"));
    m_server->script([](const SeenRequest &) { return answer(200, "{}"); });
    QVERIFY(ask({"ana read", Urgency::person, false}));
    QVERIFY(!m_engine->gate().closedUntilMs("ana send"));
    // Only once: what it names from now on holds.
    m_time.start(10);
    closeSendFor50Seconds();
    m_server->script([](const SeenRequest &) { return answer(200, "{}"); });
    QVERIFY(ask({"ana read", Urgency::person, false}));
    QVERIFY(m_engine->gate().closedUntilMs("ana send"));
}

void TstRequestEngine::stoppingEndsItWhileItRests()
{
    m_server->script([](const SeenRequest &) { return answer(429, "{}", "application/json", "Retry-After: 50\r\n"); });
    m_time.stop();
    std::stop_source source;
    QTimer::singleShot(100, this, [&] { source.request_stop(); });
    HttpRequest request;
    request.url = m_server->url();
    const auto got = QCoro::waitFor(m_engine->send(request, {"l", Urgency::person, true}, source.get_token()));
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::cancelled);
    QCOMPARE(m_server->seen().size(), 1);
}

void TstRequestEngine::anEngineThatGoesAwayEndsItsRequests()
{
    m_server->script([](const SeenRequest &) { return QByteArray(); });
    QTimer::singleShot(50, this, [&] { m_engine.reset(); });
    HttpRequest request;
    request.url = m_server->url();
    const auto got = QCoro::waitFor(m_engine->send(request, {"l", Urgency::person, true}));
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::cancelled);
}

void TstRequestEngine::manyPutUpWithOneRefusal()
{
    // A server that takes five, refuses until its window is over, and counts what it had to refuse.
    int refused = 0;
    qint64 window = m_clock.nowMs();
    int inWindow = 0;
    m_server->script([&](const SeenRequest &) {
        if (m_clock.nowMs() - window > 2000) {
            window = m_clock.nowMs();
            inWindow = 0;
        }
        if (++inWindow <= 5)
            return answer(200, "{}");
        ++refused;
        return answer(429, "{}", "application/json", "Retry-After: 2\r\n");
    });
    int got = 0;
    HttpRequest request;
    request.url = m_server->url();
    for (int i = 0; i < 20; ++i) {
        QCoro::connect(m_engine->send(request, {"l", Urgency::alert, false, 10min}), this,
                       [&](Result<HttpAnswer> answer) { got += answer ? 1 : 0; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(got, 20, 60'000);
    QVERIFY2(refused <= 30, qPrintable(QString::number(refused)));
}

WARDROOM_TEST(TstRequestEngine)
#include "tst_requestengine.moc"
