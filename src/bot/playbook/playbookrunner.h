// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "bot/playbook/playbookplan.h"
#include "domain/ports.h"

#include <QCoroTask>
#include <QObject>
#include <QSet>

namespace wardroom::bot {

//! A step that becomes a request like any other.
struct StepWish
{
    domain::RoomId room;
    domain::FactId run;
    QString step;
    QString command;
    QJsonObject args;
    QString reason;
    QList<domain::PersonId> requesters; //!< besides this node's person
    domain::OpId id;                    //!< follows from run and step
};

//! What the runner needs of the application.
struct PlaybookPorts
{
    domain::Out *out = nullptr;
    domain::Presence *presence = nullptr;
    const Clock *clock = nullptr;
    std::function<const Playbook *(const Sha256 &)> playbook; //!< nullptr: its bytes are not here yet
    std::function<QCoro::Task<Result<domain::OpId>>(StepWish)> request;
    //! What a command says that is a fact in the room: room, action, arguments.
    std::function<Result<domain::Fact>(domain::RoomId, QString, QJsonObject)> roomFact;
};

//! Takes the runs that this node started from step to step. Nothing is kept but the record: each act has an id that
//! follows from run and step, so that what a restart or a second try says again counts once.
class PlaybookRunner final : public QObject
{
    Q_OBJECT

public:
    PlaybookRunner(PlaybookPorts ports, const Catalogue &catalogue, domain::NodeId self);

    //! Looks at the room's runs and does what is due. Call on every new state and, for what waits, every second.
    void consider(const domain::RoomId &room, const domain::IncidentState &state,
                  const domain::WorkspaceState &workspace, const QString &language);

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    //! What one advance rests on; a copy, because the room changes under every co_await.
    struct Room
    {
        domain::RoomId id;
        domain::IncidentState state;
        domain::WorkspaceState workspace;
        QString language;
    };

    QCoro::Task<> advance(Room room, domain::FactId run);
    QCoro::Task<> take(Room room, domain::PlaybookRun run, Playbook playbook);
    QCoro::Task<> request(Room room, domain::PlaybookRun run, PlaybookAct act, PlannedStep step);
    QCoro::Task<> sayInRoom(Room room, domain::PlaybookRun run, PlaybookAct act, PlannedStep step);
    QCoro::Task<> count(Room room, domain::PlaybookRun run, PlannedStep step);
    //! False: it could not be said, and that was told.
    QCoro::Task<bool> say(domain::RoomId room, domain::FactId run, domain::Fact fact, QString act);
    static bool isPublished(const domain::PlaybookRun &run, const domain::WorkspaceState &workspace);

    PlaybookPorts m_ports;
    const Catalogue &m_catalogue;
    domain::NodeId m_self;
    QSet<domain::FactId> m_busy;
    QSet<domain::FactId> m_asked;       //!< operations that are on their way into the room
    QHash<domain::FactId, int> m_tries; //!< of requests that could not be made for a passing reason
    QHash<domain::FactId, qint64> m_notBefore;
};

} // namespace wardroom::bot
