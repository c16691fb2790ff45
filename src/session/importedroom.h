// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/chatplatform.h"
#include "domain/fold.h"

#include <QJsonObject>
#include <memory>

namespace wardroom::session {

//! Where an imported room comes from; what is kept of it beside the bundle's own facts. Strings are hostile.
struct ImportedFrom
{
    domain::RoomId id;             //!< here: "imported:" and 16 hexadecimal digits of the manifest's hash
    QString name;                  //!< of the room there
    domain::WorkspaceId workspace; //!< there
    domain::RoomId room;           //!< there
    domain::RoomId control;        //!< there
    QString exporter;              //!< who exported it
    qint64 exportedAt = 0;         //!< ms
    qint64 importedAt = 0;         //!< ms
    bool trusted = false;          //!< it was signed by the workspace whose fingerprint whoever imported it gave
    qint64 withheld = 0;           //!< lines that the exporter left out
    Sha256 facts;                  //!< the blob that holds the bundle's facts.jsonl
};

QByteArray toBytes(const ImportedFrom &from);
Result<ImportedFrom> importedFromBytes(const QByteArray &bytes);

//! The past of a room that came in a bundle: folded from the bundle's own facts, with the people, keys and policies of
//! the workspace that made it. It counts for nothing here, and nothing here counts for it.
struct ImportedRoom
{
    ImportedFrom from;
    chat::Room room; //!< as it is shown
    domain::WorkspaceState workspace;
    domain::RoomFold fold;
    QList<domain::Entry> entries; //!< under the id it has here, for the store; not kept afterwards
};

//! Folds facts.jsonl. Takes as long as the room is long: call it off the main thread.
Result<std::shared_ptr<ImportedRoom>> foldImported(const ImportedFrom &from, const QByteArray &facts);

domain::RoomId importedId(const QByteArray &manifest);
//! Whether an id is one that importing gives. No platform's room may have one.
bool isImportedId(const domain::RoomId &room);
//! Why nothing can be said in such a room.
QString whyImportedIsReadOnly();

} // namespace wardroom::session
