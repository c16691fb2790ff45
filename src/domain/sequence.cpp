// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sequence.h"

namespace wardroom::domain {

namespace {

bool isBefore(const ReadEntry &a, const ReadEntry &b)
{
    return a.entry.position < b.entry.position;
}

//! Which of two copies of one entry brings the envelope; the same answer whichever came first.
bool bringsEnvelope(const ReadEntry &known, const ReadEntry &other)
{
    if (known.original != other.original)
        return other.original;
    return other.entry.envelope < known.entry.envelope;
}

//! The attachment that the envelope names, of what two copies brought; wrong bytes must not keep the right ones out.
QByteArray fittingAttachment(const ReadEntry &merged, const QByteArray &other)
{
    const Sha256 wanted = merged.envelope ? merged.envelope->spilled() : Sha256();
    return !wanted.isNull() && !other.isEmpty() && Sha256::of(other) == wanted ? other : merged.entry.spilled;
}

//! True when \a known is different now.
bool mergeCopy(ReadEntry &known, const ReadEntry &other)
{
    const bool swapped = bringsEnvelope(known, other);
    ReadEntry merged = swapped ? other : known;
    const ReadEntry &rest = swapped ? known : other;
    // Two unchanged copies that differ cannot both be what was said: somebody on the way changed one.
    const bool differ = known.original && other.original && known.entry.envelope != other.entry.envelope;
    merged.entry.edited = known.entry.edited || other.entry.edited || differ;
    merged.entry.deleted = known.entry.deleted || other.entry.deleted;
    merged.entry.spilled = fittingAttachment(merged, rest.entry.spilled);
    if (rest.isRemoved() && !merged.original)
        merged.entry.text = std::min(merged.entry.text, rest.entry.text);
    else if (rest.isRemoved())
        merged.entry.text = rest.entry.text;
    if (merged.entry == known.entry && merged.original == known.original)
        return false;
    const bool original = merged.original;
    known = readEntry(std::move(merged.entry));
    known.original = original;
    return true;
}

} // namespace

QList<ReadEntry>::iterator Sequence::find(const Position &position)
{
    const auto before = [](const ReadEntry &a, const Position &b) { return a.entry.position < b; };
    const auto place = std::lower_bound(m_entries.begin(), m_entries.end(), position, before);
    return place != m_entries.end() && place->entry.position == position ? place : m_entries.end();
}

qsizetype Sequence::mark(const Entry &entry)
{
    Marks &marks = m_marks[entry.position.entry];
    marks = {marks.edited || entry.edited, marks.deleted || entry.deleted};
    const auto known = find(entry.position);
    if (known == m_entries.end() || (known->entry.edited >= marks.edited && known->entry.deleted >= marks.deleted))
        return -1;
    known->entry.edited = known->entry.edited || marks.edited;
    known->entry.deleted = known->entry.deleted || marks.deleted;
    return known - m_entries.begin();
}

qsizetype Sequence::place(const QList<Entry> &arrived)
{
    qsizetype first = m_entries.size();
    QList<ReadEntry> fresh;
    bool changed = false;
    for (const Entry &entry : arrived) {
        if (entry.envelope.isEmpty()) {
            const qsizetype marked = entry.edited || entry.deleted ? mark(entry) : -1;
            changed = changed || marked >= 0;
            first = marked < 0 ? first : std::min(first, marked);
            continue;
        }
        ReadEntry read = readEntry(entry);
        const auto known = find(entry.position);
        if (known == m_entries.end()) {
            fresh.append(std::move(read));
        } else if (mergeCopy(*known, read)) {
            changed = true;
            first = std::min(first, known - m_entries.begin());
        }
    }
    std::stable_sort(fresh.begin(), fresh.end(), isBefore);
    QList<ReadEntry> merged;
    for (ReadEntry &read : fresh) {
        if (!merged.isEmpty() && merged.last().entry.position == read.entry.position)
            mergeCopy(merged.last(), read);
        else
            merged.append(std::move(read));
    }
    for (ReadEntry &read : merged) {
        const Marks marks = m_marks.value(read.entry.position.entry);
        read.entry.edited = read.entry.edited || marks.edited;
        read.entry.deleted = read.entry.deleted || marks.deleted;
    }
    if (!merged.isEmpty()) {
        // One merge for the whole batch: a page of history in front of a long room must not move it once an entry.
        const qsizetype old = m_entries.size();
        const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), merged.first(), isBefore);
        first = std::min(first, at - m_entries.begin());
        m_entries.append(merged);
        std::inplace_merge(m_entries.begin() + first, m_entries.begin() + old, m_entries.end(), isBefore);
    }
    return changed || !merged.isEmpty() ? first : -1;
}

} // namespace wardroom::domain
