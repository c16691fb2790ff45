// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/admission.h"
#include "domain/incidentstate.h"

namespace wardroom::domain {

bool isPlaybookFact(const Fact &fact);
//! The part of the room's fold that follows a playbook's run from its start to its end.
Judgement reducePlaybook(IncidentState &state, const ReadEntry &read, const Said &said,
                         const WorkspaceState &workspace);
//! Whether \a request may stand as the step it says it is: accepted where it says nothing of a playbook.
Judgement judgePlaybookRequest(const IncidentState &state, const ReadEntry &read, const Said &said,
                               const CommandRequested &request);

} // namespace wardroom::domain
