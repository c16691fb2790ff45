-- SPDX-FileCopyrightText: 2026 The Wardroom authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an edit or a deletion left of messages whose envelope never came here: what somebody kept takes their place.

CREATE INDEX entries_marked ON entries(room)
    WHERE envelope IS NULL AND (flags & 3) <> 0 AND (flags & 4) = 0 AND display = '';
