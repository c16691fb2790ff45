// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "support/testmain.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

class TstCustody final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theChainIsThatOfTheSpecification();
    void anEditIsShownAndWhatStoodBeforeIsKept();
    void anEnvelopeThatIsEditedOrDeletedStaysWithItsMark();
    void aCopyOfWhatCameEmptySaysWhatItWas();
    void aLateCopyNeverTakesAnEditBack();
    void otherWordsUnderOneIdAreRecordedAndNotShown();
    void theChainGoesOnAfterReopening();
    void whatWasAlteredBehindOurBackIsNamed_data();
    void whatWasAlteredBehindOurBackIsNamed();
    void theFileItselfRefusesToForget();
};

namespace {

QByteArray field(const QByteArray &bytes)
{
    QByteArray length(4, '\0');
    for (int i = 0; i < 4; ++i)
        length[i] = static_cast<char>((bytes.size() >> (8 * (3 - i))) & 0xff);
    return length + bytes;
}

domain::Entry withText(domain::Entry entry, const QString &text)
{
    entry.text = text;
    return entry;
}

domain::Entry editedTo(domain::Entry entry, const QString &text)
{
    entry.edited = true;
    return withText(entry, text);
}

} // namespace

void TstCustody::theChainIsThatOfTheSpecification()
{
    TempStore store;
    const auto entry = entryOf(u"r"_s, 1, u"hello"_s);
    soon(store->ingest({entry}, {}));
    const QByteArray seen = field("hello"_ba) + field({}) + field({}) + field({}) + QByteArray(1, '\0');
    QByteArray time(8, '\0');
    for (int i = 0; i < 8; ++i)
        time[i] = static_cast<char>((entry.position.serverTime >> (8 * (7 - i))) & 0xff);
    const Sha256 expected = Sha256::of(field({}) + field("r"_ba) + field("1"_ba) + field(time) + field("mia"_ba) +
                                       field(Sha256::of(seen).bytes()) + field("seen"_ba));
    const auto head = soon(store->custodyHead());
    QCOMPARE(head->count, 1);
    QCOMPARE(head->hash.hex(), expected.hex());
}

void TstCustody::anEditIsShownAndWhatStoodBeforeIsKept()
{
    TempStore store;
    const auto first = entryOf(u"r"_s, 1, u"first words"_s);
    soon(store->ingest({first}, {}));
    QVERIFY(soon(store->earlier(first.room, first.position.entry))->isEmpty());
    soon(store->ingest({editedTo(first, u"second words"_s)}, {}));
    const auto changed = soon(store->ingest({editedTo(first, u"third words"_s)}, {}));
    QCOMPARE(changed->size(), 1);
    QCOMPARE(changed->first().seq, 1);
    QCOMPARE(changed->first().entry.text, u"third words"_s);
    auto gone = withText(first, {});
    gone.deleted = true;
    QCOMPARE(soon(store->ingest({gone}, {}))->size(), 1);
    QStringList before;
    const auto versions = soon(store->earlier(first.room, first.position.entry));
    for (const auto &version : *versions)
        before += version.text;
    QCOMPARE(before, QStringList({u"first words"_s, u"second words"_s, u"third words"_s}));
    const auto shown = soon(store->pageBefore(first.room, 0, 5));
    QCOMPARE(shown->size(), 1);
    QVERIFY(shown->first().entry.deleted && shown->first().entry.text.isEmpty());
    QCOMPARE(soon(store->verifyCustody())->count, 4);
}

void TstCustody::anEnvelopeThatIsEditedOrDeletedStaysWithItsMark()
{
    TempStore store;
    auto fact = entryOf(u"r"_s, 1, u"fact"_s);
    fact.envelope = "{\"true\":1}";
    soon(store->ingest({fact}, {}));
    auto forged = editedTo(fact, u"other"_s);
    forged.envelope = "{\"forged\":1}";
    QCOMPARE(soon(store->ingest({forged}, {}))->first().entry.envelope, fact.envelope);
    auto gone = withText(fact, {});
    gone.deleted = true;
    gone.envelope.clear();
    soon(store->ingest({gone}, {}));
    store.reopen();
    const auto facts = soon(store->envelopes(fact.room));
    QCOMPARE(facts->size(), 1);
    QCOMPARE(facts->first().envelope, fact.envelope);
    QVERIFY(facts->first().edited && facts->first().deleted);
    QCOMPARE(soon(store->earlier(fact.room, fact.position.entry))->at(1).envelope, forged.envelope);
    QVERIFY(soon(store->verifyCustody()));
}

//! Somebody deleted the message before anybody heard it, and its sender tells what it was.
void TstCustody::aCopyOfWhatCameEmptySaysWhatItWas()
{
    TempStore store;
    auto fact = entryOf(u"r"_s, 1, u"fact"_s);
    fact.envelope = "{\"true\":1}";
    auto gone = withText(fact, {});
    gone.deleted = true;
    gone.envelope.clear();
    soon(store->ingest({gone}, {}));
    auto strangers = fact;
    strangers.sender = domain::PersonId(u"somebody else"_s);
    QVERIFY(soon(store->ingest({strangers}, {}))->isEmpty());
    const auto told = soon(store->ingest({fact, gone}, {}));
    QCOMPARE(told->size(), 1);
    QVERIFY(told->first().entry.deleted && told->first().entry.text.isEmpty());
    QCOMPARE(told->first().entry.envelope, fact.envelope);
    auto other = fact;
    other.envelope = "{\"other\":1}";
    QVERIFY(soon(store->ingest({other, fact}, {}))->isEmpty());
    store.reopen();
    const auto facts = soon(store->envelopes(fact.room));
    QCOMPARE(facts->size(), 1);
    QCOMPARE(facts->first().envelope, fact.envelope);
    QVERIFY(facts->first().deleted);
    const auto checked = soon(store->verifyCustody());
    QVERIFY2(checked, qPrintable(checked ? QString() : checked.error().message));
    QCOMPARE(checked->count, 4); // the stranger's and the other one are recorded, too
}

