// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/gate.h"
#include "bot/language/network.h"

namespace wardroom::bot {

//! What wardroom_learn wrote: of what is asked for, by what was heard and by the line as it is written, of which words
//! are its values, of whether it orders a change, and of what is plainly talk.
const Network &learntModel();
const Weights &learntGist();
const Weights &learntTagger();
const Weights &learntConsent();
const Gate &learntGate();

} // namespace wardroom::bot
