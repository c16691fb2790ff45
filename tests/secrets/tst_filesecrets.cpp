// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/credentialsecrets.h"
#include "secrets/filesecrets.h"

#include "support/testmain.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace wardroom;
using namespace wardroom::secrets;
using namespace Qt::StringLiterals;

class TstFileSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void whatIsWrittenIsReadAfterReopening();
    void theFileIsForNobodyElseAndShowsNothing();
    void aWrongPassphraseOpensNothing();
    void anyChangedByteIsNoticed();
    void aFileOthersCanReadIsRefused();
    void twoProgramsKeepEachOthersSecrets();
    void aNameThatIsAPathIsRefused();
    void aFullDiskLeavesTheOldFile();
    void credentialsAreReadAndNeverWritten();

private:
    QString path() const { return m_folder->filePath(u"secrets"_s); }
    std::unique_ptr<FileSecrets> open(const QByteArray &passphrase = "correct horse")
    {
        auto opened = FileSecrets::open(path(), passphrase, FileSecrets::Cost::interactive);
        return opened ? std::move(*opened) : nullptr;
    }
    ErrorKind whyNot(const QByteArray &passphrase = "correct horse")
    {
        const auto opened = FileSecrets::open(path(), passphrase, FileSecrets::Cost::interactive);
        return opened ? ErrorKind::cancelled : opened.error().kind;
    }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &bytes)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstFileSecrets::whatIsWrittenIsReadAfterReopening()
{
    const QByteArray binary("a\0b\xff", 4);
    QVERIFY(QCoro::waitFor(open()->write(u"crowdsec.machine"_s, binary)));
    const auto again = open();
    QCOMPARE(QCoro::waitFor(again->read(u"crowdsec.machine"_s)).value_or(QByteArray()), binary);
    QCOMPARE(QCoro::waitFor(again->read(u"other"_s)).error().kind, ErrorKind::notFound);
    QVERIFY(QCoro::waitFor(again->remove(u"crowdsec.machine"_s)));
    QCOMPARE(QCoro::waitFor(open()->read(u"crowdsec.machine"_s)).error().kind, ErrorKind::notFound);
}

void TstFileSecrets::theFileIsForNobodyElseAndShowsNothing()
{
    QVERIFY(QCoro::waitFor(open()->write(u"machine-name"_s, "s3cr3t-value")));
    const auto allowed = QFile::permissions(path()) & ~(QFile::ReadUser | QFile::WriteUser);
    QCOMPARE(int(allowed), int(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(!content().contains("s3cr3t") && !content().contains("machine-name"));
    const QByteArray before = content();
    QVERIFY(QCoro::waitFor(open()->write(u"machine-name"_s, "s3cr3t-value")));
    QVERIFY(content() != before); // a fresh nonce each time
}

void TstFileSecrets::aWrongPassphraseOpensNothing()
{
    QVERIFY(QCoro::waitFor(open()->write(u"a"_s, "1")));
    QCOMPARE(whyNot("wrong horse"), ErrorKind::auth);
    QCOMPARE(whyNot(""), ErrorKind::invalid);
    QVERIFY(open());
}

void TstFileSecrets::anyChangedByteIsNoticed()
{
    QVERIFY(QCoro::waitFor(open()->write(u"a"_s, "1")));
    const QByteArray whole = content();
    for (const qsizetype at :
         {qsizetype(0), qsizetype(19), qsizetype(25), qsizetype(40), whole.size() / 2, whole.size() - 1}) {
        QByteArray changed = whole;
        changed[at] = char(changed[at] ^ 1);
        put(changed);
        const ErrorKind kind = whyNot();
        QVERIFY2(kind == ErrorKind::auth || kind == ErrorKind::corrupt, qPrintable(QString::number(at)));
    }
    for (const QByteArray &broken : {whole.chopped(1), whole + "x", whole.first(10)}) {
        put(broken);
        QVERIFY(whyNot() == ErrorKind::auth || whyNot() == ErrorKind::corrupt);
    }
    put(whole);
    QVERIFY(open());
}

void TstFileSecrets::aFileOthersCanReadIsRefused()
{
    QVERIFY(QCoro::waitFor(open()->write(u"a"_s, "1")));
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QCOMPARE(whyNot(), ErrorKind::forbidden);
}

void TstFileSecrets::twoProgramsKeepEachOthersSecrets()
{
    QVERIFY(QCoro::waitFor(open()->write(u"a"_s, "1")));
    const auto one = open(), two = open();
    QVERIFY(QCoro::waitFor(one->write(u"b"_s, "2")));
    QVERIFY(QCoro::waitFor(two->write(u"c"_s, "3")));
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(QCoro::waitFor(open()->read(name)));
}

void TstFileSecrets::aNameThatIsAPathIsRefused()
{
    const auto secrets = open();
    for (const QString &name : {u""_s, u"../x"_s, u"a/b"_s, u".hidden"_s, u"a b"_s, QString(200, u'a')})
        QCOMPARE(QCoro::waitFor(secrets->write(name, "1")).error().kind, ErrorKind::invalid);
}

void TstFileSecrets::aFullDiskLeavesTheOldFile()
{
    auto opened = FileSecrets::open(u"/dev/full/secrets"_s, "x", FileSecrets::Cost::interactive);
    QVERIFY(opened);
    QCOMPARE(QCoro::waitFor((*opened)->write(u"a"_s, "1")).error().kind, ErrorKind::storage);
}

void TstFileSecrets::credentialsAreReadAndNeverWritten()
{
    QFile file(m_folder->filePath(u"crowdsec.bouncer"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("key");
    file.close();
    QVERIFY(QFile::link(u"/etc/hostname"_s, m_folder->filePath(u"link"_s)));
    qunsetenv("CREDENTIALS_DIRECTORY");
    QVERIFY(!CredentialSecrets::fromEnvironment());
    qputenv("CREDENTIALS_DIRECTORY", m_folder->path().toLocal8Bit());
    auto secrets = CredentialSecrets::fromEnvironment();
    QVERIFY(secrets);
    QCOMPARE(QCoro::waitFor(secrets->read(u"crowdsec.bouncer"_s)).value_or(QByteArray()), "key"_ba);
    QCOMPARE(QCoro::waitFor(secrets->read(u"missing"_s)).error().kind, ErrorKind::notFound);
    QCOMPARE(QCoro::waitFor(secrets->read(u"../../etc/passwd"_s)).error().kind, ErrorKind::invalid);
    QVERIFY(!QCoro::waitFor(secrets->read(u"link"_s)));
    QCOMPARE(QCoro::waitFor(secrets->write(u"a"_s, "1")).error().kind, ErrorKind::unsupported);
    QCOMPARE(QCoro::waitFor(secrets->remove(u"a"_s)).error().kind, ErrorKind::unsupported);
}

WARDROOM_TEST(TstFileSecrets)
#include "tst_filesecrets.moc"
