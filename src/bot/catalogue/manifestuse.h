// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/manifestfields.h"

namespace wardroom::bot {

//! What a manifest says, shows, tests and calls of a command must be what the command has: a test of a step that is not
//! there, an example without what is required, a phrase that anything fits, a {placeholder} of a call that nobody
//! fills.
void checkUse(const Command &command, const YamlNode &node, ProblemSink &sink);

} // namespace wardroom::bot
