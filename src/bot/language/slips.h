// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"

namespace wardroom::bot {

//! A short line with the slip taken out that makes an order nobody hears: "blok 203.0.113.7", "isolate web01", 隔璃.
//! Empty: there is none. What the mended line says is for offering only.
QString withoutSlip(const QString &plain, const Vocabulary &vocabulary);

//! "isolate", "block", "lock deploy", 封禁: an order of a word or two, asked back for what it leaves out. Nothing where
//! the line is none.
std::optional<domain::Understanding> bareOrder(const QString &plain, const Catalogue &catalogue,
                                               const Vocabulary &vocabulary);

} // namespace wardroom::bot
