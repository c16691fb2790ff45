// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/controlclient.h"
#include "control/controlserver.h"
#include "control/controlsocket.h"

#include "support/testmain.h"

#include <QCoroTask>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::control;

class TstControlSocket : public QObject
{
    Q_OBJECT

    QTemporaryDir m_profile;

    Result<Answer> ask(const QStringList &arguments)
    {
        ControlClient client(m_profile.path());
        return QCoro::waitFor(client.ask(arguments, [](const QJsonValue &, const QString &) {}));
    }

private Q_SLOTS:
    void pathIsShortAndPrivate()
    {
        const QString path = socketPathFor(u"/a/very/long/folder/"_s.repeated(20));
        QVERIFY(!path.isEmpty());
        QVERIFY(path.size() < 108);
        struct stat about;
        QCOMPARE(::lstat(QFile::encodeName(QFileInfo(path).path()).constData(), &about), 0);
        QCOMPARE(about.st_mode & 0777, mode_t(0700));
    }

    void socketIsForItsOwnerOnly()
    {
        ControlServer server;
        QVERIFY(server.listen(m_profile.path()));
        struct stat about;
        QCOMPARE(::lstat(QFile::encodeName(socketPathFor(m_profile.path())).constData(), &about), 0);
        QCOMPARE(about.st_mode & 0777, mode_t(0600));
    }

    void nobodyThereIsTransient()
    {
        const Result<Answer> answer = ask({u"raise"_s});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::transient);
    }

    void aSecondWindowRaisesTheFirst()
    {
        ControlServer server;
        QSignalSpy raised(&server, &ControlServer::raiseAsked);
        QVERIFY(server.listen(m_profile.path()));
        const Result<Answer> answer = ask({u"raise"_s});
        QVERIFY(answer);
        QCOMPARE(answer->exitCode, 0);
        QCOMPARE(raised.size(), 1);
    }

    void withoutAWorkspaceItSaysSo()
    {
        ControlServer server;
        QVERIFY(server.listen(m_profile.path()));
        const Result<Answer> answer = ask({u"room"_s, u"list"_s});
        QVERIFY(answer);
        QCOMPARE(answer->exitCode, int(unreachable));
        QVERIFY(!answer->note.isEmpty());
    }

    //! A window is up before its workspace is; a shell that asks meanwhile is not told that there is none.
    void whileOneIsBeingOpenedTheShellWaits()
    {
        ControlServer server;
        server.setOpening(true);
        QVERIFY(server.listen(m_profile.path()));
        QLocalSocket socket;
        socket.connectToServer(socketPathFor(m_profile.path()));
        QVERIFY(socket.waitForConnected());
        socket.write("{\"v\":1,\"args\":[\"room\",\"list\"]}\n");
        QTRY_VERIFY(server.isBusy());
        QTest::qWait(100);
        QCOMPARE(socket.bytesAvailable(), 0);
        QCOMPARE(socket.state(), QLocalSocket::ConnectedState);
        // It came to nothing: now it is said. A window says so twice, when it has tried and when it has ended trying.
        server.setOpening(false);
        server.setWorkspace(nullptr);
        server.setOpening(false);
        QTRY_VERIFY(socket.state() == QLocalSocket::UnconnectedState);
        QVERIFY(socket.readAll().contains("\"exit\":3"));
        QTRY_VERIFY(!server.isBusy());
    }

    void nonsenseIsAnsweredAndLongNonsenseIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("empty line") << QByteArray("\n");
        QTest::addRow("no JSON") << QByteArray("hello\n");
        QTest::addRow("another version") << QByteArray("{\"v\":2,\"args\":[\"raise\"]}\n");
        QTest::addRow("no command") << QByteArray("{\"v\":1,\"args\":[1,null]}\n");
        QTest::addRow("too long") << QByteArray(2 * 1024 * 1024, 'x');
    }

    void nonsenseIsAnsweredAndLongNonsenseIsCutOff()
    {
        QFETCH(QByteArray, bytes);
        ControlServer server;
        QSignalSpy raised(&server, &ControlServer::raiseAsked);
        QVERIFY(server.listen(m_profile.path()));
        QLocalSocket socket;
        socket.connectToServer(socketPathFor(m_profile.path()));
        QVERIFY(socket.waitForConnected());
        socket.write(bytes);
        QTRY_VERIFY_WITH_TIMEOUT(socket.state() == QLocalSocket::UnconnectedState, 8000);
        if (bytes.size() < 1024) // whoever floods may not hear the answer
            QVERIFY(socket.readAll().contains("\"exit\":2"));
        QCOMPARE(raised.size(), 0);
        QVERIFY(!server.isBusy());
    }
};

WARDROOM_TEST(TstControlSocket)
#include "tst_controlsocket.moc"
