// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/strongid.h"

namespace wardroom::domain {

using WorkspaceId = StrongId<struct WorkspaceTag>; //!< the founding key's fingerprint
using RoomId = StrongId<struct RoomTag>;           //!< a channel of the chat platform
using EntryId = StrongId<struct EntryTag>;         //!< one message in a room; never reused
using FactId = StrongId<struct FactTag>;           //!< 32 hexadecimal digits
using OpId = FactId;                               //!< an operation is named by its command.requested
using NodeId = StrongId<struct NodeTag>;           //!< one Wardroom of one person
using PersonId = StrongId<struct PersonTag>;       //!< the platform's id of a person

//! Where a fact stands: written on the entry by the server, so the same for every reader however it learnt of it.
struct Position
{
    qint64 serverTime = 0; //!< milliseconds since 1970 UTC, the server's clock
    EntryId entry;

    friend bool operator==(const Position &, const Position &) = default;
    //! Server's time, then entry id: shorter first, then by character, so that Local's decimal ids sort as numbers.
    friend std::strong_ordering operator<=>(const Position &a, const Position &b)
    {
        if (const auto order = a.serverTime <=> b.serverTime; order != 0)
            return order;
        if (const auto order = a.entry.text().size() <=> b.entry.text().size(); order != 0)
            return order;
        return a.entry <=> b.entry;
    }
};

//! A fact's id that follows from what caused it outside, so that two nodes that hear the same thing say the same fact.
FactId derivedFactId(const QString &cause);
//! A new random fact id.
FactId newFactId();

} // namespace wardroom::domain
