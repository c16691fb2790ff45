// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/command.h"
#include "bot/language/hearing.h"

namespace wardroom::bot {

//! Words after which nobody asks for a change: not, if, would, already …, outside of a quoted value. \a share: how sure
//! the model is, in thousandths; the surer, the fewer words count.
bool holdsBack(const Heard &heard, int share);

//! An account called "access", a process called "id": rather a word of the sentence than a name.
bool isOddlyNamed(const Command &command, const QJsonObject &given, const Heard &heard);

//! "I don't care what 4242 is for, it has no business on web-01, stop it": another word looks more like the name.
bool namesAnother(const Command &command, const QJsonObject &given, const Heard &heard);

} // namespace wardroom::bot
