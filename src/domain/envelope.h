// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "base/hash.h"
#include "base/keys.h"
#include "domain/fact.h"
#include "domain/ids.h"

#include <QByteArray>
#include <QJsonObject>

namespace wardroom::domain {

//! How a fact travels and who signed it; ENVELOPE.md specifies it byte for byte.
struct Envelope
{
    static constexpr int kLongest = 2048; //!< bytes of canonical JSON; a larger body is spilled to an attachment

    FactId id;
    OpId op;
    QString kind;
    WorkspaceId workspace;
    RoomId room;
    qint64 at = 0;     //!< ms, the sender's clock
    qint64 policy = 0; //!< the version it was made under
    FactId cause;
    NodeId node;
    qint64 seq = 0;   //!< per (node, room), from 1
    Sha256 prev;      //!< the node's whole previous envelope in that room; null for seq 1
    QJsonObject body; //!< as travelling: {"spilled": SHA-256} when the real one is an attachment
    QByteArray sig;

    //! SHA-256 the body was spilled under, null when it is inline.
    Sha256 spilled() const;
};

//! The canonical bytes without `sig`: what is signed.
QByteArray signedBytes(const Envelope &envelope);
//! The same, cut out of bytes that parseEnvelope() took: nothing is written again.
QByteArray signedPart(const QByteArray &bytes);
//! False: the body is inline for sure, without reading the envelope.
bool mayBeSpilled(const QByteArray &bytes);
//! The whole envelope in canonical JSON: what travels, and what `prev` and approvals hash.
QByteArray envelopeBytes(const Envelope &envelope);
//! Strict: exactly the fields of v1, canonical, at most kLongest bytes.
Result<Envelope> parseEnvelope(const QByteArray &bytes);

//! An envelope ready to send, with the attachment its body was spilled to (empty when inline).
struct SealedEnvelope
{
    Envelope envelope;
    QByteArray bytes;
    QByteArray spilledBody;
};

//! Fills kind and body from \a fact, spills the body when it does not fit, and signs.
SealedEnvelope seal(Envelope draft, const Fact &fact, const SigningKey &key);

} // namespace wardroom::domain
