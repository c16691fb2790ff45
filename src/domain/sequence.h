// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/admission.h"

namespace wardroom::domain {

//! Puts \a read at its place in a list sorted by position; an entry that is there already is replaced when it says
//! more (its attachment came, it was edited). Answers the index, or -1 when nothing changed.
qsizetype placeEntry(QList<ReadEntry> &entries, ReadEntry read);

} // namespace wardroom::domain
