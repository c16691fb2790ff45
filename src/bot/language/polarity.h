// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/hearing.h"

namespace wardroom::bot {

//! Which way a sentence goes where a command and its opposite share most of their words.
enum class Polarity {
    unclear,
    forth, //!< block, isolate, lock, quarantine
    back   //!< unblock, release, unlock, restore: "lift the ban", "take it off the list", 取消隔离
};

Polarity polarityOf(const Heard &heard);

//! The command that undoes \a command or that it undoes; empty: it has none.
QString oppositeOf(const QString &command);

//! Whether \a command is the one that puts a measure in force.
bool goesForth(const QString &command);

} // namespace wardroom::bot
