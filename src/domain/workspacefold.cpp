// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fold.h"

namespace wardroom::domain {
using namespace Qt::StringLiterals;

namespace {

qint64 lastGoodSeq(const NodeRevoked &revoked, const RoomId &room)
{
    for (const LastGood &good : revoked.lastGood)
        if (good.room == room)
            return good.seq;
    return 0;
}

//! What goes on to hold after its message was edited or taken out of the chat: otherwise whoever can delete messages
//! could let a revoked node back in, or bring back the policy of yesterday. A published version may rest on the others.
bool isKept(const Fact &fact)
{
    return std::holds_alternative<NodeRevoked>(fact) || std::holds_alternative<PolicyPublished>(fact) ||
           std::holds_alternative<InventoryPublished>(fact) || std::holds_alternative<CommandRequested>(fact) ||
           std::holds_alternative<ApprovalGiven>(fact);
}

//! Whether \a copy, of a deleted message, is what \a publication rests on: its proposal, or an approval of that.
bool isNeededBy(const ReadEntry &copy, const Envelope &publication)
{
    if (std::holds_alternative<CommandRequested>(copy.fact))
        return copy.envelope->id.text() == publication.op.text();
    return std::holds_alternative<ApprovalGiven>(copy.fact) && copy.envelope->op == publication.op;
}

bool isPublication(const Fact &fact)
{
    return std::holds_alternative<PolicyPublished>(fact) || std::holds_alternative<InventoryPublished>(fact);
}

bool enrolsItself(const ReadEntry &read)
{
    const auto *enrolled = std::get_if<NodeEnrolled>(&read.fact);
    return enrolled && read.envelope && enrolled->node == read.envelope->node;
}

} // namespace

WorkspaceFold::WorkspaceFold(WorkspaceId workspace)
{
    m_state.workspace = std::move(workspace);
}

bool WorkspaceFold::add(const QList<Entry> &entries)
{
    // A control room holds hundreds of facts, not millions: it is folded whole.
    if (m_sequence.place(entries) < 0 && !m_sequence.mayChooseAnew())
        return false;
    m_sequence.unsettle();
    refold();
    while (m_sequence.hasRemoved() && restoreOne())
        refold();
    return true;
}

//! Takes one of the deleted messages that somebody kept, if a publication that is signed well waits for it by name:
//! whoever was there goes on counting those, see isKept().
bool WorkspaceFold::restoreOne()
{
    const qsizetype before = m_sequence.entries().size();
    for (qsizetype i = 0; i < before; ++i) {
        const ReadEntry read = m_sequence.entries().at(i);
        const Judgement judgement = m_judgements.value(read.entry.position.entry);
        if (!isPublication(read.fact) || judgement.standing != Standing::waiting ||
            !judgement.waitsFor.startsWith(u"fact:"))
            continue;
        const FactId wanted(judgement.waitsFor.sliced(5));
        m_sequence.settle(i, wanted, [&](const ReadEntry &copy) {
            return copy.entry.position < read.entry.position && isNeededBy(copy, *read.envelope) &&
                   m_admission.judgeAsSaid(copy, m_state, &m_checked).standing == Standing::accepted;
        });
        if (m_sequence.entries().size() > before)
            return true;
    }
    return false;
}

//! Where a fact stands in time is no proof that a stolen node said it before it was revoked; only lastGood is. So each
//! revocation, in fold order, is held against the facts before it, and the room is folded again where that matters.
void WorkspaceFold::refold()
{
    m_pins.clear();
    foldOnce();
    while (const std::optional<Pin> pin = nextPin()) {
        m_pins.append(*pin);
        foldOnce();
    }
}

std::optional<WorkspaceFold::Pin> WorkspaceFold::nextPin() const
{
    const QList<ReadEntry> &entries = m_sequence.entries();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto *revoked = std::get_if<NodeRevoked>(&entries.at(i).fact);
        const auto isPinned = [i](const Pin &pin) { return pin.index == i; };
        const bool counts =
            m_kept.contains(i) || m_judgements.value(entries.at(i).entry.position.entry).standing == Standing::accepted;
        if (!revoked || !counts || std::any_of(m_pins.begin(), m_pins.end(), isPinned))
            continue;
        for (qsizetype before = 0; before < i; ++before) {
            const ReadEntry &read = entries.at(before);
            const bool counted =
                m_kept.contains(before) || m_judgements.value(read.entry.position.entry).standing == Standing::accepted;
            if (read.envelope && read.envelope->node == revoked->node &&
                read.envelope->seq > lastGoodSeq(*revoked, read.entry.room) && !enrolsItself(read) && counted)
                return Pin{i, *revoked};
        }
    }
    return std::nullopt;
}

