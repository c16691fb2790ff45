// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/entry.h"

namespace wardroom::report {

//! Folds recorded facts and answers the canonical JSON {"workspace": …, "rooms": {ID: …}}. The same lines in any
//! order, doubled or not, give the same bytes. \a facts: lines as in facts.jsonl. The control room is the one in which
//! nodes enrol; the workspace is the one that its envelopes name. An error names the line.
Result<QByteArray> replay(const QByteArray &facts);

//! Where two records of one room part.
struct Parting
{
    bool differ = false;
    domain::Position position; //!< of the first entry that is not the same in both
    QString what;              //!< in words
    qint64 same = 0;           //!< facts before it that are the same
};

//! Compares the facts of \a room in another desktop's facts.jsonl with what this one has. Words without envelope and
//! withheld content are not compared; a withheld fact's hash is.
Result<Parting> compareRecords(const QByteArray &facts, const domain::RoomId &room, const QList<domain::Entry> &ours);

} // namespace wardroom::report
