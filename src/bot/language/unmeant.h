// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"

namespace wardroom::bot {

//! The last look at what a line was taken for, however sure anything is: what is named behind "except" is what is left
//! out, 甭 and 莫 say no, and "1. isolate web-01" is a list. None of them changes anything; the first is asked back.
domain::Understanding onlyWhatIsMeant(domain::Understanding meant, const QString &text, const Catalogue &catalogue);

} // namespace wardroom::bot
