// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/steprunner.h"
#include "domain/permission.h"

namespace wardroom::bot {

//! An operation this node could run: the step, and what reads its effect back.
struct Runnable
{
    StepRequest step;
    QString verifyStep;        //!< empty: nothing to read back
    bool runsByItself = false; //!< a read of this node's own: no approval, no claim
    domain::RoomId group;      //!< whose members approve, by the policy and not by the request's own word
};

//! Whether \a self could run \a operation at all, permission apart. Pure. The request is checked against the plugin
//! that is here, because its risk and host are what others approved: an error says what does not fit.
Result<Runnable> runnable(const domain::OperationState &operation, const domain::IncidentState &state,
                          const domain::WorkspaceState &workspace, const Catalogue &catalogue,
                          const domain::NodeId &self);

//! Whether what \a request does is read back afterwards. Where the command is not known any more it has to be.
bool isReadBack(const domain::CommandRequested &request, const Catalogue &catalogue);

//! The step that reads back what \a operation did, with its data. Pure.
StepRequest verifyStepOf(const Runnable &runnable, const QJsonObject &runData);

//! The fact of how a run ended. \a log: the attachment, null when it could not be kept.
domain::CommandFinished finishedFact(const Result<StepResult> &ran, const Sha256 &log);
domain::CommandVerified verifiedFact(const Result<StepResult> &ran, const domain::Plan &plan);
//! The rehearsal's data again, from the plan that was approved.
QJsonObject rehearsalOf(const domain::Plan &plan);

} // namespace wardroom::bot
