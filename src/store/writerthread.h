// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/entrywriter.h"
#include "store/outboxtable.h"
#include "store/valuetable.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QQueue>
#include <QThread>
#include <QWaitCondition>

namespace wardroom::store {

//! What a job may write to, all on the writer's connection.
struct Tables
{
    explicit Tables(Connection &c) : connection(c), entries(c), outbox(c), values(c) {}
    Connection &connection;
    EntryWriter entries;
    OutboxTable outbox;
    ValueTable values;
};

//! One call's writing. run() may happen again after a failed try; exactly one of answer() and refuse() ends it.
struct WriteJob
{
    bool durable = false; //!< on disk, not only in the system's cache, before the answer
    qsizetype weight = 1; //!< rows, roughly: what a transaction is filled by
    std::function<void(Tables &)> run;
    std::function<void()> answer;
    std::function<void(const Error &)> refuse;
    QDeadlineTimer giveUp{QDeadlineTimer::Forever}; //!< starts with the first failure
};

//! The one thread that writes. Jobs are written in the order they came, a burst of them in one transaction. Where the
//! disk does not take them they are tried again until they fit, until giveUpMs, or until the thread is stopped; the
//! thread itself goes on.
class WriterThread
{
public:
    //! Called on the writer's thread; an empty reason: recovered.
    using Listener = std::function<void(const QString &reason)>;
    WriterThread(std::unique_ptr<Connection> connection, int queueLimit, int giveUpMs, Listener listener);
    //! Writes what is queued, once more if the disk is full, then refuses it.
    ~WriterThread();
    Q_DISABLE_COPY_MOVE(WriterThread)

    //! A caller beyond the limit waits its turn: its job enters the queue when there is room, in order.
    void add(WriteJob job);
    qsizetype queued() const;

private:
    using Burst = std::vector<WriteJob>;
    void run();
    Burst nextBurst();
    void write(Burst burst);
    int tryOnce(Burst &burst);
    int attempt(Burst &burst);
    void writeOneByOne(Burst burst);
    void refuseExpired(Burst &burst, const Error &error);
    bool pauseBeforeRetry();
    void tell(const QString &reason);

    std::unique_ptr<Connection> m_connection;
    Tables m_tables;
    const qsizetype m_limit;
    const int m_giveUpMs;
    Listener m_listener;
    bool m_fullSync = false;
    bool m_degraded = false;
    int m_pauseMs = 0;

    mutable QMutex m_mutex;
    QWaitCondition m_wake;
    QWaitCondition m_stop;
    QQueue<WriteJob> m_jobs;   //!< at most m_limit
    QQueue<WriteJob> m_parked; //!< of callers that wait for room
    bool m_stopping = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace wardroom::store
