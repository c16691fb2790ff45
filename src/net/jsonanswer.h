// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QJsonValue>
#include <QList>

namespace wardroom::net {

//! JSON from outside. Also takes a bare `null` (some servers say it for an empty list) but no other bare scalar.
//! Nested deeper than \a deepest, cut off, repeated bytes after the end or not UTF-8: ErrorKind::protocol.
Result<QJsonValue> parsedJson(const QByteArray &bytes, int deepest = 64);

//! The exact bytes of each element of \a bytes, which must be a JSON array that parsedJson() accepted: for keeping
//! what somebody said as they said it. Empty for anything else.
QList<QByteArray> elementsOf(const QByteArray &bytes);

} // namespace wardroom::net
