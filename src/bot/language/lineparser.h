// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/slash.h"

namespace wardroom::bot {

//! The arguments of a "/" line, each as it was said (typedArguments() judges the values): by position, by keyword
//! ("for 4h"), by name (host=web-01), and for risks that need approval "because …" as "reason".
Result<QJsonObject> givenArguments(const Command &command, const QString &rest, const Vocabulary &vocabulary);

} // namespace wardroom::bot
