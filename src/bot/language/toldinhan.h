// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/hearing.h"

namespace wardroom::bot {

//! 封了我半小时, 有人误拔了: how it was, not how it is to be.
bool lasted(const Heard &heard);
//! 网线被保洁拔了, 白班把它解封了: somebody did, whoever it was. 直接把它封了 is an order.
bool somebodyDidInHan(const Heard &heard);
//! 封 203.0.113.7 成功, 隔离 web-01，待定, 险些封掉: how it went, where it stands, or no more than a thought.
bool isAsideInHan(const Heard &heard);

} // namespace wardroom::bot
