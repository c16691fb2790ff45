-- SPDX-FileCopyrightText: 2026 The Wardroom authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: search_add
INSERT INTO search(rowid, text) VALUES (?1, ?2);

-- name: search_remove
INSERT INTO search(search, rowid, text) VALUES ('delete', ?1, ?2);

-- CROSS JOIN keeps the order: the index first, then the row of each hit.
-- name: search_find
SELECT e.key, e.entry, e.server_time, e.sender, e.text
FROM search s CROSS JOIN entries e ON e.key = s.rowid
WHERE s.search MATCH ?1 AND s.rowid > ?2 AND s.rowid <= ?3 ORDER BY s.rowid DESC LIMIT ?4;

-- Without the words: of every room's newest hits only a few are shown.
-- name: search_times
SELECT e.key, e.server_time FROM search s CROSS JOIN entries e ON e.key = s.rowid
WHERE s.search MATCH ?1 AND s.rowid > ?2 AND s.rowid <= ?3 ORDER BY s.rowid DESC LIMIT ?4;

-- name: search_entry
SELECT key, entry, server_time, sender, text FROM entries WHERE key = ?1;
