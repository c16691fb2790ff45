// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/inbox.h"

#include "chat/boundedattachments.h"
#include "session/attachments.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! For an attachment, that is; most have none, and a coroutine for each of them would cost more than its fold.
bool mayWait(const domain::Entry &entry)
{
    return domain::mayBeSpilled(entry.envelope);
}

//! Taken at once when many batches wait: a transaction costs as much as some hundred rows.
constexpr qsizetype kMostEntries = 2'048;
//! Folding them is this thread's work and must fit between two frames.
constexpr qsizetype kMostFacts = 256;

qsizetype factsIn(const QList<domain::Entry> &entries)
{
    return std::count_if(entries.begin(), entries.end(),
                         [](const domain::Entry &entry) { return !entry.envelope.isEmpty(); });
}

Attachments::Download downloadBy(chat::ChatPlatform &platform)
{
    return [&platform](Sha256 hash) {
        auto *bounded = dynamic_cast<chat::BoundedAttachments *>(&platform);
        return bounded ? bounded->downloadAtMost(hash, Attachments::kLongest) : platform.download(hash);
    };
}

//! Those of \a entries that the store did not know. Nearly always all of them.
QList<domain::Entry> freshOf(QList<domain::Entry> entries, const QList<store::StoredEntry> &stored)
{
    if (stored.size() == entries.size())
        return entries;
    QSet<std::pair<RoomId, domain::EntryId>> known;
    for (const store::StoredEntry &one : stored)
        known.insert({one.entry.room, one.entry.position.entry});
    entries.removeIf([&](const domain::Entry &entry) { return !known.contains({entry.room, entry.position.entry}); });
    return entries;
}

} // namespace

Inbox::Inbox(store::Store &store, chat::ChatPlatform &platform, RoomBook &book, const Clock &clock)
    : m_store(store)
    , m_platform(platform)
    , m_book(book)
    , m_held(book)
    , m_attachments(std::make_unique<Attachments>(store, book, clock, downloadBy(platform)))
{
    connect(&m_platform, &chat::ChatPlatform::arrived, this, &Inbox::receive);
    connect(&m_platform, &chat::ChatPlatform::linkChanged, this, &Inbox::follow);
    connect(m_attachments.get(), &Attachments::found, this,
            [this](const QList<domain::Entry> &entries) { QCoro::connect(takeWhole(entries), this, [] {}); });
    connect(m_attachments.get(), &Attachments::tried, this, &Inbox::tellIdle);
}

Inbox::~Inbox() = default;

QCoro::Task<Result<void>> Inbox::load()
{
    const QPointer<Inbox> self(this);
    const QList<chat::Room> rooms = m_book.rooms();
    // The control room first: the others are judged by what it says.
    QList<chat::Room> ordered = rooms;
    std::stable_partition(ordered.begin(), ordered.end(),
                          [](const chat::Room &room) { return room.purpose == chat::Purpose::control; });
    for (const chat::Room &room : ordered) {
        Result<QList<domain::Entry>> entries = co_await m_store.envelopes(room.id);
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
        if (!entries)
            co_return tl::unexpected(entries.error());
        const QList<domain::Entry> whole = co_await withAttachments(*std::move(entries));
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
        m_book.add(whole);
        want(whole);
    }
    co_return Result<void>();
}

void Inbox::receive(const QList<domain::Entry> &entries, const QByteArray &cursor)
{
    QList<domain::Entry> taken = entries;
    taken.removeIf([](const domain::Entry &entry) { return isImportedId(entry.room); });
    m_batches.enqueue({std::move(taken), cursor});
    if (!m_busy)
        QCoro::connect(drain(), this, [] {});
}

std::pair<Inbox::Batch, qsizetype> Inbox::waiting() const
{
    Batch joined = m_batches.head();
    qsizetype count = 1;
    qsizetype facts = factsIn(joined.entries);
    for (; count < m_batches.size(); ++count) {
        const Batch &next = m_batches.at(count);
        facts += factsIn(next.entries);
        if (facts > kMostFacts || joined.entries.size() + next.entries.size() > kMostEntries)
            break;
        joined.entries.append(next.entries);
        if (!next.cursor.isEmpty())
            joined.cursor = next.cursor;
    }
    return {std::move(joined), count};
}

