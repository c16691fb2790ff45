// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
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
    void keep(const Entry &entry, const QString &who = u"eva"_s) { rooms.say(kRoom, who, keptOf(entry)); }
    const OperationState *operation(const RoomFold &fold) const
    {
        return fold.state().operation(OpId(rooms.id(u"r"_s).text()));
    }

    RoomBuilder rooms;
};

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

    void itStartsNothing()
    {
        Changed changed;
        changed.keep(changed.entry(0));
        changed.keep(changed.entry(1));
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
        QCOMPARE(changed.newcomer().entries().size(), changed.rooms.entries(kRoom).size() - 1);
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

    void whatWasOverwrittenInTheChatIsKeptToo()
    {
        Changed changed;
        changed.claim();
        Entry edited = changed.entry(1);
        edited.edited = true;
        edited.envelope = changed.entry(3).envelope;
        RoomFold there = changed.rooms.fold(kRoom);
        there.add({edited});
        QCOMPARE(there.kept(), QSet<qsizetype>{1});
        changed.keep(changed.entry(1));
        there.add({changed.rooms.entries(kRoom).last()});
        QList<Entry> entries = changed.rooms.entries(kRoom);
        entries[1] = edited;
        RoomFold newcomer(kRoom, changed.rooms.state());
        newcomer.add(entries);
        QCOMPARE(newcomer.state().toJson(), there.state().toJson());
        QCOMPARE(changed.operation(newcomer)->claimProblem, QString());
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

    void theControlRoomKeepsARevocation()
    {
        RoomBuilder rooms;
        const NodeId tom = rooms.desk(u"tom"_s).node;
        rooms.say(rooms.controlRoom(), u"lina"_s, NodeRevoked{tom, u"stolen"_s, {}});
        QList<Entry> &control = rooms.room(rooms.controlRoom());
        const Entry said = control.last();
        control.last() = gone(said);
        QVERIFY(!rooms.state().node(tom)->revoked);
        WorkspaceFold there(rooms.workspace());
        QList<Entry> before = control;
        before.last() = said;
        there.add(before);
        there.add({gone(said)});
        QCOMPARE(there.kept(), QSet<qsizetype>{before.size() - 1});
        rooms.say(rooms.controlRoom(), u"lina"_s, keptOf(said));
        QVERIFY(rooms.state().node(tom)->revoked);
        // Whoever it was that kept it: also the one who counts no longer.
        rooms.room(rooms.controlRoom()).removeLast();
        rooms.say(rooms.controlRoom(), u"tom"_s, keptOf(said));
        QVERIFY(rooms.state().node(tom)->revoked);
    }

private:
    static QByteArray bytes(const RoomFold &fold) { return QJsonDocument(fold.state().toJson()).toJson(); }
};

WARDROOM_TEST(TstKept)
#include "tst_kept.moc"
