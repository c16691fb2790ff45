// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/catalogue/manifestnetwork.h"
#include "bot/sandbox/networkgate.h"
#include "support/testmain.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace Qt::StringLiterals;

//! The proxy that a script's network is: what gets through, and everything that does not.
class TstNetworkGate : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QTcpServer> m_place; //!< what was declared
    std::unique_ptr<QTcpServer> m_other; //!< what was not
    std::unique_ptr<NetworkGate> m_gate;
    QStringList m_asked; //!< names that were looked up
    QStringList m_refused;
    QList<QHostAddress> m_answer;

    void open(QList<NetworkNeed> needs)
    {
        m_gate = std::make_unique<NetworkGate>(
            std::move(needs), [this](const QString &name, QObject *, std::function<void(QList<QHostAddress>)> then) {
                m_asked.append(name);
                then(m_answer);
            });
        connect(m_gate.get(), &NetworkGate::refused, this,
                [this](const QString &sentence) { m_refused.append(sentence); });
        QFile::remove(path());
        QVERIFY(m_gate->listen(path()).has_value());
    }
    QString path() const { return m_folder.filePath(u"gate"_s); }
    int port() const { return m_place->serverPort(); }

    //! What the gate answers to \a request; with \a then, what comes back through the open connection.
    QByteArray say(const QByteArray &request, const QByteArray &then = {})
    {
        QLocalSocket socket;
        socket.connectToServer(path());
        if (!socket.waitForConnected(1000))
            return "no gate";
        QByteArray all;
        bool sent = then.isEmpty();
        connect(&socket, &QLocalSocket::readyRead, this, [&] {
            all += socket.readAll();
            if (!sent && all.contains("200 ")) {
                sent = true;
                socket.write(then);
            }
        });
        socket.write(request);
        const bool over = QTest::qWaitFor(
            [&] { return socket.state() == QLocalSocket::UnconnectedState || all.endsWith("done"); }, 5000);
        return over ? all : all + " and waits";
    }
    QByteArray connectTo(const QByteArray &where)
    {
        return say("CONNECT " + where + " HTTP/1.1\r\nHost: " + where + "\r\n\r\n", "hello");
    }

    static std::unique_ptr<QTcpServer> server()
    {
        auto made = std::make_unique<QTcpServer>();
        made->listen(QHostAddress::LocalHost);
        connect(made.get(), &QTcpServer::newConnection, made.get(), [server = made.get()] {
            QTcpSocket *client = server->nextPendingConnection();
            server->setProperty("calls", server->property("calls").toInt() + 1);
            connect(client, &QTcpSocket::readyRead, client,
                    [client] { client->write("you said " + client->readAll() + " done"); });
        });
        return made;
    }

