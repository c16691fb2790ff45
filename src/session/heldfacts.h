// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/roombook.h"
#include "store/store.h"

#include <map>

namespace wardroom::session {

//! What the store has taken and the book has not.
struct TakenEntries
{
    QList<domain::Entry> entries;
    QList<store::StoredEntry> stored;
};

//! Facts of a history that comes page by page, the newest first. Each page stands before all that is folded, so folding
//! it folds the rest again: a hundred pages would fold the first a hundred times. They wait here until they are as many
//! as the room has, which is at most two folds for each fact; none of them could count sooner, since what their nodes
//! said before them is still missing.
class HeldFacts
{
public:
    explicit HeldFacts(const RoomBook &book) : m_book(book) {}

    //! What of \a taken, and of what was held before, is to be folded now.
    TakenEntries sift(TakenEntries taken);
    //! Everything that was held: no more pages are coming.
    TakenEntries release();

private:
    bool isHistory(const domain::Entry &entry) const;
    qsizetype known(const RoomId &room) const;

    const RoomBook &m_book;
    std::map<RoomId, TakenEntries> m_held;
};

} // namespace wardroom::session
