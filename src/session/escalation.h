// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/incidentstate.h"
#include "domain/ports.h"

#include <QObject>
#include <QTimer>

namespace wardroom::session {

class Engine;

//! Nobody acknowledged: calls the next person on the policy's rota. A reminder is due: says it. The fact's id follows
//! from alert and step, or from the reminder, so several nodes that notice the same silence speak once.
class Escalation final : public QObject
{
    Q_OBJECT

public:
    explicit Escalation(Engine &engine);
    void start();
    void stop();
    //! Looks once; the timer calls it, tests call it after moving the clock.
    void look();

private:
    void lookAt(const domain::RoomId &room, const domain::FactId &id, const domain::AlertState &alert);
    void ring(const domain::RoomId &room);
    void sayOnce(const domain::Intent &intent);

    Engine &m_engine;
    QTimer m_timer;
};

} // namespace wardroom::session
