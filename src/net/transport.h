// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "net/httprequest.h"

#include <QCoroTask>
#include <QNetworkAccessManager>
#include <QObject>
#include <stop_token>

namespace wardroom::net {

struct TransportOptions
{
    QByteArray userAgent = "Wardroom/" WARDROOM_VERSION; //!< some servers insist on exactly one "/" in it
    bool plainHttpAnywhere = false; //!< otherwise http:// is for this machine only, and others need https://
    bool systemProxy = true;        //!< the system's proxy (its settings, or http_proxy, https_proxy, no_proxy); never
                                    //!< for this machine itself
};

//! HTTP as everything in Wardroom speaks it. One thread (that of its event loop). Every exchange ends: by its answer,
//! its time limit, its size limit, a stop request, or this object going away (ErrorKind::cancelled). What changes
//! something (anything but GET and HEAD) is sent once: repeating it is for whoever knows that it does no harm.
//!
//! Errors: 401 auth; 403 forbidden; 404 and 410 notFound; 409 and 412 conflict; 413 tooLarge; 429 rate, with
//! retryAfter; 408, 425, 5xx and no connection transient; other 4xx invalid; TLS trouble, a redirect to another
//! origin, another media type than expected and half a body protocol. Cookies, caches and compression are off.
class Transport final : public QObject
{
    Q_OBJECT

public:
    explicit Transport(const Clock &clock, TransportOptions options = {}, QObject *parent = nullptr);

    QCoro::Task<Result<HttpAnswer>> send(HttpRequest request, std::stop_token stop = {});

private:
    Result<QNetworkRequest> prepared(const HttpRequest &request) const;
    QNetworkReply *sent(QNetworkRequest network, const HttpRequest &request);

    const Clock &m_clock;
    TransportOptions m_options;
    QNetworkAccessManager m_manager;
};

} // namespace wardroom::net
