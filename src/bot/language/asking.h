// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/tokens.h"

namespace wardroom::bot {

//! The clause that asks, where others stand beside it: "we get calls that it is slow, could you |check web-01|,
//! thanks".
struct Asking
{
    qsizetype begs = 0;   //!< the first word of courtesy before it
    qsizetype begged = 0; //!< the token behind the last
    qsizetype from = 0;   //!< the same, or the first token where the clause alone says nothing: "would you do that"
    qsizetype to = 0;     //!< the token behind the last
    bool polite = false;  //!< "could you", 麻烦 are among them
};

//! Of the first \a end tokens; all of them where no clause asks more plainly than the others. \a begun: what stood
//! before the first token begged already.
Asking askingIn(const QList<Token> &tokens, qsizetype end, bool begun);

} // namespace wardroom::bot
