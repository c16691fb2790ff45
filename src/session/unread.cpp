// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/unread.h"

#include "session/engine.h"
#include "session/rowmaker.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr auto kRead = "read/"_L1;

} // namespace

Unread::Unread(Engine &engine) : m_engine(engine)
{
    connect(&engine, &Engine::entriesStored, this, &Unread::onStored);
}

QCoro::Task<void> Unread::load()
{
    const QPointer<Unread> self(this);
    const Result<QMap<QString, QByteArray>> marks = co_await m_engine.store().values(kRead);
    if (!self || !marks)
        co_return;
    for (auto it = marks->begin(); it != marks->end(); ++it) {
        const RoomId room(it.key().sliced(kRead.size()));
        m_read.insert(room, it.value().toLongLong());
        const Result<qint64> unread = co_await m_engine.store().countAfter(room, m_read.value(room), m_engine.me());
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
        const bool isNew = stored.seq > m_newest.value(room);
        m_newest.insert(room, std::max(m_newest.value(room), stored.seq));
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
    const qint64 newest = m_newest.value(room);
    const bool had = m_counts.value(room) > 0;
    m_counts.insert(room, 0);
    if (newest > m_read.value(room)) {
        m_read.insert(room, newest);
        QCoro::connect(m_engine.store().setValue(kRead + room.text(), QByteArray::number(newest)), this,
                       [](const Result<void> &) {});
    }
    if (had)
        Q_EMIT changed();
}

void Unread::lookAt(const RoomId &room)
{
    m_looking = room;
    if (!room.isEmpty())
        markRead(room);
}

} // namespace wardroom::session
