// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/command.h"
#include "bot/language/hearing.h"

namespace wardroom::bot {

//! "failed sign-ins |for root| on bastion-2": whose, where what is looked for in a log has a name of its own. Nothing
//! else of \a args changes, and nothing does where the sentence names nobody.
void narrowToNamed(QJsonObject &args, const Command &command, const Heard &heard);

} // namespace wardroom::bot
