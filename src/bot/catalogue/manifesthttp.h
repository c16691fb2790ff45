// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/manifestfields.h"

namespace wardroom::bot {

//! A step's `http:`. The host stands in the manifest, so that no argument and no answer can choose another.
HttpCall readHttp(const YamlNode &node, ProblemSink &sink);

//! A piece of the manifest as JSON: whole numbers and true and false are those, unless they are quoted.
QJsonValue jsonOf(const YamlNode &node, int depth = 0);

} // namespace wardroom::bot
