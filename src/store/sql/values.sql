-- SPDX-FileCopyrightText: 2026 The Wardroom authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: value_set
INSERT INTO small_values(name, value) VALUES (?1, ?2) ON CONFLICT(name) DO UPDATE SET value = excluded.value;

-- name: value_drop
DELETE FROM small_values WHERE name = ?1;

-- name: value_get
SELECT value FROM small_values WHERE name = ?1;

-- name: value_from
SELECT name, value FROM small_values WHERE name >= ?1 ORDER BY name;
