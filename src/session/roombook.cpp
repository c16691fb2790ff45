// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/roombook.h"

#include "base/plaintext.h"

namespace wardroom::session {

RoomBook::RoomBook(domain::WorkspaceId workspace) : m_control(std::move(workspace)) {}

void RoomBook::setRooms(const QList<chat::Room> &rooms)
{
    m_rooms = rooms;
    m_rooms.removeIf([](const chat::Room &room) { return isImportedId(room.id); });
}

const chat::Room *RoomBook::room(const RoomId &id) const
{
    if (const ImportedRoom *past = imported(id))
        return &past->room;
    const auto it = std::find_if(m_rooms.begin(), m_rooms.end(), [&](const chat::Room &r) { return r.id == id; });
    return it == m_rooms.end() ? nullptr : &*it;
}

const chat::Room *RoomBook::roomFor(chat::Purpose purpose) const
{
    const auto it =
        std::find_if(m_rooms.begin(), m_rooms.end(), [&](const chat::Room &r) { return r.purpose == purpose; });
    return it == m_rooms.end() ? nullptr : &*it;
}

QString RoomBook::titleOf(const RoomId &id) const
{
    const domain::IncidentCore &incident = state(id).incident;
    const chat::Room *known = room(id);
    return incident.opened ? incident.title : (known ? known->name : QString());
}

bool RoomBook::isControl(const RoomId &id) const
{
    const chat::Room *found = room(id);
    return found && found->purpose == chat::Purpose::control;
}

QString RoomBook::groupProblem(const RoomId &id) const
{
    const chat::Room *found = room(id);
    if (!found || found->restricted)
        return {};
    return QCoreApplication::translate("RoomBook",
                                       "Anybody can be let into #%1, so its members decide on nothing. Whoever runs "
                                       "the room has to restrict who invites and joins.")
        .arg(shownPlainly(found->name, 80));
}

QSet<RoomId> RoomBook::add(const QList<domain::Entry> &entries)
{
    QSet<RoomId> changed;
    QList<domain::Entry> control;
    QMap<RoomId, QList<domain::Entry>> others;
    RoomId last;
    bool lastIsControl = false;
    for (const domain::Entry &entry : entries) {
        if (isImportedId(entry.room))
            continue;
        if (entry.room != last) {
            last = entry.room;
            lastIsControl = isControl(last);
        }
        if (lastIsControl)
            control.append(entry);
        else if (!entry.envelope.isEmpty() || entry.edited || entry.deleted) // what a deletion leaves is its mark alone
            others[entry.room].append(entry);
    }
    if (m_control.add(control)) {
        changed.insert(control.first().room);
        for (auto &[room, fold] : m_folds) {
            fold.setWorkspace(m_control.state());
            changed.insert(room);
        }
    }
    for (auto it = others.cbegin(); it != others.cend(); ++it)
        if (foldFor(it.key()).add(it.value()))
            changed.insert(it.key());
    return changed;
}

domain::RoomFold &RoomBook::foldFor(const RoomId &id)
{
    return m_folds.try_emplace(id, id, m_control.state()).first->second;
}

const domain::IncidentState &RoomBook::state(const RoomId &id) const
{
    static const domain::IncidentState empty;
    if (isControl(id))
        return m_control.proposals();
    const domain::RoomFold *found = fold(id);
    return found ? found->state() : empty;
}

const domain::RoomFold *RoomBook::fold(const RoomId &id) const
{
    if (const ImportedRoom *past = imported(id))
        return &past->fold;
    const auto it = m_folds.find(id);
    return it == m_folds.end() ? nullptr : &it->second;
}

const domain::Admission &RoomBook::admission(const RoomId &id) const
{
    static const domain::Admission empty;
    if (isControl(id))
        return m_control.admission();
    const domain::RoomFold *found = fold(id);
    return found ? found->admission() : empty;
}

void RoomBook::addImported(ImportedRoom past)
{
    const RoomId id = past.from.id;
    m_imported.insert_or_assign(id, std::move(past));
}

const ImportedRoom *RoomBook::imported(const RoomId &id) const
{
    const auto it = m_imported.find(id);
    return it == m_imported.end() ? nullptr : &it->second;
}

const domain::WorkspaceState &RoomBook::workspaceOf(const RoomId &id) const
{
    const ImportedRoom *past = imported(id);
    return past ? past->workspace : m_control.state();
}

RoomBook::Placed RoomBook::placed(const domain::Entry &entry) const
{
    const domain::RoomFold *room = isControl(entry.room) ? nullptr : fold(entry.room);
    const QList<domain::ReadEntry> &entries = room ? room->entries() : m_control.entries();
    const auto before = [](const domain::ReadEntry &a, const domain::Position &p) { return a.entry.position < p; };
    const auto it = std::lower_bound(entries.begin(), entries.end(), entry.position, before);
    if (it == entries.end() || it->entry.position != entry.position)
        return {};
    if (it->entry.room != entry.room && !imported(entry.room))
        return {};
    return {&*it, room ? room->judgementAt(it - entries.begin()) : m_control.judgement(entry.position.entry)};
}

} // namespace wardroom::session
