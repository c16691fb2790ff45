// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/workspaces.h"

#include <QSet>
#include <QTemporaryDir>

namespace wardroom::session {

class Talk;

//! The scripted colleague of a drill: a second person with a node and keys of their own, who joins by invitation and
//! accepts what they are asked, a little later. Gone with the object.
class DrillColleague final : public QObject
{
    Q_OBJECT

public:
    //! \a host is the engine of who practises; both outlive the colleague.
    DrillColleague(Engine &host, const Clock &clock, QObject *parent = nullptr);
    ~DrillColleague() override;

    QCoro::Task<Result<void>> join(QString name);
    //! Lets them into \a room, of whose requests they may then decide.
    QCoro::Task<Result<void>> enter(RoomId room);
    QCoro::Task<Result<void>> say(RoomId room, QString words);
    void leave();                                           //!< nothing is read or accepted any more
    void setPatience(int seconds) { m_patience = seconds; } //!< between a request and the decision

private:
    void consider();
    QCoro::Task<void> accept(RoomId room, domain::OpId op);

    Engine &m_host;
    const Clock &m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<domain::Secrets> m_secrets;
    std::unique_ptr<Workspaces> m_workspaces;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Talk>
        m_talk; //!< goes before the engine, so that words underway find nobody rather than half an engine
    QSet<domain::OpId> m_seen;
    int m_patience = 8;
    bool m_left = false;
};

} // namespace wardroom::session
