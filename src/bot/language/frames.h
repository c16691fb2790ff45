// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/command.h"

namespace wardroom::bot {

//! The text of a note, a task, a reminder, a summary or a title where it stands between words that are always said with
//! it: "add |rotate the keys| to the tasks", |备份是干净的|，记下来. Empty where it is said in no such way.
QString framedText(const Command &command, const Argument &argument, const QString &line);

} // namespace wardroom::bot
