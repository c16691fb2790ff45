// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace wardroom {

//! Format characters (zero width, bidirectional, tags), separators that break lines, halves of a pair, and letters that
//! have no ink (Unicode TR36 §2.5): what a text holds and nobody sees.
bool isHidden(char32_t code);

} // namespace wardroom
