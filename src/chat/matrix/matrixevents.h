// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/chatplatform.h"
#include "chat/matrix/matrixids.h"

#include <QJsonObject>

namespace wardroom::chat {

//! Content keys of ours in m.room.message. Other programs ignore them and show `body`.
namespace matrixkey {
constexpr QLatin1StringView envelope("org.wardroom.envelope"); //!< the canonical envelope as one string
constexpr QLatin1StringView txn("org.wardroom.txn");           //!< "<node>:<transaction>", for reading back
constexpr QLatin1StringView display("org.wardroom.display");   //!< names the card this message shows
constexpr QLatin1StringView media("org.wardroom.media");       //!< SHA-256 -> mxc:// of what the envelope names
} // namespace matrixkey

//! The type of an event that carries an envelope and no words. Other programs show nothing of it, and the default push
//! rules ring for m.room.message alone (Matrix 1.11, "Default Override Rules", "Default Underride Rules").
constexpr QLatin1StringView kWordlessType("org.wardroom.fact");
constexpr QLatin1StringView kMessageType("m.room.message");

//! An event of a room's timeline, checked as far as it is relied on (Matrix 1.11, "Room event format").
struct MatrixEvent
{
    EntryId id;
    QString type;
    PersonId sender;
    qint64 at = 0; //!< origin_server_ts, ms
    std::optional<QString> stateKey;
    QJsonObject content;
    QJsonObject extra; //!< "unsigned"
    EntryId redacts;

    bool isRedacted() const;
    //! The event this one replaces ("Event replacements", m.replace), empty when it is no edit.
    EntryId replaces() const;
    domain::Position position() const { return {at, id}; }

    //! Nothing for what is no event or lies about its shape.
    static std::optional<MatrixEvent> fromJson(const QJsonObject &json);
};

//! An entry and which edit its text is from.
struct MatrixEntry
{
    domain::Entry entry;
    domain::Position editedAt; //!< of the newest edit taken in
};

//! What an event that is a message or a reaction, and no edit, says; its own author's newest edit, which the server
//! adds to it, is taken in. Nothing when people would not see anything either.
std::optional<MatrixEntry> entryOf(const RoomId &room, const MatrixEvent &event);
//! Takes \a edit in, when it is by the same author and newer than what was; otherwise false. An envelope stays as it
//! was; `edited` is set unless it is a card's own update.
bool applyEdit(MatrixEntry &entry, const MatrixEvent &edit);
//! An edit by somebody else changes nothing, as in every Matrix program: it is an entry of its own that answers the
//! other.
MatrixEntry foreignEdit(const RoomId &room, const MatrixEvent &edit);

//! The first message of the thread that a message with this content stands in; empty: in none.
EntryId threadIn(const QJsonObject &content);

//! What is sent for \a message: readable text, the same with line breaks as HTML where it fits, and our keys.
QJsonObject contentOf(const Outgoing &message, const QString &txnKey);
//! The edit that puts \a message in the place of \a card's text.
QJsonObject editOf(const Outgoing &message, const QString &txnKey, const EntryId &card);

} // namespace wardroom::chat
