// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/manifestfields.h"

namespace wardroom::bot {

//! Reads a manifest's tree into a Plugin (without folder hash). Mistakes go to \a sink; the plugin is only good when
//! there are none. \a folder is where scripts and fixtures are looked for.
Plugin readManifest(const YamlNode &root, const QString &folder, ProblemSink &sink);

//! What no single key shows: risks that do not fit what the command does, arguments in an impossible order,
//! placeholders without an argument. \a line is the command's.
void checkCommand(const Command &command, const YamlNode &node, ProblemSink &sink);

} // namespace wardroom::bot
