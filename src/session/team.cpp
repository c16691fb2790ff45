// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/team.h"

#include "base/plaintext.h"
#include "session/engine.h"
#include "session/workspaces.h"

namespace wardroom::session {

Result<QString> Team::invitation() const
{
    return invitationFor(m_engine);
}

QList<PersonLine> Team::everybody() const
{
    const domain::WorkspaceState &workspace = m_engine.book().workspace();
    QList<PersonLine> lines;
    for (auto it = workspace.people.cbegin(); it != workspace.people.cend(); ++it)
        lines.append({it.key(), shownPlainly(workspace.nameOf(it.key()), 80), {}, it.key() == m_engine.me()});
    return lines;
}

QList<Place> Team::places(const RoomId &front) const
{
    QList<Place> places;
    for (const chat::Room &room : m_engine.book().rooms()) {
        if (room.purpose == Purpose::control || room.purpose == Purpose::direct)
            continue;
        const domain::IncidentCore &incident = m_engine.book().state(room.id).incident;
        places.append({room.id, shownPlainly(incident.opened ? incident.title : room.name, 120), room.purpose == Purpose::group});
    }
    std::stable_sort(places.begin(), places.end(), [&front](const Place &one, const Place &other) {
        return std::pair(one.room != front, !one.group) < std::pair(other.room != front, !other.group);
    });
    return places;
}

QCoro::Task<Result<void>> Team::add(RoomId room, PersonId person)
{
    return m_engine.platform().invite(room, person);
}

} // namespace wardroom::session
