// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"
#include "support/testmain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QTcpSocket>
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

    //! One alert, as Prometheus' Alertmanager posts it; answers the status.
    static int post(quint16 port, const QByteArray &token)
    {
        const QByteArray body = R"({"alerts":[{"status":"firing","fingerprint":"f1","startsAt":"2026-11-23T06:00:00Z",)"
                                R"("labels":{"alertname":"HighCPU","severity":"critical","instance":"web-01"}}]})";
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        socket.write("POST /alerts/prometheus HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                     "Authorization: Bearer " +
                     token + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QByteArray answer;
        while (answer.count(' ') < 2 && socket.waitForReadyRead(20'000))
            answer += socket.readAll();
        return answer.split(' ').value(1).toInt();
    }

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

    void everyProgramSaysItsVersion()
    {
        for (const QString &name : {u"wardroom"_s, u"wardroomctl"_s, u"wardroomd"_s}) {
            QProcess program;
            program.start(QStringLiteral(WARDROOM_BIN "/") + name, {u"--version"_s});
            QVERIFY(program.waitForFinished());
            QCOMPARE(program.exitCode(), 0);
            QCOMPARE(program.readAllStandardOutput(), name.toUtf8() + " " WARDROOM_VERSION "\n");
        }
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

    void itsExportHoldsTheSameFilesAsTheShellsOwn()
    {
        const auto filesOf = [this](const QString &bundle) {
            const Said exported = m_ada->json({u"export"_s, u"security-ops"_s, u"--to"_s, bundle});
            return exported.exitCode == 0 ? QDir(bundle).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name)
                                          : QStringList{QString::fromUtf8(exported.err)};
        };
        QCOMPARE(m_ada->ctl({u"say"_s, u"security-ops"_s, u"/note add something to export"_s}).exitCode, 0);
        const QStringList own = filesOf(m_top.filePath(u"own"_s));
        const auto daemon = m_ada->start(u"wardroomd"_s, {u"--profile"_s, m_ada->profile()});
        QVERIFY(daemon->waitForReadyRead(60'000));
        const QString bundle = m_top.filePath(u"daemons"_s);
        QCOMPARE(filesOf(bundle), own);
        QVERIFY2(own.contains(u"report.pdf"_s), qPrintable(own.join(u' ')));
        daemon->terminate();
        QVERIFY(daemon->waitForFinished(6000));
        QFile pdf(bundle + u"/report.pdf"_s), manifest(bundle + u"/manifest.json"_s);
        QVERIFY(pdf.open(QFile::ReadOnly) && manifest.open(QFile::ReadOnly));
        const QByteArray drawn = pdf.readAll();
        QVERIFY(drawn.startsWith("%PDF-"));
        QVERIFY(manifest.readAll().contains(QCryptographicHash::hash(drawn, QCryptographicHash::Sha256).toHex()));
        QCOMPARE(m_ada->ctl({u"verify"_s, bundle}).exitCode, 4);
        pdf.close();
        QVERIFY(pdf.open(QFile::ReadWrite) && pdf.seek(drawn.size() / 2) &&
                pdf.putChar(drawn.at(drawn.size() / 2) == 'x' ? 'y' : 'x'));
        pdf.close();
        QCOMPARE(m_ada->ctl({u"verify"_s, bundle}).exitCode, 1);
    }

    void whatIsNoReportIsNotDrawn()
    {
        const QString target = m_top.filePath(u"none.pdf"_s);
        QCOMPARE(m_ada->ctl({u"draw-report"_s, target}, "{}").exitCode, 2);
        QCOMPARE(m_ada->ctl({u"draw-report"_s, target}, "\xff\x00[[[").exitCode, 2);
        QVERIFY(!QFile::exists(target));
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

    void aPostedAlertIsOnTheRecord()
    {
        const Said added = m_ada->json({u"tool"_s, u"add"_s, u"prometheus"_s, u"--mapping"_s,
                                        QStringLiteral(WARDROOM_SOURCE_DIR "/resources/mappings/alertmanager.yaml")});
        QVERIFY2(added.exitCode == 0, added.err);
        const QByteArray token = added.object().value(u"token"_s).toString().toLatin1();
        const auto daemon =
            m_ada->start(u"wardroomd"_s, {u"--profile"_s, m_ada->profile(), u"--listen"_s, u"127.0.0.1:0"_s});
        QVERIFY(daemon->waitForReadyRead(60'000));
        const QByteArray log = daemon->readAllStandardError();
        const quint16 port = log.mid(log.lastIndexOf(':') + 1).trimmed().toUShort();
        QVERIFY2(port > 0, log);
        QVERIFY(!log.contains(token));
        QCOMPARE(post(port, token + "x"), 401);
        QCOMPARE(post(port, token), 200);
        const auto alerts = [this] { return m_ada->json({u"alert"_s, u"list"_s}).lines(); };
        QTRY_COMPARE_WITH_TIMEOUT(alerts().size(), 1, 20'000);
        const QString id = alerts().first().value(u"id"_s).toString();
        QCOMPARE(m_ada->ctl({u"incident"_s, u"open"_s, u"ids-alerts"_s, u"--severity"_s, u"9"_s}).exitCode, 2);
        const QString room =
            m_ada->json({u"incident"_s, u"open"_s, u"ids-alerts"_s}).object().value(u"name"_s).toString();
        QCOMPARE(m_ada->ctl({u"incident"_s, u"close"_s, room, u"over"_s}).exitCode, 0);
        QCOMPARE(m_ada->ctl({u"alert"_s, u"claim"_s, id.first(8), u"that"_s, u"was"_s, u"me"_s}).exitCode, 0);
        QCOMPARE(m_ada->ctl({u"alert"_s, u"resolve"_s, id, u"perhaps"_s}).exitCode, 2);
        QCOMPARE(m_ada->ctl({u"alert"_s, u"resolve"_s, id, u"benign"_s}).exitCode, 0);
        QCOMPARE(alerts().first().value(u"open"_s).toBool(), false);
        daemon->terminate();
        QVERIFY(daemon->waitForFinished(6000));
        QCOMPARE(daemon->exitCode(), 0);
    }

    void alertsAreTakenOnLoopbackOnly()
    {
        const auto daemon =
            m_ada->start(u"wardroomd"_s, {u"--profile"_s, m_ada->profile(), u"--listen"_s, u"0.0.0.0:9191"_s});
        QVERIFY(daemon->waitForFinished(30'000));
        QCOMPARE(daemon->exitCode(), 2);
    }
};

WARDROOM_TEST(TstDaemon)
#include "tst_daemon.moc"
