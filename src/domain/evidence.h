// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/incidentstate.h"
#include "domain/policy.h"

namespace wardroom::domain {

//! What the record says of one command with one set of bytes. Runs that took something back are not counted as runs of
//! the command; that something was taken back is.
struct Evidence
{
    QString command;
    QString plugin;
    Sha256 hash;         //!< of the whole plugin folder
    qint64 runs = 0;     //!< that came to an end, or to nothing that is known
    qint64 verified = 0; //!< read back as it should be, and never undone
    qint64 failed = 0;   //!< ended badly, read back otherwise, or left with an outcome that nobody knows
    qint64 undone = 0;
    QList<qint64> took = {}; //!< ms, of those that ended
    qint64 first = 0;        //!< ms: when these bytes were first asked for
    qint64 last = 0;         //!< ms: when they were last asked for

    bool isClean() const { return failed == 0 && undone == 0; }
    qint64 medianTook() const; //!< ms; 0: none ended
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

//! How one operation went, as far as evidence goes.
enum class RunStanding { open, done, verified, failed, undone };
RunStanding standingOf(const OperationState &operation, const IncidentState &state);

//! Adds a room's operations; any order of rooms gives the same. Keyed by command and the bytes' hash.
using EvidenceTable = QMap<std::pair<QString, QByteArray>, Evidence>;
void addEvidence(EvidenceTable &table, const IncidentState &state);
Evidence evidenceOf(const EvidenceTable &table, const QString &command, const Sha256 &hash);

//! The run in \a state that ends \a grant: one under the granting policy or a later one that went wrong; empty: none.
OpId endsGrant(const CommandLevel &grant, const IncidentState &state);

} // namespace wardroom::domain
