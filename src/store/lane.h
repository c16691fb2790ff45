// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/connection.h"

#include <QMutex>
#include <QQueue>
#include <QThread>
#include <QWaitCondition>

namespace wardroom::store {

//! A thread that does one thing after the other, with a reading connection of its own (or none, for files).
class Lane
{
public:
    Lane(const QString &name, std::unique_ptr<Connection> connection);
    //! What runs is interrupted, what waits is told so.
    ~Lane();
    Q_DISABLE_COPY_MOVE(Lane)

    //! \a closing: the lane closed before the job had its turn.
    using Job = std::function<void(Connection *connection, bool closing)>;
    void post(Job job);

private:
    void run();

    std::unique_ptr<Connection> m_connection;
    QMutex m_mutex;
    QWaitCondition m_wake;
    QQueue<Job> m_jobs;
    bool m_closing = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace wardroom::store
