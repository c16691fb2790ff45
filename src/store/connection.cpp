// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <QFileInfo>
#include <QUrl>
#include <sqlite3.h>

namespace wardroom::store {
using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("wardroom::store", text);
}

//! Name and flags for a mode. A file with a WAL needs it read; one without can be opened as if it could not change,
//! so that not even a lock is taken.
std::pair<QByteArray, int> nameAndFlags(const QString &path, Connection::Mode mode)
{
    if (mode == Connection::Mode::write)
        return {path.toUtf8(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
    if (mode == Connection::Mode::read)
        return {path.toUtf8(), SQLITE_OPEN_READONLY};
    const bool hasWal = QFileInfo(path + "-wal"_L1).size() > 0;
    const QByteArray uri = "file:" + QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), "/");
    return {uri + (hasWal ? "?mode=ro" : "?immutable=1"), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI};
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode,
                                                     std::shared_ptr<const SqlTexts> texts)
{
    std::unique_ptr<Connection> connection(new Connection(std::move(texts)));
    const auto [name, flags] = nameAndFlags(path, mode);
    const int code = sqlite3_open_v2(name.constData(), &connection->m_handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(sqliteError(code, path));
    sqlite3_extended_result_codes(connection->m_handle, 1);
    sqlite3_busy_timeout(connection->m_handle, 5000);
    // A file that came from elsewhere must not bring functions or views that do things.
    sqlite3_db_config(connection->m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection->m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // Memory was measured: mapping the file triples the resident size, and 1 MB of cache is enough for pages.
    connection->execute(mode == Mode::write ? "PRAGMA cache_size = -4000" : "PRAGMA cache_size = -1000");
    connection->execute("PRAGMA mmap_size = 0");
    connection->execute("PRAGMA temp_store = MEMORY");
    if (connection->code() != SQLITE_OK)
        return tl::unexpected(connection->error());
    return connection;
}

Connection::~Connection()
{
    m_statements.clear();
    sqlite3_close_v2(m_handle);
}

Statement &Connection::use(const char *name)
{
    const auto known = m_statements.find(name);
    if (known != m_statements.end())
        return *known->second;
    auto made = std::make_unique<Statement>(*this, m_texts->text(QByteArray(name)));
    return *m_statements.emplace(name, std::move(made)).first->second;
}

bool Connection::execute(const QByteArray &sql)
{
    const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        note(code);
    return code == SQLITE_OK;
}

QString Connection::ask(const QByteArray &sql)
{
    Statement statement(*this, sql);
    auto run = statement.start();
    return run.next() ? run.text(0) : QString();
}

int Connection::changes() const
{
    return sqlite3_changes(m_handle);
}

qint64 Connection::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

void Connection::leaveWalOnClose(bool leave)
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, leave ? 1 : 0, nullptr);
}

Error Connection::error() const
{
    return sqliteError(m_code, m_problem);
}

void Connection::note(int code)
{
    if (m_code != SQLITE_OK)
        return;
    m_code = code;
    m_problem = QString::fromUtf8(sqlite3_errmsg(m_handle));
}

void Connection::clear()
{
    m_code = SQLITE_OK;
    m_problem.clear();
}

void Connection::interrupt()
{
    sqlite3_interrupt(m_handle);
}

Error sqliteError(int code, const QString &detail)
{
    const auto sentence = [&detail](const char *text) { return say(text).arg(detail); };
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorKind::storage, say("The disk is full. Free some space; nothing that was confirmed is lost."), {}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {
            ErrorKind::corrupt,
            sentence("The local database is damaged (%1). It is kept as it is; open it read-only to see what can be "
                     "read."),
            {}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::transient, sentence("The local database is in use by another program (%1)."), {}};
    case SQLITE_INTERRUPT: return {ErrorKind::cancelled, say("The local database was closed."), {}};
    case SQLITE_TOOBIG: return {ErrorKind::tooLarge, say("This is too large to be kept."), {}};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return {ErrorKind::storage, sentence("The local database cannot be opened for writing (%1)."), {}};
    default: return {ErrorKind::storage, sentence("The local database could not be written or read (%1)."), {}};
    }
}

bool isPassing(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_NOMEM: return true;
    default: return false;
    }
}

} // namespace wardroom::store
