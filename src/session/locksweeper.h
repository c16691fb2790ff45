// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoroTask>
#include <QObject>
#include <QTimer>

namespace wardroom::session {

class Engine;
class EnginePorts;

//! Clears this node's own locks, which otherwise pile up on the chat server (design: §3.4): those of what the record
//! says is over (lockEnds), a day later by the server's time and by this machine's. A node that slept all the while
//! reads that it is over before it may start anything.
class LockSweeper final : public QObject
{
    Q_OBJECT

public:
    LockSweeper(Engine &engine, EnginePorts &ports);

    //! Now and every hour. Call when the first catch-up is done.
    void start();
    void stop();
    //! One round; how many were cleared.
    QCoro::Task<int> sweep();

private:
    Engine &m_engine;
    EnginePorts &m_ports;
    QTimer m_timer;
    bool m_sweeping = false;
};

} // namespace wardroom::session
