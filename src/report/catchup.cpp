// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/catchup.h"

#include "base/plaintext.h"
#include "report/speech.h"

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

QString oneLine(const QString &text, qsizetype longest = 160)
{
    return shownPlainly(text.simplified(), longest);
}

//! The first few of many, and how many more there are.
QString listed(const QStringList &all)
{
    constexpr qsizetype kShown = 4;
    if (all.size() <= kShown)
        return all.join(u"; "_s);
    return translate("catchup", "%1; and %2 more")
        .arg(all.first(kShown).join(u"; "_s), QString::number(all.size() - kShown));
}

QString whatHappened(const IncidentState &state)
{
    if (!state.incident.summary.isEmpty())
        return oneLine(state.incident.summary, 400);
    if (state.incident.opened)
        return translate("catchup", "What happened: %1").arg(oneLine(state.incident.title));
    QStringList titles;
    for (const AlertState &alert : state.alerts)
        titles << oneLine(alert.raised.title);
    if (titles.isEmpty())
        return state.operations.isEmpty() ? translate("catchup", "Nothing has happened here yet.")
                                          : translate("catchup", "No alert came in here.");
    return translate("catchup", "Alerts: %1").arg(listed(titles));
}

QString howBad(const IncidentState &state, const WorkspaceState &workspace)
{
    if (!state.incident.opened)
        return translate("catchup", "No incident is open here.");
    QString lead = oneLine(workspace.nameOf(state.incident.lead), 80);
    // "led by Priya N." ends the sentence by itself.
    if (lead.endsWith(u'.'))
        lead.chop(1);
    if (state.incident.closed)
        return translate("catchup", "Severity %1, closed at %2, led by %3.")
            .arg(QString::number(state.incident.severity), timeWords(state.incident.closed->at), lead);
    return translate("catchup", "Severity %1, %2, led by %3.")
        .arg(QString::number(state.incident.severity), statusName(state.incident.status), lead);
}

//! Operations in the order in which they were asked for, oldest first.
QList<OperationState> inOrder(const IncidentState &state)
{
    QList<OperationState> operations = state.operations.values();
    std::stable_sort(operations.begin(), operations.end(),
                     [](const OperationState &a, const OperationState &b) { return a.said.at < b.said.at; });
    return operations;
}

QString whatWasDone(const IncidentState &state)
{
    QStringList done;
    for (const OperationState &operation : inOrder(state)) {
        if (operation.request.risk == Risk::read || !operation.finish)
            continue;
        const QString title = oneLine(operation.request.title);
        if (!operation.undoneBy.isEmpty())
            done << translate("catchup", "%1 (undone)").arg(title);
        else if (operation.verification)
            done << translate("catchup", "%1 (%2)").arg(title, verdictName(operation.verification->verdict).toLower());
        else
            done << translate("catchup", "%1 (%2)").arg(title, outcomeName(operation.finish->outcome).toLower());
    }
    return done.isEmpty() ? translate("catchup", "Nothing has been changed yet.")
                          : translate("catchup", "Done: %1").arg(listed(done));
}

QString whatIsPending(const IncidentState &state, const WorkspaceState &workspace)
{
    QStringList open;
    for (const OperationState &operation : inOrder(state)) {
        const QString title = oneLine(operation.request.title);
        if (operation.stage == Stage::requested && operation.request.needs > 0)
            open << translate("catchup", "%1 waits for approval").arg(title);
        else if (operation.stage == Stage::claimed)
            open << translate("catchup", "%1 is running").arg(title);
        else if (operation.stage == Stage::stalled)
            open << translate("catchup", "%1 stopped halfway, a person must look").arg(title);
    }
    for (const TaskState &task : state.tasks) {
        if (task.done)
            continue;
        const QString who =
            task.assignee.isEmpty() ? translate("catchup", "nobody yet") : oneLine(workspace.nameOf(task.assignee), 80);
        open << translate("catchup", "%1 (%2)").arg(oneLine(task.title), who);
    }
    return open.isEmpty() ? translate("catchup", "Nothing is pending.")
                          : translate("catchup", "Pending: %1").arg(listed(open));
}

QString nextUpdate(const IncidentState &state, qint64 nowMs)
{
    if (state.incident.closed)
        return translate("catchup", "Closed: no further update is due.");
    if (state.incident.nextUpdate == 0)
        return translate("catchup", "No next update has been promised.");
    const QString when = timeWords(state.incident.nextUpdate);
    if (nowMs > state.incident.nextUpdate)
        return translate("catchup", "The next update was due at %1 and is late.").arg(when);
    return translate("catchup", "Next update by %1.").arg(when);
}

} // namespace

CatchUp catchUp(const IncidentState &state, const WorkspaceState &workspace, qint64 nowMs)
{
    return {whatHappened(state), howBad(state, workspace), whatWasDone(state), whatIsPending(state, workspace),
            nextUpdate(state, nowMs)};
}

} // namespace wardroom::report
