// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transport.h"

#include "net/scriptedserver.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QTest>

using namespace wardroom;
using namespace wardroom::net;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

class TstTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodAnswerArrivesWhole();
    void eachStatusHasItsKind_data();
    void eachStatusHasItsKind();
    void a429SaysWhenToComeBack();
    void htmlInsteadOfJsonIsAProtocolError();
    void halfABodyIsABrokenConnection_data();
    void halfABodyIsABrokenConnection();
    void nothingIsATimeout();
    void aHangUpIsTransient();
    void nothingIsSentTwiceBehindOurBack_data();
    void nothingIsSentTwiceBehindOurBack();
    void nobodyListeningIsTransient();
    void aRedirectToAnotherOriginIsNotFollowed();
    void aRedirectOfAPostIsNotFollowed();
    void aHugeAnswerIsCutOffBeforeItIsRead_data();
    void aHugeAnswerIsCutOffBeforeItIsRead();
    void aStoppedRequestEndsAtOnce();
    void aTransportThatGoesAwayEndsItsRequests();
    void aForeignAddressNeedsEncryption();
    void aHeaderWithALineBreakIsRefused();
    void theUserAgentHasExactlyOneSlash();
    void nothingSecretIsInErrorsOrNames();

private:
    Result<HttpAnswer> ask(ScriptedServer &server, HttpRequest request = {});
    FakeClock m_clock;
    Transport m_transport{m_clock};
};

Result<HttpAnswer> TstTransport::ask(ScriptedServer &server, HttpRequest request)
{
    if (request.url.isEmpty())
        request.url = server.url();
    return QCoro::waitFor(m_transport.send(request));
}

void TstTransport::aGoodAnswerArrivesWhole()
{
    ScriptedServer server(
        [](const SeenRequest &) { return answer(200, "{\"a\":1}", "application/json; charset=utf-8"); });
    HttpRequest request;
    request.method = "POST";
    request.body = "hello";
    request.headers = {{"X-One", "1"}};
    request.expects = "application/json";
    const auto got = ask(server, request);
    QVERIFY(got);
    QCOMPARE(got->status, 200);
    QCOMPARE(got->body, "{\"a\":1}"_ba);
    QCOMPARE(got->contentType, "application/json"_ba);
    QCOMPARE(server.seen().size(), 1);
    QCOMPARE(server.seen().first().body, "hello"_ba);
    QCOMPARE(server.seen().first().headers.value("x-one"), "1"_ba);
}

void TstTransport::eachStatusHasItsKind_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    const std::pair<int, ErrorKind> rows[] = {
        {401, ErrorKind::auth},      {403, ErrorKind::forbidden}, {404, ErrorKind::notFound},
        {409, ErrorKind::conflict},  {413, ErrorKind::tooLarge},  {429, ErrorKind::rate},
        {500, ErrorKind::transient}, {503, ErrorKind::transient}, {400, ErrorKind::invalid},
        {418, ErrorKind::invalid},   {408, ErrorKind::transient}};
    for (const auto &[status, kind] : rows)
        QTest::addRow("%d", status) << status << int(kind);
}

void TstTransport::eachStatusHasItsKind()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    ScriptedServer server([&](const SeenRequest &) { return answer(status, "<html>no</html>", "text/html"); });
    const auto got = ask(server);
    QVERIFY(!got);
    QCOMPARE(int(got.error().kind), kind);
    QVERIFY(!got.error().message.isEmpty());
    QCOMPARE(server.seen().size(), 1); // no silent second try
}

void TstTransport::a429SaysWhenToComeBack()
{
    ScriptedServer server(
        [](const SeenRequest &) { return answer(429, "{}", "application/json", "Retry-After: 7\r\n"); });
    const auto got = ask(server);
    QVERIFY(!got);
    QCOMPARE(got.error().retryAfter, std::chrono::milliseconds(7000));
}

