// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/leftrooms.h"

#include "session/engine.h"
#include "session/roomlist.h"
#include "session/talk.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;
using domain::RoomId;

namespace {

const QString kRooms = u"rooms"_s;
const QString kLeft = u"left/"_s;

bool isAmong(const QList<chat::Room> &rooms, const RoomId &id)
{
    return std::any_of(rooms.begin(), rooms.end(), [&](const chat::Room &each) { return each.id == id; });
}

} // namespace

void keepRooms(store::Store &store, const QList<chat::Room> &before, const QList<chat::Room> &now)
{
    const auto keep = [&store](const QString &name, const QList<chat::Room> &rooms) {
        QCoro::connect(store.setValue(name, roomsToBytes(rooms)), &store, [](const Result<void> &) {});
    };
    for (const chat::Room &room : before)
        if (!isAmong(now, room.id))
            keep(kLeft + room.id.text(), {room});
    keep(kRooms, now);
}

QCoro::Task<QList<chat::Room>> keptRooms(QPointer<store::Store> store)
{
    if (!store)
        co_return QList<chat::Room>();
    const Result<QByteArray> bytes = co_await store->value(kRooms);
    co_return roomsFromBytes(bytes.value_or(QByteArray()));
}

LeftRooms::LeftRooms(Engine &engine, const Talk &talk) : m_engine(engine), m_talk(talk)
{
    connect(&engine, &Engine::roomsChanged, this, &LeftRooms::noteRooms);
    connect(&engine, &Engine::outboxChanged, this, &LeftRooms::look);
    noteRooms();
    QCoro::connect(load(), this, [] {});
}

QCoro::Task<void> LeftRooms::load()
{
    const QPointer<LeftRooms> self(this);
    const Result<QMap<QString, QByteArray>> left = co_await m_engine.store().values(kLeft);
    if (!self || !left)
        co_return;
    for (const QByteArray &bytes : *left)
        for (const chat::Room &room : roomsFromBytes(bytes))
            if (!m_known.contains(room.id))
                m_known.insert(room.id, room);
    look();
}

void LeftRooms::noteRooms()
{
    for (const chat::Room &room : m_engine.book().rooms())
        m_known.insert(room.id, room);
    look();
}

std::optional<chat::Room> LeftRooms::room(const RoomId &id) const
{
    const auto known = m_known.constFind(id);
    if (known == m_known.cend() || m_engine.book().room(id))
        return std::nullopt;
    return *known;
}

QList<chat::Room> LeftRooms::rooms() const
{
    QList<chat::Room> rooms;
    const auto add = [&](const chat::Room &room) {
        if (!m_engine.book().room(room.id) && !isAmong(rooms, room.id))
            rooms.append(room);
    };
    for (const store::OutboxItem &item : m_engine.sender().pending()) {
        if (item.state == store::SendState::sent)
            continue;
        chat::Room nameless;
        nameless.id = item.room;
        nameless.name = tr("a room that was left");
        add(m_known.value(item.room, nameless));
    }
    for (const chat::Room &room : m_known)
        if (!m_talk.draft(room.id).isEmpty())
            add(room);
    std::sort(rooms.begin(), rooms.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    return rooms;
}

void LeftRooms::look()
{
    QStringList now;
    for (const chat::Room &room : rooms())
        now.append(room.id.text() + u' ' + room.name);
    if (now == m_told)
        return;
    m_told = now;
    Q_EMIT changed();
}

} // namespace wardroom::session
