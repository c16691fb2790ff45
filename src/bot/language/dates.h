// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/tokens.h"

namespace wardroom::bot {

//! "28 Nov", "November 28th, 2026", 11月28日, "28/11/2026": one word each, as timeWord() takes it. Where day and month
//! may be the other way round ("01/12/2026") it stays as it is.
void joinDates(QList<Token> &tokens);

//! "10:30 yesterday", "Friday at 9:15 pm", 昨天下午3点: one word each. For words whose days and clocks are joined.
void joinDaysAndClocks(QList<Token> &tokens);

//! Makes one word, a value of \a types, of the \a used words from \a at on.
void makeOneWord(QList<Token> &tokens, qsizetype at, qsizetype used, const QString &said, quint32 types);

} // namespace wardroom::bot
