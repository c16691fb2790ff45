// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/entry.h"
#include "store/connection.h"

namespace wardroom::store {

//! What a custody line says happened.
enum class CustodyWhat { seen, edited, deleted, differs };

//! The texts of an entry as they are written: each is needed several times, in its row, its custody line and the index.
struct EntryTexts
{
    explicit EntryTexts(const domain::Entry &entry);
    Utf8 entry, sender, text, display, replyTo, thread, media;
};

//! The bytes of an entry as it was seen: text, envelope, display, replyTo (each a big-endian 32-bit length and UTF-8
//! or raw bytes) and one byte of flags (1 edited, 2 deleted, 4 reaction, 8 from a phone). Where it stands in a thread
//! or brings a file, 16 is set too, and both follow as texts. Without the spilled attachment, which its envelope names
//! by hash and which may come later.
QByteArray entryBytes(const domain::Entry &entry);
QByteArray entryBytes(const domain::Entry &entry, const EntryTexts &texts);
//! Fills what entryBytes() wrote into \a entry; false when the bytes are not such.
bool readEntryBytes(const QByteArray &bytes, domain::Entry &entry);

//! One line of the chain before it has a place in it.
struct CustodyLine
{
    Utf8 room;
    Utf8 entry;
    qint64 serverTime = 0;
    Utf8 sender;
    Sha256 bytes; //!< SHA-256 of entryBytes()
    CustodyWhat what = CustodyWhat::seen;

    //! SHA-256 over the previous hash (empty for the first), room, entry id, server time (big-endian 64 bits), sender,
    //! bytes, and the word for what happened; each with a big-endian 32-bit length before it.
    Sha256 hashAfter(const Sha256 &previous) const;
};

//! Appends to the chain; lives on the writer's connection.
class CustodyLog
{
public:
    explicit CustodyLog(Connection &connection) : m_connection(connection) {}

    //! The number the next line will have.
    qint64 nextNumber();
    //! \a seen and \a before: bytes to keep with the line, empty for none.
    void append(qint64 key, const CustodyLine &line, const QByteArray &seen = {}, const QByteArray &before = {});
    //! After a rollback: what is remembered may not be in the file.
    void forget() { m_known = false; }

private:
    void load();

    Connection &m_connection;
    bool m_known = false;
    qint64 m_count = 0;
    Sha256 m_hash;
};

} // namespace wardroom::store
