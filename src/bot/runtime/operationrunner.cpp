// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/operationrunner.h"

#include "bot/runtime/operationflow.h"

#include <QTimer>

namespace wardroom::bot {

namespace {

constexpr int kTryAgainMs = 5000;

} // namespace

class OperationRunner::Private
{
public:
    std::shared_ptr<OperationFlow> flow;
    QTimer timer;
};

OperationRunner::OperationRunner(RunnerPorts ports, StepRunner *steps, domain::NodeId self, QObject *parent)
    : QObject(parent)
    , d(std::make_shared<Private>())
{
    d->flow = std::make_shared<OperationFlow>(ports, QPointer<StepRunner>(steps), std::move(self));
    const QPointer<OperationRunner> guard(this);
    d->flow->onProgress = [guard](const domain::OpId &op, const OutputLine &line) {
        if (guard)
            Q_EMIT guard->progressed(op, line);
    };
    d->flow->onFailure = [guard](const domain::OpId &op, const QString &sentence) {
        if (guard)
            Q_EMIT guard->failed(op, sentence);
    };
    connect(&d->timer, &QTimer::timeout, this, &OperationRunner::tryAgain);
    d->timer.start(kTryAgainMs);
}

OperationRunner::~OperationRunner()
{
    d->flow->close();
}

void OperationRunner::consider(domain::RoomId room, const domain::IncidentState &state,
                               const domain::WorkspaceState &workspace)
{
    d->flow->consider(room, state, workspace);
}

QCoro::Task<Result<void>> OperationRunner::recover()
{
    return d->flow->recover();
}

bool OperationRunner::isAtWork(const domain::OpId &op) const
{
    return d->flow->isAtWork(op);
}

void OperationRunner::tryAgain()
{
    if (d->flow->hasWaiting())
        d->flow->tryAgain();
}

} // namespace wardroom::bot
