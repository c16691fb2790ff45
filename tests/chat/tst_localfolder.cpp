// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/sqlite.h"
#include "localfixture.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace wardroom;
using namespace wardroom::chat;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

//! The folder of a Local workspace: who may enter, what is not one, and files that were changed behind its back.
class TstLocalFolder final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyElseMayEnter();
    void aFolderThatIsNoWorkspaceIsSaidToBeNone();
    void aNewerWorkspaceIsRefusedAndUntouched();
    void aWorkspaceOfBeforeThereWereThreadsIsBroughtUpToDate();
    void anotherWorkspaceThanExpectedIsRefused();
    void aDamagedLogIsSaidToBeDamaged();
    void aWorkspaceIsMadeOnceAndNotAmongOtherFiles();
    void anInterruptedMakingDoesNotStandInTheWay();
    void changedAttachmentsAreNeverHandedOut();
    void aMovedFolderIsNotWrittenTo();
    void aCursorAheadOfTheLogIsRefused();

private:
    static Result<void> tryOpen(const LocalOptions &options);
};

Result<void> TstLocalFolder::tryOpen(const LocalOptions &options)
{
    LocalPlatform platform(options);
    return wait(platform.start({}));
}

void TstLocalFolder::nobodyElseMayEnter()
{
    LocalFixture fixture;
    QVERIFY(wait(fixture.platform(0).upload("bytes"_ba)));
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const auto open = [&](const QString &path) { return bool(QFile::permissions(path) & others); };
    QVERIFY(!open(fixture.folder()));
    const QDir folder(fixture.folder());
    for (const QString &inside : {u"."_s, u"attachments"_s, u"lookers"_s}) {
        const auto files = QDir(folder.filePath(inside)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        QVERIFY(!files.isEmpty());
        for (const QString &file : files)
            QVERIFY2(!open(folder.filePath(inside) + u'/' + file), qPrintable(file));
    }
    // One that stood open meanwhile is closed again.
    fixture.close(0);
    QFile::setPermissions(fixture.folder(), QFile::permissions(fixture.folder()) | others);
    QVERIFY(open(fixture.folder()));
    QVERIFY(tryOpen(fixture.options(0)));
    QVERIFY(!open(fixture.folder()));
}

void TstLocalFolder::aFolderThatIsNoWorkspaceIsSaidToBeNone()
{
    LocalFixture fixture;
    QTemporaryDir elsewhere;
    LocalOptions options = fixture.options(0);
    for (const QString &folder : {elsewhere.path(), elsewhere.filePath(u"absent"_s), QString()}) {
        const auto opened = tryOpen({folder, options.self, options.node, options.clock});
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::notFound);
    }
    QVERIFY(QDir(elsewhere.path()).isEmpty());
    // An SQLite file of somebody else's.
    QFile::copy(fixture.folder() + "/log.db"_L1, elsewhere.filePath(u"log.db"_s));
    QVERIFY(Database::open(elsewhere.filePath(u"log.db"_s)).value()->execute("PRAGMA application_id=7"));
    const auto foreign = tryOpen({elsewhere.path(), options.self, options.node, options.clock});
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().kind, ErrorKind::notFound);
    const auto nobody = tryOpen({fixture.folder(), PersonId(), options.node, options.clock});
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().kind, ErrorKind::invalid);
}

void TstLocalFolder::aNewerWorkspaceIsRefusedAndUntouched()
{
    LocalFixture fixture;
    const QString log = fixture.folder() + "/log.db"_L1;
    QVERIFY(Database::open(log).value()->execute("PRAGMA user_version=99"));
    const auto contents = [&] {
        QFile file(log);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = contents();
    const auto opened = tryOpen(fixture.options(0));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::newer);
    QVERIFY(opened.error().message.contains("newer"_L1));
    QCOMPARE(contents(), before);
}

void TstLocalFolder::aWorkspaceOfBeforeThereWereThreadsIsBroughtUpToDate()
{
    LocalFixture fixture;
    const QString log = fixture.folder() + "/log.db"_L1;
    const auto before = Database::open(log);
    QVERIFY(before.value()->execute("ALTER TABLE entries DROP COLUMN thread; PRAGMA user_version=1"));
    chat::ChatPlatform &ana = fixture.platform(0);
    const auto rooms = wait(ana.rooms());
    QVERIFY(rooms && !rooms->isEmpty());
    chat::Outgoing root{u"txn-1"_s, rooms->first().id, u"root"_s, {}, {}, {}};
    const auto sent = wait(ana.submit(root));
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
    chat::Outgoing inside{u"txn-2"_s, rooms->first().id, u"inside"_s, {}, {}, {}};
    inside.thread = sent->entry;
    QVERIFY(wait(ana.submit(inside)));
    const auto page = wait(ana.history(rooms->first().id, {}, 10));
    QVERIFY(page);
    QCOMPARE(page->entries.last().thread, sent->entry);
    QVERIFY(tryOpen(fixture.options(0))); // once more: nothing is left to do
}

