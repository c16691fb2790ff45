// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/custody.h"
#include "storefixture.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using domain::EntryId;
using domain::RoomId;

//! What the store knows of threads, and that what it kept before there were any is still true.
class TstThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aThreadIsItsFirstMessageItsAnswersAndTheReactionsToThem();
    void aThreadIsPagedBothWays();
    void aSummaryCountsWhatIsStillThere();
    void aDeletedAnswerStaysInItsThread();
    void aRoomsUnreadCountKnowsNoThreads();
    void theRecordHoldsTheThreadAndTheFile();
    void whatAnEarlierVersionStoredIsTheSameMessageStill();
};

namespace {

const RoomId kRoom(u"r"_s);

domain::Entry answer(int number, int root, const QString &text = u"an answer"_s)
{
    domain::Entry entry = entryOf(kRoom.text(), number, text);
    entry.thread = entry.replyTo = EntryId(QString::number(root));
    return entry;
}

domain::Entry reaction(int number, int to)
{
    domain::Entry entry = entryOf(kRoom.text(), number, u"👍"_s);
    entry.replyTo = EntryId(QString::number(to));
    entry.reaction = true;
    return entry;
}

QList<int> numbersOf(const Result<QList<store::StoredEntry>> &page)
{
    QList<int> numbers;
    for (const auto &stored : page.value())
        numbers.append(stored.entry.position.entry.text().toInt());
    return numbers;
}

} // namespace

void TstThreads::aThreadIsItsFirstMessageItsAnswersAndTheReactionsToThem()
{
    TempStore store;
    auto plainReply = entryOf(kRoom.text(), 4, u"answers it in the room"_s);
    plainReply.replyTo = EntryId(u"1"_s);
    auto elsewhere = answer(9, 1);
    elsewhere.room = RoomId(u"other"_s);
    QVERIFY(soon(store->ingest({entryOf(kRoom.text(), 1, u"root"_s), entryOf(kRoom.text(), 2, u"talk"_s), answer(3, 1),
                                plainReply, reaction(5, 3), reaction(6, 2), answer(7, 2), elsewhere},
                               {})));
    QCOMPARE(numbersOf(soon(store->threadBefore(kRoom, EntryId(u"1"_s), 0, 10))), QList<int>({1, 3, 5}));
    QCOMPARE(numbersOf(soon(store->threadBefore(kRoom, EntryId(u"2"_s), 0, 10))), QList<int>({2, 6, 7}));
    QCOMPARE(numbersOf(soon(store->threadBefore(kRoom, EntryId(u"77"_s), 0, 10))), QList<int>());
    QCOMPARE(numbersOf(soon(store->threadBefore(kRoom, EntryId(), 0, 10))), QList<int>());
}

void TstThreads::aThreadIsPagedBothWays()
{
    TempStore store;
    QList<domain::Entry> entries{entryOf(kRoom.text(), 1, u"root"_s)};
    for (int n = 2; n <= 41; ++n)
        entries += n % 2 == 0 ? answer(n, 1) : entryOf(kRoom.text(), n, u"talk"_s);
    QVERIFY(soon(store->ingest(entries, {})));
    const EntryId root(u"1"_s);
    const auto newest = soon(store->threadBefore(kRoom, root, 0, 8));
    QCOMPARE(numbersOf(newest), QList<int>({26, 28, 30, 32, 34, 36, 38, 40}));
    const auto older = soon(store->threadBefore(kRoom, root, newest->first().seq, 8));
    QCOMPARE(older->size(), 8);
    QCOMPARE(older->last().entry.position.entry.text(), u"24"_s);
    const auto newer = soon(store->threadAfter(kRoom, root, older->last().seq, 100));
    QCOMPARE(numbersOf(newer), numbersOf(newest));
}

