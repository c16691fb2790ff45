// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/permission.h"

#include "domain/evidence.h"
#include "domain/proposal.h"

#include <QCoreApplication>

namespace wardroom::domain {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("permission", text);
}

//! \a everything: the level is the whole team's, and not that of one command.
QString whyOnlySuggested(bool everything)
{
    return everything ? tr("This team's policy lets nothing run yet (level 0): commands are only suggested.")
                      : tr("This team's policy has this command at level 0: it is only suggested. Other commands are "
                           "as before.");
}

QString whyOnlyRead(bool everything)
{
    return everything
               ? tr("By this team's policy (level 1) only reading runs; a change is suggested, for somebody to make.")
               : tr("This team's policy has this command at level 1: it is suggested, for somebody to make. Other "
                    "commands are as before.");
}

//! Approvals that stand, from people who are in the group now, each person once.
QList<CountedApproval> countedNow(const OperationState &operation, const QList<PersonId> &members, qint64 nowMs)
{
    QList<CountedApproval> counted;
    QList<PersonId> people;
    for (const Decision &decision : operation.standing()) {
        if (!members.contains(decision.said.by) || people.contains(decision.said.by))
            continue;
        people.append(decision.said.by);
        counted.append({decision.said.fact, decision.said.by, decision.said.via, nowMs});
    }
    return counted;
}

//! How far a claiming node's clock and the server's may lie apart before a reader doubts its word on a change window.
constexpr qint64 kClockTolerance = 5 * 60'000; // ms

//! One name for one machine: the inventory's, where it knows the one that was said.
QString machine(const QString &name, const WorkspaceState &workspace)
{
    const Host *host = workspace.inventory().find(name);
    return (host ? host->name : name).toCaseFolded();
}

} // namespace

QString protectedHostOf(const CommandRequested &request, const WorkspaceState &workspace, const Policy &policy)
{
    if (policy.protectedHosts.isEmpty())
        return {};
    QStringList named{request.host};
    for (const QJsonValue &value : request.args)
        named.append(value.toString());
    for (const QString &name : std::as_const(named))
        for (const QString &guarded : policy.protectedHosts)
            if (!name.isEmpty() && machine(name, workspace) == machine(guarded, workspace))
                return guarded;
    return {};
}

Requirement requirementFor(const CommandRequested &request, const WorkspaceState &workspace, const Policy &policy,
                           qint64 atMs)
{
    Requirement needed =
        requirementFor(request.risk, policy.isVetted(request.plugin, request.pluginHash), policy, request.command);
    if (needed.runsByItself || !needed.whyNot.isEmpty())
        return needed;
    if (const QString host = protectedHostOf(request, workspace, policy); !host.isEmpty())
        needed.because = tr("%1 is a protected host, so one more has to agree.").arg(host);
    else if (!policy.isWithinWindow(atMs))
        needed.because = tr("This is outside the change window, so one more has to agree.");
    needed.approvals += needed.because.isEmpty() ? 0 : 1;
    // Nobody is asked for a granted command; for a protected host, at odd hours, and to take something back, all the
    // same.
    needed.byGrant = needed.because.isEmpty() && request.undoes.isEmpty() &&
                     policy.grantFor(request.command, request.plugin, request.pluginHash, request.risk) &&
                     request.needs <= needed.approvals; // one that was asked for with more waits for them
    needed.runsByItself = needed.byGrant;
    return needed;
}

qint64 approvalsNeeded(const OperationState &operation, const WorkspaceState &workspace, qint64 nowMs)
{
    const Policy *policy = workspace.policy(operation.policy);
    if (policy && isProposal(operation.request))
        return policy->approvalsForChange(operation.said.by);
    const qint64 asked = operation.request.needs;
    return policy && asked > 0 ? std::max(asked, requirementFor(operation.request, workspace, *policy, nowMs).approvals)
                               : asked;
}

Requirement requirementFor(Risk risk, bool vetted, const Policy &policy, const QString &command)
{
    const bool read = risk == Risk::read && vetted;
    const qint64 level = policy.levelOf(command);
    if (risk == Risk::room || (read && level >= 1))
        return {true, 0, {}, {}};
    const Risk least = risk == Risk::disrupt ? Risk::disrupt : Risk::change;
    if (read || level < 1)
        return {false, 0, {}, whyOnlySuggested(policy.level < 1)};
    if (level < 2)
        return {false, 0, {}, whyOnlyRead(policy.level < 2)};
    const ApprovalRule *rule = policy.ruleFor(least);
    if (!rule)
        return {false, 0, {}, tr("The policy does not say who approves this, so it cannot be asked for.")};
    // A disruptive change never rests on one person, whatever a policy says.
    return {false, std::max<qint64>(rule->count, least == Risk::disrupt ? 2 : 1), rule->group, {}};
}