void TstTransport::htmlInsteadOfJsonIsAProtocolError()
{
    ScriptedServer server([](const SeenRequest &) { return answer(200, "<html>login</html>", "text/html"); });
    HttpRequest request;
    request.expects = "application/json";
    const auto got = ask(server, request);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::protocol);
}

void TstTransport::halfABodyIsABrokenConnection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray json = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"_ba;
    QTest::newRow("length") << json + "Content-Length: 100\r\n\r\n{\"a\":"_ba;
    QTest::newRow("chunked") << json + "Transfer-Encoding: chunked\r\n\r\n10\r\n{\"a\":"_ba;
    QTest::newRow("until closed") << json + "\r\n{\"a\":"_ba;
}

void TstTransport::halfABodyIsABrokenConnection()
{
    QFETCH(QByteArray, bytes);
    ScriptedServer server([&](const SeenRequest &) { return bytes; });
    HttpRequest request;
    request.expects = "application/json";
    const auto got = ask(server, request);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::transient);
}

void TstTransport::nothingIsATimeout()
{
    ScriptedServer server([](const SeenRequest &) { return QByteArray(); });
    HttpRequest request;
    request.timeout = std::chrono::milliseconds(150);
    QElapsedTimer timer;
    timer.start();
    const auto got = ask(server, request);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::timeout);
    QVERIFY(timer.elapsed() < 30'000);
}

void TstTransport::aHangUpIsTransient()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    connect(&server, &QTcpServer::newConnection, this, [&] { server.nextPendingConnection()->disconnectFromHost(); });
    HttpRequest request;
    request.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(server.serverPort()));
    request.timeout = std::chrono::seconds(5);
    const auto got = QCoro::waitFor(m_transport.send(request));
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::transient);
}

void TstTransport::nothingIsSentTwiceBehindOurBack_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("POST") << "POST"_ba
                          << "{}"_ba;
    QTest::newRow("PUT") << "PUT"_ba << QByteArray(300'000, 'x');
    QTest::newRow("empty POST") << "POST"_ba << QByteArray();
    QTest::newRow("DELETE") << "DELETE"_ba << QByteArray();
}

//! Qt repeats a request of any method by itself when the connection ends without an answer.
void TstTransport::nothingIsSentTwiceBehindOurBack()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    QList<QByteArray> heard;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        const auto index = heard.size();
        heard.append(QByteArray());
        connect(socket, &QTcpSocket::readyRead, this, [&, socket, index] {
            heard[index] += socket->readAll();
            const auto head = heard[index].indexOf("\r\n\r\n");
            if (head > 0 && heard[index].size() - head - 4 >= body.size())
                socket->abort(); // it was done, and nobody will know
        });
    });
    HttpRequest request;
    request.method = method;
    request.body = body;
    request.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(server.serverPort()));
    request.timeout = std::chrono::seconds(20);
    const auto got = QCoro::waitFor(m_transport.send(request));
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::transient);
    heard.removeAll(QByteArray()); // a connection on which nothing was asked did nothing
    QCOMPARE(heard.size(), 1);
    QVERIFY(heard.first().endsWith(body));
    QVERIFY(body.isEmpty() || heard.first().toLower().contains("content-length: " + QByteArray::number(body.size())));
}

void TstTransport::nobodyListeningIsTransient()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    HttpRequest request;
    request.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(server.serverPort()));
    server.close();
    const auto got = QCoro::waitFor(m_transport.send(request));
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::transient);
}

void TstTransport::aRedirectToAnotherOriginIsNotFollowed()
{
    ScriptedServer other([](const SeenRequest &) { return answer(200, "{}"); });
    ScriptedServer server([&](const SeenRequest &) {
        return answer(302, {}, "text/plain", "Location: " + other.url().toEncoded() + "\r\n");
    });
    HttpRequest request;
    request.headers = {{"Authorization", "Bearer secret"}};
    const auto got = ask(server, request);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::protocol);
    QVERIFY(other.seen().isEmpty()); // and so the token never went there
}

