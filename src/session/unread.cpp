// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/unread.h"

#include "session/engine.h"
#include "session/rowmaker.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kRead = "read/"_L1;
constexpr auto kSoon = 3s;       //!< however much comes, a room is told about so often at most
constexpr int kLookedBack = 200; //!< entries, for a receipt of something that is no message

} // namespace

Unread::Unread(Engine &engine) : m_engine(engine)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &Unread::tellAll);
    connect(&engine, &Engine::entriesStored, this, &Unread::onStored);
    connect(&engine, &Engine::linkChanged, this, [this](chat::LinkState state) {
        if (state == chat::LinkState::live && !m_toTell.isEmpty() && m_present)
            m_soon.start();
    });
    connect(&engine.platform(), &chat::ChatPlatform::readElsewhere, this,
            [this](const RoomId &room, const EntryId &entry, qint64 at) {
                QCoro::connect(takeMarker(room, entry, at), this, [] {});
            });
}

QCoro::Task<void> Unread::load()
{
    const QPointer<Unread> self(this);
    const Result<QMap<QString, QByteArray>> marks = co_await m_engine.store().values(kRead);
    if (!self || !marks)
        co_return;
    for (auto it = marks->begin(); it != marks->end(); ++it) {
        const RoomId room(it.key().sliced(kRead.size()));
        const qint64 read = std::max(m_read.value(room), it.value().toLongLong()); // another device may be further
        m_read.insert(room, read);
        const Result<qint64> unread = co_await m_engine.store().countAfter(room, read, m_engine.me());
        if (!self)
            co_return;
        m_counts.insert(room, unread.value_or(0));
    }
    Q_EMIT changed();
}

void Unread::onStored(const QList<store::StoredEntry> &entries)
{
    const RowMaker maker(m_engine);
    bool touched = false;
    for (const store::StoredEntry &stored : entries) {
        const RoomId room = stored.entry.room;
        Newest &newest = m_newest[room];
        const bool isNew = stored.seq > newest.seq;
        newest.seq = std::max(newest.seq, stored.seq);
        newest.position = std::max(newest.position, stored.entry.position);
        if (m_expected.value(room) == stored.entry.position.entry)
            QCoro::connect(takeMarker(room, m_expected.take(room), 0), this, [] {});
        if (!isNew || stored.seq <= m_read.value(room))
            continue;
        if (room == m_looking) {
            markRead(room);
        } else if (stored.entry.sender != m_engine.me() && maker.row(stored, {}).has_value()) {
            ++m_counts[room];
            touched = true;
        }
    }
    if (touched)
        Q_EMIT changed();
}

void Unread::markRead(const RoomId &room)
{
    const bool had = m_counts.value(room) > 0;
    m_counts.insert(room, 0);
    if (m_newest.contains(room)) {
        setRead(room, m_newest.value(room).seq);
        tellSoon(room);
    } else if (!room.isEmpty()) {
        QCoro::connect(markNewest(room), this, [] {});
    }
    if (had)
        Q_EMIT changed();
}

//! Nothing came since the start: what is newest stands in the store.
QCoro::Task<void> Unread::markNewest(RoomId room)
{
    const QPointer<Unread> self(this);
    const auto page = co_await m_engine.store().pageBefore(room, 0, 1);
    if (!self || !page || page->isEmpty() || m_newest.contains(room))
        co_return;
    m_newest.insert(room, {page->last().seq, page->last().entry.position});
    markRead(room);
}

void Unread::setRead(const RoomId &room, qint64 seq)
{
    if (seq <= m_read.value(room))
        return;
    m_read.insert(room, seq);
    QCoro::connect(m_engine.store().setValue(kRead + room.text(), QByteArray::number(seq)), this,
                   [](const Result<void> &) {});
}

void Unread::lookAt(const RoomId &room)
{
    m_looking = room;
    if (!room.isEmpty())
        markRead(room);
}

// --- A person's other devices -----------------------------------------------------------------------------------

void Unread::setPresent(bool present)
{
    m_present = present;
    if (present && !m_toTell.isEmpty())
        m_soon.start();
}

void Unread::tellSoon(const RoomId &room)
{
    if (!m_engine.platform().capabilities().readMarkers || isImportedId(room) ||
        m_told.value(room) == m_newest.value(room).position.entry)
        return;
    m_toTell.insert(room);
    if (m_present && !m_soon.isActive())
        m_soon.start();
}

//! What could not be told is told when the link is back.
void Unread::tellAll()
{
    if (!m_present || m_engine.platform().linkState() != chat::LinkState::live)
        return;
    const QSet<RoomId> rooms = std::exchange(m_toTell, {});
    for (const RoomId &room : rooms) {
        const EntryId entry = m_newest.value(room).position.entry;
        m_told.insert(room, entry);
        QCoro::connect(m_engine.platform().markRead(room, entry), this, [this, room, entry](const Result<void> &done) {
            if (done || done.error().kind == ErrorKind::notFound || m_told.value(room) != entry)
                return;
            m_told.remove(room);
            m_toTell.insert(room);
        });
    }
}

//! Where the room has nothing under that name, as with a change of its topic: the last one before that time.
QCoro::Task<qint64> Unread::seqOf(RoomId room, EntryId entry, qint64 at)
{
    const QPointer<Unread> self(this);
    const Result<std::optional<store::StoredEntry>> known = co_await m_engine.store().entry(room, entry);
    if (!self)
        co_return 0;
    if (known && *known)
        co_return qint64((*known)->seq);
    m_expected.insert(room, entry);
    if (at <= 0)
        co_return 0;
    const auto page = co_await m_engine.store().pageBefore(room, 0, kLookedBack);
    qint64 seq = 0;
    for (const store::StoredEntry &stored : page.value_or(QList<store::StoredEntry>()))
        seq = stored.entry.position.serverTime <= at ? std::max(seq, stored.seq) : seq;
    co_return seq;
}

QCoro::Task<void> Unread::takeMarker(RoomId room, EntryId entry, qint64 at)
{
    const QPointer<Unread> self(this);
    const qint64 seq = co_await seqOf(room, entry, at);
    if (!self || seq <= m_read.value(room))
        co_return;
    setRead(room, seq);
    if (m_newest.value(room).position.entry == entry)
        m_told.insert(room, entry);
    const Result<qint64> unread = co_await m_engine.store().countAfter(room, seq, m_engine.me());
    if (!self || !unread || m_counts.value(room) == *unread)
        co_return;
    m_counts.insert(room, *unread);
    Q_EMIT changed();
}

} // namespace wardroom::session
