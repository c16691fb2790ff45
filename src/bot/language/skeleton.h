// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/hearing.h"

#include <vector>

namespace wardroom::bot {

//! What is left of a sentence without its words: for each word from \a from up to \a end the kind of its value, what it
//! is about, or what it does ("the", a question word, a word in -ed). Many sentences nobody ever said have a skeleton
//! that was said. \a kinds are the values' bits as features.cpp numbers them.
std::vector<quint32> skeletonOf(const Heard &heard, qsizetype from, qsizetype end);

//! What a word does in a sentence, by itself or by its ending.
char16_t formOf(const Token &token);

} // namespace wardroom::bot
