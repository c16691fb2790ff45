// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/local/localplatform.h"
#include "support/movedclock.h"
#include "support/world.h"

namespace wardroom::test {

//! Each of its tests begins with a workspace just founded: Ada Byron, alone at her desk in "blue".
class WorkspaceTest : public QObject
{
protected:
    //! For init(). Empty, or what went wrong. \a plugins: folders with more of them, below m_folder if need be.
    QString found(const QStringList &plugins = {})
    {
        m_ada = std::make_unique<Desk>(m_folder->filePath(QStringLiteral("ada")), QStringLiteral("Ada Byron"), m_clock,
                                       plugins);
        const QString problem = m_ada->found(QStringLiteral("blue"), m_folder->filePath(QStringLiteral("room")));
        if (problem.isEmpty())
            m_room = m_ada->room(QStringLiteral("security-ops"));
        return problem;
    }
    //! For cleanup(), after all that looks at her engine has gone: nothing of it is there for the next test.
    void clear()
    {
        m_ada.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.moveTo({});
    }
    chat::LocalPlatform &platform() { return static_cast<chat::LocalPlatform &>(m_ada->engine().platform()); }

    MovedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();
    std::unique_ptr<Desk> m_ada;
    domain::RoomId m_room; //!< security-ops
};

} // namespace wardroom::test
