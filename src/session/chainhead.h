// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/roombook.h"

namespace wardroom::session {

//! The place of a node's last fact in its chain of one room.
struct ChainHead
{
    qint64 seq = 0;
    Sha256 hash;
};

//! Also where the message of that fact was edited or deleted: it counts no more, and its place is taken all the same.
ChainHead chainHead(const RoomBook &book, const RoomId &room, const domain::NodeId &node);

} // namespace wardroom::session