void TstLocalFolder::anotherWorkspaceThanExpectedIsRefused()
{
    LocalFixture fixture;
    LocalOptions options = fixture.options(1);
    options.workspace = domain::WorkspaceId(u"another"_s);
    const auto opened = tryOpen(options);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::conflict);
}

void TstLocalFolder::aDamagedLogIsSaidToBeDamaged()
{
    LocalFixture fixture;
    QFile log(fixture.folder() + "/log.db"_L1);
    QVERIFY(log.open(QIODevice::ReadWrite));
    log.write(QByteArray(512, 'x'));
    log.close();
    const auto opened = tryOpen(fixture.options(0));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::corrupt);
    QCOMPARE(fixture.platform(0).linkState(), LinkState::offline);
}

void TstLocalFolder::aWorkspaceIsMadeOnceAndNotAmongOtherFiles()
{
    LocalFixture fixture;
    const SystemClock clock;
    const auto make = [&](const QString &folder) {
        return LocalPlatform::createWorkspace(folder, LocalFixture::kWorkspace, u"Again"_s, PersonId(u"p"_s), clock);
    };
    const auto twice = make(fixture.folder());
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, ErrorKind::conflict);
    QTemporaryDir home;
    QFile(home.filePath(u"letters.txt"_s)).open(QIODevice::WriteOnly);
    const auto among = make(home.path());
    QVERIFY(!among);
    QCOMPARE(among.error().kind, ErrorKind::conflict);
    QCOMPARE(QDir(home.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"letters.txt"_s});
    QVERIFY(!LocalPlatform::createWorkspace(home.filePath(u"n"_s), {}, u"Nobody's"_s, PersonId(), clock));
    QVERIFY(make(home.filePath(u"a/deep/er/folder"_s)));
}

void TstLocalFolder::anInterruptedMakingDoesNotStandInTheWay()
{
    QTemporaryDir place;
    const SystemClock clock;
    QFile(place.filePath(u"log.db.new-0123456789abcdef"_s)).open(QIODevice::WriteOnly);
    QDir(place.path()).mkdir(u"attachments"_s);
    QVERIFY(LocalPlatform::createWorkspace(place.path(), LocalFixture::kWorkspace, u"W"_s, PersonId(u"p"_s), clock));
    QVERIFY(tryOpen({place.path(), PersonId(u"p"_s), domain::NodeId(u"n"_s), clock}));
}

void TstLocalFolder::changedAttachmentsAreNeverHandedOut()
{
    LocalFixture fixture;
    auto &platform = fixture.platform(0);
    const QByteArray bytes = "what was approved"_ba;
    const Sha256 hash = wait(platform.upload(bytes)).value();
    const QString path = fixture.folder() + "/attachments/"_L1 + hash.hex();
    const auto replace = [&](const QByteArray &with) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(with) == with.size();
    };
    for (const QByteArray &changed : {"what was Approved"_ba, "what was approve"_ba, QByteArray()}) {
        QVERIFY(replace(changed));
        const auto got = wait(platform.download(hash));
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::corrupt);
    }
    // Uploading it again makes it good again.
    QVERIFY(wait(platform.upload(bytes)));
    QCOMPARE(wait(platform.download(hash)).value_or(QByteArray()), bytes);
    // A link to the right bytes is not the file.
    QVERIFY(QFile::rename(path, path + ".moved"_L1));
    QVERIFY(QFile::link(path + ".moved"_L1, path));
    QVERIFY(!wait(platform.download(hash)));
}

void TstLocalFolder::aMovedFolderIsNotWrittenTo()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(1);
    QVERIFY(wait(fixture.platform(0).submit(words(here, u"before"_s))));
    QVERIFY(QDir().rename(fixture.folder(), fixture.folder() + "-moved"_L1));
    const auto lost = wait(fixture.platform(0).submit(words(here, u"into the void"_s)));
    QVERIFY(!lost);
    QCOMPARE(lost.error().kind, ErrorKind::notFound);
    QVERIFY(QDir().rename(fixture.folder() + "-moved"_L1, fixture.folder()));
    QVERIFY(wait(fixture.platform(0).submit(words(here, u"back again"_s))));
    QCOMPARE(wait(fixture.platform(0).history(here, {}, 10)).value().entries.size(), 2);
}

void TstLocalFolder::aCursorAheadOfTheLogIsRefused()
{
    LocalFixture fixture;
    const auto ahead = wait(fixture.platform(0).start("local1:99999:1"_ba));
    QVERIFY(!ahead);
    QCOMPARE(ahead.error().kind, ErrorKind::corrupt);
    for (const QByteArray &bad : {"x"_ba, "local1:1"_ba, "local1:-1:0"_ba, "local2:1:1"_ba, "local1:01:1"_ba,
                                  "local1:99999999999999999999:1"_ba, QByteArray(10'000, ':')}) {
        const auto refused = wait(fixture.platform(0).start(bad));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::invalid);
    }
    QCOMPARE(fixture.platform(0).linkState(), LinkState::offline);
    QVERIFY(wait(fixture.platform(0).start({})));
}

WARDROOM_TEST(TstLocalFolder)
#include "tst_localfolder.moc"
