// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/hearing.h"
#include "bot/language/phrasebook.h"

namespace wardroom::bot {

//! Values for a command that a sentence is known to ask for: those whose kind says what they are, those that the tagger
//! finds, what an alias decides, and the reason behind "because".
QJsonObject findValues(const Command &command, const Heard &heard, const PhraseBook &book);

//! Where a text of its own begins, behind a colon or "because", and nothing is asked any more; else the end.
qsizetype endOfAsking(const Heard &heard);

} // namespace wardroom::bot
