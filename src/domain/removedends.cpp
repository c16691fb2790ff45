// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/removedends.h"

namespace wardroom::domain {

namespace {

//! Whoever deletes the same again and again is on the record by then; it is no contest.
constexpr int kMostTimes = 5;

bool isEnd(const Fact &fact)
{
    return std::holds_alternative<CommandFinished>(fact) || std::holds_alternative<CommandVerified>(fact) ||
           std::holds_alternative<CommandStalled>(fact);
}

//! Anybody can write an envelope in another's name; only what is signed well is somebody's word.
bool isSignedWell(const RoomFold &fold, const WorkspaceState &workspace, const ReadEntry &read)
{
    const Standing said = fold.admission().judgeAsSaid(read, workspace).standing;
    return said == Standing::accepted || said == Standing::duplicate;
}

void putBack(OperationState &operation, const ReadEntry &read, const WorkspaceState &workspace)
{
    const Envelope &envelope = *read.envelope;
    if (operation.claimSaid && operation.claimSaid->node != envelope.node)
        return;
    if (const auto *claim = std::get_if<CommandClaimed>(&read.fact); claim && !operation.claim) {
        operation.claim = *claim;
        operation.claimSaid = Said{envelope.id, workspace.personOf(envelope.node), envelope.node,
                                   read.entry.position.serverTime, Via::wardroom};
        operation.stage = operation.stage == Stage::requested ? Stage::claimed : operation.stage;
    }
    if (const auto *finish = std::get_if<CommandFinished>(&read.fact); finish && !operation.finish) {
        operation.finish = *finish;
        operation.stage = operation.verification ? Stage::verified : Stage::finished;
    }
    if (const auto *verified = std::get_if<CommandVerified>(&read.fact); verified && !operation.verification) {
        operation.verification = *verified;
        operation.stage = Stage::verified;
    }
    const bool isOpen = operation.stage == Stage::requested || operation.stage == Stage::claimed;
    if (std::holds_alternative<CommandStalled>(read.fact) && isOpen)
        operation.stage = Stage::stalled;
}

//! Whether the room as it is does not say what \a read said.
bool isMissing(const OperationState &operation, const ReadEntry &read)
{
    if (operation.claimSaid && operation.claimSaid->node != read.envelope->node)
        return false;
    if (std::holds_alternative<CommandFinished>(read.fact))
        return !operation.finish;
    if (std::holds_alternative<CommandVerified>(read.fact))
        return !operation.verification;
    return !operation.finish && !operation.verification &&
           (operation.stage == Stage::requested || operation.stage == Stage::claimed);
}

} // namespace

IncidentState withRemovedEnds(const RoomFold &fold, const WorkspaceState &workspace, qint64 since)
{
    IncidentState state = fold.state();
    const QList<ReadEntry> &entries = fold.entries();
    qsizetype first = entries.size();
    while (first > 0 && entries.at(first - 1).entry.position.serverTime >= since)
        --first;
    QSet<PersonId> emptied; // whose claim may have been among it
    for (qsizetype i = first; i < entries.size(); ++i) {
        const ReadEntry &read = entries.at(i);
        if (!read.envelope && read.entry.deleted)
            emptied.insert(read.entry.sender);
        if (!read.envelope || (!std::holds_alternative<CommandClaimed>(read.fact) && !isEnd(read.fact)))
            continue;
        const bool waits = fold.judgementAt(i).standing == Standing::waiting && emptied.contains(read.entry.sender);
        if (!(read.isRemoved() || waits) || !isSignedWell(fold, workspace, read))
            continue;
        // Only now: finding it to change it copies all operations, which a room without deletions need not pay for.
        const auto operation = state.operations.find(read.envelope->op);
        if (operation != state.operations.end())
            putBack(*operation, read, workspace);
    }
    return state;
}

QList<ReadEntry> removedEnds(const RoomFold &fold, const WorkspaceState &workspace, const NodeId &node)
{
    using Act = std::pair<OpId, size_t>;
    QMap<Act, qsizetype> last;
    QMap<Act, int> times;
    for (qsizetype i = 0; i < fold.entries().size(); ++i) {
        const ReadEntry &read = fold.entries().at(i);
        if (!read.envelope || !read.isRemoved() || !isEnd(read.fact) || read.envelope->node != node)
            continue;
        const OperationState *operation = fold.state().operation(read.envelope->op);
        if (!operation || !isMissing(*operation, read) || !isSignedWell(fold, workspace, read))
            continue;
        last.insert({read.envelope->op, read.fact.index()}, i);
        ++times[{read.envelope->op, read.fact.index()}];
    }
    QList<qsizetype> places;
    for (auto act = last.cbegin(); act != last.cend(); ++act)
        if (times.value(act.key()) <= kMostTimes)
            places.append(*act);
    std::sort(places.begin(), places.end());
    QList<ReadEntry> ends;
    for (const qsizetype place : std::as_const(places))
        ends.append(fold.entries().at(place));
    return ends;
}

} // namespace wardroom::domain
