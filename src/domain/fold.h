// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/admission.h"
#include "domain/incidentstate.h"
#include "domain/proposal.h"
#include "domain/sequence.h"

#include <QSet>
#include <memory>

namespace wardroom::domain {

//! Folds the control room. Pure: same entries, same state, however they arrived.
class WorkspaceFold
{
public:
    //! \a workspace is the founding key's fingerprint from the invitation, never from first sight.
    explicit WorkspaceFold(WorkspaceId workspace);
    //! Takes what arrived, in any order, any number of times. True when the state may have changed.
    bool add(const QList<Entry> &entries);
    const WorkspaceState &state() const { return m_state; }
    //! In fold order.
    const QList<ReadEntry> &entries() const { return m_sequence.entries(); }
    Judgement judgement(const EntryId &entry) const { return m_judgements.value(entry); }
    const Admission &admission() const { return m_admission; }
    //! Changes of policy and inventory that were asked for here.
    const IncidentState &proposals() const { return m_proposals.state; }
    //! Facts that go on to count although their message was edited in the chat or taken out of it: indices of
    //! entries().
    const QSet<qsizetype> &kept() const { return m_kept; }

private:
    //! A revocation that counts: it holds for what stands before it in fold order, too.
    struct Pin
    {
        qsizetype index = 0;
        NodeRevoked revoked;
    };
    void refold();
    void foldOnce();
    bool restoreOne();
    Judgement judge(qsizetype index);
    Judgement judgeRemoved(qsizetype index);
    bool isVoid(qsizetype index) const;
    void noteMissing(const QList<qsizetype> &waiting);
    std::optional<Pin> nextPin() const;

    WorkspaceState m_state;
    Admission m_admission;
    Sequence m_sequence;
    CheckedSignatures m_checked;
    QList<Pin> m_pins;
    Proposals m_proposals;
    QSet<qsizetype> m_kept;
    QHash<EntryId, Judgement> m_judgements;
};

//! Folds one room given the workspace. Keeps checkpoints, so that a late fact does not fold a long room from its start.
class RoomFold
{
public:
    RoomFold(RoomId room, WorkspaceState workspace);
    ~RoomFold();
    RoomFold(RoomFold &&) noexcept;
    RoomFold &operator=(RoomFold &&) noexcept;

    bool add(const QList<Entry> &entries);
    //! Folds again where the new workspace could judge differently.
    void setWorkspace(const WorkspaceState &workspace);
    const IncidentState &state() const;
    //! Envelope entries in fold order; plain words are not kept here.
    const QList<ReadEntry> &entries() const;
    Judgement judgement(const EntryId &entry) const;
    Judgement judgementAt(qsizetype index) const; //!< of entries().at(index)
    //! Facts that something goes on to rest on although their message was edited or deleted in the chat: indices of
    //! entries().
    QSet<qsizetype> kept() const;
    const Admission &admission() const;
    //! (count, digest) of the accepted facts' hashes in fold order up to \a until, as record.anchored names them.
    RecordAnchored anchor() const;
    //! How many facts were folded since construction, again included: what the cost of a late fact is measured by.
    qint64 foldedCount() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

//! One step of the pure fold: \a fact as said by \a said on \a state. Returns what it waits for, or why it is suspect.
Judgement reduce(IncidentState &state, const ReadEntry &read, const Said &said, const WorkspaceState &workspace);
Judgement reduce(WorkspaceState &state, Proposals &proposals, const ReadEntry &read);

} // namespace wardroom::domain
