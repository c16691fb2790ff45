// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/hearing.h"

#include <vector>

namespace wardroom::bot {

//! What the model sees of a sentence: its words (names and values as their kind), pairs of words that follow each other
//! with or without one between them, which kinds of values are there, and each word with those kinds. Hashes, each
//! once.
std::vector<quint32> featuresOf(const Heard &heard);

} // namespace wardroom::bot
