// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"
#include "storefixture.h"
#include "support/testmain.h"

#include <QDir>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using store::Connection;
using store::MigrationStep;

class TstMigrations final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPublishedMigrationIsNeverChanged();
    void everyStatementFitsTheSchema();
    void stepByStepAndAtOnceGiveTheSameSchema();
    void anExistingFileIsCopiedBeforeItChanges();
    void aStepThatFailsLeavesTheVersionBefore();
    void aNewerFileIsRefusedAndUntouched();
    void aNewerFileWhoseVersionIsStillInTheWalIsRefusedAndUntouched();
    void somebodyElsesDatabaseIsRefusedAndUntouched();
    void theFileIsInWalMode();
};

namespace {

const QList<MigrationStep> &threeSteps()
{
    static const QList<MigrationStep> steps = {{1, "CREATE TABLE a(x INTEGER); INSERT INTO a VALUES (1);"_ba},
                                               {2, "ALTER TABLE a ADD COLUMN y TEXT DEFAULT 'why';"_ba},
                                               {3, "CREATE INDEX a_y ON a(y); UPDATE a SET y = 'because';"_ba}};
    return steps;
}

std::unique_ptr<Connection> connectTo(const QString &path)
{
    auto opened =
        Connection::open(path, Connection::Mode::write, std::make_shared<store::SqlTexts>(*store::SqlTexts::load()));
    return opened ? *std::move(opened) : nullptr;
}

QString schemaOf(Connection &connection)
{
    return connection.ask("SELECT group_concat(type || name || sql, char(10)) FROM "
                          "(SELECT type, name, coalesce(sql, '') AS sql FROM sqlite_schema ORDER BY type, name)");
}

} // namespace

void TstMigrations::aPublishedMigrationIsNeverChanged()
{
    // Files that exist were made by these bytes. Changing them here means that some desks never get the change: add
    // the next number instead, and its hash below.
    const QHash<int, QString> published = {{1, u"6e91c0d70863e11228c67bf1464ed2fa1172c877a149776e435893823d5e14ff"_s},
                                           {2, u"57281c63996021b3c472e67fae1f4c2b4f4bbd175d3eeeb0d9c938fbc31b79c4"_s},
                                           {3, u"a4f0b4302ac2defaefdd2be533c0d7a47527f8ab9de7615c9962a8a404ffb9e0"_s}};
    QCOMPARE(qsizetype{published.size()}, qsizetype{store::kMigrations.size()});
    const auto steps = store::allMigrations();
    for (const auto &step : steps)
        QCOMPARE(Sha256::of(step.sql).hex(), published.value(step.number));
}

void TstMigrations::everyStatementFitsTheSchema()
{
    TempStore store;
    const auto connection = connectTo(store.path());
    const auto names = store::SqlTexts::load()->names();
    QVERIFY(names.size() > 20);
    for (const QByteArray &name : names) {
        connection->use(name.constData());
        QVERIFY2(connection->code() == 0, name + ": " + qPrintable(connection->error().message));
    }
}

void TstMigrations::stepByStepAndAtOnceGiveTheSameSchema()
{
    QTemporaryDir folder;
    const auto atOnce = connectTo(folder.filePath(u"once.db"_s));
    QVERIFY(store::migrate(*atOnce, folder.filePath(u"once.db"_s), threeSteps()));
    const QString path = folder.filePath(u"steps.db"_s);
    for (int known = 1; known <= 3; ++known) {
        const auto connection = connectTo(path);
        QVERIFY(store::migrate(*connection, path, threeSteps().first(known)));
        QCOMPARE(connection->ask("PRAGMA user_version"), QString::number(known));
    }
    const auto stepped = connectTo(path);
    QCOMPARE(schemaOf(*stepped), schemaOf(*atOnce));
    QVERIFY(schemaOf(*atOnce).contains(u"a_y"_s));
    QCOMPARE(stepped->ask("SELECT y FROM a"), u"because"_s);
    QCOMPARE(stepped->ask("PRAGMA application_id").toInt(), store::kApplicationId);
}

