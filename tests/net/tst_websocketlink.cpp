// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/websocketlink.h"

#include "support/testmain.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace wardroom;
using namespace wardroom::net;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(wardroom::Error)

class TstWebSocketLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void textGoesBothWays();
    void aLostConnectionIsBroughtBackAtANewAddress();
    void aMissingPongEndsTheLink();
    void nobodyThereIsTriedAgain();
    void noAnswerToTheHandshakeEndsInTime();
    void aForeignAddressNeedsEncryption();
    void aRefusedSecretIsNotTriedAgain();
    void aHugeMessageEndsTheLink();
    void afterCloseNothingComes();

private:
    WebSocketLink::Ask ask();
    static WebSocketOptions quick();

    std::unique_ptr<QWebSocketServer> m_server;
    QList<QWebSocket *> m_peers;
    int m_asked = 0;
};

void TstWebSocketLink::init()
{
    m_peers.clear();
    m_asked = 0;
    m_server = std::make_unique<QWebSocketServer>(u"test"_s, QWebSocketServer::NonSecureMode);
    QVERIFY(m_server->listen(QHostAddress::LocalHost, 0));
    connect(m_server.get(), &QWebSocketServer::newConnection, this, [this] {
        QWebSocket *peer = m_server->nextPendingConnection();
        m_peers += peer;
        connect(peer, &QWebSocket::textMessageReceived, peer,
                [peer](const QString &text) { peer->sendTextMessage(u"echo "_s + text); });
    });
}

//! A new ticket at each connection, as some servers want it.
WebSocketLink::Ask TstWebSocketLink::ask()
{
    return [this]() -> QCoro::Task<Result<WebSocketLink::Place>> {
        ++m_asked;
        co_return WebSocketLink::Place{QUrl(u"ws://127.0.0.1:%1/?ticket=%2"_s.arg(m_server->serverPort()).arg(m_asked)),
                                       {{"Authorization", "Bearer t"}}};
    };
}

WebSocketOptions TstWebSocketLink::quick()
{
    WebSocketOptions options;
    options.shortestWait = 10ms;
    options.longestWait = 50ms;
    return options;
}

void TstWebSocketLink::textGoesBothWays()
{
    WebSocketLink link(ask(), systemRandom(), quick());
    QStringList heard;
    connect(&link, &WebSocketLink::textReceived, this, [&](const QString &text) { heard += text; });
    QVERIFY(!link.send(u"too early"_s));
    link.open();
    QTRY_VERIFY(link.isOpen());
    QVERIFY(link.send(u"hello"_s));
    QTRY_COMPARE(heard, QStringList{u"echo hello"_s});
    QTRY_COMPARE(m_peers.size(), 1);
    QCOMPARE(m_peers.first()->request().rawHeader("Authorization"), "Bearer t"_ba);
    QVERIFY(m_peers.first()->origin().isEmpty());
}

void TstWebSocketLink::aLostConnectionIsBroughtBackAtANewAddress()
{
    WebSocketLink link(ask(), systemRandom(), quick());
    const QSignalSpy opened(&link, &WebSocketLink::opened);
    int lost = 0;
    connect(&link, &WebSocketLink::lost, this, [&] { ++lost; });
    link.open();
    QTRY_COMPARE(m_peers.size(), 1);
    QTRY_COMPARE(opened.count(), 1);
    m_peers.first()->abort();
    QTRY_COMPARE(opened.count(), 2);
    QCOMPARE(lost, 1);
    QCOMPARE(m_asked, 2);
    QTRY_COMPARE(m_peers.size(), 2);
    QVERIFY(m_peers.at(1)->requestUrl().query().contains(u"ticket=2"_s));
}

void TstWebSocketLink::aMissingPongEndsTheLink()
{
    // A server that shakes hands and then goes silent, as behind a broken router.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [socket] {
            const QByteArray bytes = socket->readAll();
            const qsizetype at = bytes.indexOf("Sec-WebSocket-Key: ");
            if (at < 0)
                return;
            const QByteArray key = bytes.mid(at + 19, bytes.indexOf("\r\n", at) - at - 19);
            const QByteArray accept =
                QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1)
                    .toBase64();
            socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          "Sec-WebSocket-Accept: " +
                          accept + "\r\n\r\n");
        });
    });
    WebSocketOptions options = quick();
    options.pingEvery = 20ms;
    options.pongWithin = 100ms;
    options.longestWait = 1h;
    options.shortestWait = 1h;
    const QUrl url(u"ws://127.0.0.1:%1/"_s.arg(server.serverPort()));
    const WebSocketLink::Ask silent = [url]() -> QCoro::Task<Result<WebSocketLink::Place>> {
        co_return WebSocketLink::Place{url, {}};
    };
    WebSocketLink link(silent, systemRandom(), options);
    std::optional<Error> error;
    connect(&link, &WebSocketLink::lost, this, [&](const Error &said) { error = said; });
    const QSignalSpy opened(&link, &WebSocketLink::opened);
    link.open();
    QTRY_COMPARE(opened.count(), 1);
    QTRY_VERIFY(error);
    QCOMPARE(error->kind, ErrorKind::timeout);
    QVERIFY(!link.isOpen());
}

