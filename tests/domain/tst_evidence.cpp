// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/evidence.h"

#include "domain/permission.h"
#include "domain/removedends.h"
#include "support/roombuilder.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::domain;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

const RoomId kRoom(u"room-7"_s);
const Sha256 kBytes = Sha256::of("the folder");

//! lina asks for ip.block, which policy 2 lets run by itself for these bytes.
class Granted
{
public:
    explicit Granted(const std::function<void(Policy &)> &change = {})
    {
        rooms.enrol(u"eva"_s, u"Eva"_s);
        Policy policy = *rooms.state().policy();
        policy.version = 2;
        policy.level = 3;
        policy.vetted = {{u"ip"_s, kBytes, PersonId(u"lina"_s), 1}};
        policy.automation = Automation{20, 0, {{u"ip.block"_s, 3, kBytes, 2}}};
        if (change)
            change(policy);
        rooms.say(rooms.controlRoom(), u"lina"_s, PolicyPublished{policy});
    }
    OpId ask(const QString &label, const QString &more = {}, const Sha256 &bytes = kBytes)
    {
        rooms.play(u"%1 = lina command.requested command=ip.block plugin=ip pluginHash=%2 risk=change needs=1 group=IT "
                   "requesters=[\"lina\"] expires=%3 %4"_s.arg(label, bytes.hex())
                       .arg(rooms.now() + 3'600'000)
                       .arg(more));
        return OpId(rooms.id(label).text());
    }
    void claim(const QString &label)
    {
        CommandClaimed claim{rooms.hash(label), {}, {}, rooms.state().policy()->hash()};
        rooms.say(kRoom, u"tom"_s, claim, {OpId(rooms.id(label).text()), {}, {}, 0});
    }
    //! Asked, claimed without anybody's approval, run, read back.
    OpId run(const QString &label, const QString &outcome = u"done"_s, const QString &verdict = u"verified"_s)
    {
        const OpId op = ask(label);
        claim(label);
        rooms.play(u"tom command.finished op=$%1 outcome=%2 took=100"_s.arg(label, outcome));
        if (!verdict.isEmpty())
            rooms.play(u"tom command.verified op=$%1 verdict=%2"_s.arg(label, verdict));
        return op;
    }
    OperationState state(const OpId &op) const { return *rooms.fold(kRoom).state().operation(op); }
    Result<QList<CountedApproval>> start(const OpId &op) const
    {
        const CommandLevel grant = rooms.state().policy()->automation->commands.value(0);
        const bool holds = endsGrant(grant, rooms.fold(kRoom).state()).isEmpty();
        return mayStart(state(op), rooms.state(), {PersonId(u"tom"_s)}, rooms.now(), holds);
    }
    Evidence evidence(const Sha256 &bytes = kBytes) const
    {
        EvidenceTable table;
        addEvidence(table, rooms.fold(kRoom).state());
        return evidenceOf(table, u"ip.block"_s, bytes);
    }

    RoomBuilder rooms;
};

} // namespace

