// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QCoroTask>

namespace wardroom::session {

class Engine;

//! A room or a group that somebody can be added to.
struct Place
{
    RoomId room;
    QString name;
    bool group = false; //!< its members may approve
};

//! Who is in the workspace, and letting people in.
class Team final
{
public:
    explicit Team(Engine &engine) : m_engine(engine) {}

    //! One line that lets one person in, once, for a week. It holds the workspace's fingerprint.
    Result<QString> invitation() const;
    QList<PersonLine> everybody() const;
    //! \a front first, then the groups, then the team's other rooms.
    QList<Place> places(const RoomId &front) const;
    QCoro::Task<Result<void>> add(RoomId room, PersonId person);

private:
    Engine &m_engine;
};

} // namespace wardroom::session
