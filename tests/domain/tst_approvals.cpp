// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/permission.h"
#include "support/roombuilder.h"
#include "support/testmain.h"

#include <QTest>
#include <functional>

using namespace wardroom;
using namespace wardroom::domain;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

const RoomId kRoom(u"room-7"_s);

//! A change that lina asks for and one of IT approves; "max" is in the workspace but not in IT.
class Change
{
public:
    explicit Change(const QString &more = u"risk=change needs=1"_s, const std::function<void(Policy &)> &change = {})
    {
        rooms.enrol(u"eva"_s, u"Eva"_s);
        rooms.enrol(u"max"_s, u"Max"_s);
        if (change) {
            Policy policy = *rooms.state().policy();
            ++policy.version;
            change(policy);
            rooms.say(rooms.controlRoom(), u"lina"_s, PolicyPublished{policy});
        }
        rooms.play(
            u"r = lina command.requested command=patch.apply title=\"Patch\" group=IT requesters=[\"lina\"] expires=%1 %2"_s
                .arg(rooms.now() + 3'600'000)
                .arg(more));
    }

    void play(const QString &script) { rooms.play(script); }
    //! tom claims, counting the approvals named by their labels.
    void claim(const QStringList &approvals, const QStringList &people, const QString &who = u"tom"_s)
    {
        CommandClaimed claim;
        claim.request = rooms.hash(u"r"_s);
        claim.policyHash = rooms.state().policy()->hash();
        for (qsizetype i = 0; i < approvals.size(); ++i)
            claim.approvals.append({rooms.id(approvals.at(i)), PersonId(people.at(i)), Via::wardroom, 1});
        claim.members = members;
        rooms.say(kRoom, who, claim, {OpId(rooms.id(u"r"_s).text()), {}, u"c"_s, 0});
    }
    OperationState state() const { return *rooms.fold(kRoom).state().operation(OpId(rooms.id(u"r"_s).text())); }
    Judgement judgement(qsizetype fromTheEnd = 1) const
    {
        const RoomFold fold = rooms.fold(kRoom);
        return fold.judgementAt(fold.entries().size() - fromTheEnd);
    }
    Result<QList<CountedApproval>> start(qint64 now = 0) const
    {
        return mayStart(state(), rooms.state(), members, now > 0 ? now : rooms.now());
    }
    Result<void> decide(const QString &person) const
    {
        return mayDecide(state(), PersonId(person), *rooms.state().policy(), members, rooms.now());
    }
    Entry &last() { return rooms.room(kRoom).last(); }

    RoomBuilder rooms;
    QList<PersonId> members{PersonId(u"tom"_s), PersonId(u"eva"_s), PersonId(u"lina"_s)};
};

} // namespace

