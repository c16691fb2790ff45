// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/command.h"

namespace wardroom::bot {

inline constexpr quint32 bitOf(ArgumentType type)
{
    return 1u << int(type);
}

//! Which types a word has the shape of, as bits: addresses, CVE ids, hashes, durations, numbers, severities, packages
//! and plain words. Hosts, people, texts and times are not told by their shape. Looks at every character once or twice
//! and allocates nothing, because it is asked of every word that anybody says.
quint32 shapesOf(QStringView word);

//! Numbers from 0 to 255 with three dots, as people write them: no octal, nothing left out.
bool isDottedQuad(QStringView word);

//! A word that looks like a machine's name: letters with a digit, such as web-99.
bool looksLikeHost(QStringView word);

//! An absolute path: /etc/passwd, C:\\Temp\\a.exe, ~/x.
bool looksLikePath(QStringView word);

} // namespace wardroom::bot
