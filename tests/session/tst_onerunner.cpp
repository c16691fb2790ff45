// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/localplatform.h"
#include "session/founding.h"
#include "support/testmain.h"
#include "support/world.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using domain::Claim;

//! A server that lets nobody lock: the node that the policy names decides alone, and nobody else does.
class TstOneRunner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutALockAndARunnerNothingIsWon();
    void aPolicyIsPublishedWithoutALock();
    void theNamedRunnerWinsOnceAndNobodyElse();
    void whatTheRunnerTookItTookAlsoAfterARestart();
    void withALockTheRunnerIsOneOfMany();

private:
    static void forbidLocks(Desk &desk, bool forbidden)
    {
        chat::LocalFaults faults;
        faults.noArbiter = forbidden;
        qobject_cast<chat::LocalPlatform *>(&desk.engine().platform())->setFaults(faults);
    }
    static domain::ClaimAnswer claim(Desk &desk, const QString &name)
    {
        return wait(desk.engine().arbiter().claimOnce(name));
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_lina;
    std::unique_ptr<Desk> m_tom;
};

void TstOneRunner::initTestCase()
{
    m_lina = std::make_unique<Desk>(m_folder.filePath(u"lina"_s), u"Lina"_s, m_clock);
    QCOMPARE(m_lina->found(u"acme"_s, m_folder.filePath(u"room"_s)), QString());
    m_tom = std::make_unique<Desk>(m_folder.filePath(u"tom"_s), u"Tom"_s, m_clock);
    QCOMPARE(m_tom->join(*session::invitationFor(m_lina->engine())), QString());
}

void TstOneRunner::withoutALockAndARunnerNothingIsWon()
{
    forbidLocks(*m_lina, true);
    forbidLocks(*m_tom, true);
    QCOMPARE(claim(*m_lina, u"a"_s).claim, Claim::unknown);
    QCOMPARE(claim(*m_tom, u"a"_s).claim, Claim::unknown);
}

void TstOneRunner::aPolicyIsPublishedWithoutALock()
{
    domain::Policy policy = *m_lina->engine().book().workspace().policy();
    policy.acknowledgeWithin = 77;
    QVERIFY(wait(session::publishPolicy(m_lina->engine(), policy)));
    QTRY_COMPARE(m_tom->engine().book().workspace().policy()->acknowledgeWithin, 77);
}

void TstOneRunner::theNamedRunnerWinsOnceAndNobodyElse()
{
    forbidLocks(*m_lina, false);
    domain::Policy policy = *m_lina->engine().book().workspace().policy();
    policy.runner = m_lina->engine().entry().node;
    QVERIFY(wait(session::publishPolicy(m_lina->engine(), policy)));
    QTRY_COMPARE(m_tom->engine().book().workspace().policy()->runner, policy.runner);
    forbidLocks(*m_lina, true);
    const domain::ClaimAnswer toms = claim(*m_tom, u"b"_s);
    QCOMPARE(toms.claim, Claim::lost);
    QCOMPARE(toms.owner, policy.runner);
    QCOMPARE(claim(*m_lina, u"b"_s).claim, Claim::won);
    QCOMPARE(claim(*m_lina, u"b"_s).claim, Claim::lost);
}

void TstOneRunner::whatTheRunnerTookItTookAlsoAfterARestart()
{
    QCOMPARE(m_lina->reopen(), QString());
    forbidLocks(*m_lina, true);
    const domain::ClaimAnswer again = claim(*m_lina, u"b"_s);
    QCOMPARE(again.claim, Claim::lost);
    QCOMPARE(again.owner, m_lina->engine().entry().node);
}

void TstOneRunner::withALockTheRunnerIsOneOfMany()
{
    forbidLocks(*m_lina, false);
    forbidLocks(*m_tom, false);
    QCOMPARE(claim(*m_tom, u"c"_s).claim, Claim::won);
    QCOMPARE(claim(*m_lina, u"c"_s).claim, Claim::lost);
}

WARDROOM_TEST(TstOneRunner)
#include "tst_onerunner.moc"
