// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/connection.h"
#include "store/store.h"

namespace wardroom::store {

//! Typed messages until the platform has them. Reading works on any connection, writing on the writer's.
class OutboxTable
{
public:
    explicit OutboxTable(Connection &connection) : m_connection(connection) {}

    //! The same txn again answers the row that is there: a caller that saw no answer may ask again.
    Result<OutboxItem> add(const OutboxItem &item);
    Result<void> update(qint64 id, SendState state, const QString &problem);
    Result<void> drop(qint64 id);
    //! Not sent, oldest first.
    QList<OutboxItem> open();
    //! What was being sent when the program ended is unknown now.
    void afterRestart();

private:
    Connection &m_connection;
};

} // namespace wardroom::store
