// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/custody.h"
#include "store/store.h"

namespace wardroom::store {

//! Puts entries, their custody lines and their words in the index into the transaction that is open.
class EntryWriter
{
public:
    explicit EntryWriter(Connection &connection) : m_connection(connection), m_custody(connection) {}

    //! Answers the entries that were new or changed. \a cursor empty: left as it is.
    QList<StoredEntry> ingest(const QList<domain::Entry> &entries, const QByteArray &cursor);
    //! After a rollback.
    void forget();

private:
    struct Room
    {
        qint64 number = 0;
        qint64 lastSeq = 0;
        Utf8 id;
    };
    struct Known
    {
        bool seenBefore = false; //!< these very bytes were seen, now or earlier
        bool hasBefore = false;  //!< the first version is kept in custody already
    };
    Room &room(const RoomId &id);
    std::optional<StoredEntry> add(Room &room, const domain::Entry &entry);
    std::optional<StoredEntry> change(const Room &room, domain::Entry entry);
    Known knownOf(qint64 key, const domain::Entry &row, const Sha256 &bytes);
    void index(qint64 key, const domain::Entry &entry, const Utf8 &text);
    void unindex(qint64 key, const domain::Entry &entry);

    Connection &m_connection;
    CustodyLog m_custody;
    QHash<RoomId, Room> m_rooms;
};

} // namespace wardroom::store
