// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operationfixture.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;

//! Claims and runs in the real fold and the real sandbox; only the platform and the disk are small fakes.
class TstOperationRunner : public QObject, private OperationFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void anApprovedChangeRunsOnceAndIsVerified()
    {
        QSignalSpy progress(anaRunner.get(), &OperationRunner::progressed);
        const OpId op = askAndApprove();
        look();
        QTRY_COMPARE(of(op).stage, Stage::verified);
        QTRY_COMPARE(anaPorts->written,
                     (QList<RunStage>{RunStage::asking, RunStage::won, RunStage::starting, RunStage::ended}));
        QCOMPARE(of(op).finish->outcome, Outcome::done);
        QCOMPARE(of(op).finish->summary, u"did it"_s);
        QCOMPARE(of(op).finish->data.value("kept"_L1).toString(), u"yes"_s);
        QCOMPARE(of(op).finish->log, Sha256::of(anaPorts->attachments.value(0)));
        QVERIFY(anaPorts->attachments.value(0).contains("half way"));
        QCOMPARE(of(op).verification->verdict, domain::Verdict::verified);
        QCOMPARE(of(op).verification->after, u"1"_s);
        QCOMPARE(of(op).claim->approvals.size(), 1);
        QCOMPARE(of(op).claim->approvals.first().person, domain::PersonId(u"ben"_s));
        QCOMPARE(of(op).claim->members, w->members);
        QCOMPARE(of(op).claimProblem, QString());
        QCOMPARE(w->locks.value(op.text()), w->ana);
        QVERIFY(progress.size() >= 2);
        QCOMPARE(anaPorts->displayed.size(), 1);
        for (int i = 0; i < 5; ++i)
            look();
        settle();
        QCOMPARE(w->runs(), 1);
        QCOMPARE(w->said.size(), 3);
    }

    //! As when a phone's question lay unsent while the policy changed: nobody decides on it, so nobody would notice.
    void aReadWhosePolicyIsOverIsSaidToBeOver()
    {
        domain::CommandRequested request = requested(u"demo.look"_s);
        request.runner = w->ana;
        const OpId op = ask(request);
        w->setPolicy(2, u"demo"_s, plugin->hash);
        look();
        QTRY_COMPARE(of(op).stage, Stage::stalled);
        QVERIFY(of(op).endReason.contains(u"policy has changed"_s));
        QCOMPARE(w->runs(), 0);
        const OpId again = ask(request);
        look();
        QTRY_VERIFY(of(again).finish);
    }

    void withoutApprovalNothingHappens()
    {
        ask(requested());
        look();
        nothingHappened();
        QCOMPARE(anaPorts->written.size(), 0);
        QCOMPARE(w->locks.size(), 0);
    }

    void anApprovalThatComesLaterStartsIt()
    {
        const OpId op = ask(requested());
        look();
        settle();
        w->approve(op, u"ben"_s);
        look();
        QTRY_COMPARE(of(op).stage, Stage::verified);
    }

    void theRequestersOwnApprovalDoesNotCount()
    {
        w->members.append(domain::PersonId(u"ana"_s));
        const OpId op = ask(requested());
        w->approve(op, u"ana"_s);
        look();
        nothingHappened();
    }

    void aDisruptionNeedsTwoPeople()
    {
        const OpId op = ask(requested(u"demo.disrupt"_s));
        w->approve(op, u"ben"_s);
        w->approve(op, u"ben"_s);
        look();
        nothingHappened();
        w->approve(op, u"eva"_s);
        look();
        QTRY_COMPARE(of(op).stage, Stage::verified);
    }

    void anApproverWhoLeftTheGroupDoesNotCount()
    {
        w->members = {domain::PersonId(u"eva"_s)};
        askAndApprove();
        look();
        nothingHappened();
    }

    void theRequestsOwnWordForItsGroupDoesNotCount()
    {
        auto request = requested();
        request.group = u"Everybody"_s;
        request.needs = 0;
        const OpId op = ask(request);
        w->members = {};
        w->approve(op, u"ben"_s);
        look();
        nothingHappened();
    }

    void aChangeThatCallsItselfAReadDoesNotRun()
    {
        auto request = requested();
        request.risk = domain::Risk::read;
        request.needs = 0;
        ask(request);
        look();
        nothingHappened();
    }

    void argumentsThatNameAnotherHostDoNotRun()
    {
        auto request = requested();
        request.args.insert(u"host"_s, u"practice-02"_s);
        const OpId op = ask(request);
        w->approve(op, u"ben"_s);
        look();
        nothingHappened();
    }

    void anExpiredRequestDoesNotRunEvenWhenTheClockGoesBack()
    {
        const OpId op = askAndApprove();
        w->clock.advance(std::chrono::minutes(16));
        look();
        nothingHappened();
        w->clock.advance(-std::chrono::hours(1));
        look();
        nothingHappened();
        QCOMPARE(of(op).stage, Stage::requested);
    }

    void aClockSetBackBeforeTheRequestIsHeldByTheServersTime()
    {
        const OpId op = ask(requested());
        w->clock.advance(std::chrono::minutes(16));
        w->approve(op, u"ben"_s); // too late by the server's time
        w->clock.advance(-std::chrono::hours(2));
        look();
        nothingHappened();
    }

    void aWithdrawalBeforeTheClaimStopsIt()
    {
        const OpId op = ask(requested());
        const auto approval = w->approve(op, u"ben"_s);
        w->fold(w->ben, domain::ApprovalWithdrawn{approval, u"wrong host"_s}, op);
        look();
        nothingHappened();
    }

    void aWithdrawalBetweenClaimAndStartStopsIt_data()
    {
        QTest::addColumn<QString>("when");
        for (const char *when : {"echo", "members", "journal"})
            QTest::newRow(when) << QString::fromLatin1(when);
    }
    void aWithdrawalBetweenClaimAndStartStopsIt()
    {
        QFETCH(QString, when);
        const OpId op = ask(requested());
        const auto approval = w->approve(op, u"ben"_s);
        bool isDone = false;
        const std::function<void()> withdraw = [&] {
            if (!std::exchange(isDone, true))
                w->fold(w->ben, domain::ApprovalWithdrawn{approval, u"wrong host"_s}, op), look();
        };
        if (when == "echo"_L1)
            anaPorts->beforeEcho = [withdraw](const domain::Fact &) { withdraw(); };
        if (when == "members"_L1)
            anaPorts->beforeMembers = [&, withdraw] {
                if (of(op).claim)
                    withdraw();
            };
        if (when == "journal"_L1)
            anaPorts->whileWriting = [withdraw](RunStage stage) {
                if (stage == RunStage::starting)
                    withdraw();
            };
        look();
        QTRY_COMPARE(of(op).stage, Stage::stalled);
        settle();
        QCOMPARE(w->runs(), 0);
        QCOMPARE(w->count<domain::CommandFinished>(), 0);
        QCOMPARE(anaPorts->stages.value(op), RunStage::ended);
    }

    void aPolicyThatChangesAfterTheClaimStopsIt()
    {
        const OpId op = askAndApprove();
        anaPorts->beforeEcho = [&](const domain::Fact &fact) {
            if (std::holds_alternative<domain::CommandClaimed>(fact))
                w->setPolicy(2, u"demo"_s, plugin->hash);
        };
        look();
        QTRY_COMPARE(of(op).stage, Stage::stalled);
        QVERIFY(of(op).endReason.contains(u"policy"_s));
        QCOMPARE(w->runs(), 0);
    }

    void aMemberWhoIsRemovedAfterTheClaimStopsIt()
    {
        const OpId op = askAndApprove();
        anaPorts->beforeEcho = [&](const domain::Fact &) { w->members.clear(); };
        look();
        QTRY_COMPARE(of(op).stage, Stage::stalled);
        QCOMPARE(w->runs(), 0);
    }

    void expiryBetweenClaimAndItsReturnStopsIt()
    {
        anaPorts->echoes = false;
        const OpId op = askAndApprove();
        look();
        QTRY_COMPARE(w->count<domain::CommandClaimed>(), 1);
        w->clock.advance(std::chrono::minutes(16));
        anaPorts->echoes = true;
        anaPorts->catchUp();
        QTRY_COMPARE(of(op).stage, Stage::stalled);
        QCOMPARE(w->runs(), 0);
    }

    void aClaimThatIsNotSeenBackNeverRuns()
    {
        anaPorts->echoes = false;
        const OpId op = askAndApprove();
        look();
        QTRY_COMPARE(w->count<domain::CommandClaimed>(), 1);
        for (int i = 0; i < 3; ++i) {
            look();
            anaRunner->tryAgain();
        }
        settle();
        QCOMPARE(w->runs(), 0);
        QCOMPARE(w->count<domain::CommandClaimed>(), 1);
        w->clock.advance(std::chrono::minutes(16));
        anaRunner->tryAgain();
        QTRY_COMPARE(w->count<domain::CommandStalled>(), 1);
        QCOMPARE(anaPorts->stages.value(op), RunStage::ended);
    }

    void twoNodesAndOneArbiterGiveOneRun()
    {
        benRunner = std::make_unique<OperationRunner>(benPorts->ports(), steps.get(), w->ben);
        QVERIFY(QCoro::waitFor(benRunner->recover()).has_value());
        for (int i = 0; i < 5; ++i) {
            const OpId op = askAndApprove();
            look();
            QTRY_COMPARE(of(op).stage, Stage::verified);
        }
        settle();
        QCOMPARE(w->runs(), 5);
        QCOMPARE(w->count<domain::CommandClaimed>(), 5);
        QCOMPARE(w->count<domain::CommandFinished>(), 5);
    }

    void whoLostLeavesItAndLaterSaysThatAPersonMustLook()
    {
        const OpId op = ask(requested());
        w->locks.insert(op.text(), w->ben);
        w->approve(op, u"ben"_s);
        look();
        nothingHappened();
        anaRunner->tryAgain();
        QCOMPARE(w->said.size(), 0);
        w->clock.advance(std::chrono::minutes(3));
        anaRunner->tryAgain();
        QTRY_COMPARE(of(op).stage, Stage::stalled);
        anaRunner->tryAgain();
        settle();
        QCOMPARE(w->said.size(), 1);
        QCOMPARE(w->runs(), 0);
    }

    void anUnknownAnswerNeverStartsAndIsAskedAgain()
    {
        anaPorts->answer = domain::Claim::unknown;
        const OpId op = askAndApprove();
        look();
        anaRunner->tryAgain();
        nothingHappened();
        QCOMPARE(anaPorts->stages.value(op), RunStage::asking);
        anaPorts->answer.reset();
        anaRunner->tryAgain();
        QTRY_COMPARE(of(op).stage, Stage::verified);
        QCOMPARE(w->runs(), 1);
    }

    void anUnknownAnswerThatWasAWinIsFoundOut()
    {
        anaPorts->answer = domain::Claim::unknown;
        const OpId op = askAndApprove();
        w->locks.insert(op.text(), w->ana);
        look();
        settle();
        anaPorts->answer.reset();
        anaRunner->tryAgain();
        QTRY_COMPARE(of(op).stage, Stage::verified);
        QCOMPARE(w->runs(), 1);
    }

    void aLockOfItsOwnThatThisLifeNeverAskedForIsNotAWin()
    {
        const OpId op = ask(requested());
        w->locks.insert(op.text(), w->ana);
        w->approve(op, u"ben"_s);
        look();
        nothingHappened();
    }

    void notLiveOrWithoutMembersItWaits()
    {
        anaPorts->live = false;
        const OpId op = askAndApprove();
        look();
        nothingHappened();
        anaPorts->live = true;
        anaPorts->membersFail = true;
        anaRunner->tryAgain();
        nothingHappened();
        anaPorts->membersFail = false;
        anaRunner->tryAgain();
        QTRY_COMPARE(of(op).stage, Stage::verified);
    }

    void aRevokedNodeRunsNothing()
    {
        w->workspace.nodes[w->ana].revoked = true;
        askAndApprove();
        look();
        nothingHappened();
    }

    void aHostOfOtherNodesIsLeftToThem()
    {
        w->workspace.inventories[1].hosts[0].nodes = {w->ben};
        askAndApprove();
        look();
        nothingHappened();
        w->workspace.inventories[1].hosts[0].nodes = {};
        auto request = requested();
        request.runner = w->ben;
        const OpId op = ask(request);
        w->approve(op, u"ben"_s);
        w->state.operations.removeIf([&](auto each) { return each.key() != op; });
        look();
        nothingHappened();
    }

    void aDeclinedOrCancelledRequestDoesNotRun()
    {
        const OpId op = askAndApprove();
        w->fold(domain::NodeId(u"node-eva"_s), domain::ApprovalDeclined{of(op).hash, u"not now"_s, {}}, op);
        const OpId other = askAndApprove();
        w->fold(w->ana, domain::CommandCancelled{u"mistake"_s}, other);
        look();
        nothingHappened();
    }

    void aPluginChangedSinceTheApprovalDoesNotRun()
    {
        const OpId op = askAndApprove();
        plugin->write(DemoPlugin::script() + "# one more byte\n");
        look();
        QTRY_VERIFY(of(op).finish.has_value());
        QCOMPARE(of(op).finish->outcome, Outcome::failed);
        QVERIFY(of(op).finish->summary.contains(u"changed"_s));
        QCOMPARE(w->runs(), 0);
        QVERIFY(!of(op).verification);
    }

    void aReadOfOnesOwnRunsWithoutAnyoneAndOthersLeaveIt()
    {
        benRunner = std::make_unique<OperationRunner>(benPorts->ports(), steps.get(), w->ben);
        const OpId op = ask(requested(u"demo.look"_s));
        look();
        QTRY_COMPARE(of(op).stage, Stage::verified);
        QCOMPARE(w->runs(), 0 + 1);
        QCOMPARE(w->locks.size(), 0);
        QCOMPARE(w->count<domain::CommandClaimed>(), 0);
        QCOMPARE(benPorts->written.size(), 0);
    }

    void anUnvettedReadNeedsAnApproval()
    {
        w->setPolicy(1, u"demo"_s, Sha256::of("other"));
        const OpId op = ask(requested(u"demo.look"_s));
        look();
        nothingHappened();
        w->approve(op, u"ben"_s);
        look();
        QTRY_COMPARE(of(op).stage, Stage::verified);
        QCOMPARE(w->count<domain::CommandClaimed>(), 1);
    }

    void whatDoesNotTakeIsNotVerifiedAndUndoWorks()
    {
        QFile(w->hostRoot + u"/drift"_s).open(QIODevice::WriteOnly);
        const OpId op = askAndApprove();
        look();
        QTRY_COMPARE(of(op).stage, Stage::verified);
        QCOMPARE(of(op).verification->verdict, domain::Verdict::notVerified);
        auto undo = requested();
        undo.undoes = op;
        const OpId second = ask(undo);
        look();
        settle();
        QVERIFY(!of(second).claim); // the same risk, so its own approval
        w->approve(second, u"ben"_s);
        look();
        QTRY_COMPARE(of(second).stage, Stage::verified);
        QCOMPARE(of(second).verification->verdict, domain::Verdict::verified);
        QVERIFY(QFile::exists(w->hostRoot + u"/undone"_s));
        QCOMPARE(w->runs(), 1);
    }

    void anUndoOfSomethingElseDoesNotRun()
    {
        const OpId op = askAndApprove();
        look();
        QTRY_COMPARE(of(op).stage, Stage::verified);
        w->said.clear();
        auto undo = requested(u"demo.disrupt"_s);
        undo.undoes = op;
        const OpId second = ask(undo);
        w->approve(second, u"ben"_s);
        w->approve(second, u"eva"_s);
        look();
        settle();
        QCOMPARE(w->said.size(), 0);
    }

    void aRunThatFailsSaysSoAndIsNotReadBack()
    {
        QFile(w->hostRoot + u"/fails"_s).open(QIODevice::WriteOnly);
        const OpId op = askAndApprove();
        look();
        QTRY_COMPARE(of(op).stage, Stage::finished);
        settle();
        QCOMPARE(of(op).finish->outcome, Outcome::failed);
        QCOMPARE(of(op).finish->exitCode, 4);
        QVERIFY(!of(op).verification);
        QCOMPARE(anaPorts->stages.value(op), RunStage::ended);
    }

    void aJournalThatCannotBeWrittenStopsEverything()
    {
        const OpId op = askAndApprove();
        anaPorts->journalFails = true;
        QSignalSpy failed(anaRunner.get(), &OperationRunner::failed);
        look();
        nothingHappened();
        QVERIFY(failed.size() >= 1);
        QCOMPARE(w->locks.size(), 0);
        anaRunner = std::make_unique<OperationRunner>(anaPorts->ports(), steps.get(), w->ana);
        QVERIFY(!QCoro::waitFor(anaRunner->recover()).has_value());
        look();
        nothingHappened();
        QCOMPARE(of(op).stage, Stage::requested);
    }
};

WARDROOM_TEST(TstOperationRunner)
#include "tst_operationrunner.moc"