Result<void> mayDecide(const OperationState &operation, const PersonId &person, const Policy &policy,
                       const QList<PersonId> &groupMembers, qint64 nowMs)
{
    if (policy.bots.contains(person))
        return fail(ErrorKind::forbidden, tr("A program's account decides on nothing."));
    if (operation.request.requesters.contains(person))
        return fail(ErrorKind::forbidden, tr("You asked for this, so somebody else has to decide."));
    if (!operation.isLive())
        return fail(ErrorKind::conflict, tr("This request is settled already."));
    if (nowMs > operation.request.expires)
        return fail(ErrorKind::conflict, tr("This request has expired. It can be asked for again."));
    if (!groupMembers.contains(person))
        return fail(ErrorKind::forbidden, tr("Only members of %1 decide on this.").arg(operation.request.group));
    const auto decided = [&](const Decision &d) { return d.said.by == person && d.counts && !d.withdrawn; };
    if (std::any_of(operation.decisions.begin(), operation.decisions.end(), decided))
        return fail(ErrorKind::conflict, tr("You have decided on this already."));
    return {};
}

Result<QList<CountedApproval>> mayStart(const OperationState &operation, const WorkspaceState &workspace,
                                        const QList<PersonId> &members, qint64 nowMs, bool recordHolds)
{
    const CommandRequested &request = operation.request;
    if (operation.stage != Stage::requested && operation.stage != Stage::claimed)
        return fail(ErrorKind::conflict, tr("It is settled already."));
    if (operation.removed)
        return fail(ErrorKind::conflict, tr("The request was edited or deleted in the chat."));
    if (nowMs > request.expires)
        return fail(ErrorKind::conflict, tr("It has expired."));
    if (workspace.missingPolicy > 0)
        return fail(ErrorKind::conflict, tr("Policy %1 is not here, so nothing starts.").arg(workspace.missingPolicy));
    const Policy *policy = workspace.policy();
    if (!policy || policy->version != operation.policy)
        return fail(ErrorKind::conflict, tr("The policy has changed since it was asked for; ask again."));
    const Requirement needed = requirementFor(request, workspace, *policy, nowMs);
    if (!needed.whyNot.isEmpty())
        return fail(ErrorKind::forbidden, needed.whyNot);
    if (needed.runsByItself && !needed.byGrant && request.needs == 0)
        return QList<CountedApproval>();
    const bool refused = std::any_of(operation.decisions.begin(), operation.decisions.end(),
                                     [](const Decision &d) { return !d.approves && d.counts && !d.withdrawn; });
    if (refused)
        return fail(ErrorKind::forbidden, tr("Somebody declined it."));
    if (needed.byGrant && recordHolds)
        return QList<CountedApproval>();
    const QList<CountedApproval> counted = countedNow(operation, members, nowMs);
    const qint64 least = std::max(needed.approvals, request.needs);
    if (counted.size() < least)
        return fail(ErrorKind::forbidden,
                    tr("It has %1 of the %2 approvals it needs. %3")
                        .arg(QString::number(counted.size()), QString::number(least), needed.because)
                        .trimmed());
    return counted;
}

//! What it needed when it was claimed; at the edge of a change window the claiming node's clock is believed.
static Requirement leastAround(const OperationState &operation, const WorkspaceState &workspace, const Policy &policy)
{
    const qint64 at = operation.claimSaid ? operation.claimSaid->at : operation.said.at;
    Requirement least = requirementFor(operation.request, workspace, policy, at);
    for (const qint64 other : {at - kClockTolerance, at + kClockTolerance})
        if (const Requirement there = requirementFor(operation.request, workspace, policy, other);
            there.approvals < least.approvals || there.runsByItself)
            least = there;
    return least;
}

QString claimProblem(const OperationState &operation, const CommandClaimed &claim, const WorkspaceState &workspace,
                     const IncidentState &room)
{
    const Policy *policy = workspace.policy(operation.policy);
    if (claim.request != operation.hash)
        return u"the claim names another request"_s;
    if (!policy || policy->hash() != claim.policyHash)
        return u"the claim names another policy"_s;
    const Requirement needed = leastAround(operation, workspace, *policy);
    QList<PersonId> people;
    for (const CountedApproval &counted : claim.approvals) {
        const auto is = [&](const Decision &d) {
            return d.said.fact == counted.fact && d.said.by == counted.person && d.said.via == counted.via &&
                   d.approves && d.counts;
        };
        const bool there = std::any_of(operation.decisions.begin(), operation.decisions.end(), is);
        if (there && claim.members.contains(counted.person) && !people.contains(counted.person))
            people.append(counted.person);
    }
    const qint64 asked = operation.request.needs;
    if (people.size() >= std::max(needed.approvals, asked) || (needed.runsByItself && !needed.byGrant && asked == 0))
        return {};
    if (!needed.byGrant)
        return u"the claim counts fewer approvals than it needs"_s;
    const CommandRequested &request = operation.request;
    const CommandLevel *grant = policy->grantFor(request.command, request.plugin, request.pluginHash, request.risk);
    return endsGrant(*grant, room).isEmpty() ? QString()
                                             : u"it ran by itself after a run that went wrong had ended that"_s;
}

} // namespace wardroom::domain
