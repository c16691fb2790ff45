// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/playbook/playbookrunner.h"
#include "session/playbookshelf.h"

#include <QTimer>

namespace wardroom::session {

class PlaybookStarter;

//! Routine work on this node: what alerts and schedules set off is started, what this node started is taken from step
//! to step. Everything it knows is on the record; a restart changes nothing.
class PlaybookKeeper final : public QObject
{
    Q_OBJECT

public:
    PlaybookKeeper(Engine &engine, domain::Presence &presence, QStringList folders);
    ~PlaybookKeeper() override;

    void start();
    void stop();
    //! Looks once; the timer calls it every second, tests call it after moving the clock.
    void look();
    //! A room changed.
    void consider(const RoomId &room);
    //! Something that this node started goes on by itself, without a person or a wait.
    bool isBusy();
    PlaybookShelf &shelf() { return m_shelf; }

private:
    bool goesOn(const domain::PlaybookRun &run, const domain::IncidentState &state);
    QCoro::Task<Result<OpId>> request(bot::StepWish wish);

    Engine &m_engine;
    PlaybookShelf m_shelf;
    std::unique_ptr<PlaybookStarter> m_starter;
    bot::PlaybookRunner m_runner;
    QTimer m_timer;
};

} // namespace wardroom::session
