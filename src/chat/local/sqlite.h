// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace wardroom::chat {

//! A prepared statement lent by its Database; gives itself back, reset, when it goes.
class Statement
{
public:
    Statement(sqlite3 *database, sqlite3_stmt *statement, int status);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    //! Parameters in the order of the question marks; everything is copied.
    Statement &bind(const QString &text);
    Statement &bind(const QByteArray &bytes);
    Statement &bind(qint64 number);

    //! True: there is a row. False: done.
    Result<bool> step();
    //! For statements without rows.
    Result<void> run();

    QString text(int column) const;
    QByteArray bytes(int column) const;
    qint64 number(int column) const;

private:
    sqlite3 *m_database;
    sqlite3_stmt *m_statement;
    int m_status;
    int m_bound = 0;
};

//! One SQLite connection, used by one thread. Text keeps its NULs; waiting for another process is bounded.
class Database
{
public:
    ~Database();
    //! Never creates the file: whoever makes a log makes the file first, with the right to it.
    static Result<std::unique_ptr<Database>> open(const QString &file);

    Result<void> execute(const char *sql);
    //! \a sql must be a literal: statements are kept by its address.
    Statement prepare(const char *sql);
    Result<qint64> number(const char *sql);
    qint64 lastId() const;
    //! Rows changed by the last statement.
    int changed() const;

private:
    explicit Database(sqlite3 *handle) : m_handle(handle) {}
    sqlite3 *m_handle;
    QHash<const void *, sqlite3_stmt *> m_statements;
};

//! Rolls back unless committed.
class Transaction
{
public:
    explicit Transaction(Database &database) : m_database(database) {}
    ~Transaction();
    //! Takes the write lock at once, so that counters read inside are still true at the end.
    Result<void> beginWriting();
    //! One snapshot for several reads.
    Result<void> beginReading();
    Result<void> commit();

private:
    Database &m_database;
    bool m_open = false;
};

} // namespace wardroom::chat
