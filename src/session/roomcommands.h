// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/alerts.h"
#include "session/incidents.h"

namespace wardroom::session {

//! Commands whose run step is a fact in the room: typed words become plain calls.
class RoomCommands final : public QObject
{
    Q_OBJECT

public:
    RoomCommands(Engine &engine, Alerts &alerts, Incidents &incidents);
    //! \a action as in the manifest: "incident.open", "alert.claim" …
    QCoro::Task<Result<FactId>> run(RoomId room, QString action, QJsonObject args);

private:
    QCoro::Task<Result<FactId>> openIncident(RoomId room, QJsonObject args);
    QCoro::Task<Result<FactId>> onAlert(RoomId room, QString action, QJsonObject args);
    QCoro::Task<Result<FactId>> finishTask(RoomId room, QJsonObject args);
    QCoro::Task<Result<FactId>> onIncident(RoomId room, QString action, QJsonObject args);
    FactId taskNumbered(const RoomId &room, const QString &words) const;
    Result<FactId> alertNamed(const RoomId &room, const QString &words) const;

    Engine &m_engine;
    Alerts &m_alerts;
    Incidents &m_incidents;
};

} // namespace wardroom::session
