// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fields.h"
#include "domain/permission.h"
#include "domain/proposal.h"
#include "support/roombuilder.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QTest>

using namespace wardroom;
using namespace wardroom::domain;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

const RoomId kRoom(u"room-7"_s);

//! A control room in which lina, eva and kim are admins and one other has to agree; tom is none.
class Control
{
public:
    Control()
    {
        rooms.enrol(u"eva"_s, u"Eva"_s);
        rooms.enrol(u"kim"_s, u"Kim"_s);
        Policy policy = *rooms.state().policy();
        policy.version = 2;
        policy.admins = {PersonId(u"lina"_s), PersonId(u"eva"_s), PersonId(u"kim"_s)};
        policy.policyApprovals = 1;
        say(u"lina"_s, PolicyPublished{policy}); // she alone is one before
    }
    FactId say(const QString &who, const Fact &fact, const RoomBuilder::Extra &extra = {})
    {
        return rooms.say(rooms.controlRoom(), who, fact, extra);
    }
    Policy next() const
    {
        Policy policy = *rooms.state().policy();
        ++policy.version;
        policy.approveWithin = 60 * policy.version;
        return policy;
    }
    //! Labelled "r".
    OpId propose(CommandRequested request, const QString &who = u"lina"_s)
    {
        request.requesters = {PersonId(who)};
        request.expires = rooms.now() + 3'600'000;
        return say(who, request, {{}, {}, u"r"_s, 0});
    }
    FactId approve(const OpId &op, const QString &who)
    {
        return say(who, ApprovalGiven{rooms.hash(u"r"_s), {}, {}}, {op, {}, {}, 0});
    }
    void publish(const Policy &policy, const OpId &op, const QList<FactId> &approvals, const QString &who = u"lina"_s)
    {
        say(who, PolicyPublished{policy, approvals}, {op, {}, {}, 0});
    }
    WorkspaceFold fold() const
    {
        WorkspaceFold folded(rooms.workspace());
        folded.add(rooms.entries(rooms.controlRoom()));
        return folded;
    }
    qint64 version() const { return fold().state().policy()->version; }
    Judgement last() const { return fold().judgement(rooms.entries(rooms.controlRoom()).last().position.entry); }
    Entry &entry(qsizetype fromTheEnd)
    {
        auto &all = rooms.room(rooms.controlRoom());
        return all[all.size() - fromTheEnd];
    }

    RoomBuilder rooms;
};

} // namespace

