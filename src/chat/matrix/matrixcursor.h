// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "domain/ids.h"

#include <QByteArray>
#include <QList>

namespace wardroom::chat {

//! A stretch of a room's timeline that /sync left out and /messages still has to bring, newest first.
struct MatrixGap
{
    domain::RoomId room;
    QString from;
    QString to;          //!< empty: the room's beginning
    bool parked = false; //!< the server does not give it, so nobody waits for it; it is asked for now and then
    friend bool operator==(const MatrixGap &, const MatrixGap &) = default;
};

//! A message of which something was told (it was edited, it was deleted), and the server did not say how it stands now.
struct MatrixTarget
{
    domain::RoomId room;
    domain::EntryId entry;
    friend bool operator==(const MatrixTarget &, const MatrixTarget &) = default;
};

//! How far a node has read: the /sync token, and what is still missing before it. Stored with the entries, so that a
//! crash in the middle of catching up loses nothing.
struct MatrixCursor
{
    QString since;
    QList<MatrixGap> gaps;
    QList<MatrixTarget> targets;

    QByteArray toBytes() const;
    //! Empty bytes are the beginning. corrupt.
    static Result<MatrixCursor> fromBytes(const QByteArray &bytes);
};

} // namespace wardroom::chat
