// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/webhook/requesthead.h"

#include <QCoreApplication>
#include <algorithm>
#include <cstring>

namespace wardroom::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostHeaders = 64;

tl::unexpected<Refusal> refuse(int status, const char *sentence)
{
    return tl::unexpected(Refusal{status, QCoreApplication::translate("WebhookIntake", sentence)});
}

//! RFC 9110 §5.6.2
bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c));
    });
}

bool isPlain(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '\t' || uchar(c) >= 0x20; });
}

tl::expected<void, Refusal> readHeader(const QByteArray &line, RequestHead &head)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(colon).toLower();
    if (colon <= 0 || !isToken(name) || !isPlain(line))
        return refuse(400, "A header of the request is malformed.");
    if (head.headers.contains(name))
        return refuse(400, "A header of the request is there twice.");
    head.headers.insert(name, line.mid(colon + 1).trimmed());
    return {};
}

tl::expected<void, Refusal> readLength(RequestHead &head)
{
    if (head.headers.contains("transfer-encoding"))
        return refuse(411, "Send the length of the body instead of a transfer encoding.");
    if (!head.headers.contains("content-length"))
        return {};
    const QByteArray digits = head.headers.value("content-length");
    const bool isNumber = !digits.isEmpty() && digits.size() <= 15 &&
                          std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return refuse(400, "The length of the body is not a number.");
    head.length = digits.toLongLong();
    return {};
}

} // namespace

tl::expected<RequestHead, Refusal> parseHead(const QByteArray &bytes)
{
    QList<QByteArray> lines = bytes.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool isLast = i + 1 == lines.size(); // its line break was cut off with the empty line
        if (!isLast && !lines[i].endsWith('\r'))
            return refuse(400, "The request has wrong line breaks.");
        if (!isLast)
            lines[i].chop(1);
        if (lines[i].contains('\r'))
            return refuse(400, "The request has wrong line breaks.");
    }
    const QList<QByteArray> first = lines.takeFirst().split(' ');
    RequestHead head;
    if (first.size() != 3 || !isToken(first[0]) || !first[1].startsWith('/') || !isPlain(first[1]) ||
        (first[2] != "HTTP/1.1" && first[2] != "HTTP/1.0"))
        return refuse(400, "This is not an HTTP request that Wardroom understands.");
    if (lines.size() > kMostHeaders)
        return refuse(431, "The request has too many headers.");
    head.method = first[0];
    head.path = first[1].split('?').first();
    for (const QByteArray &line : std::as_const(lines)) {
        if (const auto read = readHeader(line, head); !read)
            return tl::unexpected(read.error());
    }
    if (const auto read = readLength(head); !read)
        return tl::unexpected(read.error());
    return head;
}

} // namespace wardroom::connectors
