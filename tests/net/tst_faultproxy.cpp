// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/requestengine.h"
#include "net/scriptedserver.h"
#include "support/fakeclock.h"
#include "support/faultproxy.h"
#include "support/testmain.h"

#include <QCoroTask>
#include <QTest>

using namespace wardroom;
using namespace wardroom::net;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The relay that goes wrong on purpose, and the request engine behind it.
class TstFaultProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutFaultsEverythingPasses();
    void eachFaultIsWhatItSays_data();
    void eachFaultIsWhatItSays();
    void theSameSeedChoosesTheSame();
    void whatIsSparedPasses();
    void downAndBackIsTheSamePort();
    void silenceIsSilence();
    void whatIsIdempotentGetsThroughOnceWhateverHappens();

private:
    Result<HttpAnswer> ask(const QUrl &url, std::chrono::milliseconds timeout = 20s);
    SystemClock m_clock;
    Transport m_transport{m_clock};
};

Result<HttpAnswer> TstFaultProxy::ask(const QUrl &url, std::chrono::milliseconds timeout)
{
    HttpRequest request;
    request.url = url;
    request.method = "PUT";
    request.body = R"({"a":1})";
    request.expects = "application/json";
    request.timeout = timeout;
    return QCoro::waitFor(m_transport.send(request));
}

void TstFaultProxy::withoutFaultsEverythingPasses()
{
    ScriptedServer server([](const SeenRequest &request) { return answer(200, request.body); });
    FaultProxy proxy(server.url());
    for (int i = 0; i < 10; ++i) {
        const auto got = ask(QUrl(proxy.url().toString() + u"/x?y=1"_s));
        QVERIFY(got);
        QCOMPARE(got->body, R"({"a":1})"_ba);
    }
    QCOMPARE(server.seen().size(), 10);
    QCOMPARE(server.seen().first().target, "/x?y=1"_ba);
    QCOMPARE(proxy.requests(), 10);
    QCOMPARE(proxy.faults(), 0);
}

void TstFaultProxy::eachFaultIsWhatItSays_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("served"); // how often the server saw it
    QTest::addColumn<int>("kind");   // -1: good
    QTest::newRow("delay") << int(Fault::delay) << 1 << -1;
    QTest::newRow("drop") << int(Fault::drop) << 0 << int(ErrorKind::transient);
    QTest::newRow("lost reply") << int(Fault::lostReply) << 1 << int(ErrorKind::transient);
    QTest::newRow("cut") << int(Fault::cut) << 1 << int(ErrorKind::transient);
    QTest::newRow("duplicate") << int(Fault::duplicate) << 2 << -1;
    QTest::newRow("429") << int(Fault::tooMany) << 0 << int(ErrorKind::rate);
    QTest::newRow("429 mute") << int(Fault::tooManyMute) << 0 << int(ErrorKind::rate);
    QTest::newRow("429 body") << int(Fault::tooManyBody) << 0 << int(ErrorKind::rate);
    QTest::newRow("502") << int(Fault::badGateway) << 0 << int(ErrorKind::transient);
    QTest::newRow("html") << int(Fault::html) << 0 << int(ErrorKind::protocol);
}

void TstFaultProxy::eachFaultIsWhatItSays()
{
    QFETCH(int, fault);
    QFETCH(int, served);
    QFETCH(int, kind);
    ScriptedServer server([](const SeenRequest &request) { return answer(200, request.body); });
    FaultProxy proxy(server.url(), FaultPlan::only(Fault(fault)));
    const auto got = ask(proxy.url());
    QCOMPARE(got ? -1 : int(got.error().kind), kind);
    QCOMPARE(server.seen().size(), served);
    QCOMPARE(proxy.count(Fault(fault)), 1);
    if (Fault(fault) == Fault::tooMany)
        QCOMPARE(got.error().retryAfter, std::optional(1000ms));
}

