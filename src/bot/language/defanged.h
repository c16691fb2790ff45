// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace wardroom::bot {

//! "203[.]0[.]113[.]7", "evil(dot)example(dot)com", "hxxps://": what nobody should click, as it is looked for. Empty:
//! there is nothing of that kind in \a text.
QString refanged(const QString &text);

} // namespace wardroom::bot
