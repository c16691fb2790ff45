// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversationrows.h"

//! Which stretch of a room is loaded: what is read from the store, and what is let go of.
namespace wardroom::session {

namespace {

constexpr int kPage = 200;
constexpr qsizetype kMostLoaded = 800; //!< entries; more are let go of
constexpr qsizetype kMostBeyond = 300; //!< on either side of what somebody sees

} // namespace

QCoro::Task<Conversation::Private::Page> Conversation::Private::pageBefore(qint64 before)
{
    return m_thread.isEmpty() ? m_engine.store().pageBefore(m_room, before, kPage)
                              : m_engine.store().threadBefore(m_room, m_thread, before, kPage);
}

QCoro::Task<Conversation::Private::Page> Conversation::Private::pageAfter(qint64 after)
{
    return m_thread.isEmpty() ? m_engine.store().pageAfter(m_room, after, kPage)
                              : m_engine.store().threadAfter(m_room, m_thread, after, kPage);
}

//! A reaction says what it is about, and not in which thread that stands.
bool Conversation::Private::isShownHere(const domain::Entry &entry) const
{
    qint64 seq = 0;
    return m_thread.isEmpty() || entry.thread == m_thread || entry.position.entry == m_thread ||
           (entry.reaction && isLoaded(entry.replyTo, seq));
}

//! The rows of \a entries, which are among m_entries now.
QList<ConversationRow> Conversation::Private::rowsOf(const QList<store::StoredEntry> &entries)
{
    for (const store::StoredEntry &stored : entries)
        hearDisplay(stored.entry); // a run that goes on while its room is opened
    m_remarks.read(m_entries);
    m_threads.read(entries);
    QList<ConversationRow> rows;
    for (const store::StoredEntry &stored : entries)
        if (const auto row = rowOf(stored))
            rows.append(*row);
    return rows;
}

QCoro::Task<void> Conversation::Private::loadOlder()
{
    const QPointer<Private> self(this);
    m_loading = true;
    QList<ConversationRow> rows;
    // A whole page may be facts that stand in cards further up; nobody would ask again for what shows nothing.
    while (rows.isEmpty() && m_hasOlder) {
        const qint64 before = m_entries.isEmpty() ? 0 : m_entries.first().seq;
        const Result<QList<store::StoredEntry>> page = co_await pageBefore(before);
        if (!self)
            co_return;
        if (!page || m_entries.isEmpty() || m_entries.first().seq != before)
            break;
        m_hasOlder = page->size() == kPage;
        m_entries = *page + m_entries;
        rows = rowsOf(*page);
    }
    m_loading = false;
    m_rows = rows + m_rows;
    Q_EMIT q->rowsPrepended(static_cast<int>(rows.size()));
    wantOutputs();
}

QCoro::Task<void> Conversation::Private::loadNewer()
{
    const QPointer<Private> self(this);
    m_loading = true;
    ++m_readingEnd;
    const qint64 after = m_entries.last().seq;
    const Result<QList<store::StoredEntry>> page = co_await pageAfter(after);
    if (!self)
        co_return;
    m_loading = false;
    --m_readingEnd;
    const bool fits = page && !m_entries.isEmpty() && m_entries.last().seq == after;
    QList<ConversationRow> rows;
    if (fits) {
        m_hasNewer = page->size() == kPage;
        m_entries += *page;
        rows = rowsOf(*page);
        m_rows += rows;
    }
    Q_EMIT q->rowsAppended(static_cast<int>(rows.size()));
    takeEarly();
    wantOutputs();
    refreshPending();
}

QCoro::Task<void> Conversation::Private::loadNewest()
{
    const QPointer<Private> self(this);
    m_loading = true;
    ++m_readingEnd;
    const Result<QList<store::StoredEntry>> page = co_await pageBefore(0);
    if (!self)
        co_return;
    m_loading = false;
    --m_readingEnd;
    if (page)
        replace(*page, page->size() == kPage, false);
}

QCoro::Task<void> Conversation::Private::around(EntryId entry)
{
    const QPointer<Private> self(this);
    qint64 seq = 0;
    if (!isLoaded(entry, seq)) {
        const auto stored = co_await m_engine.store().entry(m_room, entry);
        if (!self || !stored || !*stored)
            co_return;
        seq = (*stored)->seq;
        m_loading = true;
        ++m_readingEnd;
        const auto before = co_await pageBefore(seq + 1);
        if (!self)
            co_return;
        const auto after = co_await pageAfter(seq);
        if (!self)
            co_return;
        m_loading = false;
        --m_readingEnd;
        if (!before || !after)
            co_return takeEarly();
        replace(*before + *after, before->size() == kPage, after->size() == kPage);
    }
    if (const int row = rowFor(seq); row >= 0)
        Q_EMIT q->found(row);
}

//! What is loaded now is \a entries and nothing else.
void Conversation::Private::replace(const QList<store::StoredEntry> &entries, bool hasOlder, bool hasNewer)
{
    m_entries = entries;
    m_hasOlder = hasOlder;
    m_hasNewer = hasNewer;
    m_pending = 0;
    m_rows = rowsOf(entries);
    Q_EMIT q->reset();
    takeEarly();
    wantOutputs();
    refreshPending();
}

void Conversation::Private::takeEarly()
{
    if (m_readingEnd == 0)
        onStored(std::exchange(m_early, {}));
}

store::StoredEntry *Conversation::Private::loaded(qint64 seq)
{
    const qsizetype place = placeOf(seq);
    return place < m_entries.size() && m_entries.at(place).seq == seq ? &m_entries[place] : nullptr;
}

bool Conversation::Private::isLoaded(const EntryId &entry, qint64 &seq) const
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&](const store::StoredEntry &e) { return e.entry.position.entry == entry; });
    seq = it == m_entries.end() ? 0 : it->seq;
    return seq > 0;
}

