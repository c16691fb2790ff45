// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/catalogue.h"
#include "bot/playbook/playbook.h"

namespace wardroom::bot {

//! Reads a playbook. Every mistake at once, with file, line and what was expected. Whether its commands are there and
//! take these arguments says checkPlaybook(), since that depends on who asks.
tl::expected<Playbook, QList<ManifestProblem>> readPlaybook(const QByteArray &bytes, const QString &file);

//! What does not fit the catalogue: unknown commands, arguments that are not there or missing, literals of a wrong
//! type.
QList<ManifestProblem> checkPlaybook(const Playbook &playbook, const QString &file, const Catalogue &catalogue);

} // namespace wardroom::bot
