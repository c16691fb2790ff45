// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/entryreader.h"

#include "store/custody.h"
#include "store/entryrow.h"
#include "store/searchtext.h"

namespace wardroom::store {

namespace {

//! A page or a list of hits that somebody looks at; more is a mistake.
constexpr int kLongestPage = 10'000;

//! A hit from the columns key, entry, server_time, sender, text.
SearchHit hitFromRow(const Statement::Run &row, const RoomId &room)
{
    return {row.number(0) & kSeqMask,
            room,
            {row.number(2), EntryId(row.text(1))},
            domain::PersonId(row.text(3)),
            row.text(4)};
}

//! The last key of a room that a page which goes on behind \a after may show.
qint64 lastKeyBehind(qint64 number, const RoomId &room, const SearchPlace &after)
{
    const auto shown = after.find(room);
    return shown == after.end() ? lastKey(number) : firstKey(number) | (std::clamp<qint64>(*shown, 1, kSeqMask) - 1);
}

} // namespace

std::optional<qint64> EntryReader::numberOf(const RoomId &room)
{
    auto run = m_connection.use("room_find").start(room.text());
    return run.next() ? std::optional(run.number(0)) : std::nullopt;
}

QList<std::pair<qint64, RoomId>> EntryReader::rooms()
{
    QList<std::pair<qint64, RoomId>> all;
    auto run = m_connection.use("room_all").start();
    while (run.next())
        all.append({run.number(0), RoomId(run.text(1))});
    return all;
}

QList<StoredEntry> EntryReader::pageBefore(const RoomId &room, qint64 before, int limit)
{
    QList<StoredEntry> page;
    const auto number = numberOf(room);
    if (!number)
        return page;
    const qint64 end = before > 0 ? std::min(before, kSeqMask) : kSeqMask;
    auto run = m_connection.use("page_before")
                   .start(firstKey(*number), firstKey(*number) | end, std::clamp(limit, 0, kLongestPage));
    while (run.next())
        page.append(entryFromRow(run, room));
    std::reverse(page.begin(), page.end());
    return page;
}

QList<StoredEntry> EntryReader::pageAfter(const RoomId &room, qint64 after, int limit)
{
    QList<StoredEntry> page;
    const auto number = numberOf(room);
    if (!number)
        return page;
    const qint64 begin = std::clamp<qint64>(after, 0, kSeqMask);
    auto run = m_connection.use("page_after")
                   .start(firstKey(*number) | begin, lastKey(*number), std::clamp(limit, 0, kLongestPage));
    while (run.next())
        page.append(entryFromRow(run, room));
    return page;
}

QList<StoredEntry> EntryReader::threadBefore(const RoomId &room, const EntryId &root, qint64 before, int limit)
{
    QList<StoredEntry> page;
    const auto number = numberOf(room);
    if (!number || root.isEmpty())
        return page;
    const qint64 end = before > 0 ? std::min(before, kSeqMask) : kSeqMask;
    auto run = m_connection.use("thread_before")
                   .start(firstKey(*number), firstKey(*number) | end, *number, root.text(),
                          std::clamp(limit, 0, kLongestPage));
    while (run.next())
        page.append(entryFromRow(run, room));
    std::reverse(page.begin(), page.end());
    return page;
}

QList<StoredEntry> EntryReader::threadAfter(const RoomId &room, const EntryId &root, qint64 after, int limit)
{
    QList<StoredEntry> page;
    const auto number = numberOf(room);
    if (!number || root.isEmpty())
        return page;
    const qint64 begin = std::clamp<qint64>(after, 0, kSeqMask);
    auto run = m_connection.use("thread_after")
                   .start(firstKey(*number) | begin, lastKey(*number), *number, root.text(),
                          std::clamp(limit, 0, kLongestPage));
    while (run.next())
        page.append(entryFromRow(run, room));
    return page;
}

QHash<EntryId, ThreadSummary> EntryReader::threads(const RoomId &room, const QList<EntryId> &roots)
{
    QHash<EntryId, ThreadSummary> summaries;
    const auto number = numberOf(room);
    if (!number)
        return summaries;
    for (const EntryId &root : roots) {
        ThreadSummary summary;
        qint64 last = 0;
        {
            auto run = m_connection.use("thread_count").start(*number, root.text());
            if (!run.next() || run.number(0) == 0)
                continue;
            summary.replies = run.number(0);
            last = run.number(1);
        }
        auto run = m_connection.use("entry_by_key").start(last);
        if (run.next()) {
            const domain::Entry entry = entryFromRow(run, room).entry;
            summary.lastBy = entry.sender;
            summary.lastAt = entry.position.serverTime;
        }
        summaries.insert(root, summary);
    }
    return summaries;
}

QList<domain::Entry> EntryReader::envelopes(const RoomId &room)
{
    QList<domain::Entry> entries;
    const auto number = numberOf(room);
    if (!number)
        return entries;
    auto run = m_connection.use("envelope_all").start(*number);
    while (run.next())
        entries.append(entryFromRow(run, room).entry);
    // Position's order is that of UTF-16, which SQLite's collation does not know.
    std::sort(entries.begin(), entries.end(),
              [](const domain::Entry &a, const domain::Entry &b) { return a.position < b.position; });
    return entries;
}

std::optional<StoredEntry> EntryReader::entry(const RoomId &room, const EntryId &id)
{
    const auto number = numberOf(room);
    if (!number)
        return {};
    auto run = m_connection.use("entry_by_id").start(*number, id.text());
    return run.next() ? std::optional(entryFromRow(run, room)) : std::nullopt;
}

QList<domain::Entry> EntryReader::earlier(const RoomId &room, const EntryId &id)
{
    QList<domain::Entry> versions;
    const auto number = numberOf(room);
    const auto now = entry(room, id);
    if (!number || !now)
        return versions;
    auto run = m_connection.use("custody_changes").start(firstKey(*number) | now->seq);
    while (run.next()) {
        // Other words under the same id were never shown as this entry's.
        if (static_cast<CustodyWhat>(run.number(1)) == CustodyWhat::differs)
            continue;
        for (const int column : {5, 4}) { // what stood before, then what was seen
            domain::Entry version;
            version.room = room;
            version.position = {run.number(2), id};
            version.sender = domain::PersonId(run.text(3));
            if (const QByteArray bytes = run.blob(column); !bytes.isEmpty() && readEntryBytes(bytes, version))
                versions.append(version);
        }
    }
    // The last change is what is shown now.
    if (!versions.isEmpty())
        versions.removeLast();
    return versions;
}

QList<SearchHit> EntryReader::search(const QString &words, const RoomId &room, int limit, const SearchPlace &after)
{
    QList<SearchHit> hits;
    const QString query = searchQuery(words);
    const int wanted = std::clamp(limit, 0, kLongestPage);
    if (query.isEmpty() || wanted == 0)
        return hits;
    if (room.isEmpty())
        return searchEverywhere(query, wanted, after);
    const auto number = numberOf(room);
    if (!number)
        return hits;
    hits.reserve(std::min(wanted, 64));
    auto found =
        m_connection.use("search_find").start(query, firstKey(*number), lastKeyBehind(*number, room, after), wanted);
    while (found.next())
        hits.append(hitFromRow(found, room));
    return hits;
}

QList<SearchHit> EntryReader::searchEverywhere(const QString &query, int limit, const SearchPlace &after)
{
    // Newest first in each room is newest first by key; across rooms it is the server's time. A room's own order is
    // never changed, or a page could leave something out that the next one takes for shown.
    struct Found
    {
        qint64 key = 0;
        qint64 time = 0;
    };
    struct Room
    {
        RoomId id;
        std::vector<Found> found;
        size_t at = 0;
    };
    std::vector<Room> rooms;
    const auto all = this->rooms();
    for (const auto &[number, id] : all) {
        Room room{id, {}, 0};
        auto run =
            m_connection.use("search_times").start(query, firstKey(number), lastKeyBehind(number, id, after), limit);
        while (run.next())
            room.found.push_back({run.number(0), run.number(1)});
        if (!room.found.empty())
            rooms.push_back(std::move(room));
    }
    QList<SearchHit> hits;
    while (hits.size() < limit) {
        Room *newest = nullptr;
        for (Room &room : rooms) {
            if (room.at < room.found.size() && (!newest || room.found[room.at].time > newest->found[newest->at].time))
                newest = &room;
        }
        if (!newest)
            break;
        auto run = m_connection.use("search_entry").start(newest->found[newest->at++].key);
        if (run.next())
            hits.append(hitFromRow(run, newest->id));
    }
    return hits;
}

qint64 EntryReader::countAfter(const RoomId &room, qint64 after, const domain::PersonId &notBy)
{
    const auto number = numberOf(room);
    if (!number)
        return 0;
    const qint64 begin = std::clamp<qint64>(after, 0, kSeqMask);
    auto run = m_connection.use("count_after").start(firstKey(*number) | begin, lastKey(*number), notBy.text());
    return run.next() ? run.number(0) : 0;
}

} // namespace wardroom::store
