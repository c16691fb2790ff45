// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"

namespace wardroom::bot {

//! A time that was said and not understood is asked for, and not left out: "since the incident started", "forever",
//! "remind us at 14:30". \a text: the line.
domain::Understanding withTimesAsked(domain::Understanding meant, const QString &text, const Catalogue &catalogue,
                                     const Vocabulary &vocabulary);

} // namespace wardroom::bot
