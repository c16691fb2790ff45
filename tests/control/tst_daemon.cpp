// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using wardroom::test::Said;
using wardroom::test::Somebody;

class TstDaemon : public QObject
{
    Q_OBJECT

    QTemporaryDir m_top;
    std::unique_ptr<Somebody> m_ada;

private Q_SLOTS:
    void initTestCase()
    {
        m_ada = std::make_unique<Somebody>(m_top.path(), u"ada"_s);
        const Said said = m_ada->ctl({u"workspace"_s, u"add"_s, u"local"_s, u"Blue"_s, u"--name"_s, u"Ada"_s});
        QVERIFY2(said.exitCode == 0, said.err);
    }

    void itLinksNoGui()
    {
        QProcess ldd;
        ldd.start(u"ldd"_s, {QStringLiteral(WARDROOM_BIN "/wardroomd")});
        QVERIFY(ldd.waitForFinished());
        const QByteArray libraries = ldd.readAllStandardOutput();
        QVERIFY(libraries.contains("libQt6Core"));
        QVERIFY(!libraries.contains("libQt6Gui"));
        QVERIFY(!libraries.contains("libQt6Widgets"));
    }

    void itServesTheShellAndEndsInTime()
    {
        const auto daemon = m_ada->start(u"wardroomd"_s, {u"--profile"_s, m_ada->profile()});
        QVERIFY(daemon->waitForReadyRead(60'000));
        QCOMPARE(daemon->readAllStandardOutput(), QByteArray("ready\n"));

        const auto second = m_ada->start(u"wardroomd"_s, {u"--profile"_s, m_ada->profile()});
        QVERIFY(second->waitForFinished(30'000));
        QCOMPARE(second->exitCode(), 2);
        QVERIFY(second->readAllStandardOutput().isEmpty());

        const Said said = m_ada->json({u"say"_s, u"security-ops"_s, u"to the daemon"_s});
        QVERIFY2(said.exitCode == 0, said.err);
        QVERIFY(m_ada->json({u"tail"_s, u"security-ops"_s, u"--no-follow"_s}).out.contains("to the daemon"));

        QElapsedTimer ending;
        ending.start();
        ::kill(pid_t(daemon->processId()), SIGTERM);
        QVERIFY(daemon->waitForFinished(10'000));
        QVERIFY(ending.elapsed() < 5'000);
        QCOMPARE(daemon->exitStatus(), QProcess::NormalExit);
        QCOMPARE(daemon->exitCode(), 0);
        QVERIFY(m_ada->json({u"tail"_s, u"security-ops"_s, u"--no-follow"_s}).out.contains("to the daemon"));
    }

    void afterAKillTheNextOneTakesItsPlace()
    {
        const auto first = m_ada->start(u"wardroomd"_s, {u"--profile"_s, m_ada->profile()});
        QVERIFY(first->waitForReadyRead(60'000));
        first->kill();
        QVERIFY(first->waitForFinished());
        const auto next = m_ada->start(u"wardroomd"_s, {u"--profile"_s, m_ada->profile()});
        QVERIFY(next->waitForReadyRead(60'000));
        QCOMPARE(m_ada->ctl({u"room"_s, u"list"_s}).exitCode, 0);
        next->terminate();
        QVERIFY(next->waitForFinished(6000));
        QCOMPARE(next->exitCode(), 0);
    }

    void alertsAreTakenOnLoopbackOnly()
    {
        const auto daemon = m_ada->start(u"wardroomd"_s, {u"--profile"_s, m_ada->profile(), u"--listen"_s, u"0.0.0.0:9191"_s});
        QVERIFY(daemon->waitForFinished(30'000));
        QCOMPARE(daemon->exitCode(), 2);
    }
};

WARDROOM_TEST(TstDaemon)
#include "tst_daemon.moc"
