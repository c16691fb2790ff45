// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/statement.h"
#include "store/store.h"

namespace wardroom::store {

constexpr qint64 kSeqMask = 0xffffffff;

//! Where a room's entries begin: the key of an entry is this plus its seq.
constexpr qint64 firstKey(qint64 room)
{
    return room << 32;
}
constexpr qint64 lastKey(qint64 room)
{
    return firstKey(room) | kSeqMask;
}

constexpr int kEditedFlag = 1;
constexpr int kDeletedFlag = 2;
constexpr int kReactionFlag = 4;
constexpr int kFromPhoneFlag = 8;

//! An entry from the columns key, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags,
//! thread, media.
inline StoredEntry entryFromRow(const Statement::Run &row, const domain::RoomId &room)
{
    StoredEntry stored;
    stored.seq = row.number(0) & kSeqMask;
    domain::Entry &entry = stored.entry;
    entry.room = room;
    entry.position = {row.number(2), EntryId(row.text(1))};
    entry.sender = domain::PersonId(row.text(3));
    entry.text = row.text(4);
    entry.envelope = row.blob(5);
    entry.spilled = row.blob(6);
    entry.display = row.text(7);
    entry.replyTo = EntryId(row.text(8));
    entry.edited = (row.number(9) & kEditedFlag) != 0;
    entry.deleted = (row.number(9) & kDeletedFlag) != 0;
    entry.reaction = (row.number(9) & kReactionFlag) != 0;
    entry.fromPhone = (row.number(9) & kFromPhoneFlag) != 0;
    entry.thread = EntryId(row.text(10));
    entry.media = row.text(11);
    return stored;
}

} // namespace wardroom::store
