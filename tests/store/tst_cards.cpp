// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "support/testmain.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

//! Display messages: replaced by whoever posted them, without an edit's mark, and by nobody else.
class TstCards final : public QObject
{
    Q_OBJECT

    static domain::Entry card(const QString &text)
    {
        domain::Entry entry = entryOf(u"r"_s, 1, text);
        entry.display = u"op-1"_s;
        return entry;
    }
    static domain::Entry shown(TempStore &store)
    {
        const auto read = soon(store->entry(domain::RoomId(u"r"_s), card({}).position.entry));
        return read && *read ? (*read)->entry : domain::Entry();
    }

private Q_SLOTS:
    void theNextTextReplacesTheOneBefore()
    {
        TempStore store;
        QCOMPARE(soon(store->ingest({card(u"1/3 copying"_s)}, {}))->size(), 1);
        const auto next = soon(store->ingest({card(u"2/3 installing"_s)}, {}));
        QCOMPARE(next->size(), 1);
        QCOMPARE(next->first().entry.text, u"2/3 installing"_s);
        QVERIFY(!next->first().entry.edited);
        QCOMPARE(shown(store).text, u"2/3 installing"_s);
        QCOMPARE(soon(store->search(u"copying"_s, {}, 10))->size(), 0);
        QCOMPARE(soon(store->search(u"installing"_s, {}, 10))->size(), 1);
        // One that comes again or late brings nothing back.
        QCOMPARE(soon(store->ingest({card(u"2/3 installing"_s)}, {}))->size(), 0);
        QCOMPARE(soon(store->ingest({card(u"1/3 copying"_s)}, {}))->size(), 0);
        QCOMPARE(shown(store).text, u"2/3 installing"_s);
        QCOMPARE(soon(store->custodyHead())->count, 2);
        store.reopen();
        QCOMPARE(shown(store).text, u"2/3 installing"_s);
    }

    void nobodyElseReplacesIt_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"sender", "display", "envelope", "words"})
            QTest::addRow("%s", how) << QString::fromLatin1(how);
    }
    void nobodyElseReplacesIt()
    {
        QFETCH(QString, how);
        TempStore store;
        domain::Entry first = card(u"as posted"_s);
        domain::Entry second = card(u"something else"_s);
        if (how == u"sender")
            second.sender = domain::PersonId(u"mallory"_s);
        else if (how == u"display")
            second.display = u"op-2"_s;
        else if (how == u"envelope")
            first.envelope = "{}";
        else
            first.display.clear();
        QCOMPARE(soon(store->ingest({first}, {}))->size(), 1);
        QCOMPARE(soon(store->ingest({second}, {}))->size(), 0);
        QCOMPARE(shown(store).text, u"as posted"_s);
    }
};

WARDROOM_TEST(TstCards)
#include "tst_cards.moc"
