// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/canonicaljson.h"
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

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

//! All that two readers can compare: the state, and what was made of every entry.
template <class Fold> QByteArray outcome(const Fold &fold)
{
    QByteArray out = bytesOf(fold.state().toJson());
    for (const ReadEntry &read : fold.entries()) {
        const Judgement judgement = fold.judgement(read.entry.position.entry);
        out += '\n' + read.entry.position.entry.text().toUtf8() + ' ' +
               QByteArray::number(static_cast<int>(judgement.standing)) + ' ' + judgement.reason.toUtf8() + ' ' +
               judgement.waitsFor.toUtf8() + ' ' + read.entry.envelope.right(20);
    }
    return out;
}

//! A room in which everything that can go wrong with order does: server time that jumps back, facts that wait for
//! ever, forks, edits, deletions and unknown kinds.
class StormyRoom
{
public:
    explicit StormyRoom(std::mt19937 &random)
    {
        rooms.enrol(u"eva"_s, u"Eva"_s);
        for (int i = 0; i < 12; ++i)
            playOne(i, random);
        entries = rooms.entries(kRoom);
        spoil(random);
    }

    RoomBuilder rooms;
    const QString policyHash = rooms.state().policy()->hash().hex();
    QList<Entry> entries; //!< with every copy: what was edited or deleted is there before and after

private:
    void playOne(int i, std::mt19937 &random)
    {
        static const QStringList scripts{
            uR"(a%1 = lina alert.raised tool=crowdsec title="x" fingerprint=f%1 count=3 severity=high
                tom alert.grouped alert=$a%1 count=9 last=5
                eva alert.claimed alert=$a%1 words="that was me"
                tom alert.resolved alert=$a%1 as=benign)"_s,
            uR"(r%1 = lina command.requested command=patch.apply risk=change needs=1 group=IT requesters=["lina"]
                g%1 = tom approval.given op=$r%1 request=#r%1 from=window
                h%1 = eva approval.given op=$r%1 request=#r%1
                w%1 = eva approval.withdrawn op=$r%1 approval=$h%1
                c%1 = tom command.claimed op=$r%1 request=#r%1 approvals=[{"fact":"$g%1","person":"tom"}] members=["tom"] policyHash=$p
                tom command.finished op=$r%1 outcome=done
                tom command.verified op=$r%1 verdict=verified)"_s,
            uR"(r%1 = tom command.requested command=ip.block risk=disrupt needs=2 requesters=["tom"]
                eva approval.declined op=$r%1 request=#r%1 reason="no"
                tom command.cancelled op=$r%1 reason="then not"
                lina approval.given op=$r%1 request=#r%1)"_s,
            uR"(s%1 = lina incident.status status=triaged
                tom incident.status status=containing replaces=$s%1
                eva incident.severity severity=2
                lina incident.role role=lead person=tom
                t%1 = lina task.added title="call" assignee=tom
                eva task.done task=$t%1
                tom note.added text="n%1"
                eva task.done task=ffffffffffffffffffffffffffffffff)"_s};
        const int which = i < 4 ? i : static_cast<int>(random() % 4);
        QString script = scripts.at(which).arg(i);
        const QStringList lines = script.split(u'\n');
        for (QString line : lines) {
            line.replace(u"\"$g%1\""_s.arg(i), u'"' + rooms.id(u"g%1"_s.arg(i)).text() + u'"');
            line.replace(u"$p"_s, policyHash);
            rooms.play(line);
        }
        rooms.say(kRoom, u"eva"_s, UnknownFact{u"weather.seen"_s, {{u"n"_s, i}}});
    }

    void spoil(std::mt19937 &random)
    {
        const qsizetype count = entries.size();
        for (qsizetype i = 0; i < count; ++i) {
            switch (random() % 12) {
            case 0: // the server's clock was an hour back
                entries[i].position.serverTime -= 3'600'000;
                break;
            case 1: { // another copy was deleted; some platforms take the envelope out, too
                Entry copy = entries.at(i);
                copy.deleted = true;
                if (random() % 2)
                    copy.envelope.clear();
                entries.append(copy);
                break;
            }
            case 2: { // another copy was edited
                Entry copy = entries.at(i);
                copy.edited = true;
                copy.envelope.replace("\"at\":", "\"at\":1");
                entries.append(copy);
                break;
            }
            case 3: { // the same fact at another place
                Entry copy = entries.at(i);
                copy.position = {copy.position.serverTime + 90'000, EntryId(u"9%1"_s.arg(1000 + i))};
                entries.append(copy);
                break;
            }
            case 4: // forged
                entries[i].envelope.replace("\"policy\":1", "\"policy\":0");
                break;
            default: break;
            }
        }
    }
};

