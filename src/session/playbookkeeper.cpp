// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/playbookkeeper.h"

#include "session/commands.h"
#include "session/engine.h"
#include "session/playbookstarter.h"
#include "session/roomfacts.h"

namespace wardroom::session {
using namespace std::chrono_literals;

PlaybookKeeper::PlaybookKeeper(Engine &engine, domain::Presence &presence, QStringList folders)
    : m_engine(engine)
    , m_shelf(engine, std::move(folders))
    , m_starter(std::make_unique<PlaybookStarter>(engine, m_shelf))
    , m_runner({&engine.sender(), &presence, &engine.clock(),
                [this](const Sha256 &file) { return m_shelf.playbook(file); },
                [this](bot::StepWish wish) { return request(std::move(wish)); },
                [this](const RoomId &room, const QString &action, const QJsonObject &args) {
                    return roomFactOf(m_engine, room, action, args);
                }},
               engine.catalogue(), engine.entry().node)
{
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, &PlaybookKeeper::look);
    connect(&m_runner, &bot::PlaybookRunner::failed, &engine, &Engine::troubled);
    connect(&m_shelf, &PlaybookShelf::arrived, this, &PlaybookKeeper::look);
}

PlaybookKeeper::~PlaybookKeeper() = default;

void PlaybookKeeper::start()
{
    m_timer.start();
    look();
}

void PlaybookKeeper::stop()
{
    m_timer.stop();
}

void PlaybookKeeper::look()
{
    if (!m_engine.isReady())
        return;
    m_starter->look();
    for (const chat::Room &room : m_engine.book().rooms())
        consider(room.id);
}

void PlaybookKeeper::consider(const RoomId &room)
{
    const domain::IncidentState &state = m_engine.book().state(room);
    if (m_engine.isReady() && !state.playbooks.isEmpty())
        m_runner.consider(room, state, m_engine.book().workspace(), m_engine.language());
}

bool PlaybookKeeper::isBusy()
{
    for (const chat::Room &room : m_engine.book().rooms()) {
        const domain::IncidentState &state = m_engine.book().state(room.id);
        for (const domain::PlaybookRun &run : state.playbooks)
            if (run.said.node == m_engine.entry().node && run.isRunning() && goesOn(run, state))
                return true;
    }
    return false;
}

bool PlaybookKeeper::goesOn(const domain::PlaybookRun &run, const domain::IncidentState &state)
{
    const bot::Playbook *playbook = m_shelf.playbook(run.started.file);
    if (!playbook)
        return false;
    const bot::PlaybookScene scene{*playbook, run, state, m_engine.catalogue()};
    for (const bot::PlannedStep &step : playbook->steps) {
        const bot::StepStatus status = bot::stepStatus(step, scene);
        if (status.standing == bot::StepStanding::waiting || status.standing == bot::StepStanding::asking)
            return false;
        const domain::OperationState *operation = state.operation(status.op);
        if (status.standing == bot::StepStanding::running && operation)
            return operation->request.needs == 0 || !operation->isLive();
    }
    return true;
}

QCoro::Task<Result<OpId>> PlaybookKeeper::request(bot::StepWish wish)
{
    Wish made;
    made.room = wish.room;
    made.command = wish.command;
    made.args = wish.args;
    made.reason = wish.reason;
    made.id = wish.id;
    made.playbook = wish.run;
    made.step = wish.step;
    made.alsoRequesters = wish.requesters;
    return m_engine.commands().request(std::move(made));
}

} // namespace wardroom::session