void TstMigrations::anExistingFileIsCopiedBeforeItChanges()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    const auto connection = connectTo(path);
    connection->execute("PRAGMA journal_mode = WAL");
    QVERIFY(store::migrate(*connection, path, threeSteps().first(2)));
    QCOMPARE(QDir(folder.path()).entryList({u"*.v*"_s}, QDir::Files).size(), 0); // a new file needs no copy
    QVERIFY(store::migrate(*connection, path, threeSteps()));
    {
        const auto copy = connectTo(path + u".v2"_s);
        QCOMPARE(copy->ask("PRAGMA user_version"), u"2"_s);
        QCOMPARE(copy->ask("SELECT y FROM a"), u"why"_s);
    }
    QVERIFY(store::migrate(*connection, path, threeSteps())); // nothing to do: no further copy
    QCOMPARE(QDir(folder.path()).entryList({u"*.v*"_s}, QDir::Files), QStringList(u"desk.db.v2"_s));
}

void TstMigrations::aStepThatFailsLeavesTheVersionBefore()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    auto steps = threeSteps();
    steps[2].sql = "CREATE TABLE half(x); CREATE TABLE a(x);";
    const auto connection = connectTo(path);
    QVERIFY(!store::migrate(*connection, path, steps));
    QCOMPARE(connection->ask("PRAGMA user_version"), u"2"_s);
    QVERIFY(!schemaOf(*connection).contains(u"half"_s));
    QVERIFY(store::migrate(*connection, path, threeSteps()));
}

void TstMigrations::aNewerFileIsRefusedAndUntouched()
{
    TempStore store;
    soon(store->ingest({entryOf(u"r"_s, 1, u"x"_s)}, {}));
    store.close();
    QVERIFY(tamper(store.path(), "PRAGMA user_version = 99"));
    const QByteArray before = bytesOf(store.path());
    const auto files = QDir(QFileInfo(store.path()).path()).entryList(QDir::Files);
    const auto refused = openAt(store.path());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::newer);
    QVERIFY(refused.error().message.contains(u"99"_s));
    QCOMPARE(bytesOf(store.path()), before);
    QCOMPARE(QDir(QFileInfo(store.path()).path()).entryList(QDir::Files), files);
}

void TstMigrations::aNewerFileWhoseVersionIsStillInTheWalIsRefusedAndUntouched()
{
    TempStore store;
    store.close();
    QTemporaryDir other;
    const QString path = other.filePath(u"desk.db"_s);
    const auto connection = connectTo(store.path());
    connection->execute("PRAGMA user_version = 99");
    // As a newer Wardroom that was killed leaves it.
    QVERIFY(QFile::copy(store.path(), path) && QFile::copy(store.path() + u"-wal"_s, path + u"-wal"_s));
    const QByteArray before = bytesOf(path);
    const QByteArray log = bytesOf(path + u"-wal"_s);
    QVERIFY(!log.isEmpty());
    QCOMPARE(openAt(path).error().kind, ErrorKind::newer);
    QCOMPARE(bytesOf(path), before);
    QCOMPARE(bytesOf(path + u"-wal"_s), log);
}

void TstMigrations::somebodyElsesDatabaseIsRefusedAndUntouched()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"photos.db"_s);
    for (const QByteArray &sql :
         {"CREATE TABLE photos(x)"_ba, "PRAGMA application_id = 7; PRAGMA user_version = 1"_ba}) {
        QVERIFY(tamper(path, sql));
        const QByteArray before = bytesOf(path);
        QCOMPARE(openAt(path).error().kind, ErrorKind::invalid);
        QCOMPARE(bytesOf(path), before);
    }
}

void TstMigrations::theFileIsInWalMode()
{
    TempStore store;
    const QByteArray header = bytesOf(store.path()).first(20);
    QCOMPARE(header.mid(18, 2), QByteArray(2, '\2')); // "Database File Format" §1.3.3
}

WARDROOM_TEST(TstMigrations)
#include "tst_migrations.moc"
