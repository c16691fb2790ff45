// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QString>

namespace wardroom::bot {

//! A point in the past as one word, the same on every day it is said: whoever reads it knows what "now" is. One of
//! "now", "midnight", "noon", "today", "yesterday", "before-yesterday", "last-night", "monday" … "sunday", "14:30",
//! "yesterday-14:30", "monday-14:30", "2h" (ago, as a duration), "2026-11-22", "2026-11-22T14:30", or the last such
//! day: "11-22", "11-22T14:30". English and Chinese words are taken, whatever their case.
Result<QString> timeWord(const QString &said);

} // namespace wardroom::bot