void TstCustody::aLateCopyNeverTakesAnEditBack()
{
    TempStore store;
    const auto first = entryOf(u"r"_s, 1, u"first"_s);
    const auto second = editedTo(first, u"second"_s);
    auto gone = withText(first, {});
    gone.deleted = true;
    soon(store->ingest({first, second}, {}));
    QVERIFY(soon(store->ingest({first}, {}))->isEmpty());
    soon(store->ingest({gone}, {}));
    QVERIFY(soon(store->ingest({second, first, gone}, {}))->isEmpty());
    QVERIFY(soon(store->ingest({editedTo(first, u"after its deletion"_s)}, {}))->isEmpty());
    QVERIFY(soon(store->pageBefore(first.room, 0, 5))->first().entry.deleted);
    QCOMPARE(soon(store->verifyCustody())->count, 4); // the last one is recorded, not shown
}

void TstCustody::otherWordsUnderOneIdAreRecordedAndNotShown()
{
    TempStore store;
    const auto first = entryOf(u"r"_s, 1, u"what was said"_s);
    soon(store->ingest({first}, {}));
    for (int i = 0; i < 3; ++i)
        QVERIFY(soon(store->ingest({withText(first, u"what was not said"_s)}, {}))->isEmpty());
    QCOMPARE(soon(store->pageBefore(first.room, 0, 5))->first().entry.text, u"what was said"_s);
    QCOMPARE(soon(store->custodyHead())->count, 2);
    QCOMPARE(soon(store->verifyCustody())->count, 2);
}

void TstCustody::theChainGoesOnAfterReopening()
{
    TempStore store;
    for (int n = 1; n <= 5; ++n) {
        soon(store->ingest({entryOf(u"r"_s, n, u"x"_s)}, {}));
        store.reopen();
    }
    const auto head = soon(store->verifyCustody());
    QVERIFY(head);
    QCOMPARE(head->count, 5);
    QCOMPARE(head->hash, soon(store->custodyHead())->hash);
}

void TstCustody::whatWasAlteredBehindOurBackIsNamed_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("named");
    const QByteArray free = "DROP TRIGGER custody_keeps_lines; DROP TRIGGER custody_keeps_words;";
    QTest::newRow("a word of an entry") << "UPDATE entries SET text = 'forged' WHERE entry = '3'"_ba << u"Entry 3"_s;
    QTest::newRow("an entry's sender") << "UPDATE entries SET sender = 'eve' WHERE entry = '4'"_ba << u"Entry 4"_s;
    QTest::newRow("an edited entry's envelope")
        << "UPDATE entries SET envelope = x'00' WHERE entry = '2'"_ba << u"Entry 2"_s;
    QTest::newRow("an entry taken away") << "DELETE FROM entries WHERE entry = '5'"_ba << u"saw 6 entries, but 5"_s;
    QTest::newRow("a line's sender") << free + "UPDATE custody SET sender = 'eve' WHERE number = 4" << u"line 4"_s;
    QTest::newRow("a line's hash") << free + "UPDATE custody SET hash = zeroblob(32) WHERE number = 3" << u"line 3"_s;
    QTest::newRow("a line taken away") << free + "DELETE FROM custody WHERE number = 2" << u"line 2"_s;
    QTest::newRow("what stood before") << free + "UPDATE custody SET before = x'00' WHERE number = 7" << u"line 2"_s;
    QTest::newRow("what was seen") << free + "UPDATE custody SET seen = x'00' WHERE number = 7" << u"line 7"_s;
}

void TstCustody::whatWasAlteredBehindOurBackIsNamed()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, named);
    TempStore store;
    QList<domain::Entry> entries;
    for (int n = 1; n <= 6; ++n)
        entries += entryOf(u"r"_s, n, u"line %1"_s.arg(n));
    entries += editedTo(entries[1], u"edited"_s);
    soon(store->ingest(entries, {}));
    QCOMPARE(soon(store->verifyCustody())->count, 7);
    store.close();
    QVERIFY(tamper(store.path(), sql));
    store.reopen();
    const auto verdict = soon(store->verifyCustody());
    QVERIFY(!verdict);
    QCOMPARE(verdict.error().kind, ErrorKind::corrupt);
    QVERIFY2(verdict.error().message.contains(named), qPrintable(verdict.error().message));
}

void TstCustody::theFileItselfRefusesToForget()
{
    TempStore store;
    soon(store->ingest({entryOf(u"r"_s, 1, u"x"_s)}, {}));
    store.close();
    QVERIFY(!tamper(store.path(), "DELETE FROM custody"));
    QVERIFY(!tamper(store.path(), "UPDATE custody SET sender = 'eve'"));
}

WARDROOM_TEST(TstCustody)
#include "tst_custody.moc"
