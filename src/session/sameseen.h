// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace wardroom::session {

//! Whether two names look the same to a person, though letters of other scripts, accents that were put together, case
//! or what has no ink may tell them apart (the skeletons of Unicode TR39, by ICU). Never of what is empty.
bool looksTheSame(const QString &a, const QString &b);

} // namespace wardroom::session
