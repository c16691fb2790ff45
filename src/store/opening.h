// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/connection.h"

namespace wardroom::store {

//! Opens the writer's connection of a file that is Wardroom's, whole and not newer than this program, brought to this
//! version, in WAL mode. Refusals leave the file byte for byte as it was.
Result<std::unique_ptr<Connection>> openForWriting(const QString &path, std::shared_ptr<const SqlTexts> texts);

} // namespace wardroom::store
