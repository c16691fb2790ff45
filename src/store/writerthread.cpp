// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writerthread.h"

#include <sqlite3.h>

namespace wardroom::store {

namespace {

//! Rows in one transaction: large enough that its cost disappears, small enough that nobody waits long.
constexpr qsizetype kBurstWeight = 4096;
constexpr int kShortestPauseMs = 50;
constexpr int kLongestPauseMs = 2000;

void answerAll(const std::vector<WriteJob> &jobs)
{
    for (const WriteJob &job : jobs)
        job.answer();
}

void refuseAll(const std::vector<WriteJob> &jobs, const Error &error)
{
    for (const WriteJob &job : jobs)
        job.refuse(error);
}

} // namespace

WriterThread::WriterThread(std::unique_ptr<Connection> connection, int queueLimit, int giveUpMs, Listener listener)
    : m_connection(std::move(connection))
    , m_tables(*m_connection)
    , m_limit(std::max(1, queueLimit))
    , m_giveUpMs(giveUpMs)
    , m_listener(std::move(listener))
{
    m_connection->execute("PRAGMA synchronous = NORMAL");
    m_connection->execute("PRAGMA wal_autocheckpoint = 4000");
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->setObjectName(QStringLiteral("store-writer"));
    m_thread->start();
}

WriterThread::~WriterThread()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_stopping = true;
        m_wake.wakeAll();
        m_stop.wakeAll();
    }
    m_thread->wait();
}

void WriterThread::add(WriteJob job)
{
    const QMutexLocker lock(&m_mutex);
    if (m_parked.isEmpty() && m_jobs.size() < m_limit)
        m_jobs.enqueue(std::move(job));
    else
        m_parked.enqueue(std::move(job));
    m_wake.wakeOne();
}

qsizetype WriterThread::queued() const
{
    const QMutexLocker lock(&m_mutex);
    return m_jobs.size();
}

void WriterThread::run()
{
    for (;;) {
        Burst burst = nextBurst();
        if (burst.empty())
            return;
        write(std::move(burst));
    }
}

WriterThread::Burst WriterThread::nextBurst()
{
    QMutexLocker lock(&m_mutex);
    while (m_jobs.isEmpty() && !m_stopping)
        m_wake.wait(&m_mutex);
    Burst burst;
    qsizetype weight = 0;
    while (!m_jobs.isEmpty() && weight < kBurstWeight) {
        weight += m_jobs.head().weight;
        burst.push_back(m_jobs.dequeue());
    }
    while (!m_parked.isEmpty() && m_jobs.size() < m_limit)
        m_jobs.enqueue(m_parked.dequeue());
    return burst;
}

void WriterThread::write(Burst burst)
{
    while (!burst.empty()) {
        const int code = tryOnce(burst);
        if (code == SQLITE_OK) {
            tell({});
            m_pauseMs = 0;
            return answerAll(burst);
        }
        const Error error = m_connection->error();
        if (!isPassing(code)) {
            if (burst.size() > 1)
                return writeOneByOne(std::move(burst));
            if (error.kind == ErrorKind::corrupt)
                tell(error.message);
            burst.front().refuse(error);
            return;
        }
        tell(error.message);
        const bool goOn = pauseBeforeRetry();
        refuseExpired(burst, error);
        if (!goOn)
            return tryOnce(burst) == SQLITE_OK ? answerAll(burst) : refuseAll(burst, error);
    }
}

int WriterThread::tryOnce(Burst &burst)
{
    m_connection->clear();
    const int code = attempt(burst);
    if (code != SQLITE_OK) {
        // Some failures have rolled back already; then this one says so, and its answer does not matter.
        if (m_connection->inTransaction())
            sqlite3_exec(m_connection->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
        m_tables.entries.forget();
    }
    return code;
}

int WriterThread::attempt(Burst &burst)
{
    // NORMAL survives the end of this program at any instant: what was committed is in the WAL. What must survive a
    // power cut too, because acting on it twice or losing it does harm (the runner's journal, typed messages), has the
    // WAL flushed before it is answered. The pragma has no effect inside a transaction, so it stands before it.
    const bool fullSync = std::any_of(burst.begin(), burst.end(), [](const WriteJob &job) { return job.durable; });
    if (fullSync != m_fullSync) {
        m_connection->execute(fullSync ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        m_fullSync = fullSync;
    }
    if (!m_connection->execute("BEGIN IMMEDIATE"))
        return m_connection->code();
    for (const WriteJob &job : burst) {
        job.run(m_tables);
        if (m_connection->code() != SQLITE_OK)
            return m_connection->code();
    }
    m_connection->execute("COMMIT");
    return m_connection->code();
}

void WriterThread::writeOneByOne(Burst burst)
{
    for (WriteJob &job : burst) {
        Burst single;
        single.push_back(std::move(job));
        write(std::move(single));
    }
}

void WriterThread::refuseExpired(Burst &burst, const Error &error)
{
    Burst left;
    for (WriteJob &job : burst) {
        if (job.giveUp.isForever())
            job.giveUp = QDeadlineTimer(m_giveUpMs);
        if (job.giveUp.hasExpired())
            job.refuse(error);
        else
            left.push_back(std::move(job));
    }
    burst = std::move(left);
}

bool WriterThread::pauseBeforeRetry()
{
    m_pauseMs = std::clamp(m_pauseMs * 2, kShortestPauseMs, kLongestPauseMs);
    const QDeadlineTimer until(m_pauseMs);
    QMutexLocker lock(&m_mutex);
    while (!m_stopping && !until.hasExpired())
        m_stop.wait(&m_mutex, until);
    return !m_stopping;
}

void WriterThread::tell(const QString &reason)
{
    const bool degraded = !reason.isEmpty();
    if (degraded == m_degraded)
        return;
    m_degraded = degraded;
    m_listener(reason);
}

} // namespace wardroom::store