void TstThreads::aSummaryCountsWhatIsStillThere()
{
    TempStore store;
    auto last = answer(4, 1);
    last.sender = domain::PersonId(u"ana"_s);
    QVERIFY(soon(store->ingest({entryOf(kRoom.text(), 1, u"root"_s), answer(2, 1), answer(3, 1), last}, {})));
    const QList<EntryId> roots{EntryId(u"1"_s), EntryId(u"2"_s), EntryId(u"77"_s)};
    const auto found = soon(store->threads(kRoom, roots));
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->value(roots.first()),
             (store::ThreadSummary{3, domain::PersonId(u"ana"_s), last.position.serverTime}));
    last.text.clear();
    last.deleted = true;
    QVERIFY(soon(store->ingest({last}, {})));
    const auto less = soon(store->threads(kRoom, roots));
    QCOMPARE(less->value(roots.first()).replies, 2);
    QCOMPARE(less->value(roots.first()).lastBy, domain::PersonId(u"mia"_s));
}

void TstThreads::aDeletedAnswerStaysInItsThread()
{
    TempStore store;
    QVERIFY(soon(store->ingest({entryOf(kRoom.text(), 1, u"root"_s), answer(2, 1)}, {})));
    auto gone = entryOf(kRoom.text(), 2, {}); // a deletion says nothing any more, not even where it stood
    gone.deleted = true;
    const auto changed = soon(store->ingest({gone}, {}));
    QCOMPARE(changed->size(), 1);
    QCOMPARE(changed->first().entry.thread, EntryId(u"1"_s));
    QCOMPARE(numbersOf(soon(store->threadBefore(kRoom, EntryId(u"1"_s), 0, 10))), QList<int>({1, 2}));
    QVERIFY(soon(store->verifyCustody()));
}

void TstThreads::aRoomsUnreadCountKnowsNoThreads()
{
    TempStore store;
    QVERIFY(soon(store->ingest({entryOf(kRoom.text(), 1, u"root"_s), answer(2, 1), answer(3, 1)}, {})));
    QCOMPARE(soon(store->countAfter(kRoom, 1, domain::PersonId(u"ana"_s))).value(), 2);
}

void TstThreads::theRecordHoldsTheThreadAndTheFile()
{
    domain::Entry entry = answer(2, 1);
    entry.media = u"{\"kind\":\"file\"}"_s;
    entry.fromPhone = true;
    domain::Entry back;
    QVERIFY(store::readEntryBytes(store::entryBytes(entry), back));
    QCOMPARE(back.thread, entry.thread);
    QCOMPARE(back.media, entry.media);
    QVERIFY(back.fromPhone && !back.edited);
    domain::Entry other = entry;
    other.media = u"{\"kind\":\"image\"}"_s;
    QVERIFY(store::entryBytes(other) != store::entryBytes(entry));
    QVERIFY(!store::readEntryBytes(store::entryBytes(entry).chopped(1), back));
    QVERIFY(!store::readEntryBytes(store::entryBytes(entry) + 'x', back));
    // Without either, the bytes are those of before there were any.
    const QByteArray plain = store::entryBytes(entryOf(kRoom.text(), 2, u"x"_s));
    QCOMPARE(plain.size(), 4 * 4 + 1 + 1);

    TempStore store;
    QVERIFY(soon(store->ingest({entry}, {})));
    other.edited = false; // the same message, another file: never shown, and on the record
    QVERIFY(soon(store->ingest({other}, {}))->isEmpty());
    QCOMPARE(soon(store->entry(kRoom, EntryId(u"2"_s)))->value().entry.media, entry.media);
    QCOMPARE(soon(store->verifyCustody())->count, 2);
}

void TstThreads::whatAnEarlierVersionStoredIsTheSameMessageStill()
{
    TempStore store;
    domain::Entry known = answer(2, 1);
    known.thread = {};
    QVERIFY(soon(store->ingest({known}, {})));
    domain::Entry again = answer(2, 1); // the server tells it once more, and now its thread is heard
    again.media = u"{\"kind\":\"file\"}"_s;
    QVERIFY(soon(store->ingest({again}, {}))->isEmpty());
    QCOMPARE(soon(store->verifyCustody())->count, 1); // nothing differs
    again.edited = true;
    again.text = u"other words"_s;
    QCOMPARE(soon(store->ingest({again}, {}))->first().entry.text, again.text);
    QVERIFY(soon(store->verifyCustody()));
}

WARDROOM_TEST(TstThreads)
#include "tst_threads.moc"
