// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "support/world.h"
#include "team.h"

using namespace Qt::StringLiterals;
using namespace wardroom::test;

//! Two windows as two programs, driven from the shell through the sockets they serve.
class TstTwoDesktops : public QObject
{
    Q_OBJECT

    std::unique_ptr<Team> m_team;
    std::unique_ptr<PracticeHost> m_host;
    std::unique_ptr<QProcess> m_adas, m_toms;
    QString m_op;

    const Somebody &ada() const { return m_team->ada(); }
    const Somebody &tom() const { return m_team->tom(); }

    static std::unique_ptr<QProcess> desktop(const Somebody &somebody)
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = somebody.environment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        process->setProcessEnvironment(environment);
        process->start(QStringLiteral(WARDROOM_BIN "/wardroom"), {u"--profile"_s, somebody.profile()});
        process->waitForStarted();
        return process;
    }
    //! Its socket is there and its workspace is open; ctl must not take the profile before.
    static bool serves(const Somebody &somebody)
    {
        return QFile::exists(somebody.profile() + u"/socket"_s) && somebody.ctl({u"room"_s, u"list"_s}).exitCode == 0;
    }

    static QString stageFor(const Somebody &somebody, const QString &op)
    {
        for (const QJsonObject &each : operationsOf(somebody, u"it-handover"_s))
            if (each.value(u"op"_s).toString() == op)
                return each.value(u"stage"_s).toString();
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_team = std::make_unique<Team>();
        QVERIFY2(m_team->problem().isEmpty(), qPrintable(m_team->problem()));
        m_host = std::make_unique<PracticeHost>();
        QVERIFY2(m_host->ok(), qPrintable(m_host->said()));
        const Said added = ada().ctl({u"inventory"_s, u"add"_s, u"practice-01"_s, u"--root"_s, m_host->root()});
        QVERIFY2(added.exitCode == 0, added.err);
        m_adas = desktop(ada());
        m_toms = desktop(tom());
        QTRY_VERIFY_WITH_TIMEOUT(serves(ada()), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(serves(tom()), 60'000);
        QCOMPARE(m_adas->state(), QProcess::Running);
        QCOMPARE(m_toms->state(), QProcess::Running);
    }

    void aSecondWindowRaisesTheFirst()
    {
        const auto second = desktop(ada());
        QVERIFY(second->waitForFinished(30'000));
        QCOMPARE(second->exitStatus(), QProcess::NormalExit);
        QVERIFY2(second->exitCode() == 0, second->readAllStandardError());
        QCOMPARE(m_adas->state(), QProcess::Running);
        QVERIFY(serves(ada()));
    }

    void aDaemonBesideAWindowIsRefused()
    {
        const auto second = ada().start(u"wardroomd"_s, {u"--profile"_s, ada().profile()});
        QVERIFY(second->waitForFinished(30'000));
        QCOMPARE(second->exitCode(), 2);
        QVERIFY(second->readAllStandardOutput().isEmpty());
        QVERIFY(!second->readAllStandardError().isEmpty());
        QCOMPARE(m_adas->state(), QProcess::Running);
    }

    void theOtherWindowSeesTheRequest()
    {
        const Said asked =
            ada().json({u"say"_s, u"it-handover"_s, u"/patch apply practice-01 shop-tls because CVE-2099-0001"_s});
        QVERIFY2(asked.exitCode == 0, asked.err);
        m_op = asked.object().value(u"op"_s).toString();
        QVERIFY(!m_op.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(stageFor(tom(), m_op), u"requested"_s, 10'000);
    }

    void theRequesterCannotApprove()
    {
        const Said own = ada().ctl({u"approve"_s, m_op});
        QCOMPARE(own.exitCode, 1);
        QVERIFY(!own.err.isEmpty());
        QCOMPARE(upgradesOf(m_host->root(), u"shop-tls"_s), 0);
        QCOMPARE(stageFor(tom(), m_op), u"requested"_s);
    }

    void theOtherApprovesAndBothSeeItVerified()
    {
        const Said approved = tom().json({u"approve"_s, m_op});
        QVERIFY2(approved.exitCode == 0, approved.err);
        QTRY_COMPARE_WITH_TIMEOUT(stageFor(ada(), m_op), u"verified"_s, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(stageFor(tom(), m_op), u"verified"_s, 10'000);
        QCOMPARE(upgradesOf(m_host->root(), u"shop-tls"_s), 1);
        const QList<QJsonObject> timeline = tom().json({u"timeline"_s, u"it-handover"_s}).lines();
        for (const QString &kind :
             {u"command.requested"_s, u"approval.given"_s, u"command.claimed"_s, u"command.finished"_s})
            QVERIFY2(countOf(timeline, kind, m_op) == 1, qPrintable(kind));
    }

    void bothHoldTheSameBytes()
    {
        for (const QString &room : {u"it-handover"_s, u"security-ops"_s, u"it"_s}) {
            const QByteArray mine = ada().ctl({u"incident"_s, room}).out;
            QVERIFY(!mine.isEmpty());
            QTRY_COMPARE_WITH_TIMEOUT(tom().ctl({u"incident"_s, room}).out, mine, 10'000);
        }
    }

    void whatEitherExportsIsIntact()
    {
        for (const Somebody *each : {&ada(), &tom()}) {
            const QString bundle = m_team->top() + (each == &ada() ? u"/ada-bundle"_s : u"/tom-bundle"_s);
            const Said exported = each->json({u"export"_s, u"it-handover"_s, u"--to"_s, bundle});
            QVERIFY2(exported.exitCode == 0, exported.err);
            const Said verified = each->ctl({u"verify"_s, bundle, u"--trust"_s, m_team->trust()});
            QVERIFY2(verified.exitCode == 0, verified.out + verified.err);
        }
        QCOMPARE(tom().ctl({u"compare"_s, u"it-handover"_s, m_team->top() + u"/ada-bundle"_s}).exitCode, 0);
    }

    void cleanupTestCase()
    {
        for (const auto &each : {std::cref(m_adas), std::cref(m_toms)})
            if (each.get()) {
                each.get()->terminate();
                if (!each.get()->waitForFinished(5000))
                    each.get()->kill();
                each.get()->waitForFinished(5000);
            }
    }
};

WARDROOM_TEST(TstTwoDesktops)
#include "tst_twodesktops.moc"
