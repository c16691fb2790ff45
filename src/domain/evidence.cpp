// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/evidence.h"

namespace wardroom::domain {

qint64 Evidence::medianTook() const
{
    if (took.isEmpty())
        return 0;
    QList<qint64> sorted = took;
    std::sort(sorted.begin(), sorted.end());
    const qsizetype middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted.at(middle) : (sorted.at(middle - 1) + sorted.at(middle)) / 2;
}

RunStanding standingOf(const OperationState &operation, const IncidentState &state)
{
    // What ran against the rules is shown so, and is no evidence of anything.
    if (!operation.claimProblem.isEmpty())
        return RunStanding::open;
    const OperationState *undo = state.operation(operation.undoneBy);
    if (undo && undo->finish && undo->finish->outcome == Outcome::done)
        return RunStanding::undone;
    if (operation.verification)
        return operation.verification->verdict == Verdict::verified &&
                       (!operation.finish || operation.finish->outcome == Outcome::done)
                   ? RunStanding::verified
                   : RunStanding::failed;
    if (operation.finish)
        return operation.finish->outcome == Outcome::done ? RunStanding::done : RunStanding::failed;
    // Claimed, and then silence: it may have run, and nobody knows how.
    return operation.stage == Stage::stalled && operation.claim ? RunStanding::failed : RunStanding::open;
}

void addEvidence(EvidenceTable &table, const IncidentState &state)
{
    for (const OperationState &operation : state.operations) {
        const CommandRequested &request = operation.request;
        const RunStanding standing = standingOf(operation, state);
        if (!request.undoes.isEmpty() || request.pluginHash.isNull() || standing == RunStanding::open)
            continue;
        Evidence &evidence = table[{request.command, request.pluginHash.bytes()}];
        evidence.command = request.command;
        evidence.plugin = request.plugin;
        evidence.hash = request.pluginHash;
        ++evidence.runs;
        evidence.verified += standing == RunStanding::verified ? 1 : 0;
        evidence.failed += standing == RunStanding::failed ? 1 : 0;
        evidence.undone += standing == RunStanding::undone ? 1 : 0;
        if (operation.finish)
            evidence.took.append(operation.finish->took);
        evidence.first = evidence.first == 0 ? operation.said.at : std::min(evidence.first, operation.said.at);
        evidence.last = std::max(evidence.last, operation.said.at);
    }
}

Evidence evidenceOf(const EvidenceTable &table, const QString &command, const Sha256 &hash)
{
    Evidence none;
    none.command = command;
    none.hash = hash;
    return table.value({command, hash.bytes()}, none);
}

OpId endsGrant(const CommandLevel &grant, const IncidentState &state)
{
    for (const OperationState &operation : state.operations) {
        const CommandRequested &request = operation.request;
        if (request.command != grant.command || request.pluginHash != grant.hash || operation.policy < grant.since ||
            !request.undoes.isEmpty())
            continue;
        const RunStanding standing = standingOf(operation, state);
        if (standing == RunStanding::failed || standing == RunStanding::undone)
            return operation.op;
    }
    return {};
}

} // namespace wardroom::domain
