// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "domain/incidentstate.h"
#include "domain/workspacestate.h"

namespace wardroom::domain {

//! What a command needs before it may run, by policy. Pure.
struct Requirement
{
    bool runsByItself = false;
    qint64 approvals = 0;
    QString group;
    QString whyNot;       //!< not empty: may not even be asked
    QString because = {}; //!< why it needs more than usual, in words for the window
    bool byGrant = false; //!< runsByItself by level 3, as long as its record holds; else the approvals are needed
};

//! \a vetted: the plugin's folder hash is vetted by this policy. An unvetted plugin is never below change.
Requirement requirementFor(Risk risk, bool vetted, const Policy &policy, const QString &command = {});

//! The same for one request at \a atMs: a change of a protected host, or outside the change windows, needs one approval
//! more than usual. A host counts as protected by any of its names, wherever the request's arguments name it. What
//! level 3 lets run by itself says how many approvals it needs all the same: they decide once its record holds no
//! longer.
Requirement requirementFor(const CommandRequested &request, const WorkspaceState &workspace, const Policy &policy,
                           qint64 atMs);
//! How many approvals \a operation needs if it starts at \a nowMs; never fewer than it was asked with.
qint64 approvalsNeeded(const OperationState &operation, const WorkspaceState &workspace, qint64 nowMs);
//! Whether \a request touches a host that \a policy protects; its name, or empty.
QString protectedHostOf(const CommandRequested &request, const WorkspaceState &workspace, const Policy &policy);

//! May \a person decide on \a operation now? The error says why not, in words for the window.
Result<void> mayDecide(const OperationState &operation, const PersonId &person, const Policy &policy,
                       const QList<PersonId> &groupMembers, qint64 nowMs);

//! The claiming node's decision (design: the fold never decides "approved"): which approvals count right now.
//! An error names what is missing. \a members are the approving group's, read fresh from the platform. \a recordHolds:
//! in all rooms that this node sees, nothing ends the level 3 that the policy grants the command.
Result<QList<CountedApproval>> mayStart(const OperationState &operation, const WorkspaceState &workspace,
                                        const QList<PersonId> &members, qint64 nowMs, bool recordHolds = false);

//! Does a claim seen in the room add up? Empty, or what does not. \a room: what stands before the claim.
QString claimProblem(const OperationState &operation, const CommandClaimed &claim, const WorkspaceState &workspace,
                     const IncidentState &room);

} // namespace wardroom::domain
