// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fold.h"
#include "domain/sequence.h"

#include <vector>

namespace wardroom::domain {

namespace {
using namespace Qt::StringLiterals;

//! A fact that is admitted or not yet, and needs another before it can count.
struct Waiter
{
    qsizetype index = 0;
    bool admitted = false;
    Judgement judgement; //!< what is said of it while it waits
};

//! Everything folding needs to go on after entry `next - 1`; copies share what did not change.
struct Folded
{
    qsizetype next = 0;
    IncidentState state;
    Admission admission;
    QMap<QString, QList<Waiter>> waiting;
    QSet<qsizetype> stood; //!< of what was removed, what counts as having been said
};

//! Whether \a waiter, which is signed well, is what makes a copy of a deleted message matter: it names exactly that
//! request or an approval of it, or the same node tells of the run that the copy started.
bool isNeededBy(const ReadEntry &copy, const ReadEntry &waiter)
{
    const Envelope &kept = *copy.envelope, &by = *waiter.envelope;
    const auto *request = std::get_if<CommandRequested>(&copy.fact);
    if (const auto *claim = std::get_if<CommandClaimed>(&waiter.fact)) {
        const auto *given = std::get_if<ApprovalGiven>(&copy.fact);
        return request ? kept.id == by.op && copy.hash == claim->request
                       : given && kept.op == by.op && given->request == claim->request;
    }
    if (std::holds_alternative<CommandFinished>(waiter.fact) || std::holds_alternative<CommandVerified>(waiter.fact))
        return request && kept.id == by.op && request->needs == 0 && kept.node == by.node;
    return std::holds_alternative<PlaybookStarted>(copy.fact) && kept.node == by.node;
}

} // namespace

class RoomFold::Private
{
public:
    RoomId room;
    WorkspaceState workspace;
    Sequence sequence;
    QList<Judgement> judgements;
    std::vector<Folded> checkpoints;
    Folded now;
    bool hasWoken = false; //!< something that waited went on since this was reset
    CheckedSignatures checked;
    qint64 folded = 0;

    const QList<ReadEntry> &entries() const { return sequence.entries(); }
    void foldFrom(qsizetype index);
    void take(qsizetype index);
    QStringList takeOne(qsizetype index, bool admitted);
    QStringList takeRemoved(qsizetype index, bool admitted);
    Judgement admit(const ReadEntry &read, bool admitted);
    Judgement apply(const ReadEntry &read);
    void keepCheckpoint();
    QMap<qsizetype, FactId> waitersForFacts() const;
    bool restoreOne();
    bool restoreWhatIsNeeded();
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
                judgements[waiter.index] = waiter.judgement;
    }
    judgements.resize(entries().size());
    while (now.next < entries().size()) {
        take(now.next);
        ++now.next;
        keepCheckpoint();
    }
}

//! Takes an entry and all that waited for it, and for those, to the end of the chain: however long, on no stack.
void RoomFold::Private::take(qsizetype index)
{
    std::vector<std::pair<qsizetype, bool>> todo{{index, false}};
    while (!todo.empty()) {
        const auto [next, admitted] = todo.back();
        todo.pop_back();
        QList<Waiter> woken;
        const QStringList names = takeOne(next, admitted);
        for (const QString &name : names)
            woken.append(now.waiting.take(name));
        hasWoken = hasWoken || !woken.isEmpty();
        for (auto it = woken.crbegin(); it != woken.crend(); ++it)
            todo.emplace_back(it->index, it->admitted);
    }
}

Judgement RoomFold::Private::admit(const ReadEntry &read, bool admitted)
{
    if (admitted)
        return {Standing::accepted, {}, {}};
    if (read.entry.room != room)
        return {Standing::suspect, u"made for another room"_s, {}};
    const Judgement judgement = now.admission.judge(read, workspace, &checked);
    if (judgement.standing == Standing::accepted || judgement.standing == Standing::duplicate)
        now.admission.note(read, judgement.standing);
    return judgement;
}

Judgement RoomFold::Private::apply(const ReadEntry &read)
{
    const Envelope &envelope = *read.envelope;
    Said said{envelope.id, workspace.personOf(envelope.node), envelope.node, read.entry.position.serverTime,
              Via::wardroom};
    if (const PlatformWord *word = platformWordOf(read.fact)) {
        const Policy *policy = workspace.policy(envelope.policy);
        if (!policy || policy->runner != envelope.node)
            return {Standing::suspect, u"speaks for somebody on a phone without being the runner"_s, {}};
        said.by = word->person;
        said.via = Via::platform;
    }
    return reduce(now.state, read, said, workspace);
}

//! Answers what those may wait for who can go on now.
QStringList RoomFold::Private::takeOne(qsizetype index, bool admitted)
{
    const ReadEntry &read = entries().at(index);
    ++folded;
    if (read.isRemoved())
        return takeRemoved(index, admitted);
    Judgement judgement = admit(read, admitted);
    const bool signedWell = judgement.standing == Standing::accepted || judgement.standing == Standing::duplicate;
    if (judgement.standing == Standing::accepted)
        judgement = apply(read);
    judgements[index] = judgement;
    if (judgement.standing == Standing::waiting)
        now.waiting[judgement.waitsFor].append({index, signedWell, judgement});
    if (judgement.standing != Standing::accepted)
        return {};
    QStringList done{u"fact:"_s + read.envelope->id.text()};
    if (std::holds_alternative<CommandClaimed>(read.fact))
        done.append(u"claim:"_s + read.envelope->op.text());
    return done;
}

