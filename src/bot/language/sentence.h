// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"

namespace wardroom::bot {

//! What a plain line was taken to mean: a command when every word of one sentence is explained by one phrase of one
//! manifest and by courtesy, or when the learnt model is sure and every argument is there; a question back when it is
//! close; else chatter. LANGUAGE.md tells how.
domain::Understanding understandSentence(const QString &text, const Catalogue &catalogue, const Vocabulary &vocabulary,
                                         const QList<Shown> &after = {});

} // namespace wardroom::bot
