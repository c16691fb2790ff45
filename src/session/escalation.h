// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/incidentstate.h"
#include "domain/ports.h"
#include "session/ringer.h"

#include <QObject>
#include <QTimer>

namespace wardroom::session {

class Engine;

//! Nobody acknowledged: calls the next person on the policy's rota, and after the last of them everybody. A reminder is
//! due: says it. The fact's id follows from alert and step, or from the reminder; of several nodes that notice the same
//! silence, the one that gets the arbiter's claim speaks, and another only when it stays silent.
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
    qint64 nextOf(const domain::RoomId &room, const domain::FactId &alert, qint64 due);
    void ring(const domain::RoomId &room);
    void sayAlone(const domain::Intent &intent);
    void sayOnce(const domain::Intent &intent);

    Engine &m_engine;
    Ringer m_ringer;
    QHash<domain::FactId, qint64> m_due;  //!< ms: when this node says it after all, whoever had claimed it
    QHash<domain::FactId, qint64> m_next; //!< by alert, the first step that was not said when it was last looked
    QTimer m_timer;
};

} // namespace wardroom::session
