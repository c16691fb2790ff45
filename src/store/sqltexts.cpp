// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqltexts.h"

#include <QFile>
#include <QResource>

// A static library's resources are dropped by the linker unless something names them, and the macro that does so must
// be used outside any namespace (Qt, "The Qt Resource System").
static void initStoreSql()
{
    Q_INIT_RESOURCE(store_sql);
}

namespace wardroom::store {
using namespace Qt::StringLiterals;

QByteArray sqlFile(const QString &name)
{
    initStoreSql();
    QFile file(u":/wardroom/store/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<SqlTexts> SqlTexts::load()
{
    SqlTexts texts;
    for (const QString &name :
         {u"custody.sql"_s, u"entries.sql"_s, u"outbox.sql"_s, u"search.sql"_s, u"values.sql"_s}) {
        QByteArray current;
        const QList<QByteArray> lines = sqlFile(name).split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("-- name: ")) {
                current = line.sliced(9).trimmed();
                if (texts.m_texts.contains(current))
                    return fail(ErrorKind::invalid,
                                u"The statement %1 is there twice."_s.arg(QString::fromLatin1(current)));
                texts.m_texts.insert(current, {});
            } else if (!current.isEmpty() && !line.startsWith("--") && !line.isEmpty()) {
                texts.m_texts[current] += line + '\n';
            }
        }
    }
    for (auto it = texts.m_texts.cbegin(); it != texts.m_texts.cend(); ++it) {
        if (it.value().isEmpty())
            return fail(ErrorKind::invalid, u"The statement %1 is empty."_s.arg(QString::fromLatin1(it.key())));
    }
    return texts;
}

} // namespace wardroom::store
