// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener.h"

namespace wardroom::test {

using domain::Entry;
using domain::EntryId;

Listener::Listener(chat::ChatPlatform &platform)
{
    follow(platform);
}

void Listener::follow(chat::ChatPlatform &platform)
{
    connect(&platform, &chat::ChatPlatform::arrived, this,
            [this](const QList<Entry> &entries, const QByteArray &cursor) {
                learn(entries);
                m_arrivals += int(entries.size());
                m_cursor = cursor;
            });
}

void Listener::learn(const QList<Entry> &entries)
{
    for (const Entry &entry : entries) {
        if (!m_byId.contains(entry.position.entry))
            m_came.append(entry.position.entry);
        m_byId.insert(entry.position.entry, entry);
    }
}

bool Listener::hasAll(const QList<EntryId> &entries) const
{
    return std::all_of(entries.begin(), entries.end(), [this](const EntryId &id) { return has(id); });
}

QList<EntryId> Listener::inOrder(const domain::RoomId &room) const
{
    QList<domain::Position> places;
    for (const Entry &entry : m_byId) {
        if (entry.room == room)
            places.append(entry.position);
    }
    std::sort(places.begin(), places.end());
    QList<EntryId> ids;
    for (const auto &place : std::as_const(places))
        ids.append(place.entry);
    return ids;
}

} // namespace wardroom::test
