// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/proposal.h"

#include "base/canonicaljson.h"
#include "domain/fields.h"
#include "domain/operationreduce.h"

#include <QCoreApplication>

namespace wardroom::domain {
using namespace Qt::StringLiterals;

namespace {

constexpr auto kPolicy = "policy.publish"_L1;
constexpr auto kInventory = "inventory.publish"_L1;
constexpr auto kDocument = "document"_L1;
constexpr auto kVersion = "version"_L1;
constexpr qsizetype kMostApprovals = 64;

QString tr(const char *text)
{
    return QCoreApplication::translate("permission", text);
}

Judgement accepted()
{
    return {Standing::accepted, {}, {}};
}

Judgement suspect(const QString &why)
{
    return {Standing::suspect, why, {}};
}

Judgement waitsFor(const QString &what)
{
    return {Standing::waiting, u"waits for a fact it refers to"_s, what};
}

template <class T> QString documentOf(const T &value)
{
    return QString::fromUtf8(canonicalJson(FieldWriter::write(value)).value_or(QByteArray()));
}

template <class T> CommandRequested requestFor(const T &value, QLatin1StringView command)
{
    CommandRequested request;
    request.command = command;
    request.args = {{kDocument, documentOf(value)}, {kVersion, value.version}};
    request.risk = Risk::change;
    return request;
}

template <class T> std::optional<T> proposed(const CommandRequested &request, QLatin1StringView command)
{
    const Result<QJsonObject> json = parseCanonical(request.args.value(kDocument).toString().toUtf8());
    T value;
    if (request.command != command || !json || !FieldReader().read(*json, value))
        return std::nullopt;
    // Written again it has to be the same: what this program does not know of, it neither shows nor publishes.
    const bool isWhole = documentOf(value) == request.args.value(kDocument).toString();
    return isWhole && value.version == request.args.value(kVersion).toInteger() ? std::optional(value) : std::nullopt;
}

bool isOfPolicy(const CommandRequested &request)
{
    return request.command == kPolicy;
}

qint64 versionOf(const CommandRequested &request)
{
    return request.args.value(kVersion).toInteger();
}

qint64 newestOf(const WorkspaceState &state, bool policy)
{
    if (policy)
        return state.policies.isEmpty() ? 0 : state.policies.lastKey();
    return state.inventories.isEmpty() ? 0 : state.inventories.lastKey();
}

bool isAdmin(const WorkspaceState &state, const PersonId &person)
{
    const Policy *policy = state.policy();
    return policy && policy->isAdmin(person) && !policy->bots.contains(person);
}

Judgement reduceRequest(const WorkspaceState &state, Proposals &proposals, const ReadEntry &read, const Said &said)
{
    const auto &request = std::get<CommandRequested>(read.fact);
    if (!isAdmin(state, said.by))
        return suspect(u"proposed by somebody who is no policy admin"_s);
    if (versionOf(request) < 1)
        return suspect(u"proposes no version"_s);
    const qint64 newest = newestOf(state, isOfPolicy(request));
    if (isOfPolicy(request) && versionOf(request) > newest + 1)
        return waitsFor(u"policy:"_s + QString::number(versionOf(request) - 1));
    const Judgement judged = reduceOperation(proposals.state, read, said, state);
    const auto known = proposals.state.operations.find(read.envelope->id);
    if (known != proposals.state.operations.end() && known->isLive() && versionOf(request) <= newest) {
        known->stage = Stage::cancelled;
        known->endReason = u"another version was published first"_s;
    }
    return judged;
}

const OperationState *operationOf(const Proposals &proposals, const OpId &op)
{
    return proposals.state.operation(op);
}

//! How many different admins other than the asker approved, of the decisions that \a named names; waits for the rest.
Judgement judgeApprovals(const OperationState &proposal, const Policy &policy, const QList<FactId> &named)
{
    if (named.size() > kMostApprovals)
        return suspect(u"counts more approvals than anybody needs"_s);
    QSet<PersonId> people;
    for (const FactId &fact : named) {
        const auto is = [&](const Decision &d) { return d.said.fact == fact; };
        const auto found = std::find_if(proposal.decisions.begin(), proposal.decisions.end(), is);
        if (found == proposal.decisions.end())
            return waitsFor(u"fact:"_s + fact.text());
        if (found->approves && found->counts && policy.isAdmin(found->said.by) && !policy.bots.contains(found->said.by))
            people.insert(found->said.by);
    }
    return people.size() < policy.approvalsForChange(proposal.said.by)
               ? suspect(u"published without the approvals it needs"_s)
               : accepted();
}

} // namespace

bool isProposal(const CommandRequested &request)
{
    return request.command == kPolicy || request.command == kInventory;
}

CommandRequested proposalOf(const Policy &policy)
{
    return requestFor(policy, kPolicy);
}

CommandRequested proposalOf(const Inventory &inventory)
{
    return requestFor(inventory, kInventory);
}

std::optional<Policy> proposedPolicy(const CommandRequested &request)
{
    return proposed<Policy>(request, kPolicy);
}

std::optional<Inventory> proposedInventory(const CommandRequested &request)
{
    return proposed<Inventory>(request, kInventory);
}

Result<QList<FactId>> mayPublish(const OperationState &proposal, const WorkspaceState &workspace, qint64 nowMs)
{
    const Policy *policy = workspace.policy();
    const CommandRequested &request = proposal.request;
    if (!policy || !proposal.isLive() || proposal.removed)
        return fail(ErrorKind::conflict, tr("It is settled already."));
    if (nowMs > request.expires)
        return fail(ErrorKind::conflict, tr("It has expired."));
    if (versionOf(request) != newestOf(workspace, isOfPolicy(request)) + 1)
        return fail(ErrorKind::conflict, tr("Another version was published since it was asked for; ask again."));
    if (!proposedPolicy(request) && !proposedInventory(request))
        return fail(ErrorKind::invalid,
                    tr("This Wardroom cannot read all of it; it may be older than the one that asked."));
    QList<FactId> approvals;
    QSet<PersonId> people;
    for (const Decision &decision : proposal.standing())
        if (isAdmin(workspace, decision.said.by) && !people.contains(decision.said.by)) {
            people.insert(decision.said.by);
            approvals.append(decision.said.fact);
        }
    const qint64 needed = policy->approvalsForChange(proposal.said.by);
    if (approvals.size() < needed)
        return fail(ErrorKind::forbidden, tr("It has %1 of the %2 approvals it needs.")
                                              .arg(QString::number(approvals.size()), QString::number(needed)));
    return approvals;
}

PolicyPublished publication(const WorkspaceState &workspace, const Policy &policy, const QList<FactId> &approvals)
{
    PolicyPublished fact{policy, approvals, {}, {}};
    for (const Node &node : workspace.nodes) {
        if (!node.revoked) {
            fact.nodes.append({node.id, node.person, node.key});
            continue;
        }
        NodeRevoked revoked{node.id, {}, {}};
        for (auto it = node.lastGood.cbegin(); it != node.lastGood.cend(); ++it)
            revoked.lastGood.append({it.key(), it.value()});
        fact.revoked.append(revoked);
    }
    for (auto it = workspace.foretold.cbegin(); it != workspace.foretold.cend(); ++it) {
        if (workspace.nodes.contains(it.key()))
            continue;
        NodeRevoked revoked{it.key(), {}, {}};
        for (auto good = it->cbegin(); good != it->cend(); ++good)
            revoked.lastGood.append({good.key(), good.value()});
        fact.revoked.append(revoked);
    }
    return fact;
}

Judgement reduceProposal(const WorkspaceState &state, Proposals &proposals, const ReadEntry &read)
{
    const Envelope &envelope = *read.envelope;
    const auto *request = std::get_if<CommandRequested>(&read.fact);
    if (request && !isProposal(*request)) {
        proposals.others.insert(envelope.op);
        return accepted();
    }
    if (proposals.others.contains(envelope.op))
        return accepted();
    if (platformWordOf(read.fact))
        return suspect(u"said from a phone, where this needs a signature"_s);
    const Said said{envelope.id, state.personOf(envelope.node), envelope.node, read.entry.position.serverTime,
                    Via::wardroom};
    if (request)
        return reduceRequest(state, proposals, read, said);
    if (!operationOf(proposals, envelope.op))
        return waitsFor(u"fact:"_s + envelope.op.text());
    const bool decides =
        std::holds_alternative<ApprovalGiven>(read.fact) || std::holds_alternative<ApprovalDeclined>(read.fact);
    if (decides && !isAdmin(state, said.by))
        return suspect(u"decided by somebody who is no policy admin"_s);
    if (!decides && !std::holds_alternative<ApprovalWithdrawn>(read.fact) &&
        !std::holds_alternative<CommandCancelled>(read.fact))
        return suspect(u"a proposal is published, not run"_s);
    return reduceOperation(proposals.state, read, said, state);
}

Judgement judgeAgreement(const WorkspaceState &state, const Proposals &proposals, const ReadEntry &read)
{
    const Policy *policy = state.policy();
    if (!policy || policy->approvalsForChange(state.personOf(read.envelope->node)) == 0)
        return accepted(); // the founder's first, or nobody else there to ask
    if (read.envelope->op.isEmpty())
        return suspect(u"published without the approvals it needs"_s);
    const OperationState *proposal = operationOf(proposals, read.envelope->op);
    if (!proposal)
        return waitsFor(u"fact:"_s + read.envelope->op.text());
    const auto *published = std::get_if<PolicyPublished>(&read.fact);
    const auto *listed = std::get_if<InventoryPublished>(&read.fact);
    const CommandRequested meant = published ? proposalOf(published->policy) : proposalOf(listed->inventory);
    if (proposal->request.command != meant.command || proposal->request.args != meant.args)
        return suspect(u"published something else than was approved"_s);
    return judgeApprovals(*proposal, *policy, published ? published->approvals : listed->approvals);
}

void settleProposals(Proposals &proposals, const ReadEntry &read)
{
    const auto *published = std::get_if<PolicyPublished>(&read.fact);
    const auto *listed = std::get_if<InventoryPublished>(&read.fact);
    const qint64 version = published ? published->policy.version : listed->inventory.version;
    for (OperationState &each : proposals.state.operations) {
        if (isOfPolicy(each.request) != (published != nullptr) || !each.isLive() || versionOf(each.request) > version)
            continue;
        const bool isIt = each.op == read.envelope->op;
        each.stage = isIt ? Stage::finished : Stage::cancelled;
        if (isIt)
            each.finish = CommandFinished{};
        else
            each.endReason = u"another version was published first"_s;
    }
}

} // namespace wardroom::domain
