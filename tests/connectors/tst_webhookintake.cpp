// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/webhook/webhookintake.h"

#include "connectors/alertintake.h"
#include "connectors/fakeports.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QCoroTask>
#include <QFile>
#include <QTcpSocket>
#include <QTest>

using namespace wardroom;
using namespace wardroom::connectors;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TstWebhookIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aPostedAlertIsSafeBeforeTheAnswer();
    void eachWrongRequestHasItsStatus_data();
    void eachWrongRequestHasItsStatus();
    void badBodiesAreRefusedAndNothingIsHalfTaken_data();
    void badBodiesAreRefusedAndNothingIsHalfTaken();
    void alertmanagersOwnFormIsTaken();
    void whatAlertmanagerRepeatsCountsOnce();
    void aHundredMegabytesAreRefusedUnread();
    void aSlowSenderIsCutOff();
    void aBodyInPiecesIsTaken();
    void tooManyRequestsAre429();
    void whenNothingCanBeKeptItSays503();
    void aMappingThatIsWrongSaysWhere();
    void healthIsForProgramsOnThisMachine_data();
    void healthIsForProgramsOnThisMachine();

private:
    QByteArray exchange(const QByteArray &bytes, int waitMs = 5000);
    QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {},
                    const QByteArray &token = "generic-token-0123456789")
    {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token +
               "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
               headers + "\r\n" + body;
    }
    static int status(const QByteArray &reply) { return reply.mid(9, 3).toInt(); }
    AlertMapping mapping(const QString &name);

    FakeClock m_clock;
    std::unique_ptr<FakeOut> m_out;
    std::unique_ptr<FakeCustody> m_custody;
    std::unique_ptr<AlertIntake> m_intake;
    std::unique_ptr<WebhookIntake> m_webhook;
    quint16 m_port = 0;
};

AlertMapping TstWebhookIntake::mapping(const QString &name)
{
    QFile file(QStringLiteral(WARDROOM_SOURCE_DIR) + u"/resources/mappings/"_s + name);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const auto read = AlertMapping::fromYaml(isOpen ? file.readAll() : QByteArray());
    if (!read)
        qWarning() << read.error().message;
    return read.value_or(AlertMapping());
}

void TstWebhookIntake::initTestCase()
{
    QCOMPARE(mapping(u"generic.yaml"_s).name(), u"generic"_s);
    QCOMPARE(mapping(u"alertmanager.yaml"_s).name(), u"alertmanager"_s);
}

void TstWebhookIntake::init()
{
    m_out = std::make_unique<FakeOut>();
    m_custody = std::make_unique<FakeCustody>();
    m_intake = std::make_unique<AlertIntake>(*m_out, *m_custody, m_clock, KnownAlerts(),
                                             IntakeRules{.room = domain::RoomId(u"alerts"_s)});
    const QList<WebhookSource> sources{
        {u"generic"_s, "generic-token-0123456789", mapping(u"generic.yaml"_s)},
        {u"alertmanager"_s, "alertmanager-token-0123456789", mapping(u"alertmanager.yaml"_s)},
        {u"unsafe"_s, "short", mapping(u"generic.yaml"_s)}};
    WebhookLimits limits;
    limits.slowest = 800ms;
    limits.perMinute = 50;
    m_webhook = std::make_unique<WebhookIntake>(
        sources, [this](QList<RawAlert> alerts) { return m_intake->take(std::move(alerts)); }, m_clock, limits);
    const auto port = m_webhook->listen();
    QVERIFY(port);
    m_port = *port;
}

//! Sends \a bytes and reads until the other side closes.
QByteArray TstWebhookIntake::exchange(const QByteArray &bytes, int waitMs)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    socket.write(bytes);
    QByteArray reply;
    connect(&socket, &QTcpSocket::readyRead, &socket, [&] { reply += socket.readAll(); });
    const bool isClosed = QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, waitMs);
    return isClosed ? reply : reply + " (still open)";
}

void TstWebhookIntake::aPostedAlertIsSafeBeforeTheAnswer()
{
    const QByteArray body =
        R"({"id":"1","scenario":"disk-full","title":"Disk full","severity":"high","target":"web-01"})";
    const QByteArray reply = exchange(post("/alerts/generic", body));
    QCOMPARE(status(reply), 200);
    QVERIFY(reply.endsWith("{\"taken\":1}\n"));
    QCOMPARE(m_out->raised().size(), 1);
    const domain::AlertRaised raised = m_out->raised().first();
    QCOMPARE(raised.tool, u"generic"_s);
    QCOMPARE(raised.target, u"web-01"_s);
    QCOMPARE(raised.severity, domain::AlertSeverity::high);
    QCOMPARE(m_custody->kept.value(raised.raw.hex()), body);
    QCOMPARE(status(exchange(post("/alerts/generic", "null"))), 200);
    QCOMPARE(m_out->raised().size(), 1);
}

