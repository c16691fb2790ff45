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
    QString to; //!< empty: the room's beginning
    friend bool operator==(const MatrixGap &, const MatrixGap &) = default;
};

//! How far a node has read: the /sync token, and what is still missing before it. Stored with the entries, so that a
//! crash in the middle of catching up loses nothing.
struct MatrixCursor
{
    QString since;
    QList<MatrixGap> gaps;

    QByteArray toBytes() const;
    //! Empty bytes are the beginning. corrupt.
    static Result<MatrixCursor> fromBytes(const QByteArray &bytes);
};

} // namespace wardroom::chat
