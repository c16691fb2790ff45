// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"

#include <functional>

namespace wardroom::bot {

//! Whether \a argument says how long from now ("in 30m"), so that a time of day ("at 14:30") says it as well.
bool isFromNow(const Argument &argument);
//! "14:30", "9:05", "today-14:30" and "tomorrow-14:30" as they are kept; empty: \a said is none of them.
QString clockTime(const QString &said);

//! What \a read makes of \a text where that names a time of day for what takes a length from now on: "remind us at
//! 14:30 to check the logs". Nothing where it does not; which day is meant, only a clock knows.
std::optional<domain::Understanding> atClockTime(const QString &text, const Catalogue &catalogue,
                                                 const std::function<domain::Understanding(const QString &)> &read);

} // namespace wardroom::bot
