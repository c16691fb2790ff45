// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operationfixture.h"
#include "support/testmain.h"

using namespace wardroom;
using namespace wardroom::test;

//! What the policy says about where and when, asked by the node that claims.
class TstOperationPolicy : public QObject, private OperationFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aProtectedHostWaitsForOneMore()
    {
        domain::Policy policy = *w->workspace.policy();
        policy.protectedHosts = {u"Practice-01"_s};
        w->workspace.policies.insert(policy.version, policy);
        const OpId op = askAndApprove();
        look();
        nothingHappened();
        QCOMPARE(w->locks.size(), 0);
        w->approve(op, u"eva"_s);
        look();
        QTRY_COMPARE(of(op).stage, Stage::verified);
        QCOMPARE(of(op).claim->approvals.size(), 2);
        QCOMPARE(of(op).claimProblem, QString());
    }

    void aChangeWindowThatClosesBeforeTheStartStopsIt()
    {
        const qint64 minute = (w->clock.nowMs() / 60'000) % (24 * 60);
        domain::Policy policy = *w->workspace.policy();
        policy.windows = {{minute, (minute + 10) % (24 * 60)}};
        w->workspace.policies.insert(policy.version, policy);
        // It closes after the claim was said and before it came back.
        anaPorts->beforeEcho = [this](const domain::Fact &fact) {
            if (std::holds_alternative<domain::CommandClaimed>(fact))
                w->clock.advance(std::chrono::minutes(12));
        };
        const OpId op = askAndApprove();
        look();
        QTRY_COMPARE(of(op).stage, Stage::stalled);
        settle();
        QCOMPARE(w->runs(), 0);
        QVERIFY2(of(op).endReason.contains(u"change window"_s), qPrintable(of(op).endReason));
    }
};

WARDROOM_TEST(TstOperationPolicy)
#include "tst_operationpolicy.moc"
