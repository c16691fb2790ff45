// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/entrywriter.h"

#include "store/entryrow.h"
#include "store/searchtext.h"

namespace wardroom::store {

namespace {

int flagsOf(const domain::Entry &entry)
{
    return (entry.edited ? kEditedFlag : 0) | (entry.deleted ? kDeletedFlag : 0) |
           (entry.reaction ? kReactionFlag : 0) | (entry.fromPhone ? kFromPhoneFlag : 0);
}

CustodyLine lineFor(const Utf8 &room, const domain::Entry &entry, const EntryTexts &texts, const Sha256 &bytes,
                    CustodyWhat what)
{
    return {room, texts.entry, entry.position.serverTime, texts.sender, bytes, what};
}

//! What is shown after \a incoming: an envelope is never edited, so the one that came first stays with its marks.
domain::Entry merged(const domain::Entry &row, const domain::Entry &incoming)
{
    domain::Entry result = row;
    result.text = incoming.text;
    result.display = incoming.display;
    result.replyTo = incoming.replyTo;
    result.edited = row.edited || incoming.edited;
    result.deleted = row.deleted || incoming.deleted;
    return result;
}

//! A card follows what it shows: its own node replaces its text, and no platform calls that an edit.
bool isNextOfCard(const domain::Entry &row, const domain::Entry &incoming)
{
    return !row.display.isEmpty() && row.display == incoming.display && row.sender == incoming.sender && !row.deleted &&
           row.envelope.isEmpty() && incoming.envelope.isEmpty();
}

//! What came first was empty already, as where somebody deleted a message before anybody heard it; a copy of it is the
//! only one that says what it was. Whether it is true the envelope's signature says.
bool isCopyOfEmptied(const domain::Entry &row, const domain::Entry &incoming)
{
    return row.deleted && row.envelope.isEmpty() && row.text.isEmpty() && !incoming.envelope.isEmpty() &&
           !incoming.deleted && !incoming.edited && incoming.sender == row.sender;
}

} // namespace

QList<StoredEntry> EntryWriter::ingest(const QList<domain::Entry> &entries, const QByteArray &cursor)
{
    QList<StoredEntry> changed;
    changed.reserve(entries.size());
    for (const domain::Entry &entry : entries) {
        Room &place = room(entry.room);
        auto stored = add(place, entry);
        if (!stored && m_connection.code() == 0)
            stored = change(place, entry);
        if (m_connection.code() != 0)
            return {};
        if (stored)
            changed.append(std::move(*stored));
    }
    if (!cursor.isEmpty())
        m_connection.use("cursor_write").run(cursor);
    return changed;
}

void EntryWriter::forget()
{
    m_custody.forget();
    m_rooms.clear();
}

EntryWriter::Room &EntryWriter::room(const RoomId &id)
{
    const auto known = m_rooms.find(id);
    if (known != m_rooms.end())
        return *known;
    Room place;
    place.id = Utf8(id.text());
    {
        auto found = m_connection.use("room_find").start(place.id);
        if (found.next())
            place.number = found.number(0);
    }
    if (place.number == 0) {
        m_connection.use("room_add").run(place.id);
        place.number = m_connection.lastRowId();
    }
    auto last = m_connection.use("room_last_key").start(firstKey(place.number), lastKey(place.number));
    if (last.next())
        place.lastSeq = last.number(0) & kSeqMask;
    return *m_rooms.insert(id, place);
}

std::optional<StoredEntry> EntryWriter::add(Room &room, const domain::Entry &entry)
{
    if (room.lastSeq >= kSeqMask) {
        m_connection.note(13); // SQLITE_FULL: four thousand million entries in one room
        return {};
    }
    const qint64 seq = room.lastSeq + 1;
    const qint64 key = firstKey(room.number) | seq;
    const EntryTexts texts(entry);
    const bool good = m_connection.use("entry_add")
                          .run(key, room.number, texts.entry, entry.position.serverTime, texts.sender, texts.text,
                               entry.envelope, entry.spilled, texts.display, texts.replyTo, flagsOf(entry),
                               m_custody.nextNumber(), texts.thread, texts.media);
    if (!good || m_connection.changes() == 0)
        return {};
    room.lastSeq = seq;
    const Sha256 hash = Sha256::of(entryBytes(entry, texts));
    m_custody.append(key, lineFor(room.id, entry, texts, hash, CustodyWhat::seen));
    index(key, entry, texts.text);
    return StoredEntry{seq, entry};
}

std::optional<StoredEntry> EntryWriter::change(const Room &room, domain::Entry entry)
{
    StoredEntry row;
    {
        auto found = m_connection.use("entry_by_id").start(room.number, entry.position.entry.text());
        if (!found.next())
            return {};
        row = entryFromRow(found, entry.room);
    }
    // What an earlier version stored knows of no thread and no file; the same message again is no other one.
    if (row.entry.thread.isEmpty() && row.entry.media.isEmpty()) {
        entry.thread = {};
        entry.media.clear();
    }
    const qint64 key = firstKey(room.number) | row.seq;
    bool changed = false;
    if (row.entry.spilled.isEmpty() && !entry.spilled.isEmpty() && entry.envelope == row.entry.envelope) {
        row.entry.spilled = entry.spilled;
        changed = m_connection.use("entry_spilled").run(key, entry.spilled);
    }
    const EntryTexts texts(entry);
    const QByteArray bytes = entryBytes(entry, texts);
    const Sha256 hash = Sha256::of(bytes);
    const Known known = knownOf(key, row.entry, hash);
    if (isCopyOfEmptied(row.entry, entry)) {
        m_connection.use("entry_refill").run(key, entry.envelope, entry.spilled, m_custody.nextNumber());
        m_custody.append(key, lineFor(room.id, entry, texts, hash, CustodyWhat::differs), bytes,
                         known.hasBefore ? QByteArray() : entryBytes(row.entry));
        row.entry.envelope = entry.envelope;
        row.entry.spilled = entry.spilled;
        return row;
    }
    const bool says =
        isNextOfCard(row.entry, entry) || ((entry.edited || entry.deleted) && (entry.deleted || !row.entry.deleted));
    if (!known.seenBefore && !says) {
        // The platform says something else under the same id without calling it an edit: kept, never shown as true.
        m_custody.append(key, lineFor(room.id, entry, texts, hash, CustodyWhat::differs), bytes);
    } else if (!known.seenBefore) {
        const domain::Entry now = merged(row.entry, entry);
        unindex(key, row.entry);
        m_connection.use("entry_change")
            .run(key, now.text, now.spilled, now.display, now.replyTo.text(), flagsOf(now), m_custody.nextNumber());
        const CustodyWhat what = entry.deleted ? CustodyWhat::deleted : CustodyWhat::edited;
        m_custody.append(key, lineFor(room.id, entry, texts, hash, what), bytes,
                         known.hasBefore ? QByteArray() : entryBytes(row.entry));
        index(key, now, Utf8(now.text));
        row.entry = now;
        changed = true;
    }
    return changed ? std::optional(row) : std::nullopt;
}

EntryWriter::Known EntryWriter::knownOf(qint64 key, const domain::Entry &row, const Sha256 &bytes)
{
    Known known;
    auto run = m_connection.use("custody_changes").start(key);
    while (run.next()) {
        known.seenBefore = known.seenBefore || run.blob(0) == bytes.bytes();
        if (const QByteArray before = run.blob(5); !before.isEmpty()) {
            known.hasBefore = true;
            known.seenBefore = known.seenBefore || Sha256::of(before) == bytes;
        }
    }
    // Only an unchanged row still holds the bytes that were seen first.
    if (!known.hasBefore)
        known.seenBefore = known.seenBefore || Sha256::of(entryBytes(row)) == bytes;
    return known;
}

void EntryWriter::index(qint64 key, const domain::Entry &entry, const Utf8 &text)
{
    if (!entry.deleted && !entry.text.isEmpty())
        m_connection.use("search_add").run(key, isIndexedAsItIs(text.bytes) ? text : Utf8(indexedText(entry.text)));
}

void EntryWriter::unindex(qint64 key, const domain::Entry &entry)
{
    if (!entry.deleted && !entry.text.isEmpty())
        m_connection.use("search_remove").run(key, indexedText(entry.text));
}

} // namespace wardroom::store