//! What a command's record says, and what it lets the command do by itself.
class TstEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRecordSaysHowTheRunsWent()
    {
        Granted granted;
        granted.run(u"a"_s);
        granted.run(u"b"_s);
        granted.ask(u"waits"_s);
        QCOMPARE(granted.evidence().runs, 2);
        QCOMPARE(granted.evidence().verified, 2);
        QCOMPARE(granted.evidence().medianTook(), 100);
        QVERIFY(granted.evidence().isClean());
        granted.rooms.play(u"u = lina command.requested command=ip.block plugin=ip pluginHash=%1 risk=change needs=1 "
                           "undoes=$a requesters=[\"lina\"]"_s.arg(kBytes.hex()));
        QVERIFY2(granted.evidence().isClean(), "asking is not undoing");
        granted.rooms.play(u"g = tom approval.given op=$u request=#u"_s);
        CommandClaimed claim{granted.rooms.hash(u"u"_s),
                             {{granted.rooms.id(u"g"_s), PersonId(u"tom"_s), Via::wardroom, 1}},
                             {PersonId(u"tom"_s)},
                             granted.rooms.state().policy()->hash()};
        granted.rooms.say(kRoom, u"tom"_s, claim, {OpId(granted.rooms.id(u"u"_s).text()), {}, {}, 0});
        granted.rooms.play(u"tom command.finished op=$u outcome=done"_s);
        QCOMPARE(granted.evidence().undone, 1);
        QCOMPARE(granted.evidence().verified, 1);
        QCOMPARE(granted.evidence().runs, 2);
    }

    //! Whoever can delete messages must not be able to let a command go on by itself that went wrong.
    void aDeletedFailureEndsTheGrantAllTheSame()
    {
        for (const bool isClaimGone : {false, true}) {
            Granted granted;
            const OpId op = granted.run(u"a"_s, u"done"_s, u"not_verified"_s);
            const CommandLevel grant = granted.rooms.state().policy()->automation->commands.value(0);
            QCOMPARE(endsGrant(grant, granted.rooms.fold(kRoom).state()), op);
            RoomFold there = granted.rooms.fold(kRoom);
            for (Entry entry : granted.rooms.entries(kRoom)) {
                const QString kind = parseEnvelope(entry.envelope)->kind;
                entry.deleted = true;
                if (kind == u"command.verified" || (isClaimGone && kind == u"command.claimed"))
                    there.add({entry});
            }
            QCOMPARE(endsGrant(grant, there.state()), OpId());
            QCOMPARE(endsGrant(grant, withRemovedEnds(there, granted.rooms.state())), op);
        }
    }

    //! Only of the node that claimed it, and signed.
    void whatSomebodyElseSaidAndDeletedIsNoEnd()
    {
        Granted granted;
        const OpId op = granted.run(u"a"_s);
        granted.rooms.play(u"eva command.verified op=$a verdict=not_verified"_s);
        granted.rooms.room(kRoom).last().deleted = true;
        const CommandLevel grant = granted.rooms.state().policy()->automation->commands.value(0);
        const RoomFold fold = granted.rooms.fold(kRoom);
        QCOMPARE(endsGrant(grant, withRemovedEnds(fold, granted.rooms.state())), OpId());
        QVERIFY(removedEnds(fold, granted.rooms.state(), granted.rooms.desk(u"eva"_s).node).isEmpty());
        QCOMPARE(fold.state().operation(op)->stage, Stage::verified);
    }

    void aNodeSaysItsDeletedEndAgainAndNotForEver()
    {
        Granted granted;
        granted.run(u"a"_s, u"failed"_s, {});
        const NodeId tom = granted.rooms.desk(u"tom"_s).node;
        for (int time = 1; time <= 6; ++time) {
            QVERIFY(removedEnds(granted.rooms.fold(kRoom), granted.rooms.state(), tom).isEmpty());
            granted.rooms.room(kRoom).last().deleted = true;
            const QList<ReadEntry> ends = removedEnds(granted.rooms.fold(kRoom), granted.rooms.state(), tom);
            QCOMPARE(ends.size(), time <= 5 ? 1 : 0);
            if (!ends.isEmpty())
                QCOMPARE(ends.first().entry, granted.rooms.entries(kRoom).last());
            granted.rooms.play(u"tom command.finished op=$a outcome=failed took=100"_s);
        }
    }

    void whatEndedBadlyIsAFailure_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("verdict");
        QTest::addRow("failed") << u"failed"_s << QString();
        QTest::addRow("killed") << u"killed"_s << QString();
        QTest::addRow("unknown") << u"unknown"_s << QString();
        QTest::addRow("not verified") << u"done"_s << u"not_verified"_s;
        QTest::addRow("drifted") << u"done"_s << u"drifted"_s;
    }
    void whatEndedBadlyIsAFailure()
    {
        QFETCH(QString, outcome);
        QFETCH(QString, verdict);
        Granted granted;
        granted.run(u"a"_s);
        const OpId before = granted.ask(u"b"_s);
        QVERIFY(granted.start(before));
        granted.run(u"c"_s, outcome, verdict);
        QCOMPARE(granted.evidence().failed, 1);
        const auto after = granted.start(before);
        QVERIFY2(!after, "it falls back by itself");
        // Approved, as before the grant, it runs.
        granted.rooms.play(u"tom approval.given op=$b request=#b"_s);
        QCOMPARE(granted.start(before)->size(), 1);
    }

    //! Outside its change window, say, which has begun meanwhile.
    void whatWasAskedForWithMoreApprovalsWaitsForThemAlsoWhereItIsGranted()
    {
        Granted granted;
        const OpId op = granted.ask(u"a"_s, u"needs=2"_s);
        QCOMPARE(granted.state(op).request.needs, 2);
        QVERIFY(!granted.start(op));
        granted.claim(u"a"_s);
        QCOMPARE(granted.state(op).claimProblem, u"the claim counts fewer approvals than it needs"_s);
    }

    void aGrantedCommandRunsWithoutApprovalAndReadersAgree()
    {
        Granted granted;
        const OpId op = granted.ask(u"a"_s);
        QVERIFY(granted.start(op)->isEmpty());
        granted.claim(u"a"_s);
        QCOMPARE(granted.state(op).claimProblem, QString());
        QVERIFY2(!mayStart(granted.state(granted.ask(u"b"_s)), granted.rooms.state(), {}, granted.rooms.now()),
                 "a node that did not look at the record lets nothing run");
    }

    void aClaimThatNothingGrantsIsShown_data()
    {
        QTest::addColumn<int>("how");
        QTest::addRow("changed bytes") << 0;
        QTest::addRow("not vetted") << 1;
        QTest::addRow("the workspace's level is lower") << 2;
        QTest::addRow("no grant") << 3;
        QTest::addRow("no level means anything yet") << 4;
        QTest::addRow("a protected host") << 5;
        QTest::addRow("it takes something back") << 6;
        QTest::addRow("it disrupts") << 7;
        QTest::addRow("granted for another command") << 8;
    }
    void aClaimThatNothingGrantsIsShown()
    {
        QFETCH(int, how);
        Granted granted([how](Policy &policy) {
            if (how == 1)
                policy.vetted.clear();
            if (how == 2)
                policy.level = 2;
            if (how == 3)
                policy.automation->commands.clear();
            if (how == 4)
                policy.automation.reset();
            if (how == 5)
                policy.protectedHosts = {u"web-01"_s};
            if (how == 8)
                policy.automation->commands[0].command = u"ip.unblock"_s;
        });
        const Sha256 bytes = how == 0 ? Sha256::of("one byte changed") : kBytes;
        granted.run(u"before"_s);
        const OpId op = granted.ask(u"a"_s,
                                    how == 5   ? u"host=web-01"_s
                                    : how == 6 ? u"undoes=$before"_s
                                    : how == 7 ? u"risk=disrupt"_s
                                               : QString(),
                                    bytes);
        QVERIFY(!mayStart(granted.state(op), granted.rooms.state(), {PersonId(u"tom"_s)}, granted.rooms.now(), true));
        granted.claim(u"a"_s);
        QCOMPARE(granted.state(op).claimProblem, u"the claim counts fewer approvals than it needs"_s);
    }

    void whatDisruptsRunsByItselfOnlyWhereThePolicySaysSo()
    {
        Granted granted([](Policy &policy) { policy.automation->disrupt = 1; });
        QVERIFY(granted.start(granted.ask(u"a"_s, u"risk=disrupt"_s)));
    }

    void aClaimAfterARunThatWentWrongIsShown()
    {
        Granted granted;
        granted.run(u"a"_s, u"failed"_s, {});
        const OpId op = granted.ask(u"b"_s);
        granted.claim(u"b"_s);
        QCOMPARE(granted.state(op).claimProblem, u"it ran by itself after a run that went wrong had ended that"_s);
        QVERIFY2(granted.evidence().runs == 1, "what ran against the rules is no evidence");
    }

    void aFailureBeforeTheGrantDoesNotEndItAndOneAfterDoesWhateverPolicyFollows()
    {
        Granted granted;
        granted.run(u"a"_s, u"failed"_s, {});
        Policy policy = *granted.rooms.state().policy();
        policy.version = 3;
        policy.approveWithin = 77; // a change of something else repeats the grant and does not renew it
        granted.rooms.say(granted.rooms.controlRoom(), u"lina"_s, PolicyPublished{policy});
        QVERIFY(!granted.start(granted.ask(u"b"_s)));
        policy.version = 4;
        policy.automation->commands[0].since = 4; // granted anew
        granted.rooms.say(granted.rooms.controlRoom(), u"lina"_s, PolicyPublished{policy});
        QVERIFY(granted.start(granted.ask(u"c"_s)));
    }

    void levelsLetAsMuchHappenAsTheySay()
    {
        Policy policy;
        policy.approvals = {{Risk::change, u"IT"_s, 1}};
        policy.automation.emplace();
        for (const qint64 level : {0, 1, 2, 3}) {
            policy.level = level;
            QCOMPARE(requirementFor(Risk::read, true, policy, u"host.status"_s).runsByItself, level >= 1);
            QCOMPARE(requirementFor(Risk::change, true, policy, u"ip.block"_s).whyNot.isEmpty(), level >= 2);
        }
        policy.automation->commands = {{u"host.status"_s, 0, {}, 0}, {u"ip.block"_s, 1, {}, 0}};
        // Of one command, and not as if nothing ran at all.
        const QString why = requirementFor(Risk::read, true, policy, u"host.status"_s).whyNot;
        QVERIFY2(why.contains(u"this command at level 0"_s) && !why.contains(u"nothing run"_s), qPrintable(why));
        QVERIFY(requirementFor(Risk::read, true, policy, u"log.search"_s).runsByItself);
        const QString block = requirementFor(Risk::change, true, policy, u"ip.block"_s).whyNot;
        QVERIFY2(block.contains(u"this command at level 1"_s), qPrintable(block));
        policy.level = 0;
        QVERIFY(requirementFor(Risk::read, true, policy, u"host.status"_s).whyNot.contains(u"nothing run yet"_s));
        policy.automation.reset(); // from before there were levels: a change always could be asked for
        policy.level = 1;
        QVERIFY(requirementFor(Risk::change, true, policy, u"ip.block"_s).whyNot.isEmpty());
    }
};

WARDROOM_TEST(TstEvidence)
#include "tst_evidence.moc"
