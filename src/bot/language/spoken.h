// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/command.h"
#include "bot/language/hearing.h"

namespace wardroom::bot {

//! A value that is said in everyday words: a severity as "critical" or 高, an incident's status as 已遏制; a version
//! is told by its shape. Empty: none is.
QString spokenValue(const Command &command, const Argument &argument, const Heard &heard);

} // namespace wardroom::bot
