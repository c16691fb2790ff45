// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/custody.h"
#include "store/store.h"

namespace wardroom::store {

CustodyHead readCustodyHead(Connection &connection);

//! Walks the whole chain, then holds every entry against its line. ErrorKind::corrupt names the first line that does
//! not fit. Takes about a second per 300,000 lines, so it has a reader of its own.
Result<CustodyHead> checkCustody(Connection &connection);

} // namespace wardroom::store