void TstWebhookIntake::eachWrongRequestHasItsStatus_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("expected");
    const QByteArray good = R"({"title":"x"})";
    const QByteArray host = " HTTP/1.1\r\nHost: a\r\n";
    const QByteArray token = "Authorization: Bearer generic-token-0123456789\r\n";
    QTest::newRow("no token") << "POST /alerts/generic" + host + "Content-Length: 2\r\n\r\n{}" << 401;
    QTest::newRow("wrong token") << post("/alerts/generic", good, {}, "generic-token-012345678X") << 401;
    QTest::newRow("empty token") << post("/alerts/generic", good, {}, "") << 401;
    QTest::newRow("too short a token") << post("/alerts/unsafe", good, {}, "short") << 401;
    QTest::newRow("not bearer") << "POST /alerts/generic" + host +
                                       "Authorization: Basic Zm9vOmJhcg==\r\nContent-Length: 2\r\n\r\n{}"
                                << 401;
    QTest::newRow("another's token") << post("/alerts/alertmanager", good) << 403;
    QTest::newRow("a browser") << post("/alerts/generic", good, "Origin: https://evil.example\r\n") << 403;
    QTest::newRow("no such tool") << post("/alerts/nobody", good) << 404;
    QTest::newRow("no such tool, no token") << post("/alerts/nobody", good, {}, "x") << 401;
    QTest::newRow("no such place") << post("/", good) << 404;
    QTest::newRow("traversal") << post("/alerts/../generic", good) << 404;
    QTest::newRow("get") << "GET /alerts/generic" + host + token + "\r\n" << 405;
    QTest::newRow("no length") << "POST /alerts/generic" + host + token + "\r\n" << 411;
    QTest::newRow("chunked") << "POST /alerts/generic" + host + token +
                                    "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
                             << 411;
    QTest::newRow("both lengths") << "POST /alerts/generic" + host + token +
                                         "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}"
                                  << 411;
    QTest::newRow("two lengths") << "POST /alerts/generic" + host + token +
                                        "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"
                                 << 400;
    QTest::newRow("negative length") << "POST /alerts/generic" + host + token + "Content-Length: -2\r\n\r\n{}" << 400;
    QTest::newRow("too large") << "POST /alerts/generic" + host + token + "Content-Length: 1048577\r\n\r\n" << 413;
    QTest::newRow("a form") << "POST /alerts/generic" + host + token +
                                   "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}"
                            << 415;
    QTest::newRow("more than the length") << post("/alerts/generic", good) + "GET / HTTP/1.1\r\n\r\n" << 400;
    QTest::newRow("bare line feeds") << "POST /alerts/generic HTTP/1.1\nHost: a\n\r\n\r\n"_ba << 400;
    QTest::newRow("folded header") << "POST /alerts/generic" + host + token + " folded\r\nContent-Length: 2\r\n\r\n{}"
                                   << 400;
    QTest::newRow("space before colon") << "POST /alerts/generic" + host + "Content-Length : 2\r\n\r\n{}" << 400;
    QTest::newRow("not HTTP") << "\x16\x03\x01 hello\r\n\r\n"_ba << 400;
    QTest::newRow("absolute") << "POST http://evil.example/alerts/generic HTTP/1.1\r\n\r\n"_ba << 400;
    QTest::newRow("HTTP/2") << "POST /alerts/generic HTTP/2\r\n\r\n"_ba << 400;
    QTest::newRow("endless head") << "POST /alerts/generic HTTP/1.1\r\nX: " + QByteArray(40'000, 'a') << 431;
}

void TstWebhookIntake::eachWrongRequestHasItsStatus()
{
    QFETCH(QByteArray, request);
    QFETCH(int, expected);
    const QByteArray reply = exchange(request);
    QVERIFY2(status(reply) == expected, reply.constData());
    QVERIFY(m_out->said.isEmpty() && m_custody->kept.isEmpty());
    QCOMPARE(status(exchange(post("/alerts/generic", R"({"title":"still alive"})"))), 200);
}

