// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/entry.h"
#include "domain/workspacestate.h"

namespace wardroom::domain {

enum class Standing { accepted, waiting, suspect, duplicate, plain };

//! What the fold made of one entry. Nothing is ever dropped: what does not count says why.
struct Judgement
{
    Standing standing = Standing::plain;
    QString reason;   //!< for waiting and suspect, a short English word list; the window words it for people
    QString waitsFor; //!< "fact:ID", "node:ID", "policy:N", "attachment:HASH"
};

//! An entry read once: parsing and hashing are not repeated when the state is folded again.
struct ReadEntry
{
    Entry entry;
    std::optional<Envelope> envelope;
    Fact fact;
    Sha256 hash;     //!< of the whole envelope
    QString problem; //!< why it cannot be read, empty when it can
    bool missesAttachment = false;
    bool original = false; //!< the envelope is from a copy that was neither edited nor deleted
    bool kept = false;     //!< it stands here only by what somebody kept of a deleted message

    //! Changed in the chat: it leaves the fold, apart from what a claim counted.
    bool isRemoved() const { return entry.edited || entry.deleted; }
};

ReadEntry readEntry(Entry entry);

//! One node's sequence in one room: what was seen, so that forks and gaps show.
struct Chain
{
    QMap<qint64, Sha256> seen;
    QList<qint64> missing() const;
};

//! Signatures checked once: folding again must not pay for them again. Belongs to one fold, and so to one thread.
struct CheckedSignatures
{
    QHash<Sha256, std::pair<QString, bool>> byEnvelope; //!< the key it was checked with, and what came out
};

//! The part of both folds that decides whether an envelope counts at all: signature, sender, chain, duplicates.
struct Admission
{
    QMap<NodeId, Chain> chains;
    QMap<FactId, Sha256> facts;

    Judgement judge(const ReadEntry &read, const WorkspaceState &workspace, CheckedSignatures *checked = nullptr) const;
    //! As judge(), but takes no notice of an edit or a deletion in the chat.
    Judgement judgeAsSaid(const ReadEntry &read, const WorkspaceState &workspace,
                          CheckedSignatures *checked = nullptr) const;
    //! Remembers what was signed properly: a duplicate has its place in the chain, too.
    void note(const ReadEntry &read, Standing standing);
};

} // namespace wardroom::domain
