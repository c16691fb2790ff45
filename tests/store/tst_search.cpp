// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchtext.h"
#include "storefixture.h"
#include "support/testmain.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

class TstSearch final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsAndChineseAreFound_data();
    void wordsAndChineseAreFound();
    void hostileQueriesNeverFail_data();
    void hostileQueriesNeverFail();
    void whatIsIndexedAsItIsNeedsNoSplitting();
    void newestComeFirstAndTheLimitHolds();
    void oneRoomIsSearchedAlone();
    void everywhereIsOrderedByTime();
    void theNextPageGoesOnWhereTheLastOneEnded();
    void anEditMovesTheWordsAndADeletionTakesThemAway();
};

namespace {

QStringList found(TempStore &store, const QString &words, const QString &room = {})
{
    QStringList ids;
    const auto hits = soon(store->search(words, domain::RoomId(room), 100));
    if (!hits)
        return {u"error: "_s + hits.error().message};
    for (const auto &hit : *hits)
        ids += hit.position.entry.text();
    return ids;
}

} // namespace

void TstSearch::wordsAndChineseAreFound_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("one character") << u"数"_s << QStringList({u"2"_s, u"1"_s});
    QTest::newRow("two characters") << u"数据"_s << QStringList({u"1"_s});
    QTest::newRow("three characters") << u"数据库"_s << QStringList({u"1"_s});
    QTest::newRow("four characters") << u"据库服务"_s << QStringList({u"1"_s});
    QTest::newRow("characters in another order") << u"据数"_s << QStringList();
    QTest::newRow("outside the basic plane") << u"𠀀"_s << QStringList({u"6"_s});
    QTest::newRow("a word") << u"nginx"_s << QStringList({u"3"_s});
    QTest::newRow("upper case") << u"NGINX"_s << QStringList({u"3"_s});
    QTest::newRow("an accent") << u"cafe"_s << QStringList({u"5"_s});
    QTest::newRow("two words, far apart") << u"patch nginx"_s << QStringList({u"3"_s});
    QTest::newRow("a host") << u"web-01"_s << QStringList({u"3"_s});
    QTest::newRow("an address") << u"203.0.113.7"_s << QStringList({u"4"_s});
    QTest::newRow("Chinese beside Latin") << u"CVE漏洞"_s << QStringList({u"2"_s});
    QTest::newRow("half a word") << u"ngin"_s << QStringList();
    QTest::newRow("nothing") << QString() << QStringList();
}

void TstSearch::wordsAndChineseAreFound()
{
    QFETCH(QString, words);
    QFETCH(QStringList, ids);
    TempStore store;
    soon(store->ingest({entryOf(u"r"_s, 1, u"数据库服务器已恢复"_s), entryOf(u"r"_s, 2, u"发现CVE漏洞,数量3个"_s),
                        entryOf(u"r"_s, 3, u"/patch apply web-01 nginx"_s),
                        entryOf(u"r"_s, 4, u"ban 203.0.113.7 for 4h"_s), entryOf(u"r"_s, 5, u"the Café is down"_s),
                        entryOf(u"r"_s, 6, u"rare 𠀀 sign"_s)},
                       {}));
    QCOMPARE(found(store, words), ids);
}

void TstSearch::hostileQueriesNeverFail_data()
{
    QTest::addColumn<QString>("words");
    for (const auto &words : {u"\""_s, u"\"\"\""_s, u"'; DROP TABLE entries; --"_s, u"AND OR NOT"_s, u"NEAR(a b, 5)"_s,
                              u"text:secret"_s, u"-x"_s, u"^x"_s, u"x*"_s, u"* * *"_s, u"("_s, u"(a OR"_s, u"{a b}:c"_s,
                              u"+++"_s, u"。,、"_s, u"\\"_s, u"\u202e\u200b"_s, u"%_"_s})
        QTest::newRow(qPrintable(u"“%1”"_s.arg(words))) << words;
    QTest::newRow("NUL") << QString(u"a"_s + QChar(0) + u"b\" OR"_s);
    QTest::newRow("only NUL") << QString(3, QChar(0));
    QTest::newRow("half a surrogate") << QString(QChar(0xd800));
    QTest::newRow("a million characters") << QString(1'000'000, u'x');
    QTest::newRow("a million quotes") << QString(1'000'000, u'"');
    QTest::newRow("five hundred words") << u"a "_s.repeated(500);
    QTest::newRow("a thousand Chinese characters") << QString(1000, QChar(0x6570));
}

void TstSearch::hostileQueriesNeverFail()
{
    QFETCH(QString, words);
    TempStore store;
    soon(store->ingest({entryOf(u"r"_s, 1, u"and or not near text secret"_s)}, {}));
    QVERIFY(soon(store->search(words, {}, 10)));
    QVERIFY(soon(store->search(words, domain::RoomId(u"r"_s), 10)));
    QCOMPARE(found(store, u"near not"_s), QStringList({u"1"_s})); // and the table is still there
}

