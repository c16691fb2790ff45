// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/hearing.h"

#include <QJsonObject>

namespace wardroom::bot {

//! "block 203.0.113.7 and pray", "isolate web-01 in theory", "ban it: done": what follows the last value of an order is
//! neither when, where, how nor a courtesy, so it may make anything of it. \a given: the order's values, so that a name
//! is known for one. In English alone: Chinese puts what is done behind what it is done to.
bool trailsOff(const Heard &heard, const QJsonObject &given);

} // namespace wardroom::bot
