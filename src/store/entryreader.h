// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/connection.h"
#include "store/store.h"

namespace wardroom::store {

//! Reads entries on a reader's connection. In a damaged file it answers what comes before the damage.
class EntryReader
{
public:
    explicit EntryReader(Connection &connection) : m_connection(connection) {}

    QList<StoredEntry> pageBefore(const RoomId &room, qint64 before, int limit);
    QList<StoredEntry> pageAfter(const RoomId &room, qint64 after, int limit);
    QList<StoredEntry> threadBefore(const RoomId &room, const EntryId &root, qint64 before, int limit);
    QList<StoredEntry> threadAfter(const RoomId &room, const EntryId &root, qint64 after, int limit);
    QHash<EntryId, ThreadSummary> threads(const RoomId &room, const QList<EntryId> &roots);
    QList<domain::Entry> envelopes(const RoomId &room);
    std::optional<StoredEntry> entry(const RoomId &room, const EntryId &id);
    QList<domain::Entry> earlier(const RoomId &room, const EntryId &id);
    QList<SearchHit> search(const QString &words, const RoomId &room, int limit, const SearchPlace &after);
    qint64 countAfter(const RoomId &room, qint64 after, const domain::PersonId &notBy);

private:
    std::optional<qint64> numberOf(const RoomId &room);
    QList<std::pair<qint64, RoomId>> rooms();
    QList<SearchHit> searchEverywhere(const QString &query, int limit, const SearchPlace &after);

    Connection &m_connection;
};

} // namespace wardroom::store