void TstWebhookIntake::badBodiesAreRefusedAndNothingIsHalfTaken_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("expected");
    const QByteArray good = R"({"title":"good"})";
    QTest::newRow("empty") << QByteArray() << 422;
    QTest::newRow("not JSON") << "hello"_ba << 422;
    QTest::newRow("half") << R"([{"title":"good"},{"ti)"_ba << 422;
    QTest::newRow("deep") << QByteArray(500'000, '[') << 422;
    QTest::newRow("deep, closed") << QByteArray(5'000, '[') + QByteArray(5'000, ']') << 422;
    QTest::newRow("deep object") << "{\"title\":" + QByteArray("{\"a\":").repeated(200) + "1" + QByteArray(200, '}') +
                                        "}"
                                 << 422;
    QTest::newRow("second wrong") << "[" + good + ",7]" << 422;
    QTest::newRow("second wrong type") << "[" + good + R"(,{"title":["a"]}])" << 422;
    QTest::newRow("second empty") << "[" + good + ",{}]" << 422;
    QTest::newRow("second null") << "[" + good + ",null]" << 422;
    QTest::newRow("too many") << "[" + QByteArray(good + ",").repeated(1000) + good + "]" << 413;
    QTest::newRow("invalid UTF-8") << "{\"title\":\"\xff\xfe\"}"_ba << 422;
}

void TstWebhookIntake::badBodiesAreRefusedAndNothingIsHalfTaken()
{
    QFETCH(QByteArray, body);
    QFETCH(int, expected);
    const QByteArray reply = exchange(post("/alerts/generic", body));
    QVERIFY2(status(reply) == expected, reply.constData());
    QVERIFY(reply.contains("{\"error\":\""));
    QVERIFY(m_out->said.isEmpty() && m_custody->kept.isEmpty());
}

void TstWebhookIntake::alertmanagersOwnFormIsTaken()
{
    const QByteArray body = R"({"version":"4","status":"firing","receiver":"wardroom","alerts":[
        {"status":"firing","fingerprint":"f1","startsAt":"2026-09-21T20:00:00.5Z","endsAt":"0001-01-01T00:00:00Z",
         "labels":{"alertname":"DiskFull","severity":"page","instance":"web-01","job":"node"},
         "annotations":{"summary":"\u202E<b>Disk</b> full","description":"97 %"}},
        {"status":"resolved","fingerprint":"f2","labels":{"alertname":"Other"}}]})";
    const QByteArray reply = exchange(post("/alerts/alertmanager", body, {}, "alertmanager-token-0123456789"));
    QVERIFY2(status(reply) == 200, reply.constData());
    QCOMPARE(m_out->raised().size(), 1);
    const domain::AlertRaised raised = m_out->raised().first();
    QCOMPARE(raised.scenario, u"DiskFull"_s);
    QCOMPARE(raised.title, QChar(0x202E) + u"<b>Disk</b> full"_s); // data, shown plainly where it is shown
    QCOMPARE(raised.severity, domain::AlertSeverity::critical);
    QCOMPARE(raised.source, u"node"_s);
    QCOMPARE(raised.target, u"web-01"_s);
    QCOMPARE(raised.detail, u"97 %"_s);
    for (const QByteArray &none : {R"({"alerts":null})"_ba, R"({"alerts":[]})"_ba, "{}"_ba})
        QCOMPARE(status(exchange(post("/alerts/alertmanager", none, {}, "alertmanager-token-0123456789"))), 200);
    for (const QByteArray &wrong : {R"({"alerts":{}})"_ba, R"({"alerts":"x"})"_ba, "[]"_ba,
                                    R"({"alerts":[{"status":"firing","labels":{"alertname":{}}}]})"_ba})
        QCOMPARE(status(exchange(post("/alerts/alertmanager", wrong, {}, "alertmanager-token-0123456789"))), 422);
    QCOMPARE(m_out->said.size(), 1);
}

void TstWebhookIntake::whatAlertmanagerRepeatsCountsOnce()
{
    const QByteArray body =
        R"({"alerts":[{"status":"firing","fingerprint":"f1","startsAt":"2026-09-21T20:00:00Z","labels":{"alertname":"A"}}]})";
    for (int i = 0; i < 3; ++i)
        QCOMPARE(status(exchange(post("/alerts/alertmanager", body, {}, "alertmanager-token-0123456789"))), 200);
    m_clock.advance(3s);
    m_intake->look();
    QCOMPARE(m_out->said.size(), 1);
    QCOMPARE(m_out->count(), 1);
}

