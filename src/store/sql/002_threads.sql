-- SPDX-FileCopyrightText: 2026 The Wardroom authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which thread an entry stands in and which file it brings. What was stored before stays as it was seen: in none.

ALTER TABLE entries ADD COLUMN thread TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN media TEXT NOT NULL DEFAULT '';
CREATE INDEX entries_in_thread ON entries(room, thread) WHERE thread <> '';
CREATE INDEX entries_reacting ON entries(room, reply_to) WHERE (flags & 4) <> 0;

ALTER TABLE outbox ADD COLUMN thread TEXT NOT NULL DEFAULT '';
