// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "support/testmain.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

class TstEntries final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldComesBackAsItWasGiven();
    void aDoubleIsIgnoredAndAnswersNothing();
    void theSameIdInTwoRoomsIsTwoEntries();
    void seqCountsUpInEachRoomAndGoesOnAfterReopening();
    void pagesWalkTheRoomBothWaysWithoutGapsOrOverlaps();
    void anUnknownRoomHasAnEmptyPage();
    void envelopesComeInPositionOrderHoweverTheyArrived();
    void anAttachmentThatComesLaterCompletesItsEntry();
    void theCursorIsStoredWithItsEntriesAndAnEmptyOneChangesNothing();
    void countAfterCountsWhatOthersSaidAndIsStillHere();
    void anEntryWithoutRoomOrIdIsRefused();
    void textWithNulAndHalfASurrogateIsKept();
};

namespace {

QList<domain::Entry> numbered(const QString &room, int first, int last)
{
    QList<domain::Entry> entries;
    for (int n = first; n <= last; ++n)
        entries += entryOf(room, n, u"line %1"_s.arg(n));
    return entries;
}

} // namespace

void TstEntries::everyFieldComesBackAsItWasGiven()
{
    TempStore store;
    domain::Entry entry = entryOf(u"r"_s, 7, u"数据 <b>&\u202e"_s);
    entry.envelope = "{\"a\":1}\0\xff"_ba;
    entry.spilled = "spilled";
    entry.display = u"card"_s;
    entry.replyTo = domain::EntryId(u"3"_s);
    entry.thread = domain::EntryId(u"2"_s);
    entry.media = u"{\"kind\":\"image\"}"_s;
    entry.edited = true;
    const auto stored = soon(store->ingest({entry}, {}));
    QVERIFY(stored);
    QCOMPARE(stored->size(), 1);
    QCOMPARE(stored->first().seq, 1);
    QVERIFY(stored->first().entry == entry);
    const auto read = soon(store->entry(entry.room, entry.position.entry));
    QVERIFY(read && *read);
    QVERIFY((*read)->entry == entry);
    QVERIFY(!*soon(store->entry(entry.room, domain::EntryId(u"8"_s))));
}

void TstEntries::aDoubleIsIgnoredAndAnswersNothing()
{
    TempStore store;
    const auto entry = entryOf(u"r"_s, 1, u"once"_s);
    QCOMPARE(soon(store->ingest({entry, entry}, {}))->size(), 1);
    QCOMPARE(soon(store->ingest({entry}, {}))->size(), 0);
    store.reopen();
    QCOMPARE(soon(store->ingest({entry}, {}))->size(), 0);
    QCOMPARE(soon(store->pageBefore(entry.room, 0, 10))->size(), 1);
    QCOMPARE(soon(store->search(u"once"_s, {}, 10))->size(), 1);
    QCOMPARE(soon(store->custodyHead())->count, 1);
}

void TstEntries::theSameIdInTwoRoomsIsTwoEntries()
{
    TempStore store;
    QCOMPARE(soon(store->ingest({entryOf(u"a"_s, 1, u"x"_s), entryOf(u"b"_s, 1, u"y"_s)}, {}))->size(), 2);
    QCOMPARE(soon(store->pageBefore(domain::RoomId(u"b"_s), 0, 10))->first().entry.text, u"y"_s);
}

void TstEntries::seqCountsUpInEachRoomAndGoesOnAfterReopening()
{
    TempStore store;
    soon(store->ingest({entryOf(u"a"_s, 10, u"x"_s), entryOf(u"b"_s, 11, u"x"_s), entryOf(u"a"_s, 9, u"x"_s)}, {}));
    store.reopen();
    const auto more = soon(store->ingest({entryOf(u"a"_s, 12, u"x"_s), entryOf(u"b"_s, 13, u"x"_s)}, {}));
    QCOMPARE(more->at(0).seq, 3);
    QCOMPARE(more->at(1).seq, 2);
}

void TstEntries::pagesWalkTheRoomBothWaysWithoutGapsOrOverlaps()
{
    TempStore store;
    const domain::RoomId room(u"r"_s);
    soon(store->ingest(numbered(u"q"_s, 1, 50), {}));
    soon(store->ingest(numbered(u"r"_s, 1, 100), {}));
    soon(store->ingest(numbered(u"s"_s, 1, 50), {}));
    QList<qint64> back;
    for (qint64 before = 0;;) {
        const auto page = *soon(store->pageBefore(room, before, 7));
        if (page.isEmpty())
            break;
        for (auto it = page.crbegin(); it != page.crend(); ++it) {
            QCOMPARE(it->entry.room, room);
            back += it->seq;
        }
        before = page.first().seq;
    }
    QList<qint64> forth;
    for (qint64 after = 0;;) {
        const auto page = *soon(store->pageAfter(room, after, 9));
        if (page.isEmpty())
            break;
        for (const auto &stored : page)
            forth += stored.seq;
        after = page.last().seq;
    }
    std::reverse(back.begin(), back.end());
    QCOMPARE(back, forth);
    QCOMPARE(forth.size(), 100);
    QCOMPARE(forth.last(), 100);
    QCOMPARE(soon(store->pageBefore(room, 0, -5))->size(), 0);
    QCOMPARE(soon(store->pageBefore(room, 1, 5))->size(), 0);
    QCOMPARE(soon(store->pageAfter(room, 100, 5))->size(), 0);
}