void TstSearch::whatIsIndexedAsItIsNeedsNoSplitting()
{
    QVERIFY(store::isIndexedAsItIs("ban 203.0.113.7, Caf\u00e9 \u2192 ok"));
    for (uint c = 1; c < 0x32000; ++c) {
        if (c >= 0xd800 && c <= 0xdfff)
            continue;
        const QString text = u"a"_s + QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1) + u"b"_s;
        if (store::isIndexedAsItIs(text.toUtf8()) && store::indexedText(text) != text)
            QFAIL(qPrintable(u"U+%1 is changed"_s.arg(c, 0, 16)));
    }
}

void TstSearch::newestComeFirstAndTheLimitHolds()
{
    TempStore store;
    QList<domain::Entry> entries;
    for (int n = 1; n <= 30; ++n)
        entries += entryOf(u"r"_s, n, u"again"_s);
    soon(store->ingest(entries, {}));
    const auto hits = soon(store->search(u"again"_s, domain::RoomId(u"r"_s), 3));
    QCOMPARE(hits->size(), 3);
    QCOMPARE(hits->at(0).seq, 30);
    QCOMPARE(hits->at(2).seq, 28);
    QCOMPARE(soon(store->search(u"again"_s, {}, 0))->size(), 0);
}

void TstSearch::oneRoomIsSearchedAlone()
{
    TempStore store;
    soon(store->ingest({entryOf(u"a"_s, 1, u"word"_s), entryOf(u"b"_s, 2, u"word"_s), entryOf(u"c"_s, 3, u"word"_s)},
                       {}));
    QCOMPARE(found(store, u"word"_s, u"b"_s), QStringList({u"2"_s}));
    QCOMPARE(found(store, u"word"_s, u"nowhere"_s), QStringList());
}

void TstSearch::everywhereIsOrderedByTime()
{
    TempStore store;
    soon(store->ingest({entryOf(u"a"_s, 1, u"word"_s), entryOf(u"b"_s, 2, u"word"_s), entryOf(u"a"_s, 3, u"word"_s)},
                       {}));
    QCOMPARE(found(store, u"word"_s), QStringList({u"3"_s, u"2"_s, u"1"_s}));
}

void TstSearch::theNextPageGoesOnWhereTheLastOneEnded()
{
    TempStore store;
    QList<domain::Entry> entries;
    for (int n = 1; n <= 60; ++n) {
        domain::Entry entry = entryOf(n % 3 == 0 ? u"a"_s : u"b"_s, n, u"word"_s);
        if (n % 7 == 0)
            entry.position.serverTime -= 20; // brought by a later page of history
        entries += entry;
    }
    soon(store->ingest(entries, {}));
    const auto pages = [&](const QString &room) {
        QStringList ids;
        store::SearchPlace after;
        for (int page = 0; page < 20; ++page) {
            const auto hits = soon(store->search(u"word"_s, domain::RoomId(room), 7, after));
            if (!hits || hits->isEmpty())
                break;
            for (const store::SearchHit &hit : *hits) {
                ids += hit.position.entry.text();
                after.insert(hit.room, hit.seq);
            }
            // What comes meanwhile moves nothing.
            soon(store->ingest({entryOf(u"b"_s, 1000 + page + (room.isEmpty() ? 0 : 100), u"word"_s)}, {}));
        }
        return ids;
    };
    const QStringList everywhere = pages({});
    QCOMPARE(everywhere.size(), 60);
    QCOMPARE(QSet(everywhere.begin(), everywhere.end()).size(), 60);
    const QStringList one = pages(u"a"_s);
    QCOMPARE(one.size(), 20);
    QCOMPARE(one.first(), u"60"_s);
    QCOMPARE(one.last(), u"3"_s);
}

void TstSearch::anEditMovesTheWordsAndADeletionTakesThemAway()
{
    TempStore store;
    auto entry = entryOf(u"r"_s, 1, u"old 旧数据"_s);
    soon(store->ingest({entry, entryOf(u"r"_s, 2, u"old neighbour"_s)}, {}));
    entry.edited = true;
    entry.text = u"new 新数据"_s;
    soon(store->ingest({entry}, {}));
    QCOMPARE(found(store, u"old"_s), QStringList({u"2"_s}));
    QCOMPARE(found(store, u"新数据"_s), QStringList({u"1"_s}));
    QCOMPARE(found(store, u"旧"_s), QStringList());
    entry.deleted = true;
    entry.text.clear();
    soon(store->ingest({entry}, {}));
    QCOMPARE(found(store, u"new"_s), QStringList());
    store.close();
    QVERIFY(tamper(store.path(), "INSERT INTO search(search) VALUES ('integrity-check')"));
}

WARDROOM_TEST(TstSearch)
#include "tst_search.moc"
