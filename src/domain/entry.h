// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/envelope.h"

namespace wardroom::domain {

//! One message of a room as a chat platform gave it: at least once, possibly late, possibly twice.
struct Entry
{
    RoomId room;
    Position position;
    PersonId sender;     //!< the platform's word
    QString text;        //!< what people read; hostile
    QByteArray envelope; //!< empty for words of a person and for display messages
    QByteArray spilled;  //!< the attachment named by the envelope's body, when it is here
    QString display;     //!< names the card a display message updates; empty otherwise
    EntryId replyTo;
    bool edited = false;
    bool deleted = false;
    bool reaction = false;  //!< to replyTo; the text is its key, mostly an emoji
    bool fromPhone = false; //!< somebody's words from a chat app: no Wardroom has read them, so the runner does
    EntryId thread = {};    //!< the first message of the thread that it stands in; empty: in none
    QString media = {};     //!< the file that it brings, as domain/media.h writes it; empty: none

    friend bool operator==(const Entry &, const Entry &) = default;
};

} // namespace wardroom::domain
