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
INSERT INTO entries(key, room, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags, custody)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT(room, entry) DO NOTHING;

-- name: entry_by_id
SELECT key, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags
FROM entries WHERE room = ?1 AND entry = ?2;

-- name: entry_by_key
SELECT key, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags
FROM entries WHERE key = ?1;

-- name: entry_change
UPDATE entries SET text = ?2, spilled = ?3, display = ?4, reply_to = ?5, flags = ?6, custody = ?7 WHERE key = ?1;

-- name: entry_spilled
UPDATE entries SET spilled = ?2 WHERE key = ?1;

-- name: page_before
SELECT key, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags
FROM entries WHERE key > ?1 AND key < ?2 ORDER BY key DESC LIMIT ?3;

-- name: page_after
SELECT key, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags
FROM entries WHERE key > ?1 AND key <= ?2 ORDER BY key LIMIT ?3;

-- name: envelope_all
SELECT key, entry, server_time, sender, text, envelope, spilled, display, reply_to, flags
FROM entries INDEXED BY entries_with_envelope WHERE room = ?1 AND envelope IS NOT NULL;

-- name: count_after
SELECT count(*) FROM (
    SELECT 1 FROM entries WHERE key > ?1 AND key <= ?2 AND sender <> ?3 AND flags < 2 LIMIT 10000);

-- name: cursor_read
SELECT cursor FROM place;

-- name: cursor_write
INSERT INTO place(only_row, cursor) VALUES (1, ?1) ON CONFLICT(only_row) DO UPDATE SET cursor = excluded.cursor;
