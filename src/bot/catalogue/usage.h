// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/command.h"

namespace wardroom::bot {

//! How a command is said, for help and for error messages: "/patch apply HOST PACKAGE [for DURATION]".
//! Names of arguments are in capitals in every language, so that what is printed is what the manual says;
//! \a language is kept for wordings that differ ("/patch apply 主机 …" reads badly beside Latin values).
QString usageOf(const Command &command, const QString &language);

//! A few plain lines about one command: usage, what it does, its arguments, its examples and what it can harm.
QString helpOf(const Command &command, const QString &language);

//! "host", "package" …: the spelling of a type in manifests.
QString argumentTypeWord(ArgumentType type);

} // namespace wardroom::bot
