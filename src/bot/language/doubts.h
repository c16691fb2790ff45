// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/command.h"
#include "bot/language/hearing.h"

namespace wardroom::bot {

//! Thousandths from which the words' way and what is always said with a change are not asked for.
inline constexpr int quiteSure = 985;
inline constexpr int verySure = 999; //!< from here neither is how it begins

//! "can someone block it": whoever feels meant is to do it, and may be no bot.
bool asksAnybody(const Heard &heard);

//! Sure, but not so sure that a change is done without being asked once more.
bool isDoubtful(const Command &command, const QJsonObject &given, const Heard &heard, int share);

} // namespace wardroom::bot
