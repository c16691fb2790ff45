// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/valuetable.h"

namespace wardroom::store {

namespace {

//! An empty value is NULL in its row and must not look like no row.
QByteArray present(const QByteArray &value)
{
    return value.isNull() ? QByteArray("", 0) : value;
}

} // namespace

void ValueTable::set(const QString &key, const QByteArray &value)
{
    if (value.isNull())
        m_connection.use("value_drop").run(key);
    else
        m_connection.use("value_set").run(key, value);
}

QByteArray ValueTable::get(const QString &key)
{
    auto run = m_connection.use("value_get").start(key);
    return run.next() ? present(run.blob(0)) : QByteArray();
}

QMap<QString, QByteArray> ValueTable::startingWith(const QString &prefix)
{
    QMap<QString, QByteArray> values;
    auto run = m_connection.use("value_from").start(prefix);
    while (run.next()) {
        const QString key = run.text(0);
        if (!key.startsWith(prefix))
            break;
        values.insert(key, present(run.blob(1)));
    }
    return values;
}

QByteArray ValueTable::cursor()
{
    auto run = m_connection.use("cursor_read").start();
    return run.next() ? run.blob(0) : QByteArray();
}

} // namespace wardroom::store
