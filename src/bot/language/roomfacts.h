// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"

namespace wardroom::bot {

//! What is written in a room at once wants to be named: the incident, its severity, the task. "we can close this one"
//! is offered, "close the window" is talk, and who closes an alert is asked what it was. \a text: the line.
domain::Understanding onlyWhatIsNamed(domain::Understanding meant, const QString &text, const Catalogue &catalogue);

} // namespace wardroom::bot
