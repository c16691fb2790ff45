// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QByteArray>
#include <compare>

namespace wardroom::chat {

//! How far somebody has read a Local log: the change counter, and within one change (joining a room brings all its
//! old entries at once) the entry. Opaque to everybody else.
struct LocalCursor
{
    qint64 change = 0;
    qint64 entry = 0;

    QByteArray toBytes() const;
    //! Empty bytes are the beginning; anything that was not written by toBytes() is invalid.
    static Result<LocalCursor> fromBytes(const QByteArray &bytes);
    friend auto operator<=>(const LocalCursor &, const LocalCursor &) = default;
};

} // namespace wardroom::chat
