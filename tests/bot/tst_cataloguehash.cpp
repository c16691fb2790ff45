// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/catalogue/catalogue.h"
#include "support/testmain.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace wardroom;
using namespace wardroom::bot;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TstCatalogueHash final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = m_dir->filePath(u"plugin"_s);
        for (const QString &name : {u"plugin.yaml"_s, u"scripts/run.py"_s, u".hidden"_s, u"scripts/deep/er/x.txt"_s})
            write(m_folder + u'/' + name, name.toUtf8());
    }
    void oneChangedByteChangesTheHash();
    void namesAndBordersOfFilesCount();
    void theOrderOfCreationDoesNotCount();
    void onlyTheExecutableBitOfTheModeCounts();
    void pythonsCacheAndEmptyFoldersDoNotCountAndAreNotCopied();
    void theCopyHasTheSameHashAndIsReadOnly();
    void linksThatLeadOutAreRefused();
    void linksInsideAreKept();
    void whatIsSharedCountsAndIsCopiedAsAFile();
    void whatIsNotAFileOfTheSharedFolderIsRefused();
    void pipesAreRefusedWithoutWaitingForThem();
    void moreThanSixteenMegabytesAreRefused();
    void aTargetThatIsNotEmptyIsLeftAlone();
    void aMissingFolderIsAnError();

private:
    Sha256 hash() const { return hashFolder(m_folder).value_or(Sha256()); }
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
};

void TstCatalogueHash::oneChangedByteChangesTheHash()
{
    const Sha256 before = hash();
    QVERIFY(!before.isNull());
    QCOMPARE(hash(), before);
    write(m_folder + u"/scripts/deep/er/x.txt"_s, "scripts/deep/er/x.tXt");
    QVERIFY(hash() != before);
    write(m_folder + u"/scripts/deep/er/x.txt"_s, "scripts/deep/er/x.txt");
    QCOMPARE(hash(), before);
    write(m_folder + u"/.hidden"_s, "other");
    QVERIFY(hash() != before);
}

void TstCatalogueHash::namesAndBordersOfFilesCount()
{
    write(m_folder + u"/a"_s, "12");
    write(m_folder + u"/b"_s, "34");
    const Sha256 before = hash();
    write(m_folder + u"/a"_s, "123");
    write(m_folder + u"/b"_s, "4");
    QVERIFY(hash() != before);
    write(m_folder + u"/a"_s, "12");
    write(m_folder + u"/b"_s, "34");
    QCOMPARE(hash(), before);
    QVERIFY(QFile::rename(m_folder + u"/b"_s, m_folder + u"/c"_s));
    QVERIFY(hash() != before);
}

void TstCatalogueHash::theOrderOfCreationDoesNotCount()
{
    QStringList names;
    for (int i = 0; i < 40; ++i)
        names << u"f%1"_s.arg(i);
    for (const QString &name : std::as_const(names)) {
        write(m_dir->filePath(u"one/"_s + name), name.toUtf8());
        write(m_dir->filePath(u"two/"_s + names.at(39 - names.indexOf(name))),
              names.at(39 - names.indexOf(name)).toUtf8());
    }
    QCOMPARE(*hashFolder(m_dir->filePath(u"one"_s)), *hashFolder(m_dir->filePath(u"two"_s)));
}

void TstCatalogueHash::onlyTheExecutableBitOfTheModeCounts()
{
    const QByteArray script = QFile::encodeName(m_folder + u"/scripts/run.py"_s);
    QCOMPARE(::chmod(script.constData(), 0644), 0);
    const Sha256 before = hash();
    QCOMPARE(::chmod(script.constData(), 0600), 0);
    QCOMPARE(hash(), before);
    QCOMPARE(::chmod(script.constData(), 0744), 0);
    QVERIFY(hash() != before);
}

void TstCatalogueHash::pythonsCacheAndEmptyFoldersDoNotCountAndAreNotCopied()
{
    const Sha256 before = hash();
    write(m_folder + u"/scripts/__pycache__/run.cpython-311.pyc"_s, "evil");
    QDir().mkpath(m_folder + u"/empty"_s);
    QCOMPARE(hash(), before);
    const QString copy = m_dir->filePath(u"copy"_s);
    QCOMPARE(*copyHashed(m_folder, copy), before);
    QVERIFY(!QFileInfo::exists(copy + u"/scripts/__pycache__"_s));
    QVERIFY(!QFileInfo::exists(copy + u"/empty"_s));
}

