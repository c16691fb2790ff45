// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/network.h"

namespace wardroom::bot {

//! What wardroom_learn wrote: of what is asked for, and of which words are its values.
const Network &learntModel();
const Weights &learntTagger();

} // namespace wardroom::bot
