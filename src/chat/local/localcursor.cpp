// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/localcursor.h"

#include "chat/local/localtext.h"

namespace wardroom::chat {

using namespace Qt::StringLiterals;

QByteArray LocalCursor::toBytes() const
{
    return "local1:"_ba + QByteArray::number(change) + ':' + QByteArray::number(entry);
}

Result<LocalCursor> LocalCursor::fromBytes(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return LocalCursor{};
    const QList<QByteArray> parts = bytes.split(':');
    bool changeOk = false;
    bool entryOk = false;
    LocalCursor cursor;
    if (parts.size() == 3) {
        cursor.change = parts.at(1).toLongLong(&changeOk);
        cursor.entry = parts.at(2).toLongLong(&entryOk);
    }
    if (!changeOk || !entryOk || cursor.change < 0 || cursor.entry < 0 || cursor.toBytes() != bytes)
        return fail(ErrorKind::invalid, LocalText::tr("That is not a place in a local workspace's log."));
    return cursor;
}

} // namespace wardroom::chat