void TstEntries::anUnknownRoomHasAnEmptyPage()
{
    TempStore store;
    const domain::RoomId nowhere(u"nowhere"_s);
    QVERIFY(soon(store->pageBefore(nowhere, 0, 5))->isEmpty());
    QVERIFY(soon(store->envelopes(nowhere))->isEmpty());
    QCOMPARE(*soon(store->countAfter(nowhere, 0, {})), 0);
}

void TstEntries::envelopesComeInPositionOrderHoweverTheyArrived()
{
    TempStore store;
    QList<domain::Entry> entries;
    for (const int n : {12, 9, 100, 2}) {
        auto entry = entryOf(u"r"_s, n, u"fact"_s);
        entry.position.serverTime = n == 2 ? 5000 : 1000;
        entry.envelope = "{}";
        entries += entry;
    }
    entries += entryOf(u"r"_s, 50, u"only words"_s);
    entries += entryOf(u"r"_s, 60, {}); // emptied in the chat before it came here
    entries.last().deleted = true;
    entries.last().position.serverTime = 2000;
    entries += entryOf(u"r"_s, 61, {}); // a reaction taken back, and a card that was edited, are no fact's
    entries.last().deleted = entries.last().reaction = true;
    entries += entryOf(u"r"_s, 62, u"a card"_s);
    entries.last().edited = true;
    entries.last().display = u"card"_s;
    soon(store->ingest(entries, {}));
    QStringList order;
    const auto found = soon(store->envelopes(domain::RoomId(u"r"_s)));
    for (const auto &entry : *found)
        order += entry.position.entry.text();
    QCOMPARE(order, QStringList({u"9"_s, u"12"_s, u"100"_s, u"60"_s, u"2"_s}));
}

void TstEntries::anAttachmentThatComesLaterCompletesItsEntry()
{
    TempStore store;
    auto entry = entryOf(u"r"_s, 1, u"fact"_s);
    entry.envelope = "{}";
    soon(store->ingest({entry}, {}));
    entry.spilled = "the whole body";
    const auto changed = soon(store->ingest({entry}, {}));
    QCOMPARE(changed->size(), 1);
    QCOMPARE(changed->first().entry.spilled, "the whole body"_ba);
    entry.spilled.clear();
    QCOMPARE(soon(store->ingest({entry}, {}))->size(), 0);
    QCOMPARE(soon(store->envelopes(entry.room))->first().spilled, "the whole body"_ba);
    QVERIFY(soon(store->verifyCustody()));
}

void TstEntries::theCursorIsStoredWithItsEntriesAndAnEmptyOneChangesNothing()
{
    TempStore store;
    QVERIFY(soon(store->cursor())->isEmpty());
    soon(store->ingest({entryOf(u"r"_s, 1, u"x"_s)}, "c1"));
    soon(store->ingest({entryOf(u"r"_s, 2, u"x"_s)}, {}));
    store.reopen();
    QCOMPARE(*soon(store->cursor()), "c1"_ba);
    soon(store->ingest({}, "c2"));
    QCOMPARE(*soon(store->cursor()), "c2"_ba);
}

void TstEntries::countAfterCountsWhatOthersSaidAndIsStillHere()
{
    TempStore store;
    auto entries = numbered(u"r"_s, 1, 10);
    entries[4].sender = domain::PersonId(u"tom"_s);
    entries[7].sender = domain::PersonId(u"tom"_s);
    soon(store->ingest(entries, {}));
    soon(store->ingest(numbered(u"z"_s, 1, 10), {}));
    const domain::RoomId room(u"r"_s);
    QCOMPARE(*soon(store->countAfter(room, 0, domain::PersonId(u"tom"_s))), 8);
    QCOMPARE(*soon(store->countAfter(room, 5, domain::PersonId(u"mia"_s))), 1);
    auto gone = entries[7];
    gone.deleted = true;
    gone.text.clear();
    soon(store->ingest({gone}, {}));
    QCOMPARE(*soon(store->countAfter(room, 5, domain::PersonId(u"mia"_s))), 0);
}

void TstEntries::anEntryWithoutRoomOrIdIsRefused()
{
    TempStore store;
    auto entry = entryOf(u"r"_s, 1, u"x"_s);
    entry.position.entry = {};
    const auto refused = soon(store->ingest({entryOf(u"r"_s, 2, u"y"_s), entry}, "c"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::invalid);
    QVERIFY(soon(store->pageBefore(entry.room, 0, 5))->isEmpty());
    QVERIFY(soon(store->cursor())->isEmpty());
}

void TstEntries::textWithNulAndHalfASurrogateIsKept()
{
    TempStore store;
    auto entry = entryOf(u"r"_s, 1, u"a"_s + QChar(0) + u"b"_s);
    soon(store->ingest({entry}, {}));
    QCOMPARE(soon(store->pageBefore(entry.room, 0, 1))->first().entry.text.size(), 3);
    auto broken = entryOf(u"r"_s, 2, u"x"_s + QChar(0xd800) + u"y"_s);
    QVERIFY(soon(store->ingest({broken}, {})));
    QVERIFY(soon(store->verifyCustody()));
}

WARDROOM_TEST(TstEntries)
#include "tst_entries.moc"
