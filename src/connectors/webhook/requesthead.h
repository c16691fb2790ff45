// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QHash>
#include <QString>
#include <tl/expected.hpp>

namespace wardroom::connectors {

//! Why a request is not taken: an HTTP status and a sentence for whoever sent it.
struct Refusal
{
    int status = 400;
    QString sentence;
};

//! The head of an HTTP/1 request (RFC 9112), read strictly: what is in doubt is refused, not guessed, because two
//! readers that guess differently are how requests are smuggled.
struct RequestHead
{
    QByteArray method;
    QByteArray path;                       //!< before any "?"
    QHash<QByteArray, QByteArray> headers; //!< names in lower case; a repeated name is refused
    qint64 length = -1;                    //!< Content-Length; -1 when absent

    static constexpr qsizetype kLongest = 16 * 1024; //!< bytes of a whole head
};

//! \a bytes: up to and without the empty line.
tl::expected<RequestHead, Refusal> parseHead(const QByteArray &bytes);

} // namespace wardroom::connectors
