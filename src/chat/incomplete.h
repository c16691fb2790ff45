// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ids.h"

#include <QList>

namespace wardroom::chat {

//! A room that is live although the server does not give a part of it.
struct Incomplete
{
    domain::RoomId room;
    //! Messages are missing; false: only what became of one that is known, edited or deleted.
    bool misses = false;
    friend bool operator==(const Incomplete &, const Incomplete &) = default;
};

//! What a platform is where it goes live without what a server does not give. It goes on asking, and says
//! ChatPlatform::roomsChanged() when something changes here.
class HasIncomplete
{
public:
    virtual ~HasIncomplete() = default;
    virtual QList<Incomplete> incomplete() const = 0;
};

} // namespace wardroom::chat
