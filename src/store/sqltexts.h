// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QByteArray>
#include <QHash>

namespace wardroom::store {

//! The statements of src/store/sql/*.sql by name ("-- name: entry_add"), read once a Store and shared by its threads.
class SqlTexts
{
public:
    //! Reads the compiled-in files; ErrorKind::invalid names a statement that is there twice or empty.
    static Result<SqlTexts> load();

    //! Empty when there is none of that name.
    QByteArray text(const QByteArray &name) const { return m_texts.value(name); }
    QList<QByteArray> names() const { return m_texts.keys(); }

private:
    QHash<QByteArray, QByteArray> m_texts;
};

//! The bytes of a compiled-in file of src/store/sql, e.g. "001_initial.sql".
QByteArray sqlFile(const QString &name);

} // namespace wardroom::store
