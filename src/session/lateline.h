// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ids.h"

#include <QByteArray>

namespace wardroom::session {

//! A line that an earlier run had still to say when it ended, and that the room has now: a value of the store, until
//! what it asks for was looked at.
struct LateLine
{
    domain::RoomId room;
    domain::EntryId said;
    QString text;

    static QString prefix() { return QStringLiteral("late/"); }
    QString key() const { return prefix() + said.text(); }
    QByteArray bytes() const { return (room.text() + u'\n' + text).toUtf8(); }
    static LateLine fromStore(const QString &key, const QByteArray &bytes)
    {
        const QString line = QString::fromUtf8(bytes);
        return {domain::RoomId(line.section(u'\n', 0, 0)), domain::EntryId(key.sliced(prefix().size())),
                line.section(u'\n', 1)};
    }
};

} // namespace wardroom::session