//! A change of the policy or the inventory is a request that other admins approve.
class TstProposals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPolicyHoldsOnceAnotherAdminApprovedExactlyIt()
    {
        Control control;
        const Policy next = control.next();
        const OpId op = control.propose(proposalOf(next));
        QVERIFY(!mayPublish(*control.fold().proposals().operation(op), control.rooms.state(), control.rooms.now()));
        const FactId approval = control.approve(op, u"eva"_s);
        const auto may =
            mayPublish(*control.fold().proposals().operation(op), control.rooms.state(), control.rooms.now());
        QCOMPARE(may.value(), QList<FactId>{approval});
        control.publish(next, op, *may, u"eva"_s);
        QCOMPARE(control.version(), 3);
        QCOMPARE(control.fold().proposals().operation(op)->stage, Stage::finished);
    }

    void whatDoesNotAddUpIsSuspectAndIgnored_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("why");
        QTest::addRow("nobody was asked") << u"no request"_s << u"published without the approvals it needs"_s;
        QTest::addRow("nobody approved") << u"none"_s << u"published without the approvals it needs"_s;
        QTest::addRow("by the asker") << u"own"_s << u"published without the approvals it needs"_s;
        QTest::addRow("by somebody else") << u"tom"_s << u"published without the approvals it needs"_s;
        QTest::addRow("of other bytes") << u"bytes"_s << u"published without the approvals it needs"_s;
        QTest::addRow("another document") << u"document"_s << u"published something else than was approved"_s;
        QTest::addRow("by no admin") << u"publisher"_s << u"published by somebody who is no policy admin"_s;
        QTest::addRow("too late") << u"late"_s << u"published without the approvals it needs"_s;
        QTest::addRow("co-askers") << u"askers"_s << u"published without the approvals it needs"_s;
    }
    void whatDoesNotAddUpIsSuspectAndIgnored()
    {
        QFETCH(QString, how);
        QFETCH(QString, why);
        Control control;
        Policy next = control.next();
        CommandRequested request = proposalOf(next);
        OpId op = control.propose(request);
        if (how ==
            u"askers") { // naming everybody as an asker leaves nobody to ask, and must not mean that nobody need be
            request.requesters = {PersonId(u"lina"_s), PersonId(u"eva"_s), PersonId(u"kim"_s)};
            request.expires = control.rooms.now() + 3'600'000;
            op = control.say(u"lina"_s, request, {{}, {}, u"r"_s, 0});
        }
        QList<FactId> named;
        if (how == u"own" || how == u"tom")
            named = {control.approve(op, how == u"own" ? u"lina"_s : u"tom"_s)};
        else if (how == u"bytes")
            named = {control.say(u"eva"_s, ApprovalGiven{Sha256::of("x"), {}, {}}, {op, {}, {}, 0})};
        else if (how == u"document" || how == u"publisher")
            named = {control.approve(op, u"eva"_s)};
        else if (how == u"late") {
            for (int i = 0; i < 70; ++i) // minutes
                control.rooms.talk(kRoom, u"lina"_s, u"…"_s);
            named = {control.approve(op, u"eva"_s)};
        }
        if (how == u"document")
            next.level = 3;
        control.publish(next, how == u"no request" ? OpId() : op, named, how == u"publisher" ? u"tom"_s : u"lina"_s);
        // An approval that is suspect itself is none that could be waited for.
        QVERIFY2(control.last().reason == why || (how == u"tom" && control.last().standing == Standing::waiting),
                 qPrintable(control.last().reason));
        QCOMPARE(control.version(), 2);
    }

    void whoIsNoAdminProposesAndDecidesNothing()
    {
        Control control;
        control.propose(proposalOf(control.next()), u"tom"_s);
        QCOMPARE(control.last().reason, u"proposed by somebody who is no policy admin"_s);
        const OpId op = control.propose(proposalOf(control.next()));
        control.say(u"tom"_s, ApprovalDeclined{control.rooms.hash(u"r"_s), u"no"_s, {}}, {op, {}, {}, 0});
        QCOMPARE(control.last().reason, u"decided by somebody who is no policy admin"_s);
        control.say(u"tom"_s, CommandClaimed{control.rooms.hash(u"r"_s), {}, {}, {}}, {op, {}, {}, 0});
        QCOMPARE(control.last().reason, u"a proposal is published, not run"_s);
        QVERIFY(control.fold().proposals().operation(op)->isLive());
        ApprovalGiven phone{control.rooms.hash(u"r"_s), {}, u"reply"_s};
        phone.platform = PlatformWord{PersonId(u"eva"_s), EntryId(u"1"_s)};
        control.say(u"kim"_s, phone, {op, {}, {}, 0});
        QCOMPARE(control.last().reason, u"said from a phone, where this needs a signature"_s);
    }

    void aDeclinedOrExpiredProposalIsNotPublished()
    {
        Control control;
        const OpId op = control.propose(proposalOf(control.next()));
        control.approve(op, u"eva"_s);
        const OperationState before = *control.fold().proposals().operation(op);
        QVERIFY(mayPublish(before, control.rooms.state(), control.rooms.now()));
        QVERIFY(!mayPublish(before, control.rooms.state(), before.request.expires + 1));
        control.say(u"kim"_s, ApprovalDeclined{before.hash, u"no"_s, {}}, {op, {}, {}, 0});
        QVERIFY(!mayPublish(*control.fold().proposals().operation(op), control.rooms.state(), control.rooms.now()));
    }

    void anApprovalTakenBackIsNotCountedAgainAndUndoesNothingPublished()
    {
        Control control;
        const Policy next = control.next();
        const OpId op = control.propose(proposalOf(next));
        const FactId approval = control.approve(op, u"eva"_s);
        Control other = control;
        other.say(u"eva"_s, ApprovalWithdrawn{approval, {}}, {op, {}, {}, 0});
        QVERIFY(!mayPublish(*other.fold().proposals().operation(op), other.rooms.state(), other.rooms.now()));
        control.publish(next, op, {approval});
        control.say(u"eva"_s, ApprovalWithdrawn{approval, {}}, {op, {}, {}, 0});
        QCOMPARE(control.version(), 3);
    }

    void ofTwoProposalsOneHoldsAndTheOtherIsOver()
    {
        Control control;
        Policy one = control.next(), two = one;
        two.approveWithin = 7;
        const OpId first = control.propose(proposalOf(one));
        const FactId approval = control.approve(first, u"eva"_s);
        const OpId second = control.propose(proposalOf(two), u"kim"_s);
        const FactId other = control.approve(second, u"eva"_s);
        control.publish(one, first, {approval});
        control.publish(two, second, {other}, u"kim"_s);
        QCOMPARE(control.last().reason, u"this version of the policy is published already"_s);
        QCOMPARE(control.fold().state().policy()->approveWithin, one.approveWithin);
        QCOMPARE(control.fold().proposals().operation(second)->stage, Stage::cancelled);
    }

    void anInventoryNeedsThemToo()
    {
        Control control;
        const Inventory inventory{1, {{u"web-01"_s, {}, u"local"_s, {}, {}, {}, {}}}};
        control.say(u"lina"_s, InventoryPublished{inventory});
        QCOMPARE(control.last().reason, u"published without the approvals it needs"_s);
        const OpId op = control.propose(proposalOf(inventory));
        const FactId approval = control.approve(op, u"kim"_s);
        control.say(u"lina"_s, InventoryPublished{inventory, {approval}}, {op, {}, {}, 0});
        QCOMPARE(control.fold().state().inventory().hosts.size(), 1);
    }

    void whoIsAloneAsAnAdminAsksNobody()
    {
        RoomBuilder rooms;
        Policy policy = *rooms.state().policy();
        policy.policyApprovals = 3;
        QCOMPARE(policy.approvalsForChange(PersonId(u"lina"_s)), 0);
        policy.admins << PersonId(u"tom"_s);
        QCOMPARE(policy.approvalsForChange(PersonId(u"lina"_s)), 1);
        policy.bots << PersonId(u"tom"_s);
        QCOMPARE(policy.approvalsForChange(PersonId(u"lina"_s)), 0);
        policy.policyApprovals.reset(); // from before
        policy.admins << PersonId(u"eva"_s);
        QCOMPARE(policy.approvalsForChange(PersonId(u"lina"_s)), 0);
    }

    void anOldPolicyKeepsItsBytes()
    {
        const QByteArray bytes = QJsonDocument(FieldWriter::write(Policy())).toJson(QJsonDocument::Compact);
        QVERIFY2(!bytes.contains("policyApprovals") && !bytes.contains("automation"), bytes.constData());
    }

    void whatWasPublishedHoldsAfterItsMessagesWereDeleted()
    {
        Control control;
        const Policy next = control.next();
        const OpId op = control.propose(proposalOf(next));
        control.publish(next, op, {control.approve(op, u"eva"_s)});
        for (const qsizetype which : {1, 2, 3}) // the policy, the approval, the request
            for (bool Entry::*how : {&Entry::deleted, &Entry::edited}) {
                Control other = control;
                other.entry(which).*how = true;
                QCOMPARE(other.version(), 3);
            }
        // Said again by an admin, it is the same for those who have it, and comes to those who never had it.
        control.publish(next, op, {}, u"kim"_s);
        QCOMPARE(control.last().standing, Standing::duplicate);
    }

    void whileAVersionIsMissingNothingStarts()
    {
        Control control;
        const Policy third = control.next();
        const OpId op = control.propose(proposalOf(third));
        control.publish(third, op, {control.approve(op, u"eva"_s)});
        Control newcomer = control; // for whom the message has gone
        newcomer.entry(1).deleted = true;
        newcomer.entry(1).envelope.clear();
        QCOMPARE(newcomer.fold().state().missingPolicy, 0);
        Policy fourth = third;
        fourth.version = 4;
        newcomer.publish(fourth, {}, {});
        QCOMPARE(newcomer.fold().state().missingPolicy, 3);
        newcomer.rooms.play(u"r = lina command.requested command=a.b risk=change needs=1 requesters=[\"lina\"]"_s);
        OperationState operation;
        operation.policy = 2;
        operation.request.expires = newcomer.rooms.now() * 2;
        const auto start = mayStart(operation, newcomer.fold().state(), {}, newcomer.rooms.now());
        QVERIFY(!start && start.error().message.contains(u"Policy 3"));
        newcomer.publish(fourth, {}, {}, u"tom"_s); // who is no admin cannot say that something is missing
        newcomer.entry(2).deleted = true;
        newcomer.entry(2).envelope.clear();
        QCOMPARE(newcomer.fold().state().missingPolicy, 0);
    }

    void aPolicyRepeatsWhoCountsNoLonger()
    {
        RoomBuilder rooms;
        const NodeId tom = rooms.desk(u"tom"_s).node;
        rooms.play(u"tom note.added text=\"one\"\n tom note.added text=\"two\""_s);
        const NodeRevoked revoked{tom, u"stolen"_s, {{kRoom, 1}, {rooms.controlRoom(), 1}}};
        rooms.say(rooms.controlRoom(), u"lina"_s, revoked);
        Entry &gone = rooms.room(rooms.controlRoom()).last();
        gone.deleted = true;
        gone.envelope.clear(); // as a newcomer gets it
        QVERIFY(!rooms.state().node(tom)->revoked);
        Policy policy = *rooms.state().policy();
        policy.version = 2;
        rooms.say(rooms.controlRoom(), u"lina"_s, PolicyPublished{policy, {}, {}, {revoked}});
        QVERIFY(rooms.state().node(tom)->revoked);
        QCOMPARE(rooms.fold(kRoom).state().notes.size(), 1);
        // Also when the node's own enrolment comes later than the policy that says it.
        QList<Entry> all = rooms.entries(rooms.controlRoom());
        const qsizetype enrolment = 2; // after the founder's and her policy
        all[enrolment].position = {rooms.now() + 60'000, EntryId(u"9999"_s)};
        WorkspaceFold late(rooms.workspace());
        late.add(all);
        QVERIFY(late.state().node(tom) && late.state().node(tom)->revoked);
    }

    void whatIsAskedInTheControlRoomOtherwiseChangesNothingAsBefore()
    {
        Control control;
        control.rooms.play(u"@control\n q = tom command.requested command=host.status requesters=[\"tom\"]\n"
                           "tom command.finished op=$q outcome=done"_s);
        QCOMPARE(control.last().standing, Standing::accepted);
        QVERIFY(control.fold().proposals().operations.isEmpty());
    }
};

WARDROOM_TEST(TstProposals)
#include "tst_proposals.moc"