RoomFold foldedInBatches(QList<Entry> entries, std::mt19937 &random, const WorkspaceState &state)
{
    RoomFold fold(kRoom, state);
    std::shuffle(entries.begin(), entries.end(), random);
    for (qsizetype at = 0; at < entries.size();) {
        const qsizetype size = std::min<qsizetype>(1 + static_cast<qsizetype>(random() % 9), entries.size() - at);
        QList<Entry> batch = entries.mid(at, size);
        if (random() % 3 == 0) // at least once: some of it again
            batch += entries.mid(static_cast<qsizetype>(random()) % (at + size), 3);
        fold.add(batch);
        at += size;
    }
    return fold;
}

} // namespace

class TstFolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOrderAnyDoublingAndAnyBatchesGiveTheSameState()
    {
        for (unsigned seed = 1; seed <= 25; ++seed) {
            std::mt19937 random(seed);
            const StormyRoom room(random);
            const WorkspaceState state = room.rooms.state();
            RoomFold straight(kRoom, state);
            straight.add(room.entries);
            const QByteArray expected = outcome(straight);
            for (int round = 0; round < 4; ++round) {
                const RoomFold fold = foldedInBatches(room.entries, random, state);
                QVERIFY2(outcome(fold) == expected, qPrintable(u"seed %1 round %2"_s.arg(seed).arg(round)));
                QCOMPARE(fold.anchor().digest, straight.anchor().digest);
            }
            // The control room may be learnt of later than the room.
            RoomFold early(kRoom, WorkspaceState());
            early.add(room.entries);
            early.setWorkspace(state);
            QVERIFY2(outcome(early) == expected, qPrintable(u"seed %1, workspace late"_s.arg(seed)));
        }
    }

    void whoeverComesAfterADeletionHoldsTheSameState()
    {
        RoomBuilder rooms;
        rooms.enrol(u"eva"_s, u"Eva"_s);
        rooms.play(uR"(a = lina alert.raised tool=crowdsec title="x" fingerprint=f count=3 severity=high
                       c = eva alert.claimed alert=$a words="that was me"
                       r = lina command.requested command=patch.apply risk=change needs=1 group=IT requesters=["lina"]
                       d = eva approval.declined op=$r request=#r reason="no"
                       s = lina command.requested command=patch.apply risk=change needs=2 group=IT requesters=["lina"]
                       g = tom approval.given op=$s request=#s
                       h = eva approval.given op=$s request=#s
                       w = eva approval.withdrawn op=$s approval=$h
                       t = lina command.requested command=host.status risk=read needs=0 requesters=["lina"]
                       f = lina command.finished op=$t outcome=done
                       n = tom note.added text="n")"_s);
        const QList<Entry> entries = rooms.entries(kRoom);
        const WorkspaceState state = rooms.state();
        std::mt19937 random(4);
        for (int round = 0; round < 200; ++round) {
            QList<Entry> deletions, late;
            for (Entry entry : entries) {
                entry.deleted = random() % 3 == 0;
                if (entry.deleted)
                    deletions.append(entry);
                if (entry.deleted) {
                    entry.envelope.clear();
                    entry.text.clear();
                }
                late.append(entry);
            }
            RoomFold there(kRoom, state);
            there.add(entries);
            there.add(deletions);
            RoomFold after(kRoom, state);
            after.add(late);
            QCOMPARE(bytesOf(there.state().toJson()), bytesOf(after.state().toJson()));
        }
    }

    void theControlRoomFoldsTheSameInAnyOrder()
    {
        for (unsigned seed = 1; seed <= 25; ++seed) {
            std::mt19937 random(seed);
            RoomBuilder rooms;
            rooms.enrol(u"eva"_s, u"Eva"_s);
            Policy policy = *rooms.state().policy();
            for (policy.version = 2; policy.version < 6; ++policy.version) {
                policy.admins = {PersonId(u"lina"_s), PersonId(policy.version % 2 ? u"tom"_s : u"eva"_s)};
                rooms.say(rooms.controlRoom(), policy.version == 4 ? u"tom"_s : u"lina"_s, PolicyPublished{policy});
            }
            rooms.say(rooms.controlRoom(), u"lina"_s, InventoryPublished{{1, {}}});
            rooms.say(rooms.controlRoom(), u"lina"_s,
                      NodeRevoked{NodeId(u"node-tom"_s), u"lost"_s, {{rooms.controlRoom(), 1}}});
            QList<Entry> entries = rooms.entries(rooms.controlRoom());
            entries[3].position.serverTime += 240'000;
            WorkspaceFold straight(rooms.workspace());
            straight.add(entries);
            const QByteArray expected = outcome(straight);
            for (int round = 0; round < 5; ++round) {
                std::shuffle(entries.begin(), entries.end(), random);
                WorkspaceFold fold(rooms.workspace());
                for (const Entry &entry : std::as_const(entries))
                    fold.add({entry, entries.at(static_cast<qsizetype>(random()) % entries.size())});
                QVERIFY2(outcome(fold) == expected, qPrintable(u"seed %1 round %2"_s.arg(seed).arg(round)));
            }
        }
    }

    void aLateFactFoldsFromACheckpoint()
    {
        RoomBuilder rooms;
        for (int i = 0; i < 5000; ++i)
            rooms.say(kRoom, u"lina"_s, NoteAdded{u"n"_s});
        QList<Entry> entries = rooms.entries(kRoom);
        const Entry late = entries.takeAt(4900);
        RoomFold fold(kRoom, rooms.state());
        for (qsizetype at = 0; at < entries.size(); at += 500)
            fold.add(entries.mid(at, 500));
        const qint64 before = fold.foldedCount();
        QVERIFY(before <= 5000);
        QVERIFY(fold.add({late}));
        QVERIFY2(fold.foldedCount() - before < 1500, qPrintable(QString::number(fold.foldedCount() - before)));
        QCOMPARE(fold.state().notes.size(), 5000);
        const qint64 then = fold.foldedCount();
        QVERIFY(!fold.add({late}));
        QCOMPARE(fold.foldedCount(), then);
    }

    void aLateFactLeavesWhatStillWaitsAsItWas()
    {
        RoomBuilder rooms;
        const FactId absent(QString(32, u'e'));
        rooms.say(kRoom, u"lina"_s, TaskDone{absent});
        for (int i = 0; i < 600; ++i)
            rooms.say(kRoom, u"lina"_s, NoteAdded{u"n"_s});
        QList<Entry> entries = rooms.entries(kRoom);
        const Entry late = entries.takeAt(500);
        RoomFold fold(kRoom, rooms.state());
        fold.add(entries);
        fold.add({late});
        QCOMPARE(fold.judgementAt(0).standing, Standing::waiting);
        QCOMPARE(fold.judgementAt(0).waitsFor, u"fact:"_s + absent.text());
        QVERIFY(!fold.judgementAt(0).reason.isEmpty());
    }

    void aLongChainOfFactsThatWaitForEachOtherNeedsNoStack()
    {
        RoomBuilder rooms;
        const SigningKey key = rooms.desk(u"lina"_s).key;
        constexpr int count = 40'000; // a call each would need more than the 8 MB a stack has
        const auto idOf = [](int i) { return derivedFactId(u"chain %1"_s.arg(i)); };
        QList<Entry> entries;
        Sha256 prev;
        for (int i = count; i > 0; --i) { // each names the next, and the one that all rest on comes last
            Envelope draft;
            draft.id = idOf(i);
            draft.workspace = rooms.workspace();
            draft.room = kRoom;
            draft.node = rooms.desk(u"lina"_s).node;
            draft.seq = entries.size() + 1;
            draft.prev = prev;
            const FactId replaces = i == 1 ? FactId() : idOf(i - 1);
            CommandRequested request;
            request.requesters = {PersonId(u"lina"_s)};
            request.undoes = replaces;
            draft.op = draft.id;
            Entry entry;
            entry.room = kRoom;
            entry.sender = PersonId(u"lina"_s);
            entry.position = {1'790'000'000'000 + entries.size(), EntryId(QString::number(entries.size() + 1))};
            entry.envelope = seal(draft, request, key).bytes;
            prev = Sha256::of(entry.envelope);
            entries.append(entry);
        }
        RoomFold fold(kRoom, rooms.state());
        fold.add(entries);
        QCOMPARE(fold.state().operations.size(), count);
        QCOMPARE(fold.state().operation(idOf(1))->undoneBy, idOf(2));
    }

    void aLongHistoryPagedInBackwardsIsMergedNotShuffled()
    {
        RoomBuilder rooms;
        for (int i = 0; i < 3000; ++i)
            rooms.say(kRoom, u"lina"_s, NoteAdded{u"n"_s});
        const QList<Entry> entries = rooms.entries(kRoom);
        RoomFold straight(kRoom, rooms.state());
        straight.add(entries);
        RoomFold fold(kRoom, rooms.state());
        for (qsizetype end = entries.size(); end > 0; end -= 100)
            fold.add(entries.mid(end - 100, 100));
        QCOMPARE(outcome(fold), outcome(straight));
    }

    void unknownKindsSurviveToTheByte()
    {
        RoomBuilder rooms;
        const QJsonObject body{{u"sky"_s, QJsonValue()},
                               {u"deep"_s, QJsonArray{1, u"zwei"_s, QJsonObject{{u"日"_s, true}}}}};
        rooms.say(kRoom, u"lina"_s, UnknownFact{u"weather.seen"_s, body});
        rooms.say(kRoom, u"lina"_s, UnknownFact{u"weather.seen"_s, {{u"long"_s, QString(5000, u'x')}}});
        const RoomFold fold = rooms.fold(kRoom);
        QCOMPARE(fold.state().unknownKinds, 2);
        QCOMPARE(kindOf(fold.entries().at(0).fact), u"weather.seen"_s);
        QCOMPARE(bodyOf(fold.entries().at(0).fact), body);
        QCOMPARE(envelopeBytes(*fold.entries().at(0).envelope), rooms.entries(kRoom).at(0).envelope);
        QCOMPARE(bodyOf(fold.entries().at(1).fact)[u"long"_s].toString().size(), 5000);
        QCOMPARE(fold.anchor().count, 2);
    }

    void aKnownKindWithAWrongBodyIsSuspectAndSaysWhichField()
    {
        RoomBuilder rooms;
        rooms.say(kRoom, u"lina"_s, UnknownFact{u"alert.raised"_s, {{u"count"_s, u"three"_s}}});
        rooms.say(kRoom, u"lina"_s, UnknownFact{u"command.finished"_s, {{u"outcome"_s, u"great"_s}}});
        rooms.say(kRoom, u"lina"_s, UnknownFact{u"incident.opened"_s, {{u"alert"_s, QJsonArray()}}});
        const RoomFold fold = rooms.fold(kRoom);
        const QStringList fields{u"count"_s, u"outcome"_s, u"alert"_s};
        for (qsizetype i = 0; i < 3; ++i) {
            QCOMPARE(fold.judgementAt(i).standing, Standing::suspect);
            QVERIFY2(fold.judgementAt(i).reason.contains(u'"' + fields.at(i) + u'"'),
                     qPrintable(fold.judgementAt(i).reason));
        }
        QVERIFY(fold.state().alerts.isEmpty() && !fold.state().incident.opened);
    }

    void statusesReplaceEachOtherByNameNotByOrder()
    {
        RoomBuilder rooms;
        rooms.play(uR"(s = lina incident.status status=containing
                       t = lina incident.status status=triaged replaces=$s
                       tom incident.status status=triaged replaces=$s)"_s);
        QCOMPARE(rooms.fold(kRoom).state().incident.status, IncidentStatus::triaged);
        std::swap(rooms.room(kRoom)[0].position, rooms.room(kRoom)[2].position);
        QCOMPARE(rooms.fold(kRoom).state().incident.status, IncidentStatus::triaged);
        rooms.play(u"lina incident.status status=recovered replaces=$t"_s);
        QCOMPARE(rooms.fold(kRoom).state().incident.status, IncidentStatus::recovered);
    }

    void anAttachmentThatIsAbsentIsWaitedForAndAWrongOneDoesNotKeepTheRightOneOut()
    {
        RoomBuilder rooms;
        rooms.say(kRoom, u"lina"_s, NoteAdded{QString(5000, u'x')});
        const Entry whole = rooms.entries(kRoom).first();
        Entry bare = whole, wrong = whole;
        bare.spilled.clear();
        wrong.spilled = "{}";
        RoomFold fold(kRoom, rooms.state());
        fold.add({bare});
        QVERIFY(fold.judgementAt(0).waitsFor.startsWith(u"attachment:"_s));
        fold.add({wrong});
        QCOMPARE(fold.judgementAt(0).standing, Standing::waiting);
        fold.add({whole});
        QCOMPARE(fold.judgementAt(0).standing, Standing::accepted);
        QVERIFY(!fold.add({wrong}) && !fold.add({bare}));
        QCOMPARE(fold.state().notes.size(), 1);
    }
};

WARDROOM_TEST(TstFolds)
#include "tst_folds.moc"
