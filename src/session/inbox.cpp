// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/inbox.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Inbox::Inbox(store::Store &store, chat::ChatPlatform &platform, RoomBook &book)
    : m_store(store), m_platform(platform), m_book(book)
{
    m_again.setSingleShot(true);
    m_again.setInterval(3s);
    connect(&m_platform, &chat::ChatPlatform::arrived, this, &Inbox::receive);
    connect(&m_again, &QTimer::timeout, this, [this] { QCoro::connect(fetchMissing(), this, [] {}); });
}

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
        QList<domain::Entry> whole;
        for (const domain::Entry &entry : std::as_const(*entries)) {
            whole.append(co_await withAttachment(entry, false));
            if (!self)
                co_return fail(ErrorKind::cancelled, {});
        }
        m_book.add(whole);
    }
    co_return Result<void>();
}

void Inbox::receive(const QList<domain::Entry> &entries, const QByteArray &cursor)
{
    m_batches.enqueue({entries, cursor});
    if (!m_busy)
        QCoro::connect(drain(), this, [] {});
}

QCoro::Task<void> Inbox::drain()
{
    const QPointer<Inbox> self(this);
    m_busy = true;
    while (self && !m_batches.isEmpty()) {
        const Result<void> taken = co_await take(m_batches.head());
        if (!self)
            co_return;
        if (!taken) {
            // The batch stays at the head: what came in is never dropped, and later ones wait behind it.
            Q_EMIT failed(taken.error().message);
            m_busy = false;
            QTimer::singleShot(1s, this, [this] {
                if (!m_busy)
                    QCoro::connect(drain(), this, [] {});
            });
            co_return;
        }
        m_batches.dequeue();
    }
    m_busy = false;
    Q_EMIT becameIdle();
}

QCoro::Task<Result<void>> Inbox::take(Batch batch)
{
    const QPointer<Inbox> self(this);
    QList<domain::Entry> entries;
    for (const domain::Entry &entry : std::as_const(batch.entries)) {
        entries.append(co_await withAttachment(entry, true));
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
    }
    Result<QList<store::StoredEntry>> stored = co_await m_store.ingest(entries, batch.cursor);
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (!stored)
        co_return tl::unexpected(stored.error());
    if (stored->isEmpty())
        co_return Result<void>();
    QList<domain::Entry> fresh;
    for (const domain::Entry &entry : std::as_const(entries))
        if (std::any_of(stored->begin(), stored->end(),
                        [&](const auto &s) { return s.entry.position.entry == entry.position.entry; }))
            fresh.append(entry);
    const QSet<RoomId> changed = m_book.add(fresh);
    Q_EMIT this->stored(*stored);
    if (!changed.isEmpty())
        Q_EMIT folded(changed);
    co_return Result<void>();
}

QCoro::Task<domain::Entry> Inbox::withAttachment(domain::Entry entry, bool ask)
{
    if (entry.envelope.isEmpty())
        co_return entry;
    const Result<domain::Envelope> envelope = domain::parseEnvelope(entry.envelope);
    const Sha256 hash = envelope ? envelope->spilled() : Sha256();
    if (hash.isNull())
        co_return entry;
    const QPointer<Inbox> self(this);
    Result<QByteArray> bytes = co_await m_store.blob(hash);
    if (!bytes && self && ask) {
        bytes = co_await m_platform.download(hash);
        if (bytes && self)
            co_await m_store.putBlob(*bytes);
    }
    if (bytes)
        entry.spilled = *bytes;
    else if (self)
        wantAgain(entry);
    co_return entry;
}

void Inbox::wantAgain(const domain::Entry &entry)
{
    m_missing.append(entry);
    m_again.start();
}

QCoro::Task<void> Inbox::fetchMissing()
{
    const QPointer<Inbox> self(this);
    const QList<domain::Entry> wanted = std::exchange(m_missing, {});
    QList<domain::Entry> found;
    for (const domain::Entry &entry : wanted) {
        const domain::Entry whole = co_await withAttachment(entry, true);
        if (!self)
            co_return;
        if (!whole.spilled.isEmpty())
            found.append(whole);
    }
    if (const QSet<RoomId> changed = m_book.add(found); !changed.isEmpty())
        Q_EMIT folded(changed);
}

} // namespace wardroom::session