void TstWebSocketLink::nobodyThereIsTriedAgain()
{
    const quint16 port = m_server->serverPort();
    m_server->close();
    const WebSocketLink::Ask nobody = [port]() -> QCoro::Task<Result<WebSocketLink::Place>> {
        co_return WebSocketLink::Place{QUrl(u"ws://127.0.0.1:%1/"_s.arg(port)), {}};
    };
    WebSocketLink link(nobody, systemRandom(), quick());
    int lost = 0;
    connect(&link, &WebSocketLink::lost, this, [&](const Error &error) {
        ++lost;
        QCOMPARE(error.kind, ErrorKind::transient);
    });
    link.open();
    QTRY_VERIFY(lost >= 3);
    QVERIFY(!link.isOpen());
}

void TstWebSocketLink::noAnswerToTheHandshakeEndsInTime()
{
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost, 0));
    const QUrl url(u"ws://127.0.0.1:%1/"_s.arg(mute.serverPort()));
    const WebSocketLink::Ask place = [url]() -> QCoro::Task<Result<WebSocketLink::Place>> {
        co_return WebSocketLink::Place{url, {}};
    };
    WebSocketOptions options = quick();
    options.connectWithin = 100ms;
    WebSocketLink link(place, systemRandom(), options);
    std::optional<Error> error;
    connect(&link, &WebSocketLink::lost, this, [&](const Error &said) { error = said; });
    link.open();
    QTRY_VERIFY(error);
    QCOMPARE(error->kind, ErrorKind::timeout);
}

void TstWebSocketLink::aForeignAddressNeedsEncryption()
{
    for (const QString &url : {u"ws://192.0.2.1/"_s, u"http://127.0.0.1/"_s, u"not an address"_s}) {
        const WebSocketLink::Ask place = [url]() -> QCoro::Task<Result<WebSocketLink::Place>> {
            co_return WebSocketLink::Place{QUrl(url), {}};
        };
        WebSocketLink link(place);
        std::optional<Error> error;
        connect(&link, &WebSocketLink::stopped, this, [&](const Error &said) { error = said; });
        link.open();
        QTRY_VERIFY2(error, qPrintable(url));
        QCOMPARE(error->kind, ErrorKind::invalid);
    }
}

void TstWebSocketLink::aRefusedSecretIsNotTriedAgain()
{
    const WebSocketLink::Ask refused = [this]() -> QCoro::Task<Result<WebSocketLink::Place>> {
        ++m_asked;
        co_return fail(ErrorKind::auth, u"Sign in again."_s);
    };
    WebSocketLink link(refused, systemRandom(), quick());
    int stopped = 0;
    connect(&link, &WebSocketLink::stopped, this, [&] { ++stopped; });
    link.open();
    QTRY_COMPARE(stopped, 1);
    QTest::qWait(200);
    QCOMPARE(m_asked, 1);
    link.open(); // a person did something about it
    QTRY_COMPARE(m_asked, 2);
}

void TstWebSocketLink::aHugeMessageEndsTheLink()
{
    WebSocketOptions options = quick();
    options.maxMessage = 10'000;
    WebSocketLink link(ask(), systemRandom(), options);
    int heard = 0;
    int lost = 0;
    connect(&link, &WebSocketLink::textReceived, this, [&] { ++heard; });
    connect(&link, &WebSocketLink::lost, this, [&] { ++lost; });
    link.open();
    QTRY_COMPARE(m_peers.size(), 1);
    m_peers.first()->sendTextMessage(QString(20'000, u'x'));
    QTRY_COMPARE(lost, 1);
    QCOMPARE(heard, 0);
}

void TstWebSocketLink::afterCloseNothingComes()
{
    WebSocketLink link(ask(), systemRandom(), quick());
    const QSignalSpy opened(&link, &WebSocketLink::opened);
    link.open();
    QTRY_COMPARE(opened.count(), 1);
    link.close();
    QVERIFY(!link.isOpen());
    QTest::qWait(200);
    QCOMPARE(m_asked, 1);
    QCOMPARE(opened.count(), 1);
}

WARDROOM_TEST(TstWebSocketLink)
#include "tst_websocketlink.moc"
