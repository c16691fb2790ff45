// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/operationrunner.h"
#include "bot/runtime/runnable.h"
#include "bot/runtime/runspool.h"

#include <QPointer>
#include <QSet>

namespace wardroom::bot {

//! The states an operation goes through on the node that runs it (design: asking, won, starting, ended). Each change is
//! journalled before the act it allows; every act is said again after a crash under the same fact id, so it counts
//! once.
class OperationFlow : public std::enable_shared_from_this<OperationFlow>
{
public:
    OperationFlow(RunnerPorts ports, QPointer<StepRunner> steps, domain::NodeId self);

    std::function<void(const domain::OpId &, const OutputLine &)> onProgress;
    std::function<void(const domain::OpId &, const QString &)> onFailure;

    void consider(const domain::RoomId &room, const domain::IncidentState &state,
                  const domain::WorkspaceState &workspace);
    QCoro::Task<Result<void>> recover();
    //! Tries again what waits for the arbiter, the platform, or its own claim to come back.
    void tryAgain();
    bool isAtWork(const domain::OpId &op) const { return m_busy.contains(op); }
    bool hasWaiting() const { return !m_waiting.isEmpty() || !m_lost.isEmpty() || !m_hasRecovered; }
    //! Nothing is touched any more; what runs is ended by its sandbox.
    void close() { m_isClosed = true; }

private:
    //! Allowed now, not allowed (with why), or not to be found out now.
    struct Count
    {
        enum class Answer { allowed, refused, unreachable } answer = Answer::unreachable;
        QString why;
        QList<domain::CountedApproval> approvals;
        QList<domain::PersonId> members;
    };

    void advanceAll(const domain::RoomId &room);
    QCoro::Task<> advance(domain::OpId op);
    QCoro::Task<> takeStep(domain::OpId op);
    QCoro::Task<> begin(domain::OpId op);
    QCoro::Task<> ask(domain::OpId op);
    QCoro::Task<> goOnAfterWinning(domain::OpId op);
    QCoro::Task<> sayClaimed(domain::OpId op);
    QCoro::Task<> start(domain::OpId op);
    QCoro::Task<> run(domain::OpId op);
    //! Reads back and says so; false when that could not be said and has to be tried again.
    QCoro::Task<bool> verify(domain::OpId op, QJsonObject runData);
    QCoro::Task<> readBack(domain::OpId op);
    QCoro::Task<> reportInterrupted(domain::OpId op);
    QCoro::Task<> stall(domain::OpId op, QString reason);
    QCoro::Task<> reportBlocked(domain::OpId op);
    QCoro::Task<Count> countNow(domain::OpId op);
    QCoro::Task<bool> write(domain::OpId op, domain::RunStage stage);
    QCoro::Task<bool> say(domain::OpId op, domain::Fact fact, QString word);
    QCoro::Task<Sha256> keepLog(QByteArray output);
    //! What a run had printed when the program ended in the middle of it; null: nothing that is known.
    QCoro::Task<Sha256> logSoFar(domain::OpId op);
    std::shared_ptr<SpooledOutput> spooled(const domain::OpId &op) const;

    const domain::OperationState *operation(const domain::OpId &op) const;
    bool isUnread(const domain::OperationState &operation) const;
    Result<Runnable> runnableOf(const domain::OpId &op) const;
    Count count(const domain::OpId &op, const QList<domain::PersonId> &members);
    bool isExpired(const domain::OperationState &operation);
    qint64 nowFor(const domain::OperationState &operation) const;
    void wait(const domain::OpId &op) { m_waiting.insert(op); }
    void fail(const domain::OpId &op, const QString &why) const;

    RunnerPorts m_ports;
    RunSpool *m_spool; //!< the journal, where it can keep what runs print
    QPointer<StepRunner> m_steps;
    domain::NodeId m_self;
    bool m_isClosed = false;
    bool m_hasRecovered = false;
    domain::WorkspaceState m_workspace;
    QMap<domain::RoomId, domain::IncidentState> m_rooms;
    QHash<domain::OpId, domain::RoomId> m_roomOf;
    QHash<domain::OpId, domain::RunStage> m_stages;
    QHash<domain::OpId, qint64> m_lost; //!< lost to another node, since when
    QSet<domain::OpId> m_interrupted;   //!< was starting when this program last ended
    QSet<domain::OpId> m_askedBefore;   //!< the arbiter may know this node's own asking already
    QSet<domain::OpId> m_claimSaid;
    QSet<domain::OpId> m_finishSaid; //!< its end is in the outbox, and comes back
    QSet<domain::OpId> m_expired;    //!< seen too late once: a clock set back does not revive it
    QSet<domain::OpId> m_busy;
    QSet<domain::OpId> m_again;
    QSet<domain::OpId> m_waiting;
};

} // namespace wardroom::bot
