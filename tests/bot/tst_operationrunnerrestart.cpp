// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operationfixture.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;

//! What happens after the program ended at any point of an operation.
class TstOperationRunnerRestart : public QObject, private OperationFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    // The table: what the journal and the room said when the program ended, and what happens then.
    void afterARestart_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<bool>("isLocked");
        QTest::addColumn<bool>("isClaimed");
        QTest::addColumn<bool>("isFinished");
        QTest::addColumn<bool>("isExpired");
        QTest::addColumn<int>("runs");
        QTest::addColumn<int>("end");
        const auto row = [](const char *name, RunStage stage, bool locked, bool claimed, bool finished, bool expired,
                            int runs, Stage end) {
            QTest::newRow(name) << int(stage) << locked << claimed << finished << expired << runs << int(end);
        };
        row("asking, not won", RunStage::asking, false, false, false, false, 1, Stage::verified);
        row("asking, won", RunStage::asking, true, false, false, false, 1, Stage::verified);
        row("asking, expired", RunStage::asking, true, false, false, true, 0, Stage::requested);
        row("won", RunStage::won, true, false, false, false, 1, Stage::verified);
        row("won, expired", RunStage::won, true, false, false, true, 0, Stage::stalled);
        row("won and claimed", RunStage::won, true, true, false, false, 1, Stage::verified);
        row("won and claimed, expired", RunStage::won, true, true, false, true, 0, Stage::stalled);
        row("starting", RunStage::starting, true, true, false, false, 0, Stage::finished);
        row("starting, expired", RunStage::starting, true, true, false, true, 0, Stage::finished);
        row("finished, not verified", RunStage::starting, true, true, true, false, 0, Stage::verified);
        row("ended, not verified", RunStage::ended, true, true, true, false, 0, Stage::verified);
        row("ended, claimed", RunStage::ended, true, true, false, false, 0, Stage::claimed);
        row("ended, before it was seen", RunStage::ended, true, false, false, false, 0, Stage::requested);
    }
    void afterARestart()
    {
        QFETCH(int, stage);
        QFETCH(bool, isLocked);
        QFETCH(bool, isClaimed);
        QFETCH(bool, isFinished);
        QFETCH(bool, isExpired);
        QFETCH(int, runs);
        QFETCH(int, end);
        anaRunner.reset();
        const OpId op = ask(requested());
        const auto approval = w->approve(op, u"ben"_s);
        anaPorts->stages.insert(op, RunStage(stage));
        if (isLocked)
            w->locks.insert(op.text(), w->ana);
        if (isClaimed) {
            const domain::CommandClaimed claim{of(op).hash,
                                               {{approval, domain::PersonId(u"ben"_s), domain::Via::wardroom, 1}},
                                               w->members,
                                               w->workspace.policy()->hash()};
            w->fold(w->ana, claim, op);
        }
        if (isFinished)
            w->fold(w->ana, domain::CommandFinished{Outcome::done, 0, 1, {}, {}, {{u"kept"_s, u"yes"_s}}}, op);
        if (isExpired)
            w->clock.advance(std::chrono::minutes(16));
        look();
        makeAna();
        look();
        QTRY_COMPARE(of(op).stage, Stage(end));
        QTRY_COMPARE(anaPorts->stages.value(op), RunStage::ended);
        settle();
        QCOMPARE(of(op).stage, Stage(end));
        QCOMPARE(w->runs(), runs);
        if (Stage(end) == Stage::finished)
            QCOMPARE(of(op).finish->outcome, Outcome::unknown);
        const auto before = w->said.size();
        makeAna(); // and once more: everything was said exactly once
        look();
        settle();
        QCOMPARE(w->said.size(), before);
        QCOMPARE(w->runs(), runs);
    }

    void aCrashAtAnyCallNeverRunsTwiceAndAlwaysComesToAnEnd_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<bool>("after");
        for (int at = 0; at < 12; ++at)
            for (const bool after : {false, true})
                QTest::addRow("%s call %d", after ? "after" : "before", at) << at << after;
    }
    void aCrashAtAnyCallNeverRunsTwiceAndAlwaysComesToAnEnd()
    {
        QFETCH(int, at);
        QFETCH(bool, after);
        anaPorts->crash->at = at;
        anaPorts->crash->after = after;
        const OpId op = askAndApprove();
        look();
        QTRY_VERIFY(anaPorts->crash->happened || anaPorts->stages.value(op) == RunStage::ended);
        const bool crashed = anaPorts->crash->happened;
        const int ranBefore = w->runs();
        const auto stageBefore = anaPorts->stages.value(op, RunStage::ended);
        makeAna();
        look();
        QTRY_COMPARE(anaPorts->stages.value(op), RunStage::ended);
        settle();
        QVERIFY(w->runs() <= 1);
        QVERIFY2(of(op).finish.has_value(), "it came to no end");
        QCOMPARE(w->count<domain::CommandClaimed>(), 1);
        QCOMPARE(w->count<domain::CommandFinished>(), 1);
        if (crashed && stageBefore == RunStage::starting && ranBefore == 0)
            QCOMPARE(of(op).finish->outcome, Outcome::unknown);
        QCOMPARE(of(op).finish->outcome == Outcome::done, of(op).stage == Stage::verified);
    }

    //! Finished, and the program ended before it read back.
    OpId finishedAndKilled()
    {
        anaRunner.reset();
        const OpId op = ask(requested());
        const auto approval = w->approve(op, u"ben"_s);
        anaPorts->stages.insert(op, RunStage::starting);
        w->locks.insert(op.text(), w->ana);
        const domain::CommandClaimed claim{of(op).hash,
                                           {{approval, domain::PersonId(u"ben"_s), domain::Via::wardroom, 1}},
                                           w->members,
                                           w->workspace.policy()->hash()};
        w->fold(w->ana, claim, op);
        w->fold(w->ana, domain::CommandFinished{Outcome::done, 0, 1, {}, {}, {{u"kept"_s, u"yes"_s}}}, op);
        return op;
    }

    void anEndThatWasStillInTheOutboxIsReadBackWhenItComes()
    {
        // Dies after the end is safely in the outbox and before the room has it.
        anaPorts->beforeEcho = [this](const domain::Fact &fact) {
            if (!std::holds_alternative<domain::CommandFinished>(fact))
                return;
            anaPorts->echoes = false;
            anaPorts->crash->happened = true; // from here on it does nothing more
        };
        const OpId op = askAndApprove();
        look();
        QTRY_COMPARE(w->count<domain::CommandFinished>(), 1);
        anaRunner.reset();
        QCOMPARE(w->count<domain::CommandVerified>(), 0);
        makeAna();
        look();
        settle();
        QVERIFY(!of(op).finish.has_value());
        QCOMPARE(anaPorts->stages.value(op), RunStage::starting);
        anaPorts->beforeEcho = [](const domain::Fact &) {};
        anaPorts->echoes = true;
        anaPorts->catchUp();
        QTRY_COMPARE(of(op).stage, Stage::verified);
        QCOMPARE(of(op).finish->outcome, Outcome::done);
        QCOMPARE(of(op).verification->verdict, domain::Verdict::verified);
        QTRY_COMPARE(anaPorts->stages.value(op), RunStage::ended);
        QCOMPARE(w->runs(), 1);
    }

    void whatCannotBeReadBackAnyMoreSaysThatAPersonMustLook()
    {
        const OpId op = finishedAndKilled();
        domain::Inventory empty;
        empty.version = 2;
        w->workspace.inventories.insert(2, empty);
        makeAna();
        look();
        QTRY_COMPARE(of(op).stage, Stage::verified);
        QCOMPARE(of(op).verification->verdict, domain::Verdict::notVerified);
        QVERIFY2(of(op).verification->detail.contains(u"a person must look"_s),
                 qPrintable(of(op).verification->detail));
        QTRY_COMPARE(anaPorts->stages.value(op), RunStage::ended);
        QCOMPARE(w->runs(), 0);
    }

    void onlyTheNodeThatRanItReadsBack()
    {
        const OpId op = finishedAndKilled();
        benRunner = std::make_unique<OperationRunner>(benPorts->ports(), steps.get(), w->ben);
        look();
        settle();
        QCOMPARE(of(op).stage, Stage::finished);
        QCOMPARE(w->said.size(), 0);
    }

    void nothingIsReadBackBeforeTheNodeHasCaughtUp()
    {
        const OpId op = finishedAndKilled();
        anaPorts->live = false;
        makeAna();
        look();
        settle();
        QCOMPARE(w->said.size(), 0);
        anaPorts->live = true;
        anaRunner->tryAgain();
        QTRY_COMPARE(of(op).stage, Stage::verified);
        QCOMPARE(w->count<domain::CommandVerified>(), 1);
    }

    void aVerdictThatCouldNotBeSaidIsSaidLater()
    {
        bool full = true;
        anaPorts->refuses = [&full](const domain::Fact &fact) {
            return full && std::holds_alternative<domain::CommandVerified>(fact);
        };
        QSignalSpy failed(anaRunner.get(), &OperationRunner::failed);
        const OpId op = askAndApprove();
        look();
        QTRY_VERIFY(!failed.isEmpty());
        QCOMPARE(of(op).stage, Stage::finished);
        QCOMPARE(anaPorts->stages.value(op), RunStage::starting);
        full = false;
        anaRunner->tryAgain();
        QTRY_COMPARE(of(op).stage, Stage::verified);
        QTRY_COMPARE(anaPorts->stages.value(op), RunStage::ended);
        QCOMPARE(w->runs(), 1);
    }

    void endingTheProgramWhileItRunsIsToldAsUnknown()
    {
        QFile(w->hostRoot + u"/slow"_s).open(QIODevice::WriteOnly);
        QSignalSpy progress(anaRunner.get(), &OperationRunner::progressed);
        const OpId op = askAndApprove();
        look();
        QTRY_VERIFY(!progress.isEmpty());
        anaRunner.reset();
        steps = std::make_unique<StepRunner>(plugin->catalogue, QList<connectors::SecurityTool *>(), nullptr, w->clock);
        makeAna();
        look();
        QTRY_COMPARE(of(op).stage, Stage::finished);
        settle();
        QCOMPARE(of(op).finish->outcome, Outcome::unknown);
        QCOMPARE(w->runs(), 1);
        QCOMPARE(w->count<domain::CommandFinished>(), 1);
    }

    void whatItHadPrintedIsTheLogOfWhatWasInterrupted()
    {
        QFile(w->hostRoot + u"/slow"_s).open(QIODevice::WriteOnly);
        const OpId op = askAndApprove();
        look();
        QTRY_VERIFY(!anaPorts->outputs.value(op).isEmpty());
        const QByteArray soFar = anaPorts->outputs.value(op);
        QVERIFY2(soFar.contains(R"("type":"progress")"), soFar.constData());
        anaRunner.reset();
        steps = std::make_unique<StepRunner>(plugin->catalogue, QList<connectors::SecurityTool *>(), nullptr, w->clock);
        makeAna();
        look();
        QTRY_COMPARE(of(op).stage, Stage::finished);
        QCOMPARE(of(op).finish->outcome, Outcome::unknown);
        QCOMPARE(of(op).finish->log, Sha256::of(soFar));
        QVERIFY(anaPorts->attachments.contains(soFar));
        QTRY_COMPARE(anaPorts->stages.value(op), RunStage::ended);
        QVERIFY2(!anaPorts->outputs.contains(op), "it is in the room, and no longer kept here");
    }

    void whatEndedInOrderLeavesNothingBehind()
    {
        const OpId op = askAndApprove();
        look();
        QTRY_COMPARE(anaPorts->stages.value(op), RunStage::ended);
        QVERIFY(anaPorts->outputs.isEmpty());
        QCOMPARE(w->count<domain::CommandFinished>(), 1);
    }

    void ofVeryMuchOutputTheEndIsKept()
    {
        QByteArray kept;
        int writes = 0;
        bot::SpooledOutput spooled([&](const QByteArray &output) {
            kept = output;
            ++writes;
        });
        const QString long1000(1000, u'x');
        for (int i = 0; i < 2000; ++i)
            spooled.take(
                {bot::OutputLine::Type::log, {{u"type"_s, u"log"_s}, {u"text"_s, long1000 + QString::number(i)}}});
        QCOMPARE(writes, 1); // the first at once, the others wait for their second
        QTRY_COMPARE(writes, 2);
        QVERIFY(kept.size() < bot::SpooledOutput::kMost + 2000);
        QVERIFY2(kept.startsWith(R"({"text":"(what it printed before)"), kept.left(100).constData());
        QVERIFY(kept.endsWith("1999\",\"type\":\"log\"}\n"));
        for (const QByteArray &line : kept.trimmed().split('\n'))
            QVERIFY(!QJsonDocument::fromJson(line).isNull());
    }
};

WARDROOM_TEST(TstOperationRunnerRestart)
#include "tst_operationrunnerrestart.moc"
