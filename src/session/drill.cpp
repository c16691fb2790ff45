// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/drill.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

bool isFinished(const domain::OperationState &operation, const DrillGoal &goal)
{
    if (operation.request.command != goal.command || !operation.finish ||
        operation.finish->outcome != domain::Outcome::done)
        return false;
    if (operation.finish->data.value(u"found"_s) == false) // the file of a mistyped path is not there: nothing was seen
        return false;
    return goal.verdict.isEmpty() ||
           (operation.verification && domain::wordOf(operation.verification->verdict) == goal.verdict);
}

bool isResolved(const domain::AlertState &alert, const QString &as)
{
    return alert.resolved && !as.isEmpty() && (as == u"any" || domain::wordOf(alert.resolution) == as);
}

} // namespace

bool DrillGoal::isReached(const QList<domain::IncidentState> &rooms, qint64 since) const
{
    for (const domain::IncidentState &room : rooms) {
        if (!incident.isEmpty() && room.incident.opened && (incident == u"opened" || room.incident.closed))
            return true;
        for (const domain::AlertState &alert : room.alerts)
            if ((count > 0 && alert.count >= count) || isResolved(alert, resolved))
                return true;
        for (const domain::OperationState &operation : room.operations) {
            if (operation.said.at < since)
                continue;
            if (!command.isEmpty() && isFinished(operation, *this))
                return true;
            if (!undone.isEmpty() && operation.request.command == undone && !operation.undoneBy.isEmpty())
                if (const domain::OperationState *undo = room.operation(operation.undoneBy); undo && undo->finish)
                    return true;
        }
    }
    return false;
}

} // namespace wardroom::session
