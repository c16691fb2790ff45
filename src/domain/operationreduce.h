// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/admission.h"
#include "domain/incidentstate.h"

namespace wardroom::domain {

//! Why a request is cancelled, or an approval withdrawn, whose message was deleted.
inline constexpr QLatin1StringView kDeletedInChat("deleted in the chat");

bool isOperationFact(const Fact &fact);
//! The part of the room's fold that follows operations from request to end.
Judgement reduceOperation(IncidentState &state, const ReadEntry &read, const Said &said,
                          const WorkspaceState &workspace);

} // namespace wardroom::domain
