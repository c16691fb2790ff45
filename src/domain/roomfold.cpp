// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fold.h"
#include "domain/sequence.h"

#include "base/canonicaljson.h"

#include <deque>

namespace wardroom::domain {

namespace {

//! A fact that is admitted or not yet, and needs another before it can count.
struct Waiter
{
    qsizetype index = 0;
    bool admitted = false;
};

//! Everything folding needs to go on after entry `next - 1`; copies share what did not change.
struct Folded
{
    qsizetype next = 0;
    IncidentState state;
    Admission admission;
    QMap<QString, QList<Waiter>> waiting;
};

} // namespace

class RoomFold::Private
{
public:
    RoomId room;
    WorkspaceState workspace;
    QList<ReadEntry> entries;
    QList<Judgement> judgements;
    std::vector<Folded> checkpoints;
    Folded now;
    qint64 folded = 0;

    void foldFrom(qsizetype index);
    void take(qsizetype index, bool admitted);
    void wake(const QString &what);
    void keepCheckpoint();
};

//! Goes back to the last checkpoint at or before \a index, then forward to the end.
void RoomFold::Private::foldFrom(qsizetype index)
{
    while (!checkpoints.empty() && checkpoints.back().next > index)
        checkpoints.pop_back();
    if (now.next > index) {
        now = checkpoints.empty() ? Folded() : checkpoints.back();
        for (const QList<Waiter> &waiters : std::as_const(now.waiting))
            for (const Waiter &waiter : waiters)
                judgements[waiter.index].standing = Standing::waiting;
    }
    judgements.resize(entries.size());
    while (now.next < entries.size()) {
        take(now.next, false);
        ++now.next;
        keepCheckpoint();
    }
}

void RoomFold::Private::take(qsizetype index, bool admitted)
{
    const ReadEntry &read = entries.at(index);
    ++folded;
    Judgement judgement = admitted ? Judgement{Standing::accepted, {}, {}} : now.admission.judge(read, workspace);
    const bool signedWell = judgement.standing == Standing::accepted || judgement.standing == Standing::duplicate;
    if (signedWell && !admitted)
        now.admission.note(read, judgement.standing);
    if (judgement.standing == Standing::accepted) {
        const Envelope &envelope = *read.envelope;
        const Said said{envelope.id, workspace.personOf(envelope.node), envelope.node, read.entry.position.serverTime};
        judgement = reduce(now.state, read, said, workspace);
    }
    judgements[index] = judgement;
    if (judgement.standing == Standing::waiting)
        now.waiting[judgement.waitsFor].append({index, signedWell});
    else if (judgement.standing == Standing::accepted)
        wake(QStringLiteral("fact:") + read.envelope->id.text());
}

void RoomFold::Private::wake(const QString &what)
{
    const QList<Waiter> waiters = now.waiting.take(what);
    for (const Waiter &waiter : waiters)
        take(waiter.index, waiter.admitted);
}

//! Spaced by an eighth of the room, so that copies cost a constant factor and a late fact an eighth at most.
void RoomFold::Private::keepCheckpoint()
{
    const qsizetype since = now.next - (checkpoints.empty() ? 0 : checkpoints.back().next);
    if (since >= std::max<qsizetype>(256, now.next / 8))
        checkpoints.push_back(now);
}

RoomFold::RoomFold(RoomId room, WorkspaceState workspace) : d(std::make_unique<Private>())
{
    d->room = std::move(room);
    d->workspace = std::move(workspace);
}

RoomFold::~RoomFold() = default;
RoomFold::RoomFold(RoomFold &&) noexcept = default;
RoomFold &RoomFold::operator=(RoomFold &&) noexcept = default;

bool RoomFold::add(const QList<Entry> &entries)
{
    qsizetype first = -1;
    for (const Entry &entry : entries) {
        if (entry.envelope.isEmpty())
            continue;
        const qsizetype index = placeEntry(d->entries, readEntry(entry));
        if (index >= 0)
            first = first < 0 ? index : std::min(first, index);
    }
    if (first < 0)
        return false;
    d->foldFrom(first);
    return true;
}

void RoomFold::setWorkspace(const WorkspaceState &workspace)
{
    d->workspace = workspace;
    d->checkpoints.clear();
    d->now.next = d->entries.size() + 1;
    d->foldFrom(0);
}

const IncidentState &RoomFold::state() const
{
    return d->now.state;
}

const QList<ReadEntry> &RoomFold::entries() const
{
    return d->entries;
}

Judgement RoomFold::judgement(const EntryId &entry) const
{
    for (qsizetype i = d->entries.size() - 1; i >= 0; --i)
        if (d->entries.at(i).entry.position.entry == entry)
            return d->judgements.at(i);
    return {};
}

Judgement RoomFold::judgementAt(qsizetype index) const
{
    return d->judgements.value(index);
}

const Admission &RoomFold::admission() const
{
    return d->now.admission;
}

RecordAnchored RoomFold::anchor() const
{
    RecordAnchored anchor;
    Sha256Stream digest;
    for (qsizetype i = 0; i < d->entries.size(); ++i) {
        if (d->judgements.at(i).standing != Standing::accepted)
            continue;
        digest.add(d->entries.at(i).hash.bytes());
        ++anchor.count;
        anchor.untilTime = d->entries.at(i).entry.position.serverTime;
        anchor.untilEntry = d->entries.at(i).entry.position.entry;
    }
    anchor.digest = digest.finish();
    return anchor;
}

qint64 RoomFold::foldedCount() const
{
    return d->folded;
}

} // namespace wardroom::domain
