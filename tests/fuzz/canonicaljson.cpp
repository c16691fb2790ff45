// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/canonicaljson.h"

#include "fuzz/target.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace wardroom::fuzz {

namespace {

void run(const QByteArray &bytes)
{
    if (const Result<QJsonObject> read = parseCanonical(bytes))
        hold(canonicalJson(*read) == bytes, "one value has one spelling");
    const QJsonDocument any = QJsonDocument::fromJson(bytes);
    const QJsonValue value = any.isArray() ? QJsonValue(any.array()) : QJsonValue(any.object());
    const Result<QByteArray> written = canonicalJson(value);
    if (!written || !value.isObject())
        return;
    const Result<QJsonObject> again = parseCanonical(*written);
    // Not the same as the value, where a text of it began with a byte order mark.
    hold(again && canonicalJson(*again) == *written, "what is written canonically can be read");
}

const Registration registration{"canonicaljson", run, 16384};

} // namespace

} // namespace wardroom::fuzz
