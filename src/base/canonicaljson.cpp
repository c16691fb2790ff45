// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/canonicaljson.h"

#include "base/canonicalscan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>
#include <vector>

namespace wardroom {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargest = (Q_INT64_C(1) << 53) - 1;
constexpr int kDeepest = 64;

bool writeString(const QString &text, QByteArray &out)
{
    if (!text.isValidUtf16())
        return false;
    out += '"';
    // A byte order mark in front is no part of a text: Qt's reader drops it, so it must not be signed.
    const auto begin = std::find_if(text.begin(), text.end(), [](QChar c) { return c != QChar::ByteOrderMark; });
    for (const char byte : text.sliced(begin - text.begin()).toUtf8()) {
        switch (byte) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (static_cast<unsigned char>(byte) < 0x20) {
                out += "\\u00";
                out += QByteArray::number(byte, 16).rightJustified(2, '0');
            } else {
                out += byte;
            }
        }
    }
    out += '"';
    return true;
}

bool writeValue(const QJsonValue &value, QByteArray &out, int depth);

bool writeArray(const QJsonArray &array, QByteArray &out, int depth)
{
    out += '[';
    bool first = true;
    for (const QJsonValue &item : array) {
        if (!std::exchange(first, false))
            out += ',';
        if (!writeValue(item, out, depth))
            return false;
    }
    out += ']';
    return true;
}

bool writeObject(const QJsonObject &object, QByteArray &out, int depth)
{
    // Never by value(key): Qt 6.4 sorts a parsed object's keys by UTF-8, but looks them up by UTF-16. QString compares
    // UTF-16 code units, which is the order of RFC 8785 §3.2.3.
    std::vector<std::pair<QString, QJsonValue>> fields;
    for (auto it = object.begin(); it != object.end(); ++it)
        fields.emplace_back(it.key(), it.value());
    std::sort(fields.begin(), fields.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    const auto same = [](const auto &a, const auto &b) { return a.first == b.first; };
    const auto isMarked = [](const auto &field) { return field.first.startsWith(QChar(QChar::ByteOrderMark)); };
    if (std::any_of(fields.begin(), fields.end(), isMarked))
        return false;
    if (std::adjacent_find(fields.begin(), fields.end(), same) != fields.end())
        return false;
    out += '{';
    bool first = true;
    for (const auto &[key, value] : fields) {
        if (!std::exchange(first, false))
            out += ',';
        if (!writeString(key, out))
            return false;
        out += ':';
        if (!writeValue(value, out, depth))
            return false;
    }
    out += '}';
    return true;
}

bool writeNumber(const QJsonValue &value, QByteArray &out)
{
    const double number = value.toDouble();
    if (!std::isfinite(number) || std::trunc(number) != number || std::abs(number) > static_cast<double>(kLargest))
        return false;
    const qint64 integer = value.toInteger(static_cast<qint64>(number));
    if (integer > kLargest || integer < -kLargest)
        return false;
    out += QByteArray::number(integer);
    return true;
}

bool writeValue(const QJsonValue &value, QByteArray &out, int depth)
{
    if (depth > kDeepest)
        return false;
    switch (value.type()) {
    case QJsonValue::Null: out += "null"; return true;
    case QJsonValue::Bool: out += value.toBool() ? "true" : "false"; return true;
    case QJsonValue::Double: return writeNumber(value, out);
    case QJsonValue::String: return writeString(value.toString(), out);
    case QJsonValue::Array: return writeArray(value.toArray(), out, depth + 1);
    case QJsonValue::Object: return writeObject(value.toObject(), out, depth + 1);
    case QJsonValue::Undefined: break;
    }
    return false;
}

} // namespace

Result<QByteArray> canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    if (!writeValue(value, out, 0))
        return fail(ErrorKind::invalid, u"only whole numbers up to 2^53-1, valid text and 64 levels can be signed"_s);
    return out;
}

Result<QJsonObject> parseCanonical(const QByteArray &bytes)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parsed);
    if (parsed.error != QJsonParseError::NoError || !document.isObject())
        return fail(ErrorKind::invalid, u"not a JSON object: %1"_s.arg(parsed.errorString()));
    if (isCanonicalObject(bytes))
        return document.object();
    // Written again only to say what is wrong.
    const Result<QByteArray> again = canonicalJson(document.object());
    if (!again)
        return tl::unexpected(again.error());
    return fail(ErrorKind::invalid, u"the JSON is not in canonical form (RFC 8785)"_s);
}

} // namespace wardroom
