// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/locallog.h"

#include "chat/local/localtext.h"

#include <limits>

namespace wardroom::chat {

using namespace Qt::StringLiterals;
using domain::Entry;
using domain::Position;

namespace {

constexpr qint64 kAll = std::numeric_limits<qint64>::max();

#define ENTRY_COLUMNS                                                                                                  \
    "e.id, e.room, e.sender, e.server_time, e.text, e.envelope, e.display, e.reply_to, e.edited, "                     \
    "e.deleted, e.change, e.thread"

Entry entryOf(const Statement &row)
{
    Entry entry;
    entry.position = {row.number(3), EntryId(QString::number(row.number(0)))};
    entry.room = RoomId(row.text(1));
    entry.sender = PersonId(row.text(2));
    entry.text = row.text(4);
    entry.envelope = row.bytes(5);
    entry.display = row.text(6);
    entry.replyTo = EntryId(row.text(7));
    entry.edited = row.number(8) != 0;
    entry.deleted = row.number(9) != 0;
    entry.thread = EntryId(row.text(11));
    return entry;
}

} // namespace

Result<void> LocalLog::check(LocalCursor cursor)
{
    const auto now = news();
    if (!now)
        return tl::unexpected(now.error());
    if (cursor.change > now->change)
        return fail(ErrorKind::corrupt,
                    LocalText::tr("The log in %1 is older than what this Wardroom has already read from "
                                  "it. Was it restored from a backup?")
                        .arg(m_folder.path()));
    return {};
}

Result<Page> LocalLog::history(const RoomId &room, const Position &before, int limit)
{
    Transaction snapshot(*m_database);
    if (auto begun = snapshot.beginReading().and_then([&] { return mayRead(room); }); !begun)
        return tl::unexpected(begun.error());
    const bool newest = before == Position{};
    const qint64 time = newest ? kAll : before.serverTime;
    const qint64 id = newest ? kAll : before.entry.text().toLongLong();
    const int wanted = std::clamp(limit, 1, 1000);
    Statement find = m_database->prepare("SELECT " ENTRY_COLUMNS " FROM entries e WHERE e.room=?"
                                         " AND (e.server_time, e.id) < (?, ?)"
                                         " ORDER BY e.server_time DESC, e.id DESC LIMIT ?");
    find.bind(room.text()).bind(time).bind(id).bind(qint64(wanted) + 1);
    Page page;
    for (;;) {
        const auto row = find.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        if (page.entries.size() == wanted) {
            page.more = true;
            break;
        }
        page.entries.prepend(entryOf(find));
    }
    return page;
}

//! Everything after `from`: the changes in their order, and where this reader joined a room, all that was in it.
Result<LoggedBatch> LocalLog::read(LocalCursor from, int limit)
{
    Transaction snapshot(*m_database);
    if (auto begun = snapshot.beginReading(); !begun)
        return tl::unexpected(begun.error());
    const auto now = news();
    if (!now)
        return tl::unexpected(now.error());
    LoggedBatch batch{from, {}, from, true};
    QList<std::pair<RoomId, qint64>> joined;
    {
        Statement find = m_database->prepare("SELECT room, change FROM members WHERE person=? AND change>=?"
                                             " ORDER BY change");
        find.bind(m_user.person.text()).bind(from.change);
        for (auto row = find.step(); !row || *row; row = find.step()) {
            if (!row)
                return tl::unexpected(row.error());
            joined.append({RoomId(find.text(0)), find.number(1)});
        }
    }
    for (const auto &[room, change] : std::as_const(joined)) {
        const auto upTo = readChanges(batch, change, limit);
        const auto within = upTo && *upTo ? readJoined(batch, room, change, limit) : upTo;
        if (!within)
            return tl::unexpected(within.error());
        if (!*within)
            return batch;
    }
    const auto rest = readChanges(batch, kAll, limit);
    if (!rest)
        return tl::unexpected(rest.error());
    if (*rest) {
        batch.more = false;
        batch.end = std::max(batch.end, LocalCursor{now->change, kAll});
    }
    return batch;
}

//! False: the batch is full.
Result<bool> LocalLog::readChanges(LoggedBatch &batch, qint64 until, int limit)
{
    Statement find = m_database->prepare(
        "SELECT " ENTRY_COLUMNS " FROM entries e CROSS JOIN members m ON m.room=e.room AND m.person=?"
        " WHERE e.change>? AND e.change<? AND e.change>m.change ORDER BY e.change LIMIT ?");
    const qsizetype room = limit - batch.entries.size();
    find.bind(m_user.person.text()).bind(batch.end.change).bind(until).bind(qint64(room));
    qsizetype found = 0;
    for (;; ++found) {
        const auto row = find.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        batch.end = {find.number(10), kAll};
        batch.entries.append({entryOf(find), batch.end});
    }
    return found < room;
}

//! The entries that were in a room before this reader joined it by \a joined. False: the batch is full.
Result<bool> LocalLog::readJoined(LoggedBatch &batch, const RoomId &room, qint64 joined, int limit)
{
    const qint64 after = batch.end.change == joined ? batch.end.entry : 0;
    Statement find = m_database->prepare("SELECT " ENTRY_COLUMNS " FROM entries e WHERE e.room=?"
                                         " AND e.id>? AND e.change<? ORDER BY e.server_time, e.id LIMIT ?");
    const qsizetype left = limit - batch.entries.size();
    find.bind(room.text()).bind(after).bind(joined).bind(qint64(left));
    batch.end = {joined, after};
    qsizetype found = 0;
    for (;; ++found) {
        const auto row = find.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        batch.end.entry = find.number(0);
        batch.entries.append({entryOf(find), batch.end});
    }
    if (found == left)
        return false;
    batch.end.entry = kAll;
    return true;
}

} // namespace wardroom::chat