private Q_SLOTS:
    void init()
    {
        m_place = server();
        m_other = server();
        m_asked.clear();
        m_refused.clear();
        m_answer = {QHostAddress::LocalHost};
        open({{u"localhost"_s, port(), true}, {u"api.example"_s, port(), false}, {u"wiki.example"_s, port(), true}});
    }

    void aDeclaredPlaceIsReached()
    {
        const QByteArray said = connectTo("localhost:" + QByteArray::number(port()));
        QVERIFY2(said.startsWith("HTTP/1.1 200 ") && said.endsWith("you said hello done"), said.constData());
        QVERIFY(m_refused.isEmpty());
        QVERIFY(connectTo("LocalHost:" + QByteArray::number(port())).startsWith("HTTP/1.1 200 ")); // names have no case
    }

    void nothingElseIsReached_data()
    {
        QTest::addColumn<QByteArray>("where");
        QTest::newRow("another host") << "evil.example:443"_ba;
        QTest::newRow("another port") << "localhost:OTHER"_ba;
        QTest::newRow("the same machine by its address") << "127.0.0.1:PORT"_ba;
        QTest::newRow("the same machine as six") << "[::1]:PORT"_ba;
        QTest::newRow("mapped") << "[::ffff:127.0.0.1]:PORT"_ba;
        QTest::newRow("as a number") << "2130706433:PORT"_ba;
        QTest::newRow("the cloud's credentials") << "169.254.169.254:80"_ba;
        QTest::newRow("a dot behind") << "localhost.:PORT"_ba;
        QTest::newRow("a name below") << "x.localhost:PORT"_ba;
        QTest::newRow("a name that begins so") << "localhost.evil.example:PORT"_ba;
    }
    void nothingElseIsReached()
    {
        QFETCH(QByteArray, where);
        where.replace("PORT", QByteArray::number(port())).replace("OTHER", QByteArray::number(m_other->serverPort()));
        const QByteArray said = connectTo(where);
        QVERIFY2(said.startsWith("HTTP/1.1 403 "), said.constData());
        QCOMPARE(m_refused.size(), 1);
        QCOMPARE(m_place->property("calls").toInt() + m_other->property("calls").toInt(), 0);
        QVERIFY2(m_asked.isEmpty(), "a name that nobody declared was told to a name server");
    }

    void aNameThatLeadsInsideIsNotFollowed_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address :
             {"127.0.0.1", "127.9.9.9", "::1", "0.0.0.0", "10.0.0.1", "172.16.3.4", "192.168.1.1", "100.64.0.1",
              "169.254.169.254", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
              "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "::127.0.0.1", "224.0.0.1", "255.255.255.255"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void aNameThatLeadsInsideIsNotFollowed()
    {
        QFETCH(QString, address);
        m_answer = {QHostAddress(address)};
        const QByteArray said = connectTo("api.example:" + QByteArray::number(port()));
        QVERIFY2(said.startsWith("HTTP/1.1 403 "), said.constData());
        QCOMPARE(m_place->property("calls").toInt(), 0);
        QCOMPARE(m_asked, QStringList{u"api.example"_s}); // once: there is no second answer to be led by
    }

    void aNetworkOfOnesOwnDoesNotMeanThisMachine()
    {
        for (const char *address : {"127.0.0.1", "::1", "169.254.169.254", "fe80::1"}) {
            m_answer = {QHostAddress(QString::fromLatin1(address))};
            QVERIFY2(connectTo("wiki.example:" + QByteArray::number(port())).startsWith("HTTP/1.1 403 "), address);
        }
        QCOMPARE(m_place->property("calls").toInt(), 0);
        QVERIFY(mayReach({u"wiki.example"_s, 443, true}, QHostAddress(u"10.1.2.3"_s)));
        QVERIFY(mayReach({u"api.example"_s, 443, false}, QHostAddress(u"93.184.216.34"_s)));
        QVERIFY(mayReach({u"api.example"_s, 443, false}, QHostAddress(u"2606:2800:220:1::1"_s)));
    }

    void onlyConnectIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("a page by its whole address") << "GET http://localhost:PORT/ HTTP/1.1\r\n\r\n"_ba;
        QTest::newRow("a page of the gate") << "GET / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n"_ba;
        QTest::newRow("two places") << "CONNECT localhost:PORT evil.example:443 HTTP/1.1\r\n\r\n"_ba;
        QTest::newRow("a user before it") << "CONNECT localhost:PORT@evil.example:443 HTTP/1.1\r\n\r\n"_ba;
        QTest::newRow("a line break in it") << "CONNECT evil.example\nlocalhost:PORT HTTP/1.1\r\n\r\n"_ba;
        QTest::newRow("no port") << "CONNECT localhost HTTP/1.1\r\n\r\n"_ba;
        QTest::newRow("SOCKS") << "\x05\x01\x00\r\n\r\n"_ba;
        QTest::newRow("an escape for the terminal") << "CONNECT \x1b[2Jlocalhost:PORT HTTP/1.1\r\n\r\n"_ba;
    }
    void onlyConnectIsUnderstood()
    {
        QFETCH(QByteArray, request);
        const QByteArray said = say(request.replace("PORT", QByteArray::number(port())));
        QVERIFY2(said.startsWith("HTTP/1.1 405 "), said.constData());
        QCOMPARE(m_place->property("calls").toInt(), 0);
        QVERIFY(!m_refused.value(0).contains(QChar(0x1b)));
    }

    void anEndlessRequestIsEnded()
    {
        const QByteArray said = say("CONNECT localhost:1 HTTP/1.1\r\nX: " + QByteArray(20'000, 'x'));
        QVERIFY2(said.startsWith("HTTP/1.1 431 "), said.left(80).constData());
    }

    void aPlaceThatIsNotThereIsSaidSo()
    {
        const int gone = port();
        m_place->close();
        const QByteArray said = connectTo("localhost:" + QByteArray::number(gone));
        QVERIFY2(said.startsWith("HTTP/1.1 502 "), said.constData());
    }

    void connectionsAreBounded()
    {
        std::vector<std::unique_ptr<QLocalSocket>> held;
        for (int i = 0; i < NetworkGate::kMostConnections; ++i) {
            held.push_back(std::make_unique<QLocalSocket>());
            held.back()->connectToServer(path());
            QVERIFY(held.back()->waitForConnected(1000));
            QTest::qWait(5);
        }
        const QByteArray said = connectTo("localhost:" + QByteArray::number(port()));
        QVERIFY2(said.startsWith("HTTP/1.1 503 "), said.constData());
        held.clear();
        QTRY_VERIFY_WITH_TIMEOUT(connectTo("localhost:" + QByteArray::number(port())).startsWith("HTTP/1.1 200 "),
                                 10'000);
    }
};

WARDROOM_TEST(TstNetworkGate)
#include "tst_networkgate.moc"