void TstFaultProxy::theSameSeedChoosesTheSame()
{
    QMap<Fault, int> counts;
    int differs = 0;
    for (int i = 0; i < 4000; ++i) {
        const QByteArray path = "/room/" + QByteArray::number(i);
        const Fault one = FaultProxy::chosen(FaultPlan::rough(7), "PUT", path, 0);
        QCOMPARE(FaultProxy::chosen(FaultPlan::rough(7), "PUT", path, 0), one);
        differs += FaultProxy::chosen(FaultPlan::rough(8), "PUT", path, 0) != one ? 1 : 0;
        ++counts[one];
    }
    QVERIFY(differs > 500);
    QCOMPARE(counts.size(), 11); // each kind came
    QVERIFY(counts.value(Fault::none) > 2800 && counts.value(Fault::none) < 3500);
}

void TstFaultProxy::whatIsSparedPasses()
{
    ScriptedServer server([](const SeenRequest &) { return answer(200, "{}"); });
    FaultPlan plan = FaultPlan::only(Fault::drop);
    plan.spared = QRegularExpression(u"/login$"_s);
    FaultProxy proxy(server.url(), plan);
    QVERIFY(ask(QUrl(proxy.url().toString() + u"/login"_s)));
    QVERIFY(!ask(QUrl(proxy.url().toString() + u"/sync"_s)));
}

void TstFaultProxy::downAndBackIsTheSamePort()
{
    ScriptedServer server([](const SeenRequest &) { return answer(200, "{}"); });
    FaultProxy proxy(server.url());
    const QUrl url = proxy.url();
    proxy.setDown(true);
    const auto gone = ask(url);
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, ErrorKind::transient);
    proxy.setDown(false);
    QCOMPARE(proxy.url(), url);
    QVERIFY(ask(url));
    QCOMPARE(server.seen().size(), 1);
}

void TstFaultProxy::silenceIsSilence()
{
    ScriptedServer server([](const SeenRequest &) { return answer(200, "{}"); });
    FaultProxy proxy(server.url());
    proxy.setSilent(true);
    const auto silent = ask(proxy.url(), 200ms);
    QVERIFY(!silent);
    QCOMPARE(silent.error().kind, ErrorKind::timeout);
    proxy.setSilent(false);
    QVERIFY(ask(proxy.url()));
    QCOMPARE(server.seen().size(), 1);
}

//! The point of it all: 200 requests, each with a name of its own as a Matrix transaction has, over a rough road.
void TstFaultProxy::whatIsIdempotentGetsThroughOnceWhateverHappens()
{
    bool isNumber = false;
    const uint given = qEnvironmentVariable("WARDROOM_SEED").toUInt(&isNumber);
    const quint64 seed = isNumber ? given : 4;
    QSet<QByteArray> done;
    ScriptedServer server([&](const SeenRequest &request) {
        done.insert(request.target);
        return answer(200, R"({"event_id":")" + request.target + "\"}");
    });
    FaultPlan plan = FaultPlan::rough(seed);
    plan.longestDelay = 50ms;
    FaultProxy proxy(server.url(), plan);
    const Sleep real = realSleep();
    const Sleep quick = [real](std::chrono::milliseconds wait, std::stop_token stop) { return real(wait / 20, stop); };
    RequestEngine engine(m_clock, systemRandom(), {}, quick);
    int good = 0;
    int bad = 0;
    for (int i = 0; i < 200; ++i) {
        HttpRequest request;
        request.method = "PUT";
        request.url = QUrl(proxy.url().toString() + u"/send/%1"_s.arg(i));
        request.expects = "application/json";
        CallRules rules{"ana send", i % 5 == 0 ? Urgency::person : Urgency::alert, true, 10min,
                        retryAfterField(u"retry_after_ms"_s)};
        QCoro::connect(engine.send(request, rules), this, [&, i](const Result<HttpAnswer> &answer) {
            const bool isMine = answer && answer->body == R"({"event_id":"/send/)" + QByteArray::number(i) + "\"}";
            isMine ? ++good : ++bad;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(good + bad, 200, 120'000);
    QVERIFY2(bad == 0, qPrintable(u"seed %1: %2 did not get through"_s.arg(seed).arg(bad)));
    QCOMPARE(done.size(), 200);
    QVERIFY2(proxy.faults() > 20, "the road was not rough");
    QCOMPARE(engine.link().link(), Link::online);
}

WARDROOM_TEST(TstFaultProxy)
#include "tst_faultproxy.moc"
