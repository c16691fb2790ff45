// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QByteArray>
#include <QList>
#include <QUrl>
#include <chrono>
#include <functional>
#include <utility>

namespace wardroom::net {

//! One request as a value. Nothing of it but the method and the host is ever logged: paths, queries, headers and
//! bodies may hold secrets.
struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray expects; //!< a 2xx answer of another media type is ErrorKind::protocol; empty: any
    std::chrono::milliseconds timeout{10'000}; //!< for the whole exchange, from the call to the last byte
    qint64 maxBytes = 4 * 1024 * 1024;         //!< of the answer's body; one more is ErrorKind::tooLarge
    //! Told as the body of a 2xx answer comes: bytes so far, and in all as announced (0: it was not).
    std::function<void(qint64 got, qint64 of)> progress = {};
    bool refusalsToo = false; //!< a 4xx or 5xx is an answer too: for protocols that say in its body what is wrong
};

//! A 2xx answer. Anything else is an Error, unless the request wanted refusals too.
struct HttpAnswer
{
    int status = 0;
    QByteArray contentType; //!< lower case, without parameters
    QByteArray body;
    std::optional<Error> refusal = {}; //!< the Error that a 4xx or 5xx means, where refusals were wanted
};

//! "POST to 127.0.0.1:8080": what of a request may be said in a log or to a person.
QString spokenName(const HttpRequest &request);

} // namespace wardroom::net
