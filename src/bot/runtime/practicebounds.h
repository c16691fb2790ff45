// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "bot/catalogue/command.h"
#include "domain/inventory.h"

namespace wardroom::bot {

//! Whether \a step may run where only practice hosts are reached. \a host: of the request, nameless for none. A
//! practice host is what says so of itself in its own folder, whatever an inventory says of it; what reaches beyond
//! this machine's sandbox is refused whichever way it is meant.
Result<void> withinPractice(const domain::Host &host, const Step &step, const Command &command);

} // namespace wardroom::bot
