// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QCoroTask>
#include <QObject>

namespace wardroom::session {

class Engine;

//! What people do about alerts.
class Alerts final : public QObject
{
    Q_OBJECT

public:
    explicit Alerts(Engine &engine);

    QCoro::Task<Result<FactId>> acknowledge(RoomId room, FactId alert);
    QCoro::Task<Result<FactId>> claim(RoomId room, FactId alert, QString words);
    QCoro::Task<Result<FactId>> resolve(RoomId room, FactId alert, domain::Resolution as, QString note);
    //! Makes the incident room from the alert, linked both ways; answers the new room.
    QCoro::Task<Result<RoomId>> openIncident(RoomId room, FactId alert, QString title, qint64 severity, PersonId lead);

private:
    Engine &m_engine;
};

} // namespace wardroom::session
