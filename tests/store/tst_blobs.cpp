// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "support/testmain.h"

#include <QDir>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

class TstBlobs final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bytesComeBackByTheirHash();
    void aDamagedFileIsNeverHandedOutAndIsReplaced();
    void whatIsMissingSaysSo();
    void halfWrittenFilesAreClearedAway();
    void filesAreForTheirOwnerOnly();
};

namespace {

QString fileOf(const TempStore &store, const Sha256 &hash)
{
    return store.path() + u".blobs/"_s + hash.hex().first(2) + u'/' + hash.hex();
}

} // namespace

void TstBlobs::bytesComeBackByTheirHash()
{
    TempStore store;
    for (const QByteArray &bytes : {""_ba, "a\0b"_ba, QByteArray(3'000'000, 'x')}) {
        const auto hash = soon(store->putBlob(bytes));
        QVERIFY(hash);
        QCOMPARE(*hash, Sha256::of(bytes));
        QCOMPARE(*soon(store->putBlob(bytes)), *hash);
        QCOMPARE(bytesOf(fileOf(store, *hash)), bytes);
        QCOMPARE(*soon(store->blob(*hash)), bytes);
    }
}

void TstBlobs::aDamagedFileIsNeverHandedOutAndIsReplaced()
{
    TempStore store;
    const auto hash = *soon(store->putBlob("evidence"));
    writeBytes(fileOf(store, hash), "evidencf");
    const auto read = soon(store->blob(hash));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::corrupt);
    soon(store->putBlob("evidence"));
    QCOMPARE(*soon(store->blob(hash)), "evidence"_ba);
}

void TstBlobs::whatIsMissingSaysSo()
{
    TempStore store;
    QCOMPARE(soon(store->blob(Sha256::of("never"))).error().kind, ErrorKind::notFound);
    QCOMPARE(soon(store->blob({})).error().kind, ErrorKind::notFound);
}

void TstBlobs::halfWrittenFilesAreClearedAway()
{
    TempStore store;
    const auto hash = *soon(store->putBlob("whole"));
    const QString half = store.path() + u".blobs/part-0011"_s;
    writeBytes(half, "ha");
    store.reopen();
    QVERIFY(!QFile::exists(half));
    QCOMPARE(*soon(store->blob(hash)), "whole"_ba);
}

void TstBlobs::filesAreForTheirOwnerOnly()
{
    TempStore store;
    const auto hash = *soon(store->putBlob("secret"));
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    soon(store->setValue(u"k"_s, "v"));
    for (const QString &path :
         {store.path(), store.path() + u"-wal"_s, fileOf(store, hash), store.path() + u".blobs"_s})
        QVERIFY2((QFile::permissions(path) & others) == 0, qPrintable(path));
}

WARDROOM_TEST(TstBlobs)
#include "tst_blobs.moc"
