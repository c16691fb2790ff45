// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace wardroom::domain {

//! Stands before an envelope that came without words although its kind needs them: such a message stays on the record,
//! and changes nothing. No envelope begins with it, since canonical JSON has no spaces.
inline constexpr char kUnspoken = ' ';

} // namespace wardroom::domain
