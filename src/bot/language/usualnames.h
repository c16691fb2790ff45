// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/hearing.h"

namespace wardroom::bot {

//! Whether accounts, processes or packages are often called so, though some of these are plain words: sshd, backup,
//! monitor.
bool isUsualName(const QString &word);

//! Whether word \a at stands where names do: "lock |deploy|", "the account |deploy|", "|deploy| on web-01",
//! "|deploy| was phished, lock it", "creds of |deploy|", 把 |deploy|.
bool isWhereNamesStand(const Heard &heard, qsizetype at);

} // namespace wardroom::bot
