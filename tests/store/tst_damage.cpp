// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "support/testmain.h"

#include <QDir>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

class TstDamage final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void damageIsSaidAndTheFileKept_data();
    void damageIsSaidAndTheFileKept();
    void whatCanBeReadIsReadAndTheFileKept();
    void whatAKilledProgramLeftInTheLogIsReadToo();
    void readOnlyRefusesEveryWrite();
    void aMissingFileCannotBeReadOnly();
    void aFolderThatCannotBeMadeIsSaid();
};

namespace {

const domain::RoomId room(u"r"_s);

//! A file with \a count entries, closed.
void fill(TempStore &store, int count)
{
    QList<domain::Entry> entries;
    for (int n = 1; n <= count; ++n)
        entries += entryOf(u"r"_s, n, u"entry number %1 "_s.arg(n) + u"with some length to it "_s.repeated(8));
    QVERIFY(soon(store->ingest(entries, "c")));
    store.close();
}

} // namespace

void TstDamage::damageIsSaidAndTheFileKept_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("cut");
    QTest::newRow("no header") << 0 << 16 << false;
    QTest::newRow("the schema's page") << 100 << 200 << false;
    QTest::newRow("cut in the middle") << 200'000 << 0 << true;
    QTest::newRow("cut in the header") << 50 << 0 << true;
    QTest::newRow("pages overwritten") << 100'000 << 60'000 << false;
}

void TstDamage::damageIsSaidAndTheFileKept()
{
    QFETCH(int, from);
    QFETCH(int, length);
    QFETCH(bool, cut);
    TempStore store;
    fill(store, 2000);
    QByteArray bytes = bytesOf(store.path());
    QVERIFY(bytes.size() > 400'000);
    if (cut)
        bytes.truncate(from);
    else
        bytes.replace(from, length, QByteArray(length, '\x5a'));
    writeBytes(store.path(), bytes);
    const auto files = QDir(QFileInfo(store.path()).path()).entryList(QDir::Files);
    const auto refused = openAt(store.path());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::corrupt);
    QVERIFY(refused.error().message.contains(u"damaged"_s));
    QCOMPARE(bytesOf(store.path()), bytes);
    QCOMPARE(QDir(QFileInfo(store.path()).path()).entryList(QDir::Files), files);
}

void TstDamage::whatCanBeReadIsReadAndTheFileKept()
{
    TempStore store;
    fill(store, 4000);
    QByteArray bytes = bytesOf(store.path());
    // Most of the pages of the table itself, where the words of entry 2000 are.
    const qsizetype at = bytes.indexOf("entry number 2000 ") / 4096 * 4096;
    QVERIFY(at > 0);
    bytes.replace(at, 4096, QByteArray(4096, '\x5a'));
    writeBytes(store.path(), bytes);
    QCOMPARE(openAt(store.path()).error().kind, ErrorKind::corrupt);
    auto opened = openAt(store.path(), true);
    QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().message));
    const auto salvaged = std::move(*opened);
    QCOMPARE(salvaged->health(), store::StoreHealth::readOnly);
    const auto newest = soon(salvaged->pageBefore(room, 0, 10'000));
    QVERIFY(newest);
    QVERIFY2(newest->size() > 1500 && newest->last().seq == 4000, qPrintable(QString::number(newest->size())));
    const auto oldest = soon(salvaged->pageAfter(room, 0, 10'000));
    QVERIFY(oldest);
    QVERIFY(oldest->size() > 1500 && oldest->first().seq == 1);
    QVERIFY(newest->size() + oldest->size() < 4000);
    QVERIFY(!soon(salvaged->verifyCustody()));
    QCOMPARE(bytesOf(store.path()), bytes);
}

void TstDamage::whatAKilledProgramLeftInTheLogIsReadToo()
{
    TempStore store;
    soon(store->ingest({entryOf(u"r"_s, 1, u"only in the log"_s)}, {}));
    QTemporaryDir other;
    const QString path = other.filePath(u"desk.db"_s);
    QVERIFY(QFile::copy(store.path(), path) && QFile::copy(store.path() + u"-wal"_s, path + u"-wal"_s));
    const QByteArray before = bytesOf(path);
    const QByteArray log = bytesOf(path + u"-wal"_s);
    {
        const auto opened = openAt(path, true);
        QVERIFY(opened);
        QCOMPARE(soon((*opened)->pageBefore(room, 0, 5))->size(), 1);
    }
    QCOMPARE(bytesOf(path), before);
    QCOMPARE(bytesOf(path + u"-wal"_s), log);
}

void TstDamage::readOnlyRefusesEveryWrite()
{
    TempStore store;
    fill(store, 3);
    const QByteArray before = bytesOf(store.path());
    const auto opened = openAt(store.path(), true);
    auto &s = **opened;
    QCOMPARE(soon(s.ingest({entryOf(u"r"_s, 9, u"x"_s)}, {})).error().kind, ErrorKind::storage);
    QCOMPARE(soon(s.enqueue({})).error().kind, ErrorKind::storage);
    QCOMPARE(soon(s.setValue(u"k"_s, "v")).error().kind, ErrorKind::storage);
    QCOMPARE(soon(s.putBlob("x")).error().kind, ErrorKind::storage);
    QCOMPARE(soon(s.pageBefore(room, 0, 9))->size(), 3);
    QCOMPARE(soon(s.search(u"number"_s, {}, 9))->size(), 3);
    QCOMPARE(bytesOf(store.path()), before);
}

void TstDamage::aMissingFileCannotBeReadOnly()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"none.db"_s);
    QVERIFY(!openAt(path, true));
    QVERIFY(!QFile::exists(path));
}

void TstDamage::aFolderThatCannotBeMadeIsSaid()
{
    const auto refused = openAt(u"/proc/wardroom/desk.db"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::storage);
}

WARDROOM_TEST(TstDamage)
#include "tst_damage.moc"
