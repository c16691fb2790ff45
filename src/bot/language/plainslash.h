// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"

#include <optional>

namespace wardroom::bot {

//! The same as understandSlash(), only sooner, for what most "/" lines are: a known command and plain words, each the
//! next argument's value or behind its keyword. Nothing where it is anything else: a text, a quotation, name=value, an
//! optional value left out before another, a mistake. Then the whole parser says what is meant or wrong.
std::optional<domain::Understanding> understandPlainSlash(const QString &line, const Catalogue &catalogue,
                                                          const Vocabulary &vocabulary);

} // namespace wardroom::bot
