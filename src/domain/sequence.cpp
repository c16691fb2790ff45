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
    Entry &marked = m_marks[entry.position.entry];
    const bool isToldOf = m_toldPlaces.contains(entry.position.entry);
    m_mayChooseAnew = m_mayChooseAnew || (isToldOf && marked.deleted < entry.deleted);
    if (entry.deleted || !marked.deleted) { // what is deleted has no words any more, also where an edit comes late
        marked.room = entry.room;
        marked.position = entry.position;
        marked.sender = entry.sender;
        marked.reaction = entry.reaction;
        marked.display = entry.display;
    }
    marked.edited = marked.edited || entry.edited;
    marked.deleted = marked.deleted || entry.deleted;
    const auto known = find(entry.position);
    if (known == m_entries.end() || (known->entry.edited >= marked.edited && known->entry.deleted >= marked.deleted))
        return -1;
    known->entry.edited = known->entry.edited || marked.edited;
    known->entry.deleted = known->entry.deleted || marked.deleted;
    m_mayChooseAnew = true;
    return known - m_entries.begin();
}

void Sequence::keep(const ReadEntry &read)
{
    const auto *kept = std::get_if<RecordKept>(&read.fact);
    if (!kept)
        return;
    const Result<Envelope> copy = parseEnvelope(kept->envelope.toUtf8());
    if (!copy || !m_kept[copy->id].emplace(kept->entry, kept->envelope.toUtf8(), kept->spilled.toUtf8()).second)
        return;
    m_toldPlaces.insert(kept->entry);
    m_besideCopies += {{copy->node, copy->seq}, {copy->node, copy->seq - 1}};
    m_mayChooseAnew = true;
}

//! A copy is judged by the chains as they are in the end.
void Sequence::noteWhatTouchesCopies(const ReadEntry &read)
{
    const bool isLast = m_entries.isEmpty() || m_entries.last().entry.position < read.entry.position;
    const bool touches = read.envelope && (m_kept.contains(read.envelope->id) ||
                                           m_besideCopies.contains({read.envelope->node, read.envelope->seq}));
    m_mayChooseAnew = m_mayChooseAnew || !isLast || touches;
}

void Sequence::settle(qsizetype index, const FactId &wanted, const std::function<bool(const ReadEntry &)> &fits)
{
    const auto copies = m_kept.constFind(wanted);
    if (copies == m_kept.cend())
        return;
    const Position before = m_entries.at(index).entry.position;
    std::optional<ReadEntry> best;
    // By its sender's clock, which is signed: somebody else's choice of another message of theirs is farther off.
    const auto rank = [&before](const ReadEntry &copy) {
        const Position &place = copy.entry.position;
        return std::tuple(before < place, std::abs(place.serverTime - copy.envelope->at), place, copy.entry.envelope);
    };
    for (const auto &[place, envelope, spilled] : *copies) {
        Entry gone = m_marks.value(place);
        if (!gone.deleted || gone.reaction || !gone.display.isEmpty() || find(gone.position) != m_entries.end())
            continue;
        gone.envelope = envelope;
        gone.spilled = spilled;
        ReadEntry read = readEntry(gone);
        if (read.envelope && !m_settled.contains(read.hash) && fits(read) && (!best || rank(read) < rank(*best)))
            best = std::move(read);
    }
    if (!best)
        return;
    best->kept = true;
    m_entries.insert(std::lower_bound(m_entries.begin(), m_entries.end(), *best, isBefore), *best);
    m_settled.insert(best->hash);
}

qsizetype Sequence::unsettle()
{
    m_mayChooseAnew = false;
    if (m_settled.isEmpty())
        return -1;
    m_settled.clear();
    const auto isSettled = [](const ReadEntry &read) { return read.kept; };
    const qsizetype first = std::find_if(m_entries.begin(), m_entries.end(), isSettled) - m_entries.begin();
    m_entries.removeIf(isSettled);
    return first;
}

//! Answers the first index of what is new.
qsizetype Sequence::insert(QList<ReadEntry> fresh)
{
    std::stable_sort(fresh.begin(), fresh.end(), isBefore);
    QList<ReadEntry> merged;
    for (ReadEntry &read : fresh) {
        if (!merged.isEmpty() && merged.last().entry.position == read.entry.position)
            mergeCopy(merged.last(), read);
        else
            merged.append(std::move(read));
    }
    if (merged.isEmpty())
        return -1;
    for (ReadEntry &read : merged) {
        const Entry marked = m_marks.value(read.entry.position.entry);
        read.entry.edited = read.entry.edited || marked.edited;
        read.entry.deleted = read.entry.deleted || marked.deleted;
    }
    // One merge for the whole batch: a page of history in front of a long room must not move it once an entry.
    const qsizetype old = m_entries.size();
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), merged.first(), isBefore) - m_entries.begin();
    m_entries.append(merged);
    std::inplace_merge(m_entries.begin() + at, m_entries.begin() + old, m_entries.end(), isBefore);
    return at;
}

qsizetype Sequence::place(const QList<Entry> &arrived)
{
    qsizetype first = -1;
    QList<ReadEntry> fresh;
    const auto note = [&](qsizetype index) {
        if (index >= 0)
            first = first < 0 ? index : std::min(first, index);
    };
    for (const Entry &entry : arrived) {
        if (entry.edited || entry.deleted)
            note(mark(entry));
        if (entry.envelope.isEmpty())
            continue;
        ReadEntry read = readEntry(entry);
        keep(read);
        const auto known = find(entry.position);
        if (known == m_entries.end()) {
            noteWhatTouchesCopies(read);
            fresh.append(std::move(read));
            continue;
        }
        if (known->kept) { // what the platform itself gives is better than what was kept
            read.entry.deleted = true;
            *known = std::move(read);
        } else if (!mergeCopy(*known, read)) {
            continue;
        }
        m_mayChooseAnew = true;
        note(known - m_entries.begin());
    }
    note(insert(std::move(fresh)));
    return first;
}

} // namespace wardroom::domain
