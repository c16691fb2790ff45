// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/connection.h"

#include <QMap>

namespace wardroom::store {

//! Small durable values by name, and the platform's cursor.
class ValueTable
{
public:
    explicit ValueTable(Connection &connection) : m_connection(connection) {}

    //! A null value removes the row; an empty one is kept.
    void set(const QString &key, const QByteArray &value);
    //! Null when there is none.
    QByteArray get(const QString &key);
    QMap<QString, QByteArray> startingWith(const QString &prefix);
    QByteArray cursor();

private:
    Connection &m_connection;
};

} // namespace wardroom::store
