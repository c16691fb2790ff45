// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/admission.h"

namespace wardroom::domain {

//! One room's envelope entries sorted by position. Whatever order copies of an entry arrive in, what is kept is the
//! same: an edit or a deletion is never taken back, and the envelope of a copy that was not changed wins over one
//! that was.
class Sequence
{
public:
    //! Answers the first index at which something is different now, or -1.
    qsizetype place(const QList<Entry> &arrived);
    const QList<ReadEntry> &entries() const { return m_entries; }

private:
    struct Marks
    {
        bool edited = false;
        bool deleted = false;
    };
    QList<ReadEntry>::iterator find(const Position &position);
    //! An edit or deletion that came without the envelope: it holds for the entry whenever that comes.
    qsizetype mark(const Entry &entry);

    QList<ReadEntry> m_entries;
    QHash<EntryId, Marks> m_marks;
};

} // namespace wardroom::domain