void TstCatalogueHash::theCopyHasTheSameHashAndIsReadOnly()
{
    QCOMPARE(::chmod(QFile::encodeName(m_folder + u"/scripts/run.py"_s).constData(), 0755), 0);
    const QString copy = m_dir->filePath(u"deep/copy"_s);
    const auto copied = copyHashed(m_folder, copy);
    QVERIFY(copied);
    QCOMPARE(*copied, hash());
    QCOMPARE(*hashFolder(copy), hash());
    struct stat info
    {};
    QCOMPARE(::stat(QFile::encodeName(copy + u"/scripts/run.py"_s).constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777, mode_t(0500));
    QCOMPARE(::stat(QFile::encodeName(copy).constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777, mode_t(0700));
    write(m_folder + u"/scripts/run.py"_s, "changed later");
    QCOMPARE(*hashFolder(copy), *copied);
    QVERIFY(QDir(copy).removeRecursively());
}

void TstCatalogueHash::linksThatLeadOutAreRefused()
{
    for (const QString &target : {u"/etc/passwd"_s, u"../../secret"_s, u"scripts/../../x"_s}) {
        const QString link = m_folder + u"/link"_s;
        QVERIFY(QFile::link(target, link));
        const auto hashed = hashFolder(m_folder);
        QVERIFY(!hashed);
        QVERIFY(hashed.error().message.contains(u"link"_s));
        QVERIFY(!copyHashed(m_folder, m_dir->filePath(u"copy"_s)));
        QVERIFY(!QFileInfo::exists(m_dir->filePath(u"copy/plugin.yaml"_s)));
        QVERIFY(QFile::remove(link));
    }
}

void TstCatalogueHash::linksInsideAreKept()
{
    const Sha256 before = hash();
    QVERIFY(QFile::link(u"scripts/run.py"_s, m_folder + u"/link"_s));
    QVERIFY(hash() != before && !hash().isNull());
    const QString copy = m_dir->filePath(u"copy"_s);
    QCOMPARE(*copyHashed(m_folder, copy), hash());
    QCOMPARE(QFileInfo(copy + u"/link"_s).canonicalFilePath(),
             QFileInfo(copy + u"/scripts/run.py"_s).canonicalFilePath());
}

void TstCatalogueHash::whatIsSharedCountsAndIsCopiedAsAFile()
{
    const QString shared = QFileInfo(m_folder).path() + u"/shared/common.py"_s;
    write(shared, "one");
    QVERIFY(QFile::link(u"../../shared/common.py"_s, m_folder + u"/scripts/common.py"_s));
    const Sha256 before = hash();
    QVERIFY(!before.isNull());
    const QString copy = m_dir->filePath(u"deep/copy"_s);
    QCOMPARE(*copyHashed(m_folder, copy), before);
    QVERIFY(!QFileInfo(copy + u"/scripts/common.py"_s).isSymLink());
    QVERIFY(QFile::remove(m_folder + u"/scripts/common.py"_s));
    write(m_folder + u"/scripts/common.py"_s, "one");
    QCOMPARE(hash(), before);
    QVERIFY(QFile::remove(m_folder + u"/scripts/common.py"_s));
    QVERIFY(QFile::link(u"../../shared/common.py"_s, m_folder + u"/scripts/common.py"_s));
    write(shared, "two");
    QVERIFY(hash() != before && !hash().isNull());
}

void TstCatalogueHash::whatIsNotAFileOfTheSharedFolderIsRefused()
{
    const QString shared = QFileInfo(m_folder).path() + u"/shared"_s;
    write(shared + u"/deep/file"_s, "x");
    QVERIFY(QFile::link(u"/etc/passwd"_s, shared + u"/link"_s));
    for (const QString &target :
         {u"../../shared/none"_s, u"../../shared/link"_s, u"../../shared/deep"_s, u"../../shared/deep/file"_s,
          u"../../shared/.."_s, u"../../shared/"_s, u"../shared/deep"_s}) {
        const QString link = m_folder + u"/scripts/common.py"_s;
        QVERIFY(QFile::link(target, link));
        QVERIFY2(!hashFolder(m_folder), qPrintable(target));
        QVERIFY(QFile::remove(link));
    }
    QVERIFY(QDir(shared).removeRecursively());
    QVERIFY(QFile::link(u"/etc"_s, shared));
    QVERIFY(QFile::link(u"../../shared/passwd"_s, m_folder + u"/scripts/common.py"_s));
    QVERIFY(!hashFolder(m_folder));
}

void TstCatalogueHash::pipesAreRefusedWithoutWaitingForThem()
{
    QCOMPARE(::mkfifo(QFile::encodeName(m_folder + u"/pipe"_s).constData(), 0600), 0);
    QVERIFY(!hashFolder(m_folder));
    QVERIFY(!copyHashed(m_folder, m_dir->filePath(u"copy"_s)));
}

void TstCatalogueHash::moreThanSixteenMegabytesAreRefused()
{
    QFile file(m_folder + u"/large"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(qint64(17) * 1024 * 1024));
    QCOMPARE(hashFolder(m_folder).error().kind, ErrorKind::tooLarge);
}

void TstCatalogueHash::aTargetThatIsNotEmptyIsLeftAlone()
{
    const QString copy = m_dir->filePath(u"copy"_s);
    write(copy + u"/mine"_s, "kept");
    QCOMPARE(copyHashed(m_folder, copy).error().kind, ErrorKind::conflict);
    QCOMPARE(QDir(copy).entryList(QDir::Files), QStringList{u"mine"_s});
}

void TstCatalogueHash::aMissingFolderIsAnError()
{
    QCOMPARE(hashFolder(m_dir->filePath(u"none"_s)).error().kind, ErrorKind::notFound);
}

WARDROOM_TEST(TstCatalogueHash)
#include "tst_cataloguehash.moc"
