// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "store/sqltexts.h"
#include "store/statement.h"

#include <atomic>
#include <string_view>
#include <unordered_map>

struct sqlite3;

namespace wardroom::store {

//! One SQLite connection and its prepared statements; used by one thread at a time. The first failure stays until
//! clear(), because what follows a failure in a transaction is noise.
class Connection
{
public:
    enum class Mode {
        write,   //!< read and write, made when missing
        read,    //!< a reader beside the writer
        salvage, //!< a damaged file: nothing of it may change
    };
    static Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode,
                                                    std::shared_ptr<const SqlTexts> texts);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    //! The statement of that name, prepared at its first use.
    Statement &use(const char *name);
    bool execute(const QByteArray &sql);
    //! The first column of the first row as text; empty on failure.
    QString ask(const QByteArray &sql);
    int changes() const;
    qint64 lastRowId() const;
    bool inTransaction() const;
    //! Closing leaves the WAL where it is: for files that must stay as they are.
    void leaveWalOnClose(bool leave);

    int code() const { return m_code; }
    //! The failure noted since clear(); only when code() is not 0.
    Error error() const;
    void note(int code);
    void clear();
    //! From any thread: what runs now ends with ErrorKind::cancelled.
    void interrupt();

    sqlite3 *handle() const { return m_handle; }

private:
    explicit Connection(std::shared_ptr<const SqlTexts> texts) : m_texts(std::move(texts)) {}

    sqlite3 *m_handle = nullptr;
    std::shared_ptr<const SqlTexts> m_texts;
    std::unordered_map<std::string_view, std::unique_ptr<Statement>> m_statements;
    int m_code = 0;
    QString m_problem;
};

//! A SQLite result code as an error whose sentence says what to do.
Error sqliteError(int code, const QString &detail);
//! Disk full, file system gone, busy: worth trying again later.
bool isPassing(int code);

} // namespace wardroom::store
