// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/baredatabase.h"

#include <sqlite3.h>

namespace wardroom::bench {

namespace {

//! Stands for the hashes of a custody line, which the baseline does not compute.
constexpr std::array<char, 32> kHash{1, 2, 3, 4, 5, 6, 7, 8};

void bindText(sqlite3_stmt *statement, int index, const QByteArray &text)
{
    sqlite3_bind_text(statement, index, text.constData(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

} // namespace

BareDatabase::BareDatabase(const QString &path, bool readOnly)
{
    const int flags = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (sqlite3_open_v2(path.toUtf8().constData(), &m_handle, flags | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK)
        m_problem = QString::fromUtf8(sqlite3_errmsg(m_handle));
    // The same promises and the same memory as the store's own connections.
    execute(readOnly ? "PRAGMA cache_size = -1000" : "PRAGMA cache_size = -4000");
    execute("PRAGMA temp_store = MEMORY");
    if (readOnly)
        return;
    execute("PRAGMA journal_mode = WAL");
    execute("PRAGMA synchronous = NORMAL");
}

BareDatabase::~BareDatabase()
{
    for (sqlite3_stmt *statement : std::as_const(m_statements))
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_handle);
}

void BareDatabase::execute(const char *sql)
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK && m_problem.isEmpty())
        m_problem = QString::fromUtf8(sqlite3_errmsg(m_handle));
}

sqlite3_stmt *BareDatabase::statement(const char *sql)
{
    sqlite3_stmt *&known = m_statements[QByteArray::fromRawData(sql, static_cast<qsizetype>(qstrlen(sql)))];
    if (!known && sqlite3_prepare_v2(m_handle, sql, -1, &known, nullptr) != SQLITE_OK && m_problem.isEmpty())
        m_problem = QString::fromUtf8(sqlite3_errmsg(m_handle));
    return known;
}

void BareDatabase::makeTables()
{
    execute("CREATE TABLE entries (key INTEGER PRIMARY KEY, room INTEGER NOT NULL, entry TEXT NOT NULL,"
            " server_time INTEGER NOT NULL, sender TEXT NOT NULL, text TEXT NOT NULL, envelope BLOB, spilled BLOB,"
            " display TEXT NOT NULL, reply_to TEXT NOT NULL, flags INTEGER NOT NULL, custody INTEGER NOT NULL) STRICT");
    execute("CREATE UNIQUE INDEX entries_by_id ON entries(room, entry)");
    execute("CREATE INDEX entries_with_envelope ON entries(room) WHERE envelope IS NOT NULL");
    execute("CREATE TABLE custody (number INTEGER PRIMARY KEY, key INTEGER NOT NULL, room TEXT NOT NULL,"
            " entry TEXT NOT NULL, server_time INTEGER NOT NULL, sender TEXT NOT NULL, bytes BLOB NOT NULL,"
            " what INTEGER NOT NULL, hash BLOB NOT NULL, seen BLOB, before BLOB) STRICT");
    execute("CREATE INDEX custody_changes ON custody(key) WHERE what <> 0");
    execute("CREATE VIRTUAL TABLE search USING fts5(text, content='', columnsize=0,"
            " tokenize='unicode61 remove_diacritics 2')");
}

void BareDatabase::insert(const QList<domain::Entry> &entries, const QStringList &words, qint64 firstKey)
{
    execute("BEGIN IMMEDIATE");
    sqlite3_stmt *row = statement("INSERT INTO entries VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL, ?8, ?9, 0, ?1)");
    sqlite3_stmt *line = statement("INSERT INTO custody VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?7, NULL, NULL)");
    sqlite3_stmt *index = statement("INSERT INTO search(rowid, text) VALUES (?1, ?2)");
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const domain::Entry &entry = entries.at(i);
        sqlite3_bind_int64(row, 1, firstKey + i);
        sqlite3_bind_int64(row, 2, 1);
        bindText(row, 3, entry.position.entry.text().toUtf8());
        sqlite3_bind_int64(row, 4, entry.position.serverTime);
        bindText(row, 5, entry.sender.text().toUtf8());
        bindText(row, 6, entry.text.toUtf8());
        if (entry.envelope.isEmpty())
            sqlite3_bind_null(row, 7);
        else
            sqlite3_bind_blob(row, 7, entry.envelope.constData(), static_cast<int>(entry.envelope.size()),
                              SQLITE_STATIC);
        bindText(row, 8, entry.display.toUtf8());
        bindText(row, 9, entry.replyTo.text().toUtf8());
        sqlite3_bind_int64(line, 1, m_lines + 1);
        sqlite3_bind_int64(line, 2, firstKey + i);
        bindText(line, 3, entry.room.text().toUtf8());
        bindText(line, 4, entry.position.entry.text().toUtf8());
        sqlite3_bind_int64(line, 5, entry.position.serverTime);
        bindText(line, 6, entry.sender.text().toUtf8());
        sqlite3_bind_blob(line, 7, kHash.data(), static_cast<int>(kHash.size()), SQLITE_STATIC);
        ++m_lines;
        sqlite3_bind_int64(index, 1, firstKey + i);
        bindText(index, 2, words.at(i).toUtf8());
        if ((sqlite3_step(row) != SQLITE_DONE || sqlite3_step(line) != SQLITE_DONE ||
             sqlite3_step(index) != SQLITE_DONE) &&
            m_problem.isEmpty())
            m_problem = QString::fromUtf8(sqlite3_errmsg(m_handle));
        sqlite3_reset(row);
        sqlite3_reset(line);
        sqlite3_reset(index);
    }
    execute("COMMIT");
}

int BareDatabase::find(const QByteArray &query, qint64 afterKey, qint64 lastKey, int limit)
{
    sqlite3_stmt *found = statement("SELECT rowid FROM search WHERE search MATCH ?1 AND rowid > ?2 AND rowid <= ?3"
                                    " ORDER BY rowid DESC LIMIT ?4");
    bindText(found, 1, query);
    sqlite3_bind_int64(found, 2, afterKey);
    sqlite3_bind_int64(found, 3, lastKey);
    sqlite3_bind_int(found, 4, limit);
    int count = 0;
    while (sqlite3_step(found) == SQLITE_ROW)
        ++count;
    sqlite3_reset(found);
    return count;
}

qint64 BareDatabase::roomNumber(const domain::RoomId &room)
{
    sqlite3_stmt *found = statement("SELECT number FROM rooms WHERE id = ?1");
    bindText(found, 1, room.text().toUtf8());
    const qint64 number = sqlite3_step(found) == SQLITE_ROW ? sqlite3_column_int64(found, 0) : 0;
    sqlite3_reset(found);
    return number;
}

} // namespace wardroom::bench
