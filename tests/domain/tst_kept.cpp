// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/proposal.h"
#include "support/roombuilder.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QTest>
#include <random>

using namespace wardroom;
using namespace wardroom::domain;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

const RoomId kRoom(u"room-7"_s);

Entry gone(Entry entry)
{
    entry.deleted = true;
    entry.envelope.clear();
    entry.spilled.clear();
    entry.text.clear();
    return entry;
}

RecordKept keptOf(const Entry &entry)
{
    return {entry.position.entry, QString::fromUtf8(entry.envelope), QString::fromUtf8(entry.spilled)};
}

//! lina asks, tom approves, claims and finishes; then request and approval are taken out of the chat.
class Changed
{
public:
    explicit Changed(const QString &more = {})
    {
        rooms.enrol(u"eva"_s, u"Eva"_s);
        rooms.play(
            uR"(r = lina command.requested command=patch.apply risk=change needs=1 group=IT requesters=["lina"] %1
                       g = tom approval.given op=$r request=#r)"_s.arg(more));
    }
    void claim(const QString &who = u"tom"_s)
    {
        CommandClaimed claim;
        claim.request = rooms.hash(u"r"_s);
        claim.policyHash = rooms.state().policy()->hash();
        claim.approvals.append({rooms.id(u"g"_s), PersonId(u"tom"_s), Via::wardroom, 1});
        claim.members = {PersonId(u"tom"_s)};
        rooms.say(kRoom, who, claim, {OpId(rooms.id(u"r"_s).text()), {}, u"c"_s, 0});
        rooms.play(who + u" command.finished op=$r outcome=done"_s);
    }
    //! As somebody sees the room who was there, and who comes after the first two were deleted.
    RoomFold there() const
    {
        RoomFold fold = rooms.fold(kRoom);
        fold.add({gone(entry(0)), gone(entry(1))});
        return fold;
    }
    RoomFold newcomer() const
    {
        QList<Entry> entries = rooms.entries(kRoom);
        for (const qsizetype which : {0, 1})
            entries[which] = gone(entries.at(which));
        RoomFold fold(kRoom, rooms.state());
        fold.add(entries);
        return fold;
    }
    Entry entry(qsizetype index) const { return rooms.entries(kRoom).at(index); }
    //! The place of words of tom's, said so long before \a entry, and deleted.
    EntryId deletedWords(const Entry &entry, qint64 before)
    {
        rooms.talk(kRoom, u"tom"_s, u"hello"_s);
        Entry &hello = rooms.room(kRoom).last();
        hello.position.serverTime = entry.position.serverTime - before;
        hello.deleted = true;
        return hello.position.entry;
    }
    void keep(const Entry &entry, const QString &who = u"eva"_s) { rooms.say(kRoom, who, keptOf(entry)); }
    const OperationState *operation(const RoomFold &fold) const
    {
        return fold.state().operation(OpId(rooms.id(u"r"_s).text()));
    }

    RoomBuilder rooms;
};

//! lina, who proposes and publishes, and eva, who has to agree, are admins; then both deleted what they had said of it.
class Proposed
{
public:
    explicit Proposed(bool isPolicy)
    {
        rooms.enrol(u"eva"_s, u"Eva"_s);
        Policy policy = *rooms.state().policy();
        policy.version = 2;
        policy.admins = {PersonId(u"lina"_s), PersonId(u"eva"_s)};
        policy.policyApprovals = 1;
        say(u"lina"_s, PolicyPublished{policy});
        Policy next = policy;
        version = next.version = 3;
        next.approveWithin = 60;
        Inventory inventory;
        if (!isPolicy)
            version = inventory.version = rooms.state().inventory().version + 1;
        const auto [asked, agreed] = isPolicy ? agree(next) : agree(inventory);
        const QList<Entry> said = rooms.entries(rooms.controlRoom()).last(2);
        request = said.first();
        approval = said.last();
        if (isPolicy)
            say(u"lina"_s, PolicyPublished{next, {agreed}, {}, {}}, OpId(asked.text()));
        else
            say(u"lina"_s, InventoryPublished{inventory, {agreed}}, OpId(asked.text()));
    }
    template <class T> std::pair<FactId, FactId> agree(const T &value)
    {
        CommandRequested asking = proposalOf(value);
        asking.requesters = {PersonId(u"lina"_s)};
        asking.expires = rooms.now() + 3'600'000;
        const FactId asked = say(u"lina"_s, asking);
        const OpId op(asked.text());
        return {asked, say(u"eva"_s, ApprovalGiven{Sha256::of(last().envelope), {}, {}}, op)};
    }
    FactId say(const QString &who, const Fact &fact, const OpId &op = {})
    {
        return rooms.say(rooms.controlRoom(), who, fact, {op, {}, {}, 0});
    }
    Entry last() const { return rooms.entries(rooms.controlRoom()).last(); }
    void keep(const Entry &entry) { say(u"tom"_s, keptOf(entry)); }
    WorkspaceState newcomer() const
    {
        QList<Entry> entries = rooms.entries(rooms.controlRoom());
        for (Entry &entry : entries)
            if (entry.position == request.position || entry.position == approval.position)
                entry = gone(entry);
        WorkspaceFold fold(rooms.workspace());
        fold.add(entries);
        return fold.state();
    }

