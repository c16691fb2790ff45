// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/sqlite.h"

#include "chat/local/localtext.h"

#include <QFile>
#include <sqlite3.h>

namespace wardroom::chat {

using namespace Qt::StringLiterals;

namespace {

//! Longest wait for another process's write, ms. A writer holds the lock for one small transaction.
constexpr int kBusyMs = 5000;

ErrorKind kindOf(int status)
{
    switch (status & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorKind::transient;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return ErrorKind::corrupt;
    case SQLITE_CONSTRAINT: return ErrorKind::conflict;
    case SQLITE_TOOBIG: return ErrorKind::tooLarge;
    default: return ErrorKind::storage;
    }
}

tl::unexpected<Error> failure(sqlite3 *database, int status)
{
    const QString why = QString::fromUtf8(database ? sqlite3_errmsg(database) : sqlite3_errstr(status));
    return fail(kindOf(status), LocalText::tr("The workspace's log could not be used: %1.").arg(why));
}

} // namespace

Statement::Statement(sqlite3 *database, sqlite3_stmt *statement, int status)
    : m_database(database)
    , m_statement(statement)
    , m_status(status)
{}

Statement::~Statement()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

Statement &Statement::bind(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    if (m_status == SQLITE_OK)
        m_status = sqlite3_bind_text64(m_statement, ++m_bound, utf8.constData(), quint64(utf8.size()), SQLITE_TRANSIENT,
                                       SQLITE_UTF8);
    return *this;
}

Statement &Statement::bind(const QByteArray &bytes)
{
    if (m_status == SQLITE_OK)
        m_status = sqlite3_bind_blob64(m_statement, ++m_bound, bytes.isNull() ? "" : bytes.constData(),
                                       quint64(bytes.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bind(qint64 number)
{
    if (m_status == SQLITE_OK)
        m_status = sqlite3_bind_int64(m_statement, ++m_bound, number);
    return *this;
}

Result<bool> Statement::step()
{
    if (m_status != SQLITE_OK)
        return failure(m_database, m_status);
    const int status = sqlite3_step(m_statement);
    if (status == SQLITE_ROW)
        return true;
    if (status == SQLITE_DONE)
        return false;
    return failure(m_database, status);
}

Result<void> Statement::run()
{
    if (const auto stepped = step(); !stepped)
        return tl::unexpected(stepped.error());
    return {};
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

QByteArray Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return data ? QByteArray(data, sqlite3_column_bytes(m_statement, column)) : QByteArray();
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

Database::~Database()
{
    for (sqlite3_stmt *statement : std::as_const(m_statements))
        sqlite3_finalize(statement);
    sqlite3_close(m_handle);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file)
{
    sqlite3 *handle = nullptr;
    // One thread uses a connection, so SQLite's own locks are not needed.
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
    const int status = sqlite3_open_v2(QFile::encodeName(file).constData(), &handle, flags, nullptr);
    std::unique_ptr<Database> database(new Database(handle));
    if (status != SQLITE_OK)
        return failure(handle, status);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, kBusyMs);
    // What a foreign file may hold is not trusted: no functions or virtual tables reached from its schema.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    return database;
}

Result<void> Database::execute(const char *sql)
{
    if (const int status = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr); status != SQLITE_OK)
        return failure(m_handle, status);
    return {};
}

Statement Database::prepare(const char *sql)
{
    sqlite3_stmt *statement = m_statements.value(sql);
    int status = SQLITE_OK;
    if (!statement) {
        status = sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (status == SQLITE_OK)
            m_statements.insert(sql, statement);
    }
    return Statement(m_handle, statement, status);
}

Result<qint64> Database::number(const char *sql)
{
    Statement statement = prepare(sql);
    const auto row = statement.step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? statement.number(0) : 0;
}

qint64 Database::lastId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

int Database::changed() const
{
    return sqlite3_changes(m_handle);
}

Transaction::~Transaction()
{
    if (m_open)
        (void)m_database.execute("ROLLBACK");
}

Result<void> Transaction::beginWriting()
{
    auto begun = m_database.execute("BEGIN IMMEDIATE");
    m_open = begun.has_value();
    return begun;
}

Result<void> Transaction::beginReading()
{
    auto begun = m_database.execute("BEGIN");
    m_open = begun.has_value();
    return begun;
}

Result<void> Transaction::commit()
{
    auto done = m_database.execute("COMMIT");
    // A commit that found the disk full leaves the transaction open; the destructor then rolls it back.
    m_open = !done.has_value();
    return done;
}

} // namespace wardroom::chat
