// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

namespace wardroom {

//! True when \a bytes are exactly what canonicalJson() would write for the object they hold. Reads them once and keeps
//! nothing, so a fact that arrives need not be written again to be believed. Any length, at most 64 levels deep.
bool isCanonicalObject(const QByteArray &bytes);

} // namespace wardroom
