// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "report/verify/verification.h"

namespace wardroom::report {

//! Which lines of facts.jsonl differ from the signed list of line hashes: changed, dropped, doubled, reordered,
//! inserted. At most the first twenty.
QList<Problem> compareLines(const QByteArray &facts, const QByteArray &signedHashes);

//! facts.sha256: the SHA-256 of each line, one a line.
QByteArray lineHashes(const QByteArray &facts);

//! The lines of \a text without their breaks; a last line without a break is one, too.
QList<QByteArray> linesOf(const QByteArray &text);

} // namespace wardroom::report
