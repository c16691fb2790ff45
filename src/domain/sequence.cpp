// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sequence.h"

namespace wardroom::domain {

qsizetype placeEntry(QList<ReadEntry> &entries, ReadEntry read)
{
    const auto before = [](const ReadEntry &a, const Position &position) { return a.entry.position < position; };
    const auto place = std::lower_bound(entries.begin(), entries.end(), read.entry.position, before);
    const qsizetype index = place - entries.begin();
    if (place == entries.end() || place->entry.position != read.entry.position) {
        entries.insert(index, std::move(read));
        return index;
    }
    Entry &known = place->entry;
    // An edit or a deletion is never taken back by a late copy of what stood before.
    const bool says = (read.entry.edited && !known.edited) || (read.entry.deleted && !known.deleted)
        || (known.spilled.isEmpty() && !read.entry.spilled.isEmpty());
    if (!says)
        return -1;
    if (read.entry.spilled.isEmpty())
        read.entry.spilled = known.spilled;
    read.entry.edited = read.entry.edited || known.edited;
    read.entry.deleted = read.entry.deleted || known.deleted;
    if (read.entry.deleted || read.entry.edited)
        read.entry.envelope = known.envelope;
    *place = readEntry(std::move(read.entry));
    return index;
}

} // namespace wardroom::domain