    RoomBuilder rooms;
    Entry request;
    Entry approval;
    qint64 version = 0;
};

qint64 versionIn(const WorkspaceState &state, bool isPolicy)
{
    return isPolicy ? state.policy()->version : state.inventory().version;
}

} // namespace

//! What was deleted in the chat after something came to rest on it, and is kept for whoever joins later.
class TstKept : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoeverJoinsLaterProvesTheClaimByWhatWasKept()
    {
        Changed changed;
        changed.claim();
        QVERIFY(!changed.operation(changed.newcomer())); // without it there is nothing to prove the claim by
        changed.keep(changed.entry(1));
        changed.keep(changed.entry(0));
        const RoomFold newcomer = changed.newcomer();
        QVERIFY(changed.operation(newcomer));
        QCOMPARE(changed.operation(newcomer)->stage, Stage::finished);
        QCOMPARE(changed.operation(newcomer)->claimProblem, QString());
        QVERIFY(changed.operation(newcomer)->removed);
        QCOMPARE(newcomer.state().toJson(), changed.there().state().toJson());
        QCOMPARE(newcomer.kept(), changed.there().kept());
        QCOMPARE(newcomer.judgementAt(0).reason, u"deleted in the chat"_s);
    }

    void onlyWhatSomethingRestsOnIsKept()
    {
        Changed changed;
        QVERIFY(changed.there().kept().isEmpty());
        changed.claim();
        QVERIFY(changed.rooms.fold(kRoom).kept().isEmpty()); // nothing was deleted
        QCOMPARE(changed.there().kept(), (QSet<qsizetype>{0, 1}));
    }

    void inAnyOrderOfArrivalItIsTheSame()
    {
        Changed changed;
        changed.claim();
        changed.keep(changed.entry(0));
        changed.keep(changed.entry(1), u"lina"_s);
        changed.keep(changed.entry(1), u"tom"_s);
        const QJsonObject expected = changed.there().state().toJson();
        for (unsigned seed = 1; seed <= 60; ++seed) {
            std::mt19937 random(seed);
            QList<Entry> entries = changed.rooms.entries(kRoom);
            if (seed % 3) { // else somebody who was there
                entries[0] = gone(entries.at(0));
                entries[1] = gone(entries.at(1));
            } else {
                entries += {gone(entries.at(0)), gone(entries.at(1))};
            }
            entries += entries;
            std::shuffle(entries.begin(), entries.end(), random);
            RoomFold fold(kRoom, seed % 2 ? changed.rooms.state() : WorkspaceState());
            for (const Entry &entry : std::as_const(entries))
                fold.add({entry});
            fold.setWorkspace(changed.rooms.state());
            QCOMPARE(fold.state().toJson(), expected);
        }
    }

    //! An insider has an approval kept in the place of older words of his, and that is what some read first.
    void aWrongPlaceThatWasToldFirstIsLeftAgain()
    {
        Changed changed;
        changed.claim();
        RecordKept wrong = keptOf(changed.entry(1));
        wrong.entry = changed.deletedWords(changed.entry(1), 3'600'000);
        changed.rooms.say(kRoom, u"tom"_s, wrong);
        changed.keep(changed.entry(0));
        changed.keep(changed.entry(1));
        changed.rooms.play(u"lina note.added text=later"_s);
        QList<Entry> entries = changed.rooms.entries(kRoom);
        entries[0] = gone(entries.at(0));
        entries[1] = gone(entries.at(1));
        RoomFold live(kRoom, changed.rooms.state());
        for (const Entry &entry : std::as_const(entries))
            live.add({entry});
        QCOMPARE(bytes(live), bytes(changed.newcomer()));
        QCOMPARE(bytes(live), bytes(changed.there()));
        for (unsigned seed = 1; seed <= 60; ++seed) {
            std::mt19937 random(seed);
            std::shuffle(entries.begin(), entries.end(), random);
            RoomFold fold(kRoom, changed.rooms.state());
            for (const Entry &entry : std::as_const(entries))
                fold.add({entry});
            QCOMPARE(bytes(fold), bytes(changed.there()));
            QCOMPARE(fold.entries().size(), live.entries().size());
        }
    }

    //! Two wait for copies that were told of one place. The older waits for something else first, which comes last.
    void whoGoesOnLateComesBeforeWhoHasItsPlace()
    {
        Changed changed;
        RoomBuilder &rooms = changed.rooms;
        rooms.enrol(u"max"_s, u"Max"_s);
        rooms.play(uR"(s = lina command.requested command=ip.block risk=change needs=1 group=IT requesters=["lina"]
                       x = max approval.given op=$r request=#r
                       b = eva approval.given op=$r request=#r
                       c = eva approval.given op=$s request=#s)"_s);
        rooms.talk(kRoom, u"eva"_s, u"hello"_s);
        rooms.room(kRoom).last().deleted = true;
        const EntryId place = rooms.room(kRoom).last().position.entry;
        const auto claim = [&rooms](const QString &request, const QList<std::pair<QString, QString>> &approvals) {
            CommandClaimed claim;
            claim.request = rooms.hash(request);
            claim.policyHash = rooms.state().policy()->hash();
            for (const auto &[label, person] : approvals)
                claim.approvals.append({rooms.id(label), PersonId(person), Via::wardroom, 1});
            rooms.say(kRoom, u"tom"_s, claim, {OpId(rooms.id(request).text()), {}, u"c"_s + request, 0});
        };
        Entry late = changed.entry(3);
        const Entry b = changed.entry(4), c = changed.entry(5);
        claim(u"r"_s, {{u"x"_s, u"max"_s}, {u"b"_s, u"eva"_s}});
        for (const Entry &copy : {c, b}) {
            RecordKept kept = keptOf(copy);
            kept.entry = place;
            rooms.say(kRoom, u"lina"_s, kept);
        }
        claim(u"s"_s, {{u"c"_s, u"eva"_s}});
        rooms.talk(kRoom, u"lina"_s, u"the last"_s);
        QList<Entry> entries = rooms.entries(kRoom);
        late.position = entries.takeLast().position;
        entries.remove(3, 3);
        entries.append(late);
        RoomFold live(kRoom, rooms.state());
        for (const Entry &entry : std::as_const(entries))
            live.add({entry});
        RoomFold whole(kRoom, rooms.state());
        whole.add(entries);
        QVERIFY(changed.operation(whole)->claim);
        QCOMPARE(bytes(live), bytes(whole));
    }

    //! However many places are told for it: one that waits itself, for a policy that nobody knows, proves nothing in
    //! any.
    void oneCopyIsPutInOnce()
    {
        Changed changed;
        Envelope draft = *parseEnvelope(changed.entry(0).envelope);
        draft.policy = 999;
        const SealedEnvelope unknown =
            seal(draft, changed.operation(changed.rooms.fold(kRoom))->request, changed.rooms.desk(u"lina"_s).key);
        CommandClaimed claim;
        claim.request = Sha256::of(unknown.bytes);
        claim.policyHash = changed.rooms.state().policy()->hash();
        changed.rooms.say(kRoom, u"tom"_s, claim, {OpId(changed.rooms.id(u"r"_s).text()), {}, u"c"_s, 0});
        for (int i = 0; i < 5; ++i) {
            changed.rooms.talk(kRoom, u"lina"_s, u"hello"_s);
            changed.rooms.room(kRoom).last().deleted = true;
            RecordKept kept = keptOf(changed.entry(0));
            kept.entry = changed.rooms.room(kRoom).last().position.entry;
            kept.envelope = QString::fromUtf8(unknown.bytes);
            changed.rooms.say(kRoom, u"eva"_s, kept);
        }
        const RoomFold newcomer = changed.newcomer();
        qsizetype restored = 0;
        for (const ReadEntry &read : newcomer.entries())
            restored += read.kept ? 1 : 0;
        QCOMPARE(restored, 1);
    }

    //! tom signs a second fact under the number of what was restored: who read it at once does not take the copy.
    void aSecondFactUnderACopysNumberIsJudgedAlikeWheneverItComes()
    {
        Changed changed;
        changed.claim();
        changed.keep(changed.entry(0));
        changed.keep(changed.entry(1));
        Envelope draft = *parseEnvelope(changed.entry(1).envelope);
        draft.id = FactId(QString(32, u'a'));
        draft.op = {};
        const SealedEnvelope twice = seal(draft, NoteAdded{u"another"_s}, changed.rooms.desk(u"tom"_s).key);
        changed.rooms.talk(kRoom, u"tom"_s, u"another"_s);
        changed.rooms.room(kRoom).last().envelope = twice.bytes;
        QList<Entry> entries = changed.rooms.entries(kRoom);
        entries[0] = gone(entries.at(0));
        entries[1] = gone(entries.at(1));
        RoomFold live(kRoom, changed.rooms.state());
        for (const Entry &entry : std::as_const(entries))
            live.add({entry});
        QVERIFY(!changed.operation(changed.newcomer())->claim); // the copy is not taken
        QCOMPARE(bytes(live), bytes(changed.newcomer()));
    }

    //! Asked for is what it reads as then: who looks at it must learn that it may have run.
    void whereTheBeginningWasDeletedItIsSaidWhoTellsOfAnEnd()
    {
        Changed changed;
        changed.claim();
        RoomFold there = changed.rooms.fold(kRoom);
        QVERIFY(!changed.operation(there)->untold);
        there.add({gone(changed.entry(2))});
        QList<Entry> entries = changed.rooms.entries(kRoom);
        entries[2] = gone(entries.at(2));
        RoomFold newcomer(kRoom, changed.rooms.state());
        newcomer.add(entries);
        for (const RoomFold *fold : {&there, &newcomer}) {
            QCOMPARE(changed.operation(*fold)->stage, Stage::requested);
            QVERIFY(changed.operation(*fold)->untold);
            QCOMPARE(changed.operation(*fold)->untold->by, PersonId(u"tom"_s));
        }
        QCOMPARE(bytes(newcomer), bytes(there));
    }

    void itStartsNothing()
    {
        Changed changed;
        changed.keep(changed.entry(0));
        changed.keep(changed.entry(1));
        QVERIFY(!changed.operation(changed.newcomer())); // nothing rests on it, so it stays where it is: gone
        QCOMPARE(bytes(changed.newcomer()), bytes(changed.there()));
        changed.claim();
        const RoomFold newcomer = changed.newcomer();
        QVERIFY(changed.operation(newcomer)->removed);
        QVERIFY(!changed.operation(newcomer)->isLive());
        QVERIFY(changed.operation(newcomer)->standing().isEmpty());
        QCOMPARE(bytes(newcomer), bytes(changed.there()));
    }

    void theKeeperDecidesNeitherWhoSaidItNorWhere()
    {
        Changed changed;
        changed.claim();
        // tom's approval as if it had been lina's message: it was not her node that signed it.
        RecordKept wrong = keptOf(changed.entry(1));
        wrong.entry = changed.entry(0).position.entry;
        changed.rooms.say(kRoom, u"eva"_s, wrong);
        QVERIFY(!changed.operation(changed.newcomer()));
        // And one that the chat never had.
        wrong.entry = EntryId(u"nowhere"_s);
        changed.rooms.say(kRoom, u"eva"_s, wrong);
        QVERIFY(!changed.operation(changed.newcomer()));
        QCOMPARE(changed.newcomer().entries().size(), changed.rooms.entries(kRoom).size() - 2);
    }

    void whatSomebodyElseBringsAsACopyShadowsNone()
    {
        Changed changed;
        changed.claim();
        Entry forged = changed.entry(0);
        forged.envelope.replace("patch.apply", "aaaaa.apply"); // sorts before the real one, and nobody signed it
        QVERIFY(forged.envelope < changed.entry(0).envelope);
        changed.keep(forged, u"tom"_s);
        Entry noise = changed.entry(0);
        noise.envelope = "!";
        changed.keep(noise, u"tom"_s);
        QVERIFY(!changed.operation(changed.newcomer()));
        changed.keep(changed.entry(0));
        changed.keep(changed.entry(1));
        QCOMPARE(changed.newcomer().state().toJson(), changed.there().state().toJson());
        QCOMPARE(changed.operation(changed.there())->request.command, u"patch.apply"_s);
        QCOMPARE(changed.operation(changed.newcomer())->request.command, u"patch.apply"_s);
    }

    void aMessageThatStandsIsNotReplaced()
    {
        Changed changed;
        changed.claim();
        const QJsonObject before = changed.rooms.fold(kRoom).state().toJson();
        changed.keep(changed.entry(0));
        QCOMPARE(changed.rooms.fold(kRoom).state().toJson(), before);
        QVERIFY(!changed.operation(changed.rooms.fold(kRoom))->removed);
    }

    void whatTravelledAsAnAttachmentIsKeptWithIt()
    {
        Changed changed(u"reason=\"%1\""_s.arg(QString(3000, u'x')));
        QVERIFY(!changed.entry(0).spilled.isEmpty());
        changed.claim();
        changed.keep(changed.entry(0));
        changed.keep(changed.entry(1));
        QVERIFY(!changed.entry(4).spilled.isEmpty());
        QCOMPARE(changed.newcomer().state().toJson(), changed.there().state().toJson());
        // The attachment may come after the message that names it.
        RoomFold late(kRoom, changed.rooms.state());
        QList<Entry> entries = changed.rooms.entries(kRoom);
        entries[0] = gone(entries.at(0));
        entries[1] = gone(entries.at(1));
        const Entry whole = entries.at(4);
        entries[4].spilled.clear();
        late.add(entries);
        QVERIFY(!changed.operation(late));
        late.add({whole});
        QCOMPARE(late.state().toJson(), changed.there().state().toJson());
    }

    //! Anybody can delete words of theirs: that place is no way to have said something earlier.
    void aRequestThatStandsIsNotReplacedByOneInAnEarlierPlace()
    {
        Changed changed;
        changed.claim();
        const EntryId place = changed.deletedWords(changed.entry(0), 1000);
        const QByteArray before = bytes(changed.rooms.fold(kRoom));
        // tom signs another request under the id of hers, and has it kept in the place of his words.
        CommandRequested fact = changed.operation(changed.rooms.fold(kRoom))->request;
        fact.command = u"host.isolate"_s;
        fact.requesters = {PersonId(u"tom"_s)};
        Envelope draft = *parseEnvelope(changed.entry(0).envelope);
        draft.node = changed.rooms.desk(u"tom"_s).node;
        draft.seq = 99;
        draft.prev = {};
        const SealedEnvelope forged = seal(draft, fact, changed.rooms.desk(u"tom"_s).key);
        RecordKept kept{place, QString::fromUtf8(forged.bytes), QString::fromUtf8(forged.spilledBody)};
        kept.entry = place;
        changed.rooms.say(kRoom, u"eva"_s, kept);
        QCOMPARE(bytes(changed.rooms.fold(kRoom)), before);
        QCOMPARE(changed.operation(changed.rooms.fold(kRoom))->request.command, u"patch.apply"_s);
    }

    void anApprovalThatIsHereIsNotMovedToAnEarlierPlace()
    {
        Changed changed;
        changed.claim();
        const EntryId place = changed.deletedWords(changed.entry(1), 1000);
        RecordKept kept = keptOf(changed.entry(1));
        kept.entry = place;
        const QByteArray before = bytes(changed.rooms.fold(kRoom));
        changed.rooms.say(kRoom, u"eva"_s, kept);
        QCOMPARE(bytes(changed.rooms.fold(kRoom)), before);
    }

    void whatIsKeptInTwoPlacesStandsWhereItsSenderSaidIt()
    {
        Changed changed;
        changed.claim();
        const EntryId place = changed.deletedWords(changed.entry(1), 3'600'000);
        RecordKept wrong = keptOf(changed.entry(1));
        wrong.entry = place;
        changed.rooms.say(kRoom, u"eva"_s, wrong);
        changed.keep(changed.entry(0));
        changed.keep(changed.entry(1));
        QCOMPARE(bytes(changed.newcomer()), bytes(changed.there()));
    }

    void whoeverWasThereAndWhoComesLaterAgreeWhateverIsDeleted()
    {
        for (unsigned seed = 1; seed <= 120; ++seed) {
            std::mt19937 random(seed);
            Changed changed;
            changed.claim();
            changed.rooms.play(uR"(s = lina command.requested command=ip.block risk=change needs=1 requesters=["lina"]
                                   h = tom approval.given op=$s request=#s
                                   d = eva approval.declined op=$s request=#s reason="no"
                                   t = eva command.requested command=host.status risk=read needs=0 requesters=["eva"]
                                   eva command.finished op=$t outcome=done)"_s);
            RoomFold there = changed.rooms.fold(kRoom);
            QSet<qsizetype> deleted;
            const QList<Entry> said = changed.rooms.entries(kRoom);
            for (qsizetype i = 0; i < said.size(); ++i)
                if (random() % 3 == 0)
                    deleted.insert(i);
            for (const qsizetype i : std::as_const(deleted))
                there.add({gone(said.at(i))});
            for (const qsizetype i : there.kept())
                changed.keep(said.at(i));
            there.add(changed.rooms.entries(kRoom));
            QList<Entry> entries = changed.rooms.entries(kRoom);
            for (const qsizetype i : std::as_const(deleted))
                entries[i] = gone(entries.at(i));
            RoomFold newcomer(kRoom, changed.rooms.state());
            newcomer.add(entries);
            QCOMPARE(bytes(newcomer), bytes(there));
        }
    }

    //! A policy rests on its proposal and on approvals, which it names; so does an inventory.
    void whoeverJoinsLaterProvesAPolicyByWhatWasKept()
    {
        for (const bool isPolicy : {true, false}) {
            Proposed proposed(isPolicy);
            WorkspaceFold there(proposed.rooms.workspace());
            there.add(proposed.rooms.entries(proposed.rooms.controlRoom()));
            there.add({gone(proposed.request), gone(proposed.approval)});
            QCOMPARE(versionIn(there.state(), isPolicy), proposed.version);
            QVERIFY(versionIn(proposed.newcomer(), isPolicy) < proposed.version);
            proposed.keep(proposed.approval);
            QVERIFY(versionIn(proposed.newcomer(), isPolicy) < proposed.version);
            proposed.keep(proposed.request);
            QCOMPARE(versionIn(proposed.newcomer(), isPolicy), proposed.version);
            QCOMPARE(QJsonDocument(proposed.newcomer().toJson()).toJson(),
                     QJsonDocument(there.state().toJson()).toJson());
        }
    }

    //! As whoever reads the past backwards sees it: what was kept comes before what was deleted.
    void aPolicyIsProvenAlsoWhereItsDeletionsAreReadLast()
    {
        Proposed proposed(true);
        proposed.keep(proposed.approval);
        proposed.keep(proposed.request);
        const auto isDeleted = [&proposed](const Entry &entry) {
            return entry.position == proposed.request.position || entry.position == proposed.approval.position;
        };
        QList<Entry> entries = proposed.rooms.entries(proposed.rooms.controlRoom());
        entries.removeIf(isDeleted);
        WorkspaceFold fold(proposed.rooms.workspace());
        fold.add(entries);
        QVERIFY(versionIn(fold.state(), true) < proposed.version);
        QVERIFY(fold.add({gone(proposed.request)}));
        QVERIFY(fold.add({gone(proposed.approval)}));
        QCOMPARE(versionIn(fold.state(), true), proposed.version);
        QCOMPARE(QJsonDocument(fold.state().toJson()).toJson(), QJsonDocument(proposed.newcomer().toJson()).toJson());
    }

    //! Every room is folded again where the workspace may have changed.
    void plainWordsThatAreDeletedChangeNothing()
    {
        Proposed proposed(true);
        const RoomId room = proposed.rooms.controlRoom();
        proposed.keep(proposed.approval);
        WorkspaceFold fold(proposed.rooms.workspace());
        fold.add(proposed.rooms.entries(room));
        proposed.rooms.talk(room, u"tom"_s, u"hello"_s);
        Entry hello = proposed.rooms.room(room).last();
        QVERIFY(!fold.add({hello}));
        hello.deleted = true;
        QVERIFY(!fold.add({hello}));
        QVERIFY(!fold.add({hello}));
    }

    void anApprovalOfAnotherProposalProvesNoPolicy()
    {
        Proposed proposed(true);
        Policy other = *proposed.rooms.state().policy();
        ++other.version;
        const FactId approval = proposed.agree(other).second; // eva's as well, and as real
        const Entry said = proposed.rooms.entries(proposed.rooms.controlRoom()).last();
        proposed.rooms.room(proposed.rooms.controlRoom()).last() = gone(said);
        Policy third = other;
        third.approveWithin = 61;
        CommandRequested request = proposalOf(third);
        request.requesters = {PersonId(u"lina"_s)};
        request.expires = proposed.rooms.now() + 3'600'000;
        const RoomId room = proposed.rooms.controlRoom();
        const FactId asked = proposed.rooms.say(room, u"lina"_s, request, {{}, {}, u"third"_s, 0});
        proposed.rooms.say(room, u"lina"_s, PolicyPublished{third, {approval}, {}, {}},
                           {OpId(asked.text()), {}, {}, 0});
        proposed.keep(said);
        QVERIFY(proposed.rooms.state().policy()->version < third.version);
    }

    //! A thief publishes with a stolen node, which is revoked; then he deletes that message of his.
    void deletingWhatARevokedNodeSaidBringsNothingBack()
    {
        RoomBuilder rooms;
        const RoomId room = rooms.controlRoom();
        Policy policy = *rooms.state().policy();
        policy.version = 2;
        policy.admins = {PersonId(u"lina"_s), PersonId(u"tom"_s)};
        policy.policyApprovals = 0;
        rooms.say(room, u"lina"_s, PolicyPublished{policy});
        qint64 good = 0;
        for (const Entry &entry : rooms.entries(room))
            if (const auto envelope = parseEnvelope(entry.envelope); envelope->node == rooms.desk(u"tom"_s).node)
                good = envelope->seq;
        policy.version = 3;
        rooms.say(room, u"tom"_s, PolicyPublished{policy});
        const qsizetype stolen = rooms.entries(room).size() - 1;
        QCOMPARE(rooms.state().policy()->version, 3);
        rooms.say(room, u"lina"_s, NodeRevoked{rooms.desk(u"tom"_s).node, u"stolen"_s, {{room, good}}});
        QCOMPARE(rooms.state().policy()->version, 2);
        rooms.room(room)[stolen].deleted = true;
        QCOMPARE(rooms.state().policy()->version, 2);
        rooms.room(room)[stolen] = gone(rooms.entries(room).at(stolen));
        QCOMPARE(rooms.state().policy()->version, 2);
    }

    //! What no publication names would be a way to write into the past.
    void theControlRoomTakesNothingElseThatWasKept()
    {
        RoomBuilder rooms;
        const RoomId room = rooms.controlRoom();
        const NodeId tom = rooms.desk(u"tom"_s).node;
        rooms.talk(room, u"lina"_s, u"hello"_s);
        rooms.room(room).last().deleted = true;
        const EntryId place = rooms.room(room).last().position.entry;
        Policy policy = *rooms.state().policy();
        policy.version = 2;
        rooms.say(room, u"lina"_s, PolicyPublished{policy});
        const QByteArray before = QJsonDocument(rooms.state().toJson()).toJson();
        rooms.say(room, u"lina"_s, NodeRevoked{tom, u"not really"_s, {}});
        RecordKept kept = keptOf(rooms.entries(room).last());
        rooms.room(room).removeLast();
        kept.entry = place;
        rooms.say(room, u"tom"_s, kept);
        QCOMPARE(QJsonDocument(rooms.state().toJson()).toJson(), before);
        QVERIFY(!rooms.state().node(tom)->revoked);
    }

private:
    static QByteArray bytes(const RoomFold &fold) { return QJsonDocument(fold.state().toJson()).toJson(); }
};

WARDROOM_TEST(TstKept)
#include "tst_kept.moc"
