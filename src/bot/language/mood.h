// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/hearing.h"

namespace wardroom::bot {

//! "I wonder who logged in", "no idea what runs there", "不知道谁登录过": about knowing, not asking.
bool isMusing(const Heard &heard);

//! "legal asks that we isolate web-01", 老板要求封掉: it is passed on, and not told.
bool isOthersWish(const Heard &heard);

//! "is web-01 isolated", "who blocked it", "封了吗": asks about it, and not for it.
bool asksAbout(const Heard &heard);

} // namespace wardroom::bot
