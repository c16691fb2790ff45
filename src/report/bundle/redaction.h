// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QList>
#include <QString>

namespace wardroom::report {

//! What an export leaves out, and why. The line itself stays, with its hash, sequence number and the reason.
struct Redaction
{
    QString what; //!< a fact's id or an entry's id
    QString reason;
};

//! A line each: an id, a space, the reason. Empty lines and lines that begin with # are skipped. A line without a
//! reason is refused: what is withheld says why.
Result<QList<Redaction>> parseRedactions(const QByteArray &file);

} // namespace wardroom::report
