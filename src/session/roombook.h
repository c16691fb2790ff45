// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/chatplatform.h"
#include "domain/fold.h"
#include "session/importedroom.h"

#include <QSet>
#include <map>

namespace wardroom::session {

using domain::RoomId;

//! The rooms of a workspace and what they fold to. The only holder of folded state; changed only by entries.
class RoomBook
{
public:
    explicit RoomBook(domain::WorkspaceId workspace);

    void setRooms(const QList<chat::Room> &rooms);
    const QList<chat::Room> &rooms() const { return m_rooms; }
    const chat::Room *room(const RoomId &id) const;
    QString titleOf(const RoomId &id) const;                //!< the incident's title, else the room's name; hostile
    const chat::Room *roomFor(chat::Purpose purpose) const; //!< the first of its kind
    //! Which rooms may fold to something else now; a change in the control room touches every room.
    QSet<RoomId> add(const QList<domain::Entry> &entries);

    const domain::WorkspaceState &workspace() const { return m_control.state(); }
    const domain::WorkspaceFold &control() const { return m_control; }
    bool isControl(const RoomId &id) const;
    //! Why the members of a room are no group that decides: anybody could get into it. Empty: they are, or it is not
    //! known.
    QString groupProblem(const RoomId &id) const;
    //! Empty state for a room without facts; of the control room the changes of policy and inventory that were asked
    //! for.
    const domain::IncidentState &state(const RoomId &id) const;
    const domain::RoomFold *fold(const RoomId &id) const;
    const domain::Admission &admission(const RoomId &id) const;

    //! Rooms of other people's bundles. They are not among rooms(): nothing that acts may come across them.
    void addImported(ImportedRoom past);
    const std::map<RoomId, ImportedRoom> &imported() const { return m_imported; }
    const ImportedRoom *imported(const RoomId &id) const;
    //! The workspace whose people and policies the facts of a room speak of.
    const domain::WorkspaceState &workspaceOf(const RoomId &id) const;

    //! An entry as its fold read and judged it; nullptr for words.
    struct Placed
    {
        const domain::ReadEntry *read = nullptr;
        domain::Judgement judgement;
    };
    Placed placed(const domain::Entry &entry) const;

private:
    domain::RoomFold &foldFor(const RoomId &id);

    QList<chat::Room> m_rooms;
    domain::WorkspaceFold m_control;
    std::map<RoomId, domain::RoomFold> m_folds;
    std::map<RoomId, ImportedRoom> m_imported;
};

} // namespace wardroom::session
