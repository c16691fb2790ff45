// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "connectors/securitytool.h"
#include "domain/alertfacts.h"

namespace wardroom::connectors {

//! A RawAlert after cleaning: every text bounded and without control characters (bidirectional marks stay: they are
//! data, and whoever shows them shows them plainly), every number in its range.
struct Sighting
{
    QString tool;
    QString key; //!< the tool's own id, so that the same sighting is never counted twice; empty: always a new one
    QString scenario;
    QString title;
    domain::AlertSeverity severity = domain::AlertSeverity::medium;
    QString source;
    QString target;
    QString detail;
    QString fingerprint; //!< SHA-256 of tool, scenario, source and target, in hexadecimal
    qint64 first = 0;    //!< ms; when it came in where the tool does not say
    qint64 last = 0;     //!< ms, never before first
    qint64 count = 1;
    bool dated = false; //!< the tool said when
};

//! \a nowMs bounds the times: a tool's clock may be a day ahead, no more.
Sighting cleaned(const RawAlert &alert, qint64 nowMs);

//! One line (or, with \a keepLines, several) of at most \a longest UTF-16 units: control characters become spaces,
//! lone surrogates U+FFFD, and no surrogate pair is cut in two.
QString cleanText(const QString &text, qsizetype longest, bool keepLines = false);

//! What AlertIntake groups by. The texts must be clean, so that the separator cannot occur in them.
QString fingerprintOf(const QString &tool, const QString &scenario, const QString &source, const QString &target);

} // namespace wardroom::connectors
