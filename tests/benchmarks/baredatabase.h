// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "domain/entry.h"

#include <QHash>

struct sqlite3;
struct sqlite3_stmt;

namespace wardroom::bench {

//! SQLite by its C interface and nothing around it: what the store is compared with.
class BareDatabase
{
public:
    explicit BareDatabase(const QString &path, bool readOnly = false);
    ~BareDatabase();
    Q_DISABLE_COPY_MOVE(BareDatabase)

    //! The tables and indexes of entries, custody and search, as the store has them.
    void makeTables();
    //! One transaction: each entry a row and a custody line, whose hashes are not computed, and \a words (split for
    //! the index already) in the index.
    void insert(const QList<domain::Entry> &entries, const QStringList &words, qint64 firstKey);
    //! Row ids of one room that match, newest first; answers how many.
    int find(const QByteArray &query, qint64 afterKey, qint64 lastKey, int limit);

    //! What the store calls \a room in its keys.
    qint64 roomNumber(const domain::RoomId &room);
    QString problem() const { return m_problem; } //!< the first failure

private:
    void execute(const char *sql);
    sqlite3_stmt *statement(const char *sql);

    sqlite3 *m_handle = nullptr;
    QHash<QByteArray, sqlite3_stmt *> m_statements;
    qint64 m_lines = 0;
    QString m_problem;
};

} // namespace wardroom::bench
