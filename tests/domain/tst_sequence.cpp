// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/roombuilder.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::domain;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

const RoomId kRoom(u"room-7"_s);

} // namespace

//! A node's own sequence, and entries that come in more than one copy.
class TstSequence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGapIsShownAndVoidsNothing()
    {
        RoomBuilder rooms;
        rooms.say(kRoom, u"lina"_s, NoteAdded{u"one"_s});
        rooms.say(kRoom, u"lina"_s, NoteAdded{u"four"_s}, {{}, {}, {}, 2});
        const RoomFold fold = rooms.fold(kRoom);
        QCOMPARE(fold.state().notes.size(), 2);
        QCOMPARE(fold.admission().chains.value(rooms.desk(u"lina"_s).node).missing(), (QList<qint64>{2, 3}));
    }

    void aHostileGapMakesNoEndlessList()
    {
        RoomBuilder rooms;
        rooms.say(kRoom, u"lina"_s, NoteAdded{u"x"_s}, {{}, {}, {}, (Q_INT64_C(1) << 53) - 2});
        const RoomFold fold = rooms.fold(kRoom);
        QCOMPARE(fold.state().notes.size(), 1);
        QCOMPARE(fold.admission().chains.first().missing().size(), 1000);
    }

    void ofTwoFactsWithOneSequenceNumberTheLaterIsSuspect()
    {
        RoomBuilder rooms, forked;
        for (RoomBuilder *each : {&rooms, &forked})
            each->say(kRoom, u"lina"_s, NoteAdded{u"one"_s});
        forked.talk(kRoom, u"lina"_s, u"a minute passes"_s);
        rooms.say(kRoom, u"lina"_s, NoteAdded{u"two"_s});
        forked.say(kRoom, u"lina"_s, NoteAdded{u"another two"_s});
        // Enrolments are made with random one-time keys, so only the room is shared, and lina's key is the same.
        Entry second = forked.entries(kRoom).last();
        rooms.room(kRoom).append(second);
        RoomFold fold = rooms.fold(kRoom);
        QCOMPARE(fold.judgementAt(1).standing, Standing::accepted);
        QCOMPARE(fold.judgementAt(2).reason, u"a second fact with one sequence number"_s);
        // Whichever arrives first, the earlier place counts.
        RoomFold backwards(kRoom, rooms.state());
        backwards.add({second});
        backwards.add(rooms.entries(kRoom));
        QCOMPARE(backwards.state().toJson(), fold.state().toJson());
    }

    void aFactThatDoesNotFollowIsSuspect()
    {
        RoomBuilder rooms, other;
        rooms.say(kRoom, u"lina"_s, NoteAdded{u"one"_s});
        other.say(kRoom, u"lina"_s, NoteAdded{u"not one"_s});
        other.say(kRoom, u"lina"_s, NoteAdded{u"two"_s});
        rooms.room(kRoom).append(other.entries(kRoom).last());
        QCOMPARE(rooms.fold(kRoom).judgementAt(1).reason, u"does not follow the node's previous fact"_s);
    }

    void theSameFactAtAnotherPlaceIsADuplicate()
    {
        RoomBuilder rooms;
        rooms.say(kRoom, u"lina"_s, NoteAdded{u"one"_s});
        Entry again = rooms.entries(kRoom).first();
        again.position.entry = EntryId(u"99"_s);
        rooms.room(kRoom).append(again);
        const RoomFold fold = rooms.fold(kRoom);
        QCOMPARE(fold.judgementAt(1).standing, Standing::duplicate);
        QCOMPARE(fold.anchor().count, 1);
    }

    void aDeletionIsNotTakenBackAndMayComeFirst()
    {
        RoomBuilder rooms;
        rooms.say(kRoom, u"lina"_s, NoteAdded{u"one"_s});
        const Entry said = rooms.entries(kRoom).first();
        Entry gone = said;
        gone.deleted = true;
        Entry bare = gone; // what a platform says that takes the content out
        bare.envelope.clear();
        for (const Entry &removal : {gone, bare}) {
            for (const bool first : {true, false}) {
                RoomFold fold(kRoom, rooms.state());
                fold.add({first ? removal : said});
                fold.add({first ? said : removal});
                fold.add({said});
                QVERIFY(fold.state().notes.isEmpty());
                QCOMPARE(fold.judgementAt(0).reason, u"deleted in the chat"_s);
                QCOMPARE(fold.entries().first().entry.envelope, said.envelope);
            }
        }
    }

    void twoCopiesThatDifferWithoutANoticeAreAnEdit()
    {
        RoomBuilder rooms, other;
        rooms.say(kRoom, u"lina"_s, NoteAdded{u"one"_s});
        other.say(kRoom, u"lina"_s, NoteAdded{u"two"_s});
        for (const bool first : {true, false}) {
            RoomFold fold(kRoom, rooms.state());
            fold.add((first ? rooms : other).entries(kRoom));
            fold.add((first ? other : rooms).entries(kRoom));
            QVERIFY(fold.state().notes.isEmpty());
            QCOMPARE(fold.judgementAt(0).reason, u"edited in the chat"_s);
        }
    }

    void plainWordsAndForeignRoomsAreNotFolded()
    {
        RoomBuilder rooms;
        rooms.talk(kRoom, u"tom"_s, u"hello"_s);
        rooms.say(RoomId(u"room-8"_s), u"lina"_s, NoteAdded{u"x"_s});
        RoomFold fold = rooms.fold(kRoom);
        QVERIFY(fold.entries().isEmpty());
        fold.add(rooms.entries(RoomId(u"room-8"_s)));
        QCOMPARE(fold.judgementAt(0).reason, u"made for another room"_s);
        Entry moved = rooms.entries(RoomId(u"room-8"_s)).first();
        moved.room = kRoom;
        moved.position.entry = EntryId(u"77"_s);
        fold.add({moved});
        QCOMPARE(fold.judgementAt(1).reason, u"made for another room"_s);
    }

    void anUnknownNodeIsWaitedFor()
    {
        RoomBuilder rooms;
        const WorkspaceState before = rooms.state();
        rooms.enrol(u"eva"_s, u"Eva"_s);
        rooms.say(kRoom, u"eva"_s, NoteAdded{u"x"_s});
        RoomFold fold(kRoom, before);
        fold.add(rooms.entries(kRoom));
        QCOMPARE(fold.judgementAt(0).waitsFor, u"node:node-eva"_s);
        fold.setWorkspace(rooms.state());
        QCOMPARE(fold.state().notes.size(), 1);
    }
};

WARDROOM_TEST(TstSequence)
#include "tst_sequence.moc"