bool WorkspaceFold::isVoid(qsizetype index) const
{
    const Envelope &envelope = *m_sequence.entries().at(index).envelope;
    const auto isPinned = [index](const Pin &pin) { return pin.index == index; };
    return std::none_of(m_pins.begin(), m_pins.end(), isPinned) &&
           std::any_of(m_pins.begin(), m_pins.end(), [&envelope](const Pin &pin) {
               return pin.revoked.node == envelope.node && envelope.seq > lastGoodSeq(pin.revoked, envelope.room);
           });
}

Judgement WorkspaceFold::judgeRemoved(qsizetype index)
{
    const ReadEntry &read = m_sequence.entries().at(index);
    if (read.envelope && isKept(read.fact)) {
        Judgement said = m_admission.judgeAsSaid(read, m_state, &m_checked);
        const bool counts = said.standing == Standing::accepted && !isVoid(index);
        if (counts)
            said = reduce(m_state, m_proposals, read);
        if (said.standing == Standing::waiting)
            return said;
        if (counts && said.standing == Standing::accepted)
            m_kept.insert(index);
    }
    return m_admission.judge(read, m_state, &m_checked);
}

Judgement WorkspaceFold::judge(qsizetype index)
{
    const ReadEntry &read = m_sequence.entries().at(index);
    if (read.isRemoved())
        return judgeRemoved(index);
    Judgement judgement = m_admission.judge(read, m_state, &m_checked);
    const bool signedWell = judgement.standing == Standing::accepted || judgement.standing == Standing::duplicate;
    // What anybody can sign with a key they bring along must not take a place in the chain of the node they name.
    const bool isKnown = signedWell && m_state.node(read.envelope->node) != nullptr;
    const bool isEnrolment = enrolsItself(read);
    if (judgement.standing == Standing::accepted && !isEnrolment && isVoid(index))
        judgement = {Standing::suspect, u"said by a revoked node after its last good fact"_s, {}};
    else if (judgement.standing == Standing::accepted)
        judgement = reduce(m_state, m_proposals, read);
    if (signedWell && judgement.standing != Standing::waiting && (isKnown || judgement.standing == Standing::accepted))
        m_admission.note(read, judgement.standing);
    return judgement;
}

void WorkspaceFold::foldOnce()
{
    const WorkspaceId workspace = m_state.workspace;
    m_state = WorkspaceState();
    m_state.workspace = workspace;
    m_admission = Admission();
    m_judgements.clear();
    m_proposals = {};
    m_kept.clear();
    // What waits is tried again after every pass that accepted something: the outcome depends on the set alone.
    QList<qsizetype> open;
    for (qsizetype i = 0; i < m_sequence.entries().size(); ++i)
        open.append(i);
    bool progress = true;
    while (progress && !open.isEmpty()) {
        progress = false;
        QList<qsizetype> waiting;
        for (const qsizetype i : std::as_const(open)) {
            const Judgement judgement = judge(i);
            if (judgement.standing == Standing::waiting)
                waiting.append(i);
            else
                progress = progress || judgement.standing == Standing::accepted || m_kept.contains(i);
            m_judgements.insert(m_sequence.entries().at(i).entry.position.entry, judgement);
        }
        open = waiting;
    }
    noteMissing(open);
}

//! An admin published a policy after one that is not here: until that comes, this is not the newest.
void WorkspaceFold::noteMissing(const QList<qsizetype> &waiting)
{
    for (const qsizetype i : waiting) {
        const ReadEntry &read = m_sequence.entries().at(i);
        const auto *published = std::get_if<PolicyPublished>(&read.fact);
        const Policy *policy = m_state.policy();
        if (published && policy && published->policy.version > policy->version &&
            policy->isAdmin(m_state.personOf(read.envelope->node)))
            m_state.missingPolicy = policy->version + 1;
    }
}

} // namespace wardroom::domain
