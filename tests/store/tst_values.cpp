// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "support/testmain.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

class TstValues final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aValueIsThereAfterReopening();
    void anEmptyValueIsNotNoValue();
    void aPrefixNamesItsOwnAndNothingElse();
};

void TstValues::aValueIsThereAfterReopening()
{
    TempStore store;
    QVERIFY(soon(store->value(u"draft/r"_s))->isNull());
    soon(store->setValue(u"draft/r"_s, "one"));
    soon(store->setValue(u"draft/r"_s, "two\0three"_ba));
    store.reopen();
    QCOMPARE(*soon(store->value(u"draft/r"_s)), "two\0three"_ba);
    QVERIFY(soon(store->value(u"DRAFT/r"_s))->isNull());
}

void TstValues::anEmptyValueIsNotNoValue()
{
    TempStore store;
    soon(store->setValue(u"k"_s, ""_ba));
    QVERIFY(!soon(store->value(u"k"_s))->isNull());
    QVERIFY(soon(store->value(u"k"_s))->isEmpty());
    soon(store->setValue(u"k"_s, QByteArray()));
    QVERIFY(soon(store->value(u"k"_s))->isNull());
    QVERIFY(soon(store->values({}))->isEmpty());
}

void TstValues::aPrefixNamesItsOwnAndNothingElse()
{
    TempStore store;
    for (const auto &key :
         {u"journal/a"_s, u"journal/b"_s, u"journal"_s, u"journal0"_s, u"journal_x"_s, u"zz"_s, u"%"_s})
        soon(store->setValue(key, key.toUtf8()));
    const auto journal = soon(store->values(u"journal/"_s));
    QCOMPARE(journal->keys(), QStringList({u"journal/a"_s, u"journal/b"_s}));
    QCOMPARE(soon(store->values(u"%"_s))->size(), 1);
    QCOMPARE(soon(store->values({}))->size(), 7);
}

WARDROOM_TEST(TstValues)
#include "tst_values.moc"