QCoro::Task<void> Inbox::drain()
{
    const QPointer<Inbox> self(this);
    m_busy = true;
    TakenEntries last; // stored, and folded while the next one is being stored
    while (!m_batches.isEmpty()) {
        const auto [batch, count] = waiting();
        if (std::any_of(batch.entries.begin(), batch.entries.end(), mayWait))
            fold(std::exchange(last, {}));
        if (!self)
            co_return;
        QList<domain::Entry> entries = co_await withAttachments(batch.entries);
        if (!self)
            co_return;
        QCoro::Task<Result<QList<store::StoredEntry>>> storing = m_store.ingest(entries, batch.cursor);
        fold(std::exchange(last, {}));
        Result<QList<store::StoredEntry>> stored = co_await storing;
        if (!self)
            co_return;
        if (!stored) {
            // What came in is never dropped: it stays at the head, and later batches wait behind it.
            m_busy = false;
            QTimer::singleShot(1s, this, [this] {
                if (!m_busy)
                    QCoro::connect(drain(), this, [] {});
            });
            Q_EMIT failed(stored.error().message);
            co_return;
        }
        last = {std::move(entries), *std::move(stored)};
        m_batches.remove(0, count);
        if (m_batches.isEmpty())
            fold(std::exchange(last, {}));
        if (!self)
            co_return;
    }
    m_busy = false;
    tellIdle();
}

bool Inbox::isIdle() const
{
    return m_batches.isEmpty() && !m_busy && m_taking == 0 && !m_attachments->isFirstTrying();
}

void Inbox::tellIdle()
{
    if (isIdle())
        Q_EMIT becameIdle();
}

void Inbox::follow(chat::LinkState state)
{
    m_catchingUp = state == chat::LinkState::catchingUp;
    const QPointer<Inbox> self(this);
    if (!m_catchingUp)
        tell(m_held.release());
    if (self && state == chat::LinkState::live)
        m_attachments->hurry();
}

void Inbox::fold(TakenEntries taken)
{
    if (taken.stored.isEmpty())
        return;
    taken.entries = freshOf(std::move(taken.entries), taken.stored);
    tell(m_catchingUp ? m_held.sift(std::move(taken)) : std::move(taken));
}

void Inbox::tell(TakenEntries taken)
{
    if (taken.stored.isEmpty())
        return;
    const QPointer<Inbox> self(this);
    const QSet<RoomId> changed = m_book.add(taken.entries);
    want(taken.entries);
    Q_EMIT stored(taken.stored);
    if (self && !changed.isEmpty())
        Q_EMIT folded(changed);
}

//! With those that are here already.
QCoro::Task<QList<domain::Entry>> Inbox::withAttachments(QList<domain::Entry> entries)
{
    const QPointer<Inbox> self(this);
    for (qsizetype i = 0; self && i < entries.size(); ++i) {
        const Sha256 hash = Attachments::wantedBy(entries.at(i));
        if (hash.isNull())
            continue;
        const Result<QByteArray> bytes = co_await m_store.blob(hash);
        if (bytes)
            entries[i].spilled = *bytes;
    }
    co_return entries;
}

//! After they are folded, which says who signs for them.
void Inbox::want(const QList<domain::Entry> &entries)
{
    for (const domain::Entry &entry : entries) {
        if (mayWait(entry))
            m_attachments->want(entry);
    }
    m_attachments->look();
}

QCoro::Task<void> Inbox::takeWhole(QList<domain::Entry> entries)
{
    const QPointer<Inbox> self(this);
    ++m_taking;
    co_await m_store.ingest(entries, {});
    if (!self)
        co_return;
    const QSet<RoomId> changed = m_book.add(entries);
    m_attachments->look(); // who signs for others may be among them
    if (!changed.isEmpty())
        Q_EMIT folded(changed);
    if (!self)
        co_return;
    --m_taking;
    tellIdle();
}

} // namespace wardroom::session
