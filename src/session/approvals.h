// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QCoroTask>
#include <QObject>

namespace wardroom::session {

class Engine;

//! Requests that wait for a decision, and one's own.
class Approvals final : public QObject
{
    Q_OBJECT

public:
    explicit Approvals(Engine &engine);

    //! Those this person may decide now: the badge counts them.
    QList<ApprovalView> waitingForMe() const;
    //! Every live request, also one's own.
    QList<ApprovalView> live() const;
    //! A value even when it is no longer live; op empty when unknown.
    ApprovalView view(const RoomId &room, const OpId &op) const;

    QCoro::Task<Result<FactId>> approve(RoomId room, OpId op, QString reason, QString from);
    QCoro::Task<Result<FactId>> decline(RoomId room, OpId op, QString reason, QString from);
    QCoro::Task<Result<FactId>> cancel(RoomId room, OpId op, QString reason);
    //! A new request at the same risk, which undoes \a op.
    QCoro::Task<Result<FactId>> undo(RoomId room, OpId op, QString reason);

private:
    QCoro::Task<Result<FactId>> decide(RoomId room, OpId op, bool accept, QString reason, QString from);
    QList<PersonId> groupMembers(const domain::CommandRequested &request) const;
    bool runsByItself(const domain::OperationState &operation) const;
    void fillProposal(const domain::OperationState &operation, ApprovalView &view) const;
    QString whyNotMe(const domain::OperationState &operation) const;
    void fillPlan(const domain::OperationState &operation, ApprovalView &view) const;
    void fillDecisions(const domain::OperationState &operation, ApprovalView &view) const;
    void fillScript(const domain::OperationState &operation, ApprovalView &view) const;

    Engine &m_engine;
};

} // namespace wardroom::session