void TstWebhookIntake::aHundredMegabytesAreRefusedUnread()
{
    const QByteArray reply = exchange(post("/alerts/generic", QByteArray(100'000'000, 'x')), 15'000);
    QVERIFY2(reply.isEmpty() || status(reply) == 413, reply.left(200).constData());
    QVERIFY(!reply.endsWith("(still open)"));
    QVERIFY(m_custody->kept.isEmpty());
    QCOMPARE(status(exchange(post("/alerts/generic", R"({"title":"still alive"})"))), 200);
}

void TstWebhookIntake::aSlowSenderIsCutOff()
{
    QCOMPARE(status(exchange("POST /alerts/generic HTTP/1.1\r\nHost:")), 408);
    QCOMPARE(status(exchange(post("/alerts/generic", R"({"title":"x"})").chopped(2))), 408);
    QVERIFY(m_out->said.isEmpty());
}

void TstWebhookIntake::aBodyInPiecesIsTaken()
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    QVERIFY(socket.waitForConnected());
    const QByteArray bytes = post("/alerts/generic", R"({"title":"pieces"})", "Expect: 100-continue\r\n");
    for (const char byte : bytes) {
        socket.write(&byte, 1);
        socket.flush();
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(m_out->raised().size(), 1);
    QTRY_VERIFY(socket.bytesAvailable() > 0);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 100 Continue\r\n\r\n"));
}

void TstWebhookIntake::tooManyRequestsAre429()
{
    for (int i = 0; i < 50; ++i)
        QCOMPARE(status(exchange(post("/alerts/generic", "[]"))), 200);
    const QByteArray reply = exchange(post("/alerts/generic", R"({"title":"x"})"));
    QCOMPARE(status(reply), 429);
    QVERIFY(reply.contains("Retry-After: "));
    QVERIFY(m_out->said.isEmpty());
    m_clock.advance(1min);
    QCOMPARE(status(exchange(post("/alerts/generic", R"({"title":"x"})"))), 200);
}

void TstWebhookIntake::whenNothingCanBeKeptItSays503()
{
    WebhookIntake webhook(
        {{u"generic"_s, "generic-token-0123456789", mapping(u"generic.yaml"_s)}},
        [](QList<RawAlert>) -> QCoro::Task<Result<void>> { co_return fail(ErrorKind::storage, u"disk full"_s); },
        m_clock);
    m_port = *webhook.listen();
    const QByteArray reply = exchange(post("/alerts/generic", R"({"title":"x"})"));
    QCOMPARE(status(reply), 503);
    QVERIFY(reply.contains("disk full"));
}

void TstWebhookIntake::aMappingThatIsWrongSaysWhere()
{
    for (const QByteArray &yaml :
         {""_ba, "x"_ba, "name: a"_ba, "name: a\nfields: []"_ba, "name: a\nfields: {wrong: b}"_ba, "name: [\n"_ba,
          "name: a\nfields: {title: {a: b}}"_ba})
        QVERIFY2(!AlertMapping::fromYaml(yaml), yaml.constData());
    const auto wrong = AlertMapping::fromYaml("name: a\nfields:\n  tilte: b\n");
    QVERIFY(wrong.error().message.contains(u"3"_s) && wrong.error().message.contains(u"tilte"_s));
}

void TstWebhookIntake::healthIsForProgramsOnThisMachine_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("ready");
    QTest::addColumn<int>("expected");
    const QByteArray get = "GET /healthz HTTP/1.1\r\n"_ba;
    QTest::newRow("ready") << get + "Host: 127.0.0.1:1\r\n\r\n" << true << 200;
    QTest::newRow("by name") << get + "Host: localhost\r\n\r\n" << true << 200;
    QTest::newRow("not ready") << get + "Host: 127.0.0.1\r\n\r\n" << false << 503;
    QTest::newRow("a page") << get + "Host: 127.0.0.1\r\nOrigin: https://evil.example\r\n\r\n" << true << 403;
    QTest::newRow("a name led here") << get + "Host: evil.example\r\n\r\n" << true << 403;
    QTest::newRow("no host") << get + "\r\n" << true << 403;
    QTest::newRow("post") << "POST /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n"_ba << true << 405;
}

void TstWebhookIntake::healthIsForProgramsOnThisMachine()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, ready);
    QFETCH(int, expected);
    QCOMPARE(status(exchange("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")), 404); // nobody said how it is
    m_webhook->setHealth([ready]() -> QCoro::Task<HealthAnswer> {
        co_return HealthAnswer{ready, {{u"ready"_s, ready}}};
    });
    const QByteArray reply = exchange(request);
    QCOMPARE(status(reply), expected);
    QCOMPARE(reply.contains(ready ? "{\"ready\":true}" : "{\"ready\":false}"), expected == 200 || expected == 503);
}

WARDROOM_TEST(TstWebhookIntake)
#include "tst_webhookintake.moc"
