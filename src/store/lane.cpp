// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/lane.h"

namespace wardroom::store {

Lane::Lane(const QString &name, std::unique_ptr<Connection> connection) : m_connection(std::move(connection))
{
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->setObjectName(name);
    m_thread->start();
}

Lane::~Lane()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_closing = true;
        m_wake.wakeAll();
    }
    // An interrupt between two statements is lost, so it is said until the thread has ended.
    do {
        if (m_connection)
            m_connection->interrupt();
    } while (!m_thread->wait(20));
}

void Lane::post(Job job)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_jobs.enqueue(std::move(job));
    }
    m_wake.wakeOne(); // after the lock, or who wakes up would wait for it at once
}

void Lane::run()
{
    for (;;) {
        Job job;
        bool closing = false;
        {
            QMutexLocker lock(&m_mutex);
            while (m_jobs.isEmpty() && !m_closing)
                m_wake.wait(&m_mutex);
            if (m_jobs.isEmpty())
                return;
            job = m_jobs.dequeue();
            closing = m_closing;
        }
        if (m_connection)
            m_connection->clear();
        job(m_connection.get(), closing);
    }
}

} // namespace wardroom::store
