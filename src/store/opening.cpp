// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/opening.h"

#include "store/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>
#include <sqlite3.h>

namespace wardroom::store {
using namespace Qt::StringLiterals;

namespace {

//! Up to this size every page is looked at when opening (tens of milliseconds); larger files only where they begin
//! and end, and damage shows when a page is used.
constexpr qint64 kCheckWhole = 32 * 1024 * 1024;

tl::unexpected<Error> newer(int version)
{
    return fail(ErrorKind::newer,
                QCoreApplication::translate("wardroom::store",
                                            "The local database was made by a newer Wardroom (its version is %1, this "
                                            "program knows %2). It was left untouched; please update Wardroom.")
                    .arg(version)
                    .arg(kSchemaVersion));
}

tl::unexpected<Error> foreign(const QString &path)
{
    return fail(ErrorKind::invalid,
                QCoreApplication::translate("wardroom::store", "%1 is not a Wardroom database; it was left untouched.")
                    .arg(path));
}

//! The header, read as a plain file, so that a refusal does not even take a lock (SQLite, "Database File Format" §1.3:
//! user_version at 60, application_id at 68).
Result<void> checkHeader(const QString &path)
{
    QFile file(path);
    if (!file.exists() || file.size() == 0)
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(sqliteError(SQLITE_CANTOPEN, path));
    const QByteArray header = file.read(100);
    if (header.size() < 100 || !header.startsWith("SQLite format 3"))
        return tl::unexpected(sqliteError(SQLITE_NOTADB, u"no SQLite header"_s));
    const auto version = qFromBigEndian<qint32>(header.constData() + 60);
    const auto application = qFromBigEndian<qint32>(header.constData() + 68);
    if (application != kApplicationId && (application != 0 || version != 0))
        return foreign(path);
    return version > kSchemaVersion ? Result<void>(newer(version)) : Result<void>();
}

//! The same through SQLite, because the newest header may still be in the WAL; and whether the pages hold together.
Result<void> checkContents(Connection &connection, const QString &path)
{
    const int version = connection.ask("PRAGMA user_version").toInt();
    const int tables = connection.ask("SELECT count(*) FROM sqlite_schema").toInt();
    if (connection.code() != SQLITE_OK)
        return tl::unexpected(connection.error());
    if (version > kSchemaVersion)
        return newer(version);
    if (version == 0)
        return tables == 0 ? Result<void>() : Result<void>(foreign(path));
    if (QFileInfo(path).size() <= kCheckWhole) {
        const QString verdict = connection.ask("PRAGMA quick_check(1)");
        if (connection.code() == SQLITE_OK && verdict != "ok"_L1)
            return tl::unexpected(sqliteError(SQLITE_CORRUPT, verdict.left(200)));
    } else {
        connection.ask("SELECT hash FROM custody ORDER BY number DESC LIMIT 1");
        connection.ask("SELECT text FROM entries ORDER BY key DESC LIMIT 1");
        connection.ask("SELECT count(*) FROM outbox");
    }
    if (connection.code() != SQLITE_OK)
        return tl::unexpected(connection.error());
    return {};
}

//! The file is for its owner alone; SQLite gives the WAL the same permissions.
Result<void> makeFile(const QString &path)
{
    if (QFileInfo::exists(path))
        return {};
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return tl::unexpected(sqliteError(SQLITE_CANTOPEN, path));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

} // namespace

Result<std::unique_ptr<Connection>> openForWriting(const QString &path, std::shared_ptr<const SqlTexts> texts)
{
    if (const auto header = checkHeader(path); !header)
        return tl::unexpected(header.error());
    const bool hadLog = QFileInfo(path + "-wal"_L1).size() > 0;
    if (const auto made = makeFile(path); !made)
        return tl::unexpected(made.error());
    auto opened = Connection::open(path, Connection::Mode::write, std::move(texts));
    if (!opened)
        return opened;
    Connection &connection = **opened;
    // A log that is there stays as it is when the file is refused; without one, closing leaves nothing behind.
    connection.leaveWalOnClose(hadLog);
    if (const auto contents = checkContents(connection, path); !contents)
        return tl::unexpected(contents.error());
    // SQLite answers the mode it has, not an error, where a file system cannot do WAL.
    if (const QString mode = connection.ask("PRAGMA journal_mode = WAL"); mode != "wal"_L1) {
        if (connection.code() != SQLITE_OK)
            return tl::unexpected(connection.error());
        return fail(ErrorKind::unsupported,
                    QCoreApplication::translate("wardroom::store",
                                                "The folder of %1 cannot hold a write-ahead log (is it on a network "
                                                "drive?). Choose a folder on a local disk.")
                        .arg(path));
    }
    if (const auto migrated = migrate(connection, path, allMigrations()); !migrated)
        return tl::unexpected(migrated.error());
    connection.execute("PRAGMA journal_size_limit = 67108864");
    connection.leaveWalOnClose(false);
    return opened;
}

} // namespace wardroom::store
