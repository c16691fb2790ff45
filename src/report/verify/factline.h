// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/admission.h"

namespace wardroom::domain {

template <> struct Words<Standing>
{
    static constexpr WordTable<Standing, 5> all{{{Standing::accepted, u"accepted"},
                                                 {Standing::waiting, u"waiting"},
                                                 {Standing::suspect, u"suspect"},
                                                 {Standing::duplicate, u"duplicate"},
                                                 {Standing::plain, u"plain"}}};
};

} // namespace wardroom::domain

namespace wardroom::report {

//! What is left of a line whose content the exporter left out. A fact keeps its place in its node's chain; a message
//! without envelope keeps only its place in the room, because a short text could be guessed from its hash.
struct Withheld
{
    QString reason;
    domain::FactId fact;
    domain::NodeId node;
    qint64 seq = 0;
    Sha256 hash; //!< of the whole envelope
};

//! One line of facts.jsonl: an entry of a room and where the exporter saw it stand.
struct FactLine
{
    qint64 n = 0; //!< from 1, over the whole file
    domain::Entry entry;
    domain::Standing standing = domain::Standing::plain;
    std::optional<Withheld> withheld; //!< then the entry has no more than room and position
};

//! Canonical JSON without the line break. Bytes that are not UTF-8 travel as "envelopeBase64" and "spilledBase64".
QByteArray toLine(const FactLine &line);
//! Strict: one line has one spelling.
Result<FactLine> parseFactLine(const QByteArray &bytes);

//! All of facts.jsonl; an error names the line.
Result<QList<FactLine>> readFactLines(const QByteArray &facts);

//! SHA-256 names of the attachments that a fact refers to, apart from a spilled body (that travels in its line).
QList<Sha256> attachmentsOf(const domain::Fact &fact);
QList<Sha256> attachmentsOf(const domain::ReadEntry &read);

} // namespace wardroom::report
