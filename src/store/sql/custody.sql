-- SPDX-FileCopyrightText: 2026 The Wardroom authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: custody_last
SELECT number, hash FROM custody ORDER BY number DESC LIMIT 1;

-- name: custody_add
INSERT INTO custody(number, key, room, entry, server_time, sender, bytes, what, hash, seen, before)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);

-- name: custody_changes
SELECT bytes, what, server_time, sender, seen, before FROM custody WHERE key = ?1 AND what <> 0 ORDER BY number;

-- name: custody_befores
SELECT key, before FROM custody WHERE what <> 0 AND before IS NOT NULL;

-- name: custody_walk
SELECT number, hash, room, entry, server_time, sender, bytes, what, seen, key FROM custody ORDER BY number;

-- name: custody_entries
SELECT e.key, e.entry, e.server_time, e.sender, e.text, e.envelope, e.spilled, e.display, e.reply_to, e.flags,
    e.thread, e.media, c.bytes, c.what, c.seen, c.key, c.entry, c.server_time, c.sender
FROM entries e LEFT JOIN custody c ON c.number = e.custody ORDER BY e.key;
