// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"

namespace wardroom::bot {

//! What is written in a room at once wants to be named: the incident, its severity, the task. "we can close this one"
//! is offered, "close the window" is talk, and who closes an alert is asked what it was. \a text: the line.
domain::Understanding onlyWhatIsNamed(domain::Understanding meant, const QString &text, const Catalogue &catalogue);

//! Stands in an argument for the one who speaks, whom the language does not know: "I'll take the lead".
inline const QString speakerWord = QStringLiteral("me");
//! Who leads, where the one who says \a text takes it; anything else as it was.
domain::Understanding ledBySpeaker(domain::Understanding meant, const QString &text);
//! The same with \a speaker in the place of that word.
domain::Understanding spokenBy(domain::Understanding meant, const QString &speaker);

} // namespace wardroom::bot
