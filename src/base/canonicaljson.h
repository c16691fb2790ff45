// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

namespace wardroom {

//! The one byte sequence for a JSON value, as RFC 8785 (JCS) writes it, restricted to integers of at most 2^53 - 1:
//! a number with a fraction, or a larger one, is ErrorKind::invalid. Strings with a lone surrogate likewise.
Result<QByteArray> canonicalJson(const QJsonValue &value);

//! Reads bytes that must already be canonical. Whitespace, a repeated key, a float, another order or another escape
//! all fail, because the value written again would differ: so one value has one spelling and one hash.
Result<QJsonObject> parseCanonical(const QByteArray &bytes);

} // namespace wardroom
