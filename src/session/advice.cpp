// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/advice.h"

#include "base/plaintext.h"
#include "session/engine.h"

namespace wardroom::session {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Advice", text);
}

} // namespace

QStringList adviceFor(Engine &engine)
{
    QStringList advice;
    const domain::WorkspaceState &workspace = engine.book().workspace();
    const domain::Policy *policy = workspace.policy();
    if (!policy || !engine.isReady())
        return advice;
    for (const domain::Group &group : policy->groups)
        if (const QString problem = engine.book().groupProblem(group.room); !problem.isEmpty())
            advice.append(problem);
    const bool isShared = policy->admins.size() > 1;
    if (isShared && policy->approvalsForChange(policy->admins.first()) > policy->admins.size() - 2)
        advice.append(
            tr("If one of the %1 policy admins leaves, the others are too few to change the policy, for ever. "
               "Make somebody else an admin while all of them are there.")
                .arg(policy->admins.size()));
    const bool locks = engine.platform().capabilities().arbiter;
    if (!locks && policy->runner.isEmpty())
        advice.append(
            tr("This server forbids aliases, by which one node out of several runs something, so nothing that "
               "needs approval runs here. A policy admin has to name one runner in the policy (“runner”), or "
               "whoever runs the server has to let members make aliases."));
    const domain::Node *runner = workspace.node(policy->runner);
    if (!policy->runner.isEmpty() && (!runner || runner->revoked))
        advice.append(tr("The policy names a runner that is not in this workspace (any more): %1. Phones are not "
                         "answered; a policy admin has to name another one.")
                          .arg(shownPlainly(policy->runner.text(), 40)));
    return advice;
}

QStringList precautionsFor(Engine &engine)
{
    const domain::WorkspaceState &workspace = engine.book().workspace();
    const domain::Policy *policy = workspace.policy();
    if (!policy || engine.practisesOnly())
        return {};
    const auto nodesOf = [&workspace](const domain::PersonId &person) {
        return std::count_if(workspace.nodes.begin(), workspace.nodes.end(),
                             [&person](const domain::Node &node) { return node.person == person && !node.revoked; });
    };
    QList<domain::PersonId> admins;
    std::copy_if(policy->admins.begin(), policy->admins.end(), std::back_inserter(admins), nodesOf);
    if (admins.size() > 2)
        return {};
    // In a folder a person is a key, and who comes back is somebody new.
    if (engine.entry().homeserver.isEmpty())
        return admins.size() > 1
                   ? QStringList()
                   : QStringList{tr("%1 alone is policy admin: with that key lost, the workspace could never be "
                                    "changed again. Make somebody else an admin.")
                                     .arg(shownPlainly(workspace.nameOf(policy->admins.value(0)), 60))};
    QStringList sentences;
    if (admins.size() == 1)
        sentences
            << tr("%1 alone is policy admin. Who loses the only Wardroom they have needs two policy admins to come "
                  "back, and if %1 does, nobody can change this workspace again. Make two more people admins.")
                   .arg(shownPlainly(workspace.nameOf(admins.first()), 60));
    for (const domain::PersonId &admin : std::as_const(admins))
        if (nodesOf(admin) == 1)
            sentences << tr("%1 has one Wardroom. Let in a second one of theirs: it could let in the next.")
                             .arg(shownPlainly(workspace.nameOf(admin), 60));
    return sentences;
}

QString onlyRunner(Engine &engine)
{
    const domain::WorkspaceState &workspace = engine.book().workspace();
    const domain::Policy *policy = workspace.policy();
    if (!policy || policy->runner.isEmpty() || engine.platform().capabilities().arbiter)
        return {};
    const domain::Node *runner = workspace.node(policy->runner);
    return runner ? shownPlainly(workspace.nameOf(runner->person), 60) : QString();
}

} // namespace wardroom::session