void TstTransport::aRedirectOfAPostIsNotFollowed()
{
    ScriptedServer server([](const SeenRequest &) { return answer(307, {}, "text/plain", "Location: /again\r\n"); });
    HttpRequest request;
    request.method = "POST";
    const auto got = ask(server, request);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::protocol);
    QCOMPARE(server.seen().size(), 1);
}

void TstTransport::aHugeAnswerIsCutOffBeforeItIsRead_data()
{
    QTest::addColumn<bool>("announced");
    QTest::newRow("announced") << true;
    QTest::newRow("unannounced") << false;
}

void TstTransport::aHugeAnswerIsCutOffBeforeItIsRead()
{
    QFETCH(bool, announced);
    ScriptedServer server([&](const SeenRequest &) {
        const QByteArray body(announced ? 100'000'000 : 20'000'000, 'x');
        return announced ? answer(200, body) : "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + body;
    });
    HttpRequest request;
    request.maxBytes = 1024 * 1024;
    const auto got = ask(server, request);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::tooLarge);
}

void TstTransport::aStoppedRequestEndsAtOnce()
{
    ScriptedServer server([](const SeenRequest &) { return QByteArray(); });
    std::stop_source source;
    QTimer::singleShot(50, this, [&] { source.request_stop(); });
    HttpRequest request;
    request.url = server.url();
    QElapsedTimer timer;
    timer.start();
    const auto got = QCoro::waitFor(m_transport.send(request, source.get_token()));
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::cancelled);
    QVERIFY(timer.elapsed() < 30'000);
    const auto after = QCoro::waitFor(m_transport.send(request, source.get_token()));
    QCOMPARE(after.error().kind, ErrorKind::cancelled);
    QCOMPARE(server.seen().size(), 1);
}

void TstTransport::aTransportThatGoesAwayEndsItsRequests()
{
    ScriptedServer server([](const SeenRequest &) { return QByteArray(); });
    auto transport = std::make_unique<Transport>(m_clock);
    HttpRequest request;
    request.url = server.url();
    QTimer::singleShot(50, this, [&] { transport.reset(); });
    const auto got = QCoro::waitFor(transport->send(request));
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::cancelled);
}

void TstTransport::aForeignAddressNeedsEncryption()
{
    for (const QString &url :
         {u"http://192.0.2.1/"_s, u"ftp://127.0.0.1/"_s, u"http://user:pw@127.0.0.1/"_s, u"file:///etc/passwd"_s}) {
        HttpRequest request;
        request.url = QUrl(url);
        const auto got = QCoro::waitFor(m_transport.send(request));
        QVERIFY2(!got, qPrintable(url));
        QCOMPARE(got.error().kind, ErrorKind::invalid);
    }
}

void TstTransport::aHeaderWithALineBreakIsRefused()
{
    ScriptedServer server([](const SeenRequest &) { return answer(200, "{}"); });
    HttpRequest request;
    request.headers = {{"X-Api-Key", "a\r\nX-Evil: 1"}};
    const auto got = ask(server, request);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::invalid);
    QVERIFY(server.seen().isEmpty());
}

void TstTransport::theUserAgentHasExactlyOneSlash()
{
    ScriptedServer server([](const SeenRequest &) { return answer(200, "{}"); });
    QVERIFY(ask(server));
    QCOMPARE(server.seen().first().headers.value("user-agent").count('/'), 1);
    QCOMPARE(server.seen().first().headers.value("accept-encoding"), "identity"_ba);
}

void TstTransport::nothingSecretIsInErrorsOrNames()
{
    ScriptedServer server([](const SeenRequest &) { return answer(401, "secret-in-body"); });
    HttpRequest request;
    request.url = server.url(u"/path-secret?token=query-secret"_s);
    request.headers = {{"Authorization", "Bearer header-secret"}};
    const auto got = ask(server, request);
    QVERIFY(!got.error().message.contains(u"secret-"_s) && !got.error().message.contains(u"-secret"_s));
    QVERIFY(!spokenName(request).contains(u"secret"_s));
}

WARDROOM_TEST(TstTransport)
#include "tst_transport.moc"
