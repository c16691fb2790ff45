// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/jsonanswer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace wardroom::net {

namespace {

//! Calls \a mark(position, depth, byte) for each structural byte outside strings.
void walkStructure(const QByteArray &bytes, auto &&mark)
{
    bool inString = false;
    int depth = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
            continue;
        }
        if (c == '"')
            inString = true;
        else if (c == '[' || c == '{')
            mark(i, ++depth, c);
        else if (c == ']' || c == '}')
            mark(i, depth--, c);
        else if (c == ',')
            mark(i, depth, c);
    }
}

} // namespace

Result<QJsonValue> parsedJson(const QByteArray &bytes, int deepest)
{
    if (bytes.trimmed() == "null")
        return QJsonValue(QJsonValue::Null);
    int depth = 0;
    walkStructure(bytes, [&](qsizetype, int at, char) { depth = std::max(depth, at); });
    const auto tr = [](const char *text) { return QCoreApplication::translate("JsonAnswer", text); };
    if (depth > deepest)
        return fail(ErrorKind::protocol, tr("The JSON is nested too deeply."));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorKind::protocol,
                    tr("This is not JSON (%1, at byte %2).").arg(error.errorString()).arg(error.offset));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QList<QByteArray> elementsOf(const QByteArray &bytes)
{
    QList<QByteArray> elements;
    qsizetype from = -1;
    const auto add = [&](qsizetype to) {
        const QByteArray element = bytes.mid(from, to - from).trimmed();
        if (!element.isEmpty())
            elements.append(element);
        from = to + 1;
    };
    walkStructure(bytes, [&](qsizetype at, int depth, char c) {
        if (depth != 1 || (from < 0 && c != '['))
            return;
        if (c == '[')
            from = at + 1;
        else
            add(at);
    });
    return elements;
}

} // namespace wardroom::net
