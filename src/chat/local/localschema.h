// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace wardroom::chat {

//! The layout of a Local log. `user_version` is its version, `application_id` ("WRML") says whose file it is.
constexpr int kLocalSchemaVersion = 2;
constexpr int kLocalApplicationId = 0x57524d4c;
//! Characters of what is told apart by its text: people, nodes, transactions, locks.
constexpr int kLongestLocalName = 200;

//! One `change` counter runs through everything that a reader must hear of; it is taken inside the write lock, so
//! the order of commits is its order and nobody who has read up to n can miss one below n.
//! `server_time` never decreases (state.last_time), whatever the clocks of the writers do.
constexpr const char *kLocalSchema = R"sql(
CREATE TABLE workspace(id TEXT NOT NULL, name TEXT NOT NULL, founder TEXT NOT NULL, control TEXT NOT NULL,
                       created INTEGER NOT NULL);
CREATE TABLE state(one INTEGER PRIMARY KEY CHECK(one = 1), change INTEGER NOT NULL, last_time INTEGER NOT NULL,
                   rooms_change INTEGER NOT NULL);
INSERT INTO state VALUES(1, 0, 0, 0);
CREATE TABLE rooms(id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, topic TEXT NOT NULL,
                   purpose TEXT NOT NULL, restricted INTEGER NOT NULL, archived INTEGER NOT NULL DEFAULT 0,
                   creator TEXT NOT NULL, created INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE members(room TEXT NOT NULL REFERENCES rooms(id), person TEXT NOT NULL, admin INTEGER NOT NULL,
                     change INTEGER NOT NULL, PRIMARY KEY(room, person)) WITHOUT ROWID;
CREATE INDEX members_person ON members(person, change);
CREATE TABLE entries(id INTEGER PRIMARY KEY AUTOINCREMENT, room TEXT NOT NULL REFERENCES rooms(id),
                     sender TEXT NOT NULL, node TEXT NOT NULL, server_time INTEGER NOT NULL, text TEXT NOT NULL,
                     envelope BLOB NOT NULL, display TEXT NOT NULL, reply_to TEXT NOT NULL,
                     edited INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0, change INTEGER NOT NULL,
                     thread TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX entries_change ON entries(change);
CREATE INDEX entries_place ON entries(room, server_time, id);
CREATE UNIQUE INDEX entries_card ON entries(sender, node, room, display) WHERE display <> '' AND deleted = 0;
CREATE TABLE txns(sender TEXT NOT NULL, node TEXT NOT NULL, txn TEXT NOT NULL, room TEXT NOT NULL,
                  digest BLOB NOT NULL, entry INTEGER NOT NULL REFERENCES entries(id),
                  PRIMARY KEY(sender, node, txn)) WITHOUT ROWID;
CREATE TABLE claims(name TEXT PRIMARY KEY, node TEXT NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL)
                   WITHOUT ROWID;
)sql";

//! What a log of version 1 lacks. A Wardroom of before that has it open goes on writing; it knows of no threads.
constexpr const char *kLocalThreads = "ALTER TABLE entries ADD COLUMN thread TEXT NOT NULL DEFAULT ''";

} // namespace wardroom::chat
