// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"
#include "domain/incidentstate.h"

namespace wardroom::session {

//! What a room's last cards spoke of, oldest first: requests and alerts, at most four. For bot::understand(), so that
//! "block it" means what everybody just saw.
QList<bot::Shown> lastCards(const domain::IncidentState &room);

} // namespace wardroom::session
