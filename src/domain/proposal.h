// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/admission.h"
#include "domain/incidentstate.h"

#include <QSet>

//! A change of the policy or the inventory: asked for in the control room with the whole new document in the request,
//! so that an approval binds every byte of it; approved by other admins there; then published, naming the approvals.
namespace wardroom::domain {

//! What was asked for in the control room.
struct Proposals
{
    IncidentState state; //!< only its operations
    QSet<OpId> others;   //!< requests that are no proposals: they change nothing there, and never did
};

bool isProposal(const CommandRequested &request);
//! The request for \a policy, whose version follows the newest; what it needs is for the caller to fill in.
CommandRequested proposalOf(const Policy &policy);
CommandRequested proposalOf(const Inventory &inventory);
std::optional<Policy> proposedPolicy(const CommandRequested &request);
std::optional<Inventory> proposedInventory(const CommandRequested &request);

//! The publishing node's decision: whose approvals count right now. An error says what is missing.
Result<QList<FactId>> mayPublish(const OperationState &proposal, const WorkspaceState &workspace, qint64 nowMs);

//! What is published then: with who is in and who counts no longer, for those who never saw what was deleted.
PolicyPublished publication(const WorkspaceState &workspace, const Policy &policy, const QList<FactId> &approvals);

//! One step of the fold: a fact about a request in the control room.
Judgement reduceProposal(const WorkspaceState &state, Proposals &proposals, const ReadEntry &read);
//! Whether what \a read publishes rests on the approvals that the newest policy asks for.
Judgement judgeAgreement(const WorkspaceState &state, const Proposals &proposals, const ReadEntry &read);
//! The rest is settled once \a read was published.
void settleProposals(Proposals &proposals, const ReadEntry &read);

} // namespace wardroom::domain
