// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/invitation.h"
#include "support/roombuilder.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::domain;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

const RoomId kRoom(u"room-7"_s);

//! The control room, with people who come in by hand-made envelopes.
class Control
{
public:
    //! \a key speaks as \a node of \a person, whether or not anybody let it in.
    void say(const SigningKey &key, const QString &node, const QString &person, const Fact &fact, qint64 seq = 1)
    {
        Envelope draft;
        draft.id = newFactId();
        draft.workspace = rooms.workspace();
        draft.room = rooms.controlRoom();
        draft.node = NodeId(node);
        draft.seq = seq;
        if (seq > 1)
            draft.prev = Sha256::of("unseen");
        const SealedEnvelope sealed = seal(draft, fact, key);
        Entry entry;
        entry.room = rooms.controlRoom();
        entry.sender = PersonId(person);
        entry.position = {rooms.now() + 1000 + m_count, EntryId(QString::number(5000 + m_count))};
        ++m_count;
        entry.envelope = sealed.bytes;
        entry.spilled = sealed.spilledBody;
        rooms.room(rooms.controlRoom()).append(entry);
    }
    Invitation invite(const QString &who = u"lina"_s, qint64 within = 1'000'000) const
    {
        const Desk &desk = rooms.desk(who);
        return makeInvitation(rooms.workspace(), u"t"_s, {}, desk.node, desk.key, rooms.now() + within);
    }
    NodeEnrolled enrolment(const Invitation &invitation, const SigningKey &key, const QString &node,
                           const QString &person) const
    {
        return {NodeId(node), PersonId(person),      person,
                u"m"_s,       key.publicKey().hex(), proveInvitation(invitation, NodeId(node), key.publicKey())};
    }
    NodeEnrolled asking(const QString &node, const QString &person) const
    {
        return {NodeId(node), PersonId(person), person, u"m"_s, key.publicKey().hex(), {}};
    }
    void vouch(const QString &who, const NodeEnrolled &fact) { rooms.say(rooms.controlRoom(), who, fact); }
    WorkspaceFold fold() const
    {
        WorkspaceFold folded(rooms.workspace());
        folded.add(rooms.entries(rooms.controlRoom()));
        return folded;
    }
    Judgement last() const { return fold().judgement(rooms.entries(rooms.controlRoom()).last().position.entry); }

    RoomBuilder rooms;
    SigningKey key = SigningKey::fromSeed(Sha256::of("guest").bytes());

private:
    qint64 m_count = 0;
};

} // namespace

class TstWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWrongFoundingFingerprintLetsNobodyIn()
    {
        RoomBuilder rooms;
        WorkspaceFold fold{WorkspaceId(Sha256::of("another key").hex())};
        fold.add(rooms.entries(rooms.controlRoom()));
        QVERIFY(fold.state().nodes.isEmpty() && fold.state().policies.isEmpty());
        for (const ReadEntry &read : fold.entries())
            QVERIFY(fold.judgement(read.entry.position.entry).standing != Standing::accepted);
    }

    void anInvitationLetsOneKeyInOnce()
    {
        Control control;
        const Invitation invitation = control.invite();
        control.say(control.key, u"node-bob"_s, u"bob"_s,
                    control.enrolment(invitation, control.key, u"node-bob"_s, u"bob"_s));
        QCOMPARE(control.last().standing, Standing::accepted);
        const SigningKey other = SigningKey::generate();
        control.say(other, u"node-kim"_s, u"kim"_s, control.enrolment(invitation, other, u"node-kim"_s, u"kim"_s));
        QCOMPARE(control.last().reason, u"this invitation has been used"_s);
        QVERIFY(!control.fold().state().node(NodeId(u"node-kim"_s)));
    }

    void whatIsWrongWithAnEnrolmentIsSaid_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("why");
        QTest::addRow("expired") << u"expired"_s << u"the invitation had expired"_s;
        QTest::addRow("key") << u"key"_s << u"the invitation was made for another key"_s;
        QTest::addRow("inviter") << u"inviter"_s << u"the invitation is not by the node it names"_s;
        QTest::addRow("workspace") << u"workspace"_s << u"the invitation is not by the node it names"_s;
        QTest::addRow("name") << u"name"_s << u"takes the name of a person who is there already"_s;
        QTest::addRow("node") << u"node"_s << u"enrols a node that is there already"_s;
        QTest::addRow("sender") << u"sender"_s << u"sent by somebody else than the node's person"_s;
    }
    void whatIsWrongWithAnEnrolmentIsSaid()
    {
        QFETCH(QString, how);
        QFETCH(QString, why);
        Control control;
        Invitation invitation = control.invite(u"lina"_s, how == u"expired" ? -1 : 1'000'000);
        if (how == u"workspace")
            invitation = makeInvitation(WorkspaceId(u"other"_s), {}, {}, control.rooms.desk(u"lina"_s).node,
                                        control.rooms.desk(u"lina"_s).key, control.rooms.now() * 2);
        NodeEnrolled fact = control.enrolment(invitation, control.key, u"node-bob"_s, u"bob"_s);
        if (how == u"key")
            fact.invitation = control.enrolment(invitation, SigningKey::generate(), u"node-bob"_s, u"bob"_s).invitation;
        if (how == u"inviter")
            fact.invitation->inviter = control.rooms.desk(u"tom"_s).node;
        if (how == u"name")
            fact.person = PersonId(u"tom"_s);
        if (how == u"node")
            fact = control.enrolment(invitation, SigningKey::generate(), u"node-tom"_s, u"tom"_s);
        if (how == u"node") // tom's own node says that it has another key now
            control.say(control.rooms.desk(u"tom"_s).key, u"node-tom"_s, u"tom"_s, fact, 9);
        else
            control.say(control.key, u"node-bob"_s, how == u"sender" ? u"eve"_s : fact.person.text(), fact);
        QCOMPARE(control.last().standing, Standing::suspect);
        QCOMPARE(control.last().reason, why);
        QVERIFY(!control.fold().state().node(NodeId(u"node-bob"_s)));
    }

    void nobodyEnrolsForSomebodyElse()
    {
        Control control;
        const NodeEnrolled fact = control.enrolment(control.invite(u"tom"_s), control.key, u"node-bob"_s, u"bob"_s);
        control.say(control.rooms.desk(u"tom"_s).key, u"node-tom"_s, u"tom"_s, fact, 9);
        QCOMPARE(control.last().reason, u"vouched for by somebody who may not"_s);
        control.vouch(u"lina"_s, fact);
        QCOMPARE(control.last().standing, Standing::accepted);
        QVERIFY(!control.fold().state().people.contains(PersonId(u"bob"_s)));
        QVERIFY(!control.fold().state().node(fact.node));
    }

    void aNewPersonWithoutAnInvitationWaitsForAnAdmin()
    {
        Control control;
        const NodeEnrolled fact = control.asking(u"node-bob"_s, u"bob"_s);
        control.say(control.key, u"node-bob"_s, u"bob"_s, fact);
        QCOMPARE(control.last().waitsFor, u"vouch:node-bob"_s);
        QVERIFY(control.fold().state().asking.contains(fact.node));
        NodeEnrolled other = fact;
        other.key = SigningKey::generate().publicKey().hex();
        control.vouch(u"lina"_s, other);
        QVERIFY2(!control.fold().state().node(fact.node), "for another key");
        control.vouch(u"lina"_s, fact);
        QVERIFY(control.fold().state().node(fact.node));
        QVERIFY(control.fold().state().asking.isEmpty());
    }

    void aVouchThatComesBeforeItsNodeCountsOnceTheNodeIsThere()
    {
        Control control;
        const NodeEnrolled fact = control.asking(u"node-bob"_s, u"bob"_s);
        control.vouch(u"lina"_s, fact);
        control.say(control.key, u"node-bob"_s, u"bob"_s, fact);
        QCOMPARE(control.last().standing, Standing::accepted);
    }

    void aPersonsSecondNodeIsVouchedForByHerFirstOrByTwoAdmins()
    {
        Control control;
        const NodeEnrolled fact = control.asking(u"node-tom-2"_s, u"tom"_s);
        control.say(control.key, u"node-tom-2"_s, u"tom"_s, fact);
        control.vouch(u"lina"_s, fact);
        control.vouch(u"lina"_s, fact);
        QVERIFY2(!control.fold().state().node(fact.node), "one admin is not two, however often she says it");
        Control own;
        own.say(own.key, u"node-tom-2"_s, u"tom"_s, fact);
        own.vouch(u"tom"_s, fact);
        QVERIFY(own.fold().state().node(fact.node));
        control.rooms.enrol(u"eva"_s, u"Eva"_s);
        Policy policy = *control.rooms.state().policy();
        policy.version = 2;
        policy.admins.append(PersonId(u"eva"_s));
        control.rooms.say(control.rooms.controlRoom(), u"lina"_s, PolicyPublished{policy});
        control.vouch(u"eva"_s, fact);
        QVERIFY(control.fold().state().node(fact.node));
    }

    void whoeverSignsInAsSomebodyElseGetsNoNode()
    {
        Control control; // the chat's administrator has tom's account and a key of his own
        const NodeEnrolled fact = control.asking(u"node-tom-2"_s, u"tom"_s);
        control.say(control.key, u"node-tom-2"_s, u"tom"_s, fact);
        control.say(control.key, u"node-tom"_s, u"tom"_s, fact, 9);
        QCOMPARE(control.last().reason, u"the signature does not fit"_s);
        QVERIFY(!control.fold().state().node(fact.node));
    }

    void aStrangersSignatureTakesNoPlaceInANodesChain()
    {
        Control control;
        const SigningKey stranger = SigningKey::generate();
        NodeEnrolled forged = control.enrolment(control.invite(), stranger, u"node-bob"_s, u"mallory"_s);
        forged.invitation.reset();
        control.say(stranger, u"node-bob"_s, u"mallory"_s, forged);
        QCOMPARE(control.last().standing, Standing::waiting);
        control.say(control.key, u"node-bob"_s, u"bob"_s,
                    control.enrolment(control.invite(), control.key, u"node-bob"_s, u"bob"_s));
        QCOMPARE(control.last().standing, Standing::accepted);
    }

    void aSecondNodeComesInByItsPersonsFirst()
    {
        Control control;
        control.say(control.key, u"node-tom-2"_s, u"tom"_s,
                    control.enrolment(control.invite(u"tom"_s), control.key, u"node-tom-2"_s, u"tom"_s));
        QCOMPARE(control.last().standing, Standing::accepted);
        QCOMPARE(control.fold().state().personOf(NodeId(u"node-tom-2"_s)).text(), u"tom"_s);
    }

    void aPolicyWaitsForTheOneBeforeIt()
    {
        Control control;
        Policy policy = *control.rooms.state().policy();
        policy.version = 3;
        const RoomId room = control.rooms.controlRoom();
        control.rooms.say(room, u"lina"_s, PolicyPublished{policy});
        QCOMPARE(control.last().waitsFor, u"policy:2"_s);
        QCOMPARE(control.fold().state().policy()->version, 1);
        policy.version = 2;
        control.rooms.say(room, u"lina"_s, PolicyPublished{policy});
        QCOMPARE(control.fold().state().policy()->version, 3);
        policy.level = 3;
        control.rooms.say(room, u"lina"_s, PolicyPublished{policy});
        QCOMPARE(control.last().standing, Standing::suspect);
        QCOMPARE(control.fold().state().policy(2)->level, 1);
        policy.version = 4;
        control.rooms.say(room, u"tom"_s, PolicyPublished{policy});
        QCOMPARE(control.last().reason, u"published by somebody who is no policy admin"_s);
        control.rooms.say(room, u"tom"_s, InventoryPublished{{1, {}}});
        QCOMPARE(control.last().standing, Standing::suspect);
        control.rooms.say(room, u"lina"_s, InventoryPublished{{2, {}}});
        QCOMPARE(control.last().standing, Standing::suspect);
    }

    void factsUnderAPolicyThatIsMissingWait()
    {
        RoomBuilder rooms;
        rooms.play(u"lina note.added text=\"x\""_s);
        WorkspaceState before = rooms.state();
        before.policies.clear();
        RoomFold fold(kRoom, before);
        fold.add(rooms.entries(kRoom));
        QCOMPARE(fold.judgementAt(0).waitsFor, u"policy:1"_s);
        fold.setWorkspace(rooms.state());
        QCOMPARE(fold.judgementAt(0).standing, Standing::accepted);
        rooms.say(kRoom, u"lina"_s, PolicyPublished{});
        QCOMPARE(rooms.fold(kRoom).judgementAt(1).reason, u"belongs in the control room"_s);
    }

    void aRevokedNodeCountsUpToItsLastGoodFact()
    {
        RoomBuilder rooms;
        rooms.play(u"tom note.added text=\"one\"\n tom note.added text=\"two\"\n tom note.added text=\"three\""_s);
        rooms.say(rooms.controlRoom(), u"lina"_s, NodeRevoked{rooms.desk(u"tom"_s).node, u"stolen"_s, {{kRoom, 2}}});
        const RoomFold fold = rooms.fold(kRoom);
        QCOMPARE(fold.state().notes.size(), 2);
        QCOMPARE(fold.judgementAt(2).reason, u"said by a revoked node after its last good fact"_s);
        const RoomId other(u"room-8"_s);
        rooms.say(other, u"tom"_s, NoteAdded{u"elsewhere"_s});
        QCOMPARE(rooms.fold(other).judgementAt(0).standing, Standing::suspect);
    }

    void aRevocationReachesBackInTheControlRoom()
    {
        Control control;
        const RoomId room = control.rooms.controlRoom();
        Policy policy = *control.rooms.state().policy();
        policy.version = 2;
        policy.admins.append(PersonId(u"tom"_s));
        control.rooms.say(room, u"lina"_s, PolicyPublished{policy}); // tom's control seq 1 is his enrolment
        policy.version = 3;
        policy.level = 3;
        control.rooms.say(room, u"tom"_s, PolicyPublished{policy}); // by the thief of his laptop
        QCOMPARE(control.fold().state().policy()->version, 3);
        control.rooms.say(room, u"lina"_s, NodeRevoked{control.rooms.desk(u"tom"_s).node, u"stolen"_s, {{room, 1}}});
        QCOMPARE(control.fold().state().policy()->version, 2);
        QVERIFY(control.fold().state().node(control.rooms.desk(u"tom"_s).node)->revoked);
        policy.level = 1;
        control.rooms.say(room, u"lina"_s, PolicyPublished{policy});
        QCOMPARE(control.fold().state().policy()->level, 1);
    }

    void aRevocationHoldsAlsoAfterItsMessageWasDeleted()
    {
        Control control;
        const RoomId room = control.rooms.controlRoom();
        const NodeId tom = control.rooms.desk(u"tom"_s).node;
        control.rooms.say(room, u"lina"_s, NodeRevoked{tom, u"stolen"_s, {{room, 1}}});
        WorkspaceFold live = control.fold();
        Entry gone = control.rooms.room(room).last(); // as a platform sends it: without what stood there
        gone.deleted = true;
        gone.envelope.clear();
        QVERIFY(live.add({gone}));
        QVERIFY(live.state().node(tom)->revoked);
        QCOMPARE(live.judgement(gone.position.entry).reason, u"deleted in the chat"_s);
        for (bool Entry::*how : {&Entry::deleted, &Entry::edited}) {
            Control other = control;
            other.rooms.room(room).last().*how = true;
            QVERIFY(other.fold().state().node(tom)->revoked);
            QCOMPARE(other.last().standing, Standing::suspect);
        }
        control.rooms.say(room, u"tom"_s, NodeRevoked{control.rooms.desk(u"lina"_s).node, u"x"_s, {}});
        control.rooms.room(room).last().deleted = true;
        QVERIFY(!control.fold().state().node(control.rooms.desk(u"lina"_s).node)->revoked);
    }

    void oneRevokesOnesOwnNodeAndAdminsOthers()
    {
        Control control;
        const RoomId room = control.rooms.controlRoom();
        control.rooms.say(room, u"tom"_s, NodeRevoked{control.rooms.desk(u"lina"_s).node, u"x"_s, {}});
        QCOMPARE(control.last().standing, Standing::suspect);
        control.rooms.say(room, u"tom"_s, NodeRevoked{control.rooms.desk(u"tom"_s).node, u"lost"_s, {{room, 1}}});
        QCOMPARE(control.last().standing, Standing::accepted);
        control.rooms.say(room, u"lina"_s, NodeRevoked{NodeId(u"nobody"_s), u"x"_s, {}});
        QCOMPARE(control.last().standing, Standing::waiting);
    }
};

WARDROOM_TEST(TstWorkspace)
#include "tst_workspace.moc"