//! What was edited or deleted counts no more; but a claim may have counted it, so it is kept for claims to name, and
//! the start of a playbook for the operations that were its steps.
QStringList RoomFold::Private::takeRemoved(qsizetype index, bool admitted)
{
    const ReadEntry &read = entries().at(index);
    judgements[index] = now.admission.judge(read, workspace, &checked);
    const bool remembered = std::holds_alternative<CommandRequested>(read.fact) ||
                            std::holds_alternative<ApprovalGiven>(read.fact) ||
                            std::holds_alternative<PlaybookStarted>(read.fact);
    if (!read.envelope || !remembered || read.entry.room != room)
        return {};
    const Judgement said =
        admitted ? Judgement{Standing::accepted, {}, {}} : now.admission.judgeAsSaid(read, workspace, &checked);
    const Judgement kept = said.standing == Standing::accepted ? apply(read) : said;
    if (kept.standing == Standing::waiting)
        now.waiting[kept.waitsFor].append({index, said.standing == Standing::accepted, judgements.at(index)});
    if (kept.standing != Standing::accepted)
        return {};
    now.stood.insert(index);
    return {u"fact:"_s + read.envelope->id.text()};
}

//! Who is signed well and waits for a fact, and which; in fold order, so that what came later finds what is older
//! restored already, as it does where it comes alone.
QMap<qsizetype, FactId> RoomFold::Private::waitersForFacts() const
{
    QMap<qsizetype, FactId> waiters;
    for (auto waits = now.waiting.cbegin(); waits != now.waiting.cend(); ++waits)
        for (const Waiter &waiter : *waits)
            if (waiter.admitted && waits.key().startsWith(u"fact:"))
                waiters.insert(waiter.index, FactId(waits.key().sliced(5)));
    return waiters;
}

//! Takes one of the deleted messages that somebody kept, if something that is signed well waits for it: nothing else
//! can be slipped in, and where the fact itself is here nothing waits.
bool RoomFold::Private::restoreOne()
{
    const qsizetype before = entries().size();
    const QMap<qsizetype, FactId> waiters = waitersForFacts();
    for (auto waiter = waiters.cbegin(); waiter != waiters.cend(); ++waiter) {
        const FactId &wanted = *waiter;
        const ReadEntry by = entries().at(waiter.key());
        sequence.settle(waiter.key(), wanted, [&](const ReadEntry &copy) {
            return isNeededBy(copy, by) &&
                   now.admission.judgeAsSaid(copy, workspace, &checked).standing == Standing::accepted;
        });
        if (entries().size() == before)
            continue;
        const auto isRestored = [&wanted](const ReadEntry &read) { return read.kept && read.envelope->id == wanted; };
        foldFrom(std::find_if(entries().begin(), entries().end(), isRestored) - entries().begin());
        return true;
    }
    return false;
}

bool RoomFold::Private::restoreWhatIsNeeded()
{
    bool any = false;
    while (sequence.hasRemoved() && restoreOne())
        any = true;
    return any;
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
    qsizetype first = d->sequence.place(entries);
    const auto unsettle = [this, &first] {
        const qsizetype unsettled = d->sequence.unsettle();
        first = first < 0 || unsettled < 0 ? std::max(first, unsettled) : std::min(first, unsettled);
    };
    const bool isAnew = d->sequence.mayChooseAnew();
    if (isAnew)
        unsettle();
    d->hasWoken = false;
    if (first >= 0)
        d->foldFrom(first);
    // Who goes on may want a place that was given away meanwhile, and comes before whoever has it.
    if (!isAnew && d->hasWoken && d->sequence.hasSettled()) {
        unsettle();
        d->foldFrom(first);
    }
    return d->restoreWhatIsNeeded() || first >= 0;
}

void RoomFold::setWorkspace(const WorkspaceState &workspace)
{
    d->workspace = workspace;
    d->checkpoints.clear();
    d->now.next = d->entries().size() + 1;
    d->sequence.unsettle();
    d->foldFrom(0);
    d->restoreWhatIsNeeded();
}

const IncidentState &RoomFold::state() const
{
    return d->now.state;
}

const QList<ReadEntry> &RoomFold::entries() const
{
    return d->entries();
}

Judgement RoomFold::judgement(const EntryId &entry) const
{
    for (qsizetype i = d->entries().size() - 1; i >= 0; --i)
        if (d->entries().at(i).entry.position.entry == entry)
            return d->judgements.at(i);
    return {};
}

Judgement RoomFold::judgementAt(qsizetype index) const
{
    return d->judgements.value(index);
}

QSet<qsizetype> RoomFold::kept() const
{
    QSet<qsizetype> kept;
    for (const qsizetype index : d->now.stood)
        if (entries().at(index).entry.deleted && d->now.state.restsOn(entries().at(index).envelope->id))
            kept.insert(index);
    return kept;
}

const Admission &RoomFold::admission() const
{
    return d->now.admission;
}

RecordAnchored RoomFold::anchor() const
{
    RecordAnchored anchor;
    Sha256Stream digest;
    for (qsizetype i = 0; i < d->entries().size(); ++i) {
        if (d->judgements.at(i).standing != Standing::accepted)
            continue;
        digest.add(d->entries().at(i).hash.bytes());
        ++anchor.count;
        anchor.untilTime = d->entries().at(i).entry.position.serverTime;
        anchor.untilEntry = d->entries().at(i).entry.position.entry;
    }
    anchor.digest = digest.finish();
    return anchor;
}

qint64 RoomFold::foldedCount() const
{
    return d->folded;
}

} // namespace wardroom::domain