//! Who may what: every way an approval can be wrong, and what a claim may rest on.
class TstApprovals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneApprovalByAMemberLetsAChangeStart()
    {
        Change change;
        QVERIFY(!change.start());
        QVERIFY(change.decide(u"tom"_s));
        change.play(u"g = tom approval.given op=$r request=#r"_s);
        QVERIFY(change.start());
        QCOMPARE(change.start()->size(), 1);
        change.claim({u"g"_s}, {u"tom"_s});
        QCOMPARE(change.state().claimProblem, QString());
        change.play(u"tom command.finished op=$r outcome=done\n tom command.verified op=$r verdict=verified"_s);
        QCOMPARE(change.state().stage, Stage::verified);
    }

    void anApprovalThatIsWrongDoesNotCount_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("why");
        QTest::addRow("requester") << u"lina approval.given op=$r request=#r"_s << u"by the requester"_s;
        QTest::addRow("other bytes") << u"tom approval.given op=$r request=%1"_s.arg(Sha256::of("x").hex())
                                     << u"for other bytes"_s;
        QTest::addRow("no bytes") << u"tom approval.given op=$r"_s << u"for other bytes"_s;
        QTest::addRow("after cancelling")
            << u"lina command.cancelled op=$r\n tom approval.given op=$r request=#r"_s << u"after it was settled"_s;
        QTest::addRow("after declining")
            << u"eva approval.declined op=$r request=#r reason=\"no\"\n tom approval.given op=$r request=#r"_s
            << u"after it was settled"_s;
    }
    void anApprovalThatIsWrongDoesNotCount()
    {
        QFETCH(QString, script);
        QFETCH(QString, why);
        Change change;
        change.play(script);
        QCOMPARE(change.judgement().standing, Standing::accepted);
        const Decision decision = change.state().decisions.last();
        QVERIFY(!decision.counts);
        QCOMPARE(decision.whyNot, why);
        QVERIFY(!change.start());
    }

    void anApprovalAfterExpiryDoesNotCountByTheServersTime()
    {
        Change change;
        change.play(u"tom approval.given op=$r request=#r"_s);
        change.last().position.serverTime += 3'600'000;
        QCOMPARE(change.state().decisions.last().whyNot, u"after it expired"_s);
        QVERIFY(!change.start());
    }

    void nothingStartsAfterExpiry()
    {
        Change change;
        change.play(u"tom approval.given op=$r request=#r"_s);
        const qint64 expires = change.state().request.expires;
        QVERIFY(change.start(expires));
        QVERIFY(!change.start(expires + 1));
    }

    //! tom's Wardroom is the runner; eva answers from her phone.
    static Change withRunner(const QString &more = u"risk=change needs=1"_s)
    {
        return Change(more, [](Policy &policy) { policy.runner = NodeId(u"node-tom"_s); });
    }
    static QString fromPhone(const QString &label, const QString &person)
    {
        return u"%1 = tom approval.given op=$r request=#r from=reply platform={\"person\":\"%2\",\"entry\":\"$77\"}"_s
            .arg(label, person);
    }

    void anApprovalFromAPhoneCountsAsThatPersons()
    {
        Change change = withRunner();
        change.play(fromPhone(u"g"_s, u"eva"_s));
        QCOMPARE(change.state().decisions.last().said.by, PersonId(u"eva"_s));
        QVERIFY(change.start());
        QCOMPARE(change.start()->first().via, Via::platform);
        change.claim({u"g"_s}, {u"eva"_s});
        QCOMPARE(change.state().claimProblem, u"the claim counts fewer approvals than it needs"_s); // as signed
    }

    static Change guarded()
    {
        return Change(u"risk=change needs=2 host=web-01"_s, [](Policy &policy) {
            policy.runner = NodeId(u"node-tom"_s);
            policy.protectedHosts = {u"web-01"_s};
        });
    }
    //! Two of IT have to agree: one signs at a desk, the other answers from a phone, in whatever order.
    void aDeskAndAPhoneMakeTwo_data()
    {
        QTest::addColumn<QStringList>("order");
        const QString signedOne = u"s = tom approval.given op=$r request=#r"_s;
        QTest::addRow("the desk first") << QStringList{signedOne, fromPhone(u"p"_s, u"eva"_s)};
        QTest::addRow("the phone first") << QStringList{fromPhone(u"p"_s, u"eva"_s), signedOne};
    }
    void aDeskAndAPhoneMakeTwo()
    {
        QFETCH(QStringList, order);
        Change change = guarded();
        change.play(order.first());
        QCOMPARE(change.state().standing().size(), 1);
        QVERIFY(change.start().error().message.contains(u"1 of the 2"_s));
        change.play(order.last());
        const auto counted = change.start();
        QVERIFY2(counted, counted ? "" : qPrintable(counted.error().message));
        QCOMPARE(counted->size(), 2);
        QMap<QString, Via> ways;
        for (const CountedApproval &one : *counted)
            ways.insert(one.person.text(), one.via);
        const QMap<QString, Via> asGiven{{u"tom"_s, Via::wardroom}, {u"eva"_s, Via::platform}};
        QCOMPARE(ways, asGiven);
        CommandClaimed claim;
        claim.request = change.rooms.hash(u"r"_s);
        claim.policyHash = change.rooms.state().policy()->hash();
        claim.members = change.members;
        claim.approvals = *counted;
        change.rooms.say(kRoom, u"tom"_s, claim, {OpId(change.rooms.id(u"r"_s).text()), {}, u"c"_s, 0});
        QCOMPARE(change.judgement().standing, Standing::accepted);
        QCOMPARE(change.state().claimProblem, QString());
        change.play(u"tom command.finished op=$r outcome=done\n tom command.verified op=$r verdict=verified"_s);
        QCOMPARE(change.state().stage, Stage::verified);
    }

    //! As its card says it: the policy would be content with one.
    void whatWasAskedForWithTwoDoesNotStartWithOne()
    {
        Change change(u"risk=change needs=2"_s);
        change.play(u"g = tom approval.given op=$r request=#r"_s);
        QVERIFY(!change.start());
        QVERIFY(change.start().error().message.contains(u"1 of the 2"_s));
        Change claimed(u"risk=change needs=2"_s);
        claimed.play(u"g = tom approval.given op=$r request=#r"_s);
        claimed.claim({u"g"_s}, {u"tom"_s});
        QCOMPARE(claimed.state().claimProblem, u"the claim counts fewer approvals than it needs"_s);
        change.play(u"h = eva approval.given op=$r request=#r"_s);
        QVERIFY(change.start());
        change.claim({u"g"_s, u"h"_s}, {u"tom"_s, u"eva"_s});
        QCOMPARE(change.state().claimProblem, QString());
    }

    void aPhonesApprovalIsNotCountedAsASignature()
    {
        Change change = guarded();
        change.play(u"s = tom approval.given op=$r request=#r\n "_s + fromPhone(u"p"_s, u"eva"_s));
        change.claim({u"s"_s, u"p"_s}, {u"tom"_s, u"eva"_s}); // both as if signed
        QCOMPARE(change.state().claimProblem, u"the claim counts fewer approvals than it needs"_s);
    }

    void onlyTheRunnerSpeaksForPhones()
    {
        Change change;
        change.play(fromPhone(u"g"_s, u"eva"_s));
        QCOMPARE(change.judgement().reason, u"speaks for somebody on a phone without being the runner"_s);
        QVERIFY(change.state().decisions.isEmpty());
    }

    void aPhoneIsNoWayAroundTheRules_data()
    {
        QTest::addColumn<QString>("more");
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("why");
        const QString usual = u"risk=change needs=1"_s;
        QTest::addRow("requester") << usual << fromPhone(u"g"_s, u"lina"_s) << u"by the requester"_s;
        QTest::addRow("two devices") << usual
                                     << u"e = eva approval.given op=$r request=#r\n "_s + fromPhone(u"g"_s, u"eva"_s)
                                     << u"twice by one person"_s;
        QTest::addRow("disrupt") << u"risk=disrupt needs=2"_s << fromPhone(u"g"_s, u"eva"_s)
                                 << u"from a phone, where this risk needs a signature"_s;
    }
    void aPhoneIsNoWayAroundTheRules()
    {
        QFETCH(QString, more);
        QFETCH(QString, script);
        QFETCH(QString, why);
        Change change = withRunner(more);
        change.play(script);
        QCOMPARE(change.state().decisions.last().whyNot, why);
    }

    void aPhoneMayWithdrawWhatItSaid()
    {
        Change change = withRunner();
        change.play(fromPhone(u"g"_s, u"eva"_s));
        change.play(u"tom approval.withdrawn op=$r approval=$g platform={\"person\":\"max\",\"entry\":\"$78\"}"_s);
        QVERIFY(change.start());
        change.play(u"tom approval.withdrawn op=$r approval=$g platform={\"person\":\"eva\",\"entry\":\"$79\"}"_s);
        QVERIFY(!change.start());
    }

    void aBotsApprovalDoesNotCount()
    {
        Change change(u"risk=change needs=1"_s, [](Policy &policy) { policy.bots = {PersonId(u"eva"_s)}; });
        change.play(u"eva approval.given op=$r request=#r"_s);
        QCOMPARE(change.state().decisions.last().whyNot, u"by a bot"_s);
        QVERIFY(!change.decide(u"eva"_s));
    }

    void onePersonCountsOnce()
    {
        Change change(u"risk=disrupt needs=2"_s);
        change.play(u"tom approval.given op=$r request=#r\n tom approval.given op=$r request=#r"_s);
        QCOMPARE(change.state().decisions.last().whyNot, u"twice by one person"_s);
        QVERIFY(!change.decide(u"tom"_s));
        QVERIFY(!change.start());
        change.play(u"eva approval.given op=$r request=#r"_s);
        QCOMPARE(change.start()->size(), 2);
    }

    void aDisruptionNeedsTwoWhateverTheRequestSays()
    {
        Change change(u"risk=disrupt needs=0"_s);
        change.play(u"g = tom approval.given op=$r request=#r"_s);
        QVERIFY(!change.start());
        change.claim({u"g"_s}, {u"tom"_s});
        QCOMPARE(change.state().claimProblem, u"the claim counts fewer approvals than it needs"_s);
    }

    void everybodyInTheCauseChainIsARequester()
    {
        Change change;
        change.play(
            u"r = lina command.requested command=x risk=change needs=1 group=IT requesters=[\"lina\",\"tom\"] expires=1900000000000"_s);
        change.play(u"tom approval.given op=$r request=#r"_s);
        QCOMPARE(change.state().decisions.last().whyNot, u"by the requester"_s);
        QVERIFY(!change.decide(u"tom"_s));
        change.play(u"r = eva command.requested command=x requesters=[\"lina\"]"_s);
        QCOMPARE(change.judgement().standing, Standing::suspect);
    }

    void onlyPresentMembersCount()
    {
        Change change;
        change.play(u"tom approval.given op=$r request=#r\n max approval.given op=$r request=#r"_s);
        QVERIFY(change.start());
        QVERIFY(!change.decide(u"max"_s));
        change.members.removeAll(PersonId(u"tom"_s)); // left the group since
        QVERIFY(!change.start());
    }

    void aClaimThatCountsANonMemberDoesNotAddUp()
    {
        Change change;
        change.play(u"g = max approval.given op=$r request=#r"_s);
        change.claim({u"g"_s}, {u"max"_s});
        QVERIFY(!change.state().claimProblem.isEmpty());
    }

    void forgedOrUnsignedApprovalsAreSuspect()
    {
        for (const QByteArray &what :
             {QByteArray("sig"), QByteArray("reason"), QByteArray("sender"), QByteArray("node")}) {
            Change change;
            change.play(u"tom approval.given op=$r request=#r reason=\"fine\""_s);
            Entry &entry = change.last();
            if (what == "sig") {
                const qsizetype at = entry.envelope.indexOf("\"sig\":\"") + 7;
                entry.envelope.replace(at, 128, QByteArray(128, '0'));
            } else if (what == "reason") {
                entry.envelope.replace("fine", "okay");
            } else if (what == "sender") {
                entry.sender = PersonId(u"eva"_s);
            } else {
                entry.envelope.replace("node-tom", "node-eva");
            }
            QVERIFY2(change.judgement().standing == Standing::suspect, what.constData());
            QVERIFY(change.state().decisions.isEmpty());
            QVERIFY(!change.start());
        }
    }

    void aWithdrawnApprovalNoLongerLetsItStart()
    {
        Change change;
        change.play(u"g = tom approval.given op=$r request=#r\n eva approval.withdrawn op=$r approval=$g"_s);
        QCOMPARE(change.judgement().standing, Standing::suspect);
        QVERIFY(change.start());
        change.play(u"tom approval.withdrawn op=$r approval=$g"_s);
        QVERIFY(!change.start());
        QVERIFY(change.decide(u"tom"_s));
        // It names what it withdraws, so it may arrive before it, too.
        std::swap(change.rooms.room(kRoom)[1].position, change.rooms.room(kRoom)[3].position);
        QVERIFY(!change.start());
    }

    void decliningTakesAReasonAndSettles()
    {
        Change change;
        change.play(u"tom approval.declined op=$r request=#r reason=\"  \""_s);
        QCOMPARE(change.judgement().standing, Standing::suspect);
        change.play(u"tom approval.declined op=$r request=#r reason=\"not now\""_s);
        QCOMPARE(change.state().stage, Stage::declined);
        QVERIFY(!change.start());
    }

    void ofTwoClaimsOneCounts()
    {
        Change change;
        change.play(u"g = tom approval.given op=$r request=#r"_s);
        change.claim({u"g"_s}, {u"tom"_s}, u"tom"_s);
        change.claim({u"g"_s}, {u"tom"_s}, u"eva"_s);
        QCOMPARE(change.judgement().reason, u"claimed already"_s);
        QCOMPARE(change.state().claimSaid->by.text(), u"tom"_s);
        change.play(u"eva command.finished op=$r outcome=done"_s);
        QCOMPARE(change.judgement().reason, u"reported by a node that did not claim it"_s);
        QVERIFY(!change.state().finish);
    }

    void aClaimByAnotherNodeThanNamedDoesNotAddUp()
    {
        Change change(u"risk=change needs=1 runner=node-eva"_s);
        change.play(u"g = tom approval.given op=$r request=#r"_s);
        change.claim({u"g"_s}, {u"tom"_s}, u"tom"_s);
        QVERIFY(!change.state().claimProblem.isEmpty());
    }

    void aClaimThatCountsTooMuchIsNotRead()
    {
        Change change;
        change.play(u"g = tom approval.given op=$r request=#r"_s);
        change.claim(QStringList(65, u"g"_s), QStringList(65, u"tom"_s));
        QCOMPARE(change.judgement().standing, Standing::suspect);
        change.claim({u"g"_s, u"g"_s}, {u"tom"_s, u"tom"_s});
        QCOMPARE(change.state().claimProblem, QString());
    }

    void twoOfOnePersonInAClaimAreOne()
    {
        Change change(u"risk=disrupt needs=2"_s);
        change.play(u"g = tom approval.given op=$r request=#r"_s);
        change.claim({u"g"_s, u"g"_s}, {u"tom"_s, u"eva"_s});
        QVERIFY(!change.state().claimProblem.isEmpty());
    }

    void whatRanWithoutTheClaimItNeededShowsIt()
    {
        Change change(u"risk=change needs=0"_s); // the requester says that nobody is needed
        change.play(u"lina command.finished op=$r outcome=done"_s);
        QCOMPARE(change.state().claimProblem, u"it ran without the claim that the policy asks for"_s);
        Change room(u"risk=room needs=0"_s);
        room.play(u"lina command.finished op=$r outcome=done"_s);
        QCOMPARE(room.state().claimProblem, QString());
    }

    void onlyARequesterCancels()
    {
        Change change;
        change.play(u"tom command.cancelled op=$r reason=\"no\""_s);
        QCOMPARE(change.judgement().standing, Standing::suspect);
        QVERIFY(change.state().isLive());
        change.play(u"lina command.cancelled op=$r reason=\"mistake\""_s);
        QCOMPARE(change.state().stage, Stage::cancelled);
        QVERIFY(!change.start());
    }

    void aServerClockThatJumpsBackLosesNoReport()
    {
        Change change;
        change.play(u"g = tom approval.given op=$r request=#r"_s);
        change.claim({u"g"_s}, {u"tom"_s});
        change.play(u"tom command.finished op=$r outcome=done\n tom command.verified op=$r verdict=verified"_s);
        QList<Entry> &room = change.rooms.room(kRoom);
        for (const qsizetype back : {4, 3, 2}) { // verified before finished before claimed before approved
            room[back].position.serverTime -= 3'600'000 * (back - 1);
            QCOMPARE(change.state().stage, Stage::verified);
            QVERIFY(change.state().finish && change.state().claimProblem.isEmpty());
        }
    }

    void theSendersClockDecidesNothing()
    {
        Change change;
        change.rooms.say(kRoom, u"tom"_s, NoteAdded{u"x"_s});
        change.play(u"tom approval.given op=$r request=#r"_s);
        const QJsonObject before = change.rooms.fold(kRoom).state().toJson();
        QVERIFY(before == change.rooms.fold(kRoom).state().toJson());
        QVERIFY(change.start());
    }

    void aChangedPolicyMeansAskingAnew()
    {
        Change change;
        change.play(u"tom approval.given op=$r request=#r"_s);
        Policy policy = *change.rooms.state().policy();
        policy.version = 2;
        change.rooms.say(change.rooms.controlRoom(), u"lina"_s, PolicyPublished{policy});
        QVERIFY(!change.start());
    }

    void anEditedOrDeletedApprovalNoLongerLetsItStart()
    {
        for (const bool edited : {true, false}) {
            Change change;
            change.play(u"tom approval.given op=$r request=#r"_s);
            (edited ? change.last().edited : change.last().deleted) = true;
            QCOMPARE(change.judgement().standing, Standing::suspect);
            QVERIFY(change.state().standing().isEmpty());
            QVERIFY(!change.start());
            QVERIFY(change.decide(u"tom"_s));
        }
    }

    void whatAClaimCountedStaysWhenItIsDeletedLater()
    {
        Change change;
        change.play(u"g = tom approval.given op=$r request=#r"_s);
        change.claim({u"g"_s}, {u"tom"_s});
        change.play(u"tom command.finished op=$r outcome=done"_s);
        change.rooms.room(kRoom)[1].deleted = true; // the approval
        QCOMPARE(change.state().stage, Stage::finished);
        QCOMPARE(change.state().claimProblem, QString());
        change.rooms.room(kRoom)[0].deleted = true; // the request as well
        QCOMPARE(change.state().stage, Stage::finished);
        QCOMPARE(change.state().claimProblem, QString());
        QVERIFY(change.state().removed);
    }

    void aDeletedRequestCannotStartAnyMore()
    {
        Change change;
        change.play(u"g = tom approval.given op=$r request=#r"_s);
        Entry copy = change.rooms.entries(kRoom).first();
        change.rooms.room(kRoom)[0].deleted = true;
        QVERIFY(!change.state().isLive());
        QVERIFY(!change.start());
        QVERIFY(!change.decide(u"eva"_s));
        change.claim({u"g"_s}, {u"tom"_s});
        QVERIFY(!change.start());
        // Said a second time elsewhere, it was never gone.
        copy.position = {copy.position.serverTime + 1, EntryId(u"77"_s)};
        change.rooms.room(kRoom).append(copy);
        QVERIFY(change.start());
    }
};

WARDROOM_TEST(TstApprovals)
#include "tst_approvals.moc"
