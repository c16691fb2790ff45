-- SPDX-FileCopyrightText: 2026 The Wardroom authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: room_find
SELECT number FROM rooms WHERE id = ?1;

-- name: room_add
INSERT INTO rooms(id) VALUES (?1);

-- name: room_all
SELECT number, id FROM rooms ORDER BY number;

-- name: room_last_key
SELECT key FROM entries WHERE key >= ?1 AND key <= ?2 ORDER BY key DESC LIMIT 1;

-- name: entry_add
INSERT INTO entries(key, room, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags, custody,
    thread, media)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) ON CONFLICT(room, entry) DO NOTHING;

-- name: entry_by_id
SELECT key, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags, thread, media
FROM entries WHERE room = ?1 AND entry = ?2;

-- name: entry_by_key
SELECT key, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags, thread, media
FROM entries WHERE key = ?1;

-- name: entry_change
UPDATE entries SET text = ?2, spilled = ?3, display = ?4, reply_to = ?5, flags = ?6, custody = ?7 WHERE key = ?1;

-- name: entry_refill
UPDATE entries SET envelope = ?2, spilled = ?3, custody = ?4 WHERE key = ?1;

-- name: entry_spilled
UPDATE entries SET spilled = ?2 WHERE key = ?1;

-- name: page_before
SELECT key, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags, thread, media
FROM entries WHERE key > ?1 AND key < ?2 ORDER BY key DESC LIMIT ?3;

-- name: page_after
SELECT key, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags, thread, media
FROM entries WHERE key > ?1 AND key <= ?2 ORDER BY key LIMIT ?3;

-- A thread's messages, its first one, and the reactions to any of them.
-- name: thread_before
SELECT key, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags, thread, media
FROM entries WHERE key > ?1 AND key < ?2 AND key IN (
    WITH members AS (
        SELECT key, entry FROM entries INDEXED BY entries_in_thread WHERE room = ?3 AND thread = ?4 AND thread <> ''
        UNION ALL SELECT key, entry FROM entries WHERE room = ?3 AND entry = ?4)
    SELECT key FROM members
    UNION ALL SELECT r.key FROM members JOIN entries r ON r.room = ?3 AND r.reply_to = members.entry
        AND (r.flags & 4) <> 0)
ORDER BY key DESC LIMIT ?5;

-- name: thread_after
SELECT key, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags, thread, media
FROM entries WHERE key > ?1 AND key <= ?2 AND key IN (
    WITH members AS (
        SELECT key, entry FROM entries INDEXED BY entries_in_thread WHERE room = ?3 AND thread = ?4 AND thread <> ''
        UNION ALL SELECT key, entry FROM entries WHERE room = ?3 AND entry = ?4)
    SELECT key FROM members
    UNION ALL SELECT r.key FROM members JOIN entries r ON r.room = ?3 AND r.reply_to = members.entry
        AND (r.flags & 4) <> 0)
ORDER BY key LIMIT ?5;

-- name: thread_count
SELECT count(*), max(key) FROM entries INDEXED BY entries_in_thread
WHERE room = ?1 AND thread = ?2 AND thread <> '' AND (flags & 2) = 0;

-- name: envelope_all
SELECT key, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags, thread, media
FROM entries INDEXED BY entries_with_envelope WHERE room = ?1 AND envelope IS NOT NULL
UNION ALL
SELECT key, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags, thread, media
FROM entries INDEXED BY entries_marked
WHERE room = ?1 AND envelope IS NULL AND (flags & 3) <> 0 AND (flags & 4) = 0 AND display = '';

-- name: count_after
SELECT count(*) FROM (
    SELECT 1 FROM entries WHERE key > ?1 AND key <= ?2 AND sender <> ?3 AND flags < 2 LIMIT 10000);

-- name: cursor_read
SELECT cursor FROM place;

-- name: cursor_write
INSERT INTO place(only_row, cursor) VALUES (1, ?1) ON CONFLICT(only_row) DO UPDATE SET cursor = excluded.cursor;