//! A fact inside a card is found at the row before it, or where there is none at the first.
int Conversation::Private::rowFor(qint64 seq) const
{
    for (qsizetype row = m_rows.size() - m_pending - 1; row >= 0; --row)
        if (m_rows.at(row).seq <= seq)
            return static_cast<int>(row);
    return m_rows.isEmpty() ? -1 : 0;
}

//! The first entry of what is loaded that is not before \a seq.
qsizetype Conversation::Private::placeOf(qint64 seq) const
{
    const auto isBefore = [](const store::StoredEntry &e, qint64 wanted) { return e.seq < wanted; };
    return std::lower_bound(m_entries.begin(), m_entries.end(), seq, isBefore) - m_entries.begin();
}

//! What is let go of begins and ends at a row, or the next look would read again what shows nothing.
void Conversation::Private::lookAt(qsizetype first, qsizetype last)
{
    const qsizetype settled = m_rows.size() - m_pending;
    if (m_entries.size() <= kMostLoaded || m_loading || first < 0 || first >= settled)
        return;
    const auto isBefore = [](const ConversationRow &row, qint64 seq) { return row.seq < seq; };
    const auto rowAt = [&](qsizetype entry) {
        return std::lower_bound(m_rows.begin(), m_rows.begin() + settled, m_entries.at(entry).seq, isBefore) -
               m_rows.begin();
    };
    if (last < settled) {
        const qsizetype end = placeOf(m_rows.at(last).seq) + kMostBeyond;
        if (const qsizetype row = end < m_entries.size() ? rowAt(end) : settled; row + 1 < settled)
            dropBehind(row);
    }
    const qsizetype begin = placeOf(m_rows.at(first).seq) - kMostBeyond;
    if (const qsizetype row = begin > 0 ? rowAt(begin) : 0; row > 0 && row <= first)
        dropBefore(row);
}

void Conversation::Private::dropBefore(qsizetype row)
{
    m_entries.remove(0, placeOf(m_rows.at(row).seq));
    m_rows.remove(0, row);
    m_hasOlder = true;
    Q_EMIT q->rowsRemoved(0, static_cast<int>(row));
}

//! With what waits to be sent, whose place is at the room's end.
void Conversation::Private::dropBehind(qsizetype row)
{
    const qsizetype count = m_rows.size() - row - 1;
    m_entries.resize(placeOf(m_rows.at(row).seq) + 1);
    m_rows.resize(row + 1);
    m_pending = 0;
    m_hasNewer = true;
    Q_EMIT q->rowsRemoved(static_cast<int>(row) + 1, static_cast<int>(count));
}

} // namespace wardroom::session
