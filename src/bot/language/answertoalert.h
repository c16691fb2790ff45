// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/hearing.h"
#include "bot/language/understand.h"

namespace wardroom::bot {

//! "That was me, I'm travelling", "I'll take it": what people say when the last thing a room showed was an alert. The
//! words behind it go on the record as they are, whatever they are; anywhere else it is plain talk. Pure.
std::optional<domain::Understanding> answerToAlert(const QString &plain, const QList<Shown> &after,
                                                   const Catalogue &catalogue);

//! "I'm on it", "that was me": an answer to an alert that was just shown, and plain talk anywhere else.
bool isAnswerToAlert(const Command &command, const Heard &heard);

//! "mark the alert as benign", "that alert was false: our own scan", 告警判定为 true: what an alert was. A statement is
//! one only where an alert is among \a after.
std::optional<domain::Understanding> judgementOfAlert(const QString &plain, const QList<Shown> &after,
                                                      const Catalogue &catalogue);

} // namespace wardroom::bot
