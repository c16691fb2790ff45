// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

#include <QFile>
#include <cstdio>
#include <sqlite3.h>

namespace wardroom::store {
using namespace Qt::StringLiterals;

namespace {

//! By SQLite's backup, which takes the WAL along; under another name until it is whole.
Result<void> keepCopy(Connection &connection, const QString &path, int version)
{
    const QString target = u"%1.v%2"_s.arg(path).arg(version);
    const QString partial = target + ".part"_L1;
    QFile::remove(partial);
    sqlite3 *copy = nullptr;
    int code =
        sqlite3_open_v2(partial.toUtf8().constData(), &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_backup *backup = sqlite3_backup_init(copy, "main", connection.handle(), "main");
        code = backup == nullptr ? sqlite3_errcode(copy) : sqlite3_backup_step(backup, -1);
        sqlite3_backup_finish(backup);
    }
    sqlite3_close_v2(copy);
    if (code != SQLITE_DONE) {
        QFile::remove(partial);
        return tl::unexpected(sqliteError(code, target));
    }
    if (std::rename(partial.toUtf8().constData(), target.toUtf8().constData()) != 0)
        return tl::unexpected(sqliteError(SQLITE_CANTOPEN, target));
    return {};
}

bool step(Connection &connection, const MigrationStep &migration)
{
    return connection.execute("BEGIN IMMEDIATE") && connection.execute(migration.sql) &&
           connection.execute("PRAGMA application_id = " + QByteArray::number(kApplicationId)) &&
           connection.execute("PRAGMA user_version = " + QByteArray::number(migration.number)) &&
           connection.execute("COMMIT");
}

} // namespace

QList<MigrationStep> allMigrations()
{
    QList<MigrationStep> steps;
    for (const Migration &migration : kMigrations)
        steps.append({migration.number, sqlFile(QString::fromLatin1(migration.file))});
    return steps;
}

Result<void> migrate(Connection &connection, const QString &path, const QList<MigrationStep> &steps)
{
    const int version = connection.ask("PRAGMA user_version").toInt();
    if (version > 0 && !steps.isEmpty() && steps.last().number > version) {
        if (const auto copied = keepCopy(connection, path, version); !copied)
            return copied;
    }
    for (const MigrationStep &migration : steps) {
        if (migration.number <= version)
            continue;
        if (!step(connection, migration)) {
            const Error error = connection.error();
            if (connection.inTransaction())
                sqlite3_exec(connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
            connection.clear();
            return tl::unexpected(error);
        }
    }
    if (connection.code() != SQLITE_OK)
        return tl::unexpected(connection.error());
    return {};
}

} // namespace wardroom::store
