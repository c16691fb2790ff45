// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include "store/connection.h"

#include <sqlite3.h>

namespace wardroom::store {

Statement::Statement(Connection &connection, const QByteArray &sql) : m_connection(connection)
{
    const int code = sqlite3_prepare_v3(connection.handle(), sql.constData(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (code != SQLITE_OK || m_statement == nullptr)
        m_connection.note(code == SQLITE_OK ? SQLITE_ERROR : code);
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::bind(int index, qint64 value)
{
    if (sqlite3_bind_int64(m_statement, index, value) != SQLITE_OK)
        m_good = false;
}

void Statement::bind(int index, const Utf8 &value)
{
    bindText(index, hold(index, value.bytes));
}

void Statement::bind(int index, const QByteArray &value)
{
    bindBlob(index, hold(index, value));
}

void Statement::bindText(int index, const QByteArray &bytes)
{
    if (sqlite3_bind_text64(m_statement, index, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()),
                            SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK)
        m_good = false;
}

void Statement::bindBlob(int index, const QByteArray &bytes)
{
    const int code = bytes.isEmpty() ? sqlite3_bind_null(m_statement, index)
                                     : sqlite3_bind_blob64(m_statement, index, bytes.constData(),
                                                           static_cast<sqlite3_uint64>(bytes.size()), SQLITE_STATIC);
    if (code != SQLITE_OK)
        m_good = false;
}

const QByteArray &Statement::hold(int index, QByteArray bytes)
{
    if (m_held.size() < static_cast<size_t>(index))
        m_held.resize(static_cast<size_t>(index));
    return m_held[static_cast<size_t>(index - 1)] = std::move(bytes);
}

bool Statement::step()
{
    if (m_statement == nullptr || !m_good) {
        // A value that could not be bound (too big, no memory) must not be written as NULL.
        m_connection.note(m_statement == nullptr ? SQLITE_ERROR : SQLITE_TOOBIG);
        return false;
    }
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        m_connection.note(code);
    return code == SQLITE_ROW;
}

bool Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    std::fill(m_held.begin(), m_held.end(), QByteArray());
    m_good = true;
    return m_connection.code() == SQLITE_OK;
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return bytes == nullptr ? QString() : QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return bytes == nullptr ? QByteArray() : QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
}

} // namespace wardroom::store
