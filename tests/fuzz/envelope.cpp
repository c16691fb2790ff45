// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/envelope.h"

#include "domain/admission.h"
#include "fuzz/target.h"

#include <QJsonDocument>

namespace wardroom::fuzz {
using namespace domain;

namespace {

//! A fact reads back as itself, whatever its body held.
void checkFact(const QString &kind, const QJsonObject &body)
{
    const Result<Fact> fact = parseFact(kind, body);
    if (!fact)
        return;
    hold(kindOf(*fact) == kind, "a fact keeps its kind");
    const Result<Fact> again = parseFact(kind, bodyOf(*fact));
    hold(again.has_value(), "what a fact writes can be read");
    hold(bodyOf(*again) == bodyOf(*fact), "a fact has one body");
}

//! The envelope in the first line, what its body was spilled to after it.
void envelope(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    Entry entry;
    entry.room = RoomId(QStringLiteral("room-7"));
    entry.sender = PersonId(QStringLiteral("ann"));
    entry.envelope = bytes.left(end);
    entry.spilled = end < 0 ? QByteArray() : bytes.mid(end + 1);
    if (const Result<Envelope> read = parseEnvelope(entry.envelope)) {
        hold(entry.envelope.size() <= Envelope::kLongest, "an envelope is bounded");
        hold(envelopeBytes(*read) == entry.envelope, "an envelope has one spelling");
        checkFact(read->kind, read->body);
    }
    const ReadEntry read = readEntry(entry);
    hold(entry.envelope.isEmpty() || read.envelope || !read.problem.isEmpty(), "what cannot be read says why");
    const Judgement judgement = Admission().judge(read, WorkspaceState());
    hold(judgement.standing != Standing::accepted, "nothing counts without a key");
}

//! The kind in the first line, the body after it.
void fact(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QJsonDocument body = QJsonDocument::fromJson(bytes.mid(end + 1));
    if (end > 0 && body.isObject())
        checkFact(QString::fromUtf8(bytes.left(end)), body.object());
}

const Registration ofEnvelope{"envelope", envelope, 8192};
const Registration ofFact{"fact", fact, 8192};

} // namespace

} // namespace wardroom::fuzz
