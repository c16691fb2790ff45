-- SPDX-FileCopyrightText: 2026 The Wardroom authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: search_add
INSERT INTO search(rowid, text) VALUES (?1, ?2);

-- name: search_remove
INSERT INTO search(search, rowid, text) VALUES ('delete', ?1, ?2);

-- name: search_find
SELECT rowid FROM search WHERE search MATCH ?1 AND rowid > ?2 AND rowid <= ?3 ORDER BY rowid DESC LIMIT ?4;
