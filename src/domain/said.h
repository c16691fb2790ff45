// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ids.h"
#include "domain/words.h"

namespace wardroom::domain {

//! Who said a fact, and when.
struct Said
{
    FactId fact;
    PersonId by;
    NodeId node;
    qint64 at = 0;           //!< server's time, ms
    Via via = Via::wardroom; //!< platform: the runner read it from somebody's phone
};

} // namespace wardroom::domain
