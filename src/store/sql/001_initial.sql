-- SPDX-FileCopyrightText: 2026 The Wardroom authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A published migration is never changed: the next change is 002.

CREATE TABLE rooms (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT;

-- key = room << 32 | seq: a page of a room is one range of the table itself.
CREATE TABLE entries (
    key INTEGER PRIMARY KEY,
    room INTEGER NOT NULL REFERENCES rooms(number),
    entry TEXT NOT NULL,
    server_time INTEGER NOT NULL,
    sender TEXT NOT NULL,
    text TEXT NOT NULL,
    envelope BLOB,
    spilled BLOB,
    display TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    flags INTEGER NOT NULL,
    custody INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX entries_by_id ON entries(room, entry);
CREATE INDEX entries_with_envelope ON entries(room) WHERE envelope IS NOT NULL;

-- What this desktop saw, in the order it saw it. It repeats room, id, time and sender, so that the chain can be
-- checked without the other tables. "seen" and "before" hold bytes only where something changed.
CREATE TABLE custody (
    number INTEGER PRIMARY KEY,
    key INTEGER NOT NULL,
    room TEXT NOT NULL,
    entry TEXT NOT NULL,
    server_time INTEGER NOT NULL,
    sender TEXT NOT NULL,
    bytes BLOB NOT NULL,
    what INTEGER NOT NULL,
    hash BLOB NOT NULL,
    seen BLOB,
    before BLOB
) STRICT;
CREATE INDEX custody_changes ON custody(key) WHERE what <> 0;
CREATE TRIGGER custody_keeps_lines BEFORE DELETE ON custody
BEGIN
    SELECT RAISE(ABORT, 'custody is append-only');
END;
CREATE TRIGGER custody_keeps_words BEFORE UPDATE ON custody
BEGIN
    SELECT RAISE(ABORT, 'custody is append-only');
END;

-- Contentless, and Chinese is split into single characters by the program before it comes here.
CREATE VIRTUAL TABLE search USING fts5(text, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    txn TEXT NOT NULL UNIQUE,
    room TEXT NOT NULL,
    text TEXT NOT NULL,
    envelope BLOB,
    display TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    attachments TEXT NOT NULL,
    state INTEGER NOT NULL,
    problem TEXT NOT NULL,
    queued_at INTEGER NOT NULL
) STRICT;

CREATE TABLE small_values (
    name TEXT PRIMARY KEY,
    value BLOB
) STRICT, WITHOUT ROWID;

-- The platform's cursor: one row, written in the transaction that stores what it stands behind.
CREATE TABLE place (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    cursor BLOB
) STRICT;
