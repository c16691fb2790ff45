// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/roomlist.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace wardroom::session {
using namespace Qt::StringLiterals;

QByteArray roomsToBytes(const QList<chat::Room> &rooms)
{
    QJsonArray array;
    for (const chat::Room &room : rooms)
        array.append(QJsonObject{{u"id"_s, room.id.text()},
                                 {u"name"_s, room.name},
                                 {u"topic"_s, room.topic},
                                 {u"purpose"_s, static_cast<int>(room.purpose)},
                                 {u"restricted"_s, room.restricted},
                                 {u"archived"_s, room.archived},
                                 {u"encrypted"_s, room.encrypted}});
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<chat::Room> roomsFromBytes(const QByteArray &bytes)
{
    QList<chat::Room> rooms;
    const QJsonArray array = QJsonDocument::fromJson(bytes).array();
    for (const QJsonValue &value : array) {
        const QJsonObject json = value.toObject();
        chat::Room room;
        room.id = domain::RoomId(json.value(u"id"_s).toString());
        room.name = json.value(u"name"_s).toString();
        room.topic = json.value(u"topic"_s).toString();
        room.purpose = static_cast<chat::Purpose>(json.value(u"purpose"_s).toInt());
        room.restricted = json.value(u"restricted"_s).toBool();
        room.archived = json.value(u"archived"_s).toBool();
        room.encrypted = json.value(u"encrypted"_s).toBool();
        if (!room.id.isEmpty() && room.purpose <= chat::Purpose::direct)
            rooms.append(room);
    }
    return rooms;
}

} // namespace wardroom::session
