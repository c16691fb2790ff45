// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/steprunner.h"
#include "domain/permission.h"
#include "domain/ports.h"

namespace wardroom::bot {

//! What the runner needs of the application: narrow ports, declared in domain.
struct RunnerPorts
{
    domain::Out *out = nullptr;
    domain::Arbiter *arbiter = nullptr;
    domain::Journal *journal = nullptr;
    domain::Presence *presence = nullptr;
    const Clock *clock = nullptr;
};

//! Claims and runs operations, exactly once across all nodes (design: §3.4): asking → claimOnce → won → claimed seen
//! back → checked once more → starting → run → finished → verified. Fed with every change of a room's state.
class OperationRunner : public QObject
{
    Q_OBJECT

public:
    OperationRunner(RunnerPorts ports, StepRunner *steps, domain::NodeId self, QObject *parent = nullptr);

    //! What runs is ended; its outcome is told as unknown after the next start.
    ~OperationRunner() override;

    //! Looks at the room's operations and starts what this node may start now. Call on every new state, as often as
    //! you like. Nothing starts before the journal was read; recover() is called when nobody did.
    void consider(domain::RoomId room, const domain::IncidentState &state, const domain::WorkspaceState &workspace);
    //! After a restart: what was starting is reported as unknown, what was before that may go on.
    //! Needs the rooms' states to say so, and therefore does when consider() brings them.
    QCoro::Task<Result<void>> recover();
    //! Takes up what waits for the arbiter, the platform, or a claim to come back. By itself every five seconds.
    void tryAgain();
    //! Something of \a op is under way on this node: asking for it, running it, reading it back.
    bool isAtWork(const domain::OpId &op) const;

Q_SIGNALS:
    //! Progress and log lines of a running operation, for its card.
    void progressed(const wardroom::domain::OpId &op, const wardroom::bot::OutputLine &line);
    void failed(const wardroom::domain::OpId &op, const QString &sentence);

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace wardroom::bot
