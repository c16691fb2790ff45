// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/hash.h"

#include <QByteArray>
#include <QString>
#include <vector>

struct sqlite3_stmt;

namespace wardroom::store {

class Connection;

//! Text that is UTF-8 already; shares the bytes.
struct Utf8
{
    Utf8() = default;
    explicit Utf8(const QString &text) : bytes(text.toUtf8()) {}
    explicit Utf8(QByteArray text) : bytes(std::move(text)) {}
    QByteArray bytes;
};

//! A prepared statement that is kept for the life of its connection. Failures are noted in the connection, so that a
//! transaction asks once, at its end, whether all of it went well.
class Statement
{
public:
    Statement(Connection &connection, const QByteArray &sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    //! One use: bound, stepped, and reset when it goes (an open read would hold the WAL).
    class Run
    {
    public:
        explicit Run(Statement &statement) : m_statement(statement) {}
        ~Run() { m_statement.reset(); }
        Q_DISABLE_COPY_MOVE(Run)

        //! True: there is a row. False: the end, or a failure that the connection knows.
        bool next() { return m_statement.step(); }
        qint64 number(int column) const { return m_statement.number(column); }
        QString text(int column) const { return m_statement.text(column); }
        QByteArray blob(int column) const { return m_statement.blob(column); }

    private:
        Statement &m_statement;
    };

    template <class... Values> Run start(const Values &...values)
    {
        [[maybe_unused]] int index = 0;
        (bind(++index, values), ...);
        return Run(*this);
    }
    //! For statements without rows.
    template <class... Values> bool run(const Values &...values)
    {
        [[maybe_unused]] int index = 0;
        (lend(++index, values), ...);
        step();
        return reset();
    }

private:
    //! As bind(), of a value that outlives the step: nothing needs to be held.
    template <class T> void lend(int index, const T &value) { bind(index, value); }
    void lend(int index, const Utf8 &value) { bindText(index, value.bytes); }
    void lend(int index, const QByteArray &value) { bindBlob(index, value); }
    void lend(int index, const Sha256 &value) { bindBlob(index, value.bytes()); }
    void bindText(int index, const QByteArray &bytes);
    void bindBlob(int index, const QByteArray &bytes);
    void bind(int index, qint64 value);
    void bind(int index, int value) { bind(index, qint64{value}); }
    void bind(int index, const QString &value) { bind(index, Utf8(value)); }
    void bind(int index, const Utf8 &value);       //!< empty: an empty text
    void bind(int index, const QByteArray &value); //!< empty: NULL
    void bind(int index, const Sha256 &value) { bind(index, value.bytes()); }
    //! Keeps what is bound alive until reset(), so that SQLite need not copy it.
    const QByteArray &hold(int index, QByteArray bytes);
    bool step();
    bool reset();
    qint64 number(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;

    Connection &m_connection;
    sqlite3_stmt *m_statement = nullptr;
    std::vector<QByteArray> m_held;
    bool m_good = true;
};

} // namespace wardroom::store
