// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transport.h"

#include "net/exchange.h"
#include "net/oncebody.h"
#include "net/systemproxies.h"

#include <QCoroSignal>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <algorithm>

namespace wardroom::net {

using namespace Qt::StringLiterals;

namespace {

bool isHeaderText(const QByteArray &text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace

Transport::Transport(const Clock &clock, TransportOptions options, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_options(std::move(options))
{
    m_manager.setAutoDeleteReplies(false);
    if (m_options.systemProxy)
        m_manager.setProxyFactory(new SystemProxies); // the manager owns it
    else
        m_manager.setProxy(QNetworkProxy::NoProxy);
}

Result<QNetworkRequest> Transport::prepared(const HttpRequest &request) const
{
    const QUrl &url = request.url;
    const bool isHttps = url.scheme() == "https"_L1;
    if (!url.isValid() || url.host().isEmpty() || (!isHttps && url.scheme() != "http"_L1) || !url.userInfo().isEmpty())
        return fail(ErrorKind::invalid, tr("This is not a web address that Wardroom can use."));
    if (!isHttps && !m_options.plainHttpAnywhere && !isThisMachine(url))
        return fail(
            ErrorKind::invalid,
            tr("Refused to send to %1 without encryption. Use an address that begins with https.").arg(url.host()));
    QNetworkRequest prepared(url);
    prepared.setRawHeader("User-Agent", m_options.userAgent);
    prepared.setRawHeader("Accept-Encoding", "identity"); // no decompression bombs, and sizes mean what they say
    for (const auto &[name, value] : request.headers) {
        if (name.isEmpty() || !isHeaderText(name) || !isHeaderText(value))
            return fail(ErrorKind::invalid, tr("A header of the request holds a line break."));
        prepared.setRawHeader(name, value);
    }
    const bool mayFollow = request.method == "GET" || request.method == "HEAD";
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, mayFollow
                                                                        ? QNetworkRequest::SameOriginRedirectPolicy
                                                                        : QNetworkRequest::ManualRedirectPolicy);
    prepared.setMaximumRedirectsAllowed(3);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    return prepared;
}

//! Qt sends a request of any method again by itself when the connection ends before an answer; whether it was carried
//! out is then anybody's guess. A body that can be read only once keeps it from that, so what changes something has
//! one.
QNetworkReply *Transport::sent(QNetworkRequest network, const HttpRequest &request)
{
    if (request.method == "GET" || request.method == "HEAD")
        return m_manager.sendCustomRequest(network, request.method, request.body);
    auto *body = new OnceBody(request.body);
    network.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    network.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    QNetworkReply *reply = m_manager.sendCustomRequest(network, request.method, body);
    body->setParent(reply);
    return reply;
}

QCoro::Task<Result<HttpAnswer>> Transport::send(HttpRequest request, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return fail(ErrorKind::cancelled, tr("Cancelled."));
    auto network = prepared(request);
    if (!network)
        co_return tl::unexpected(network.error());
    QNetworkReply *reply = sent(*network, request);
    // The frame owns the exchange: nothing it waits for can vanish while it waits, even if this transport does.
    const std::unique_ptr<Exchange, QScopedPointerDeleteLater> exchange(
        new Exchange(reply, request, stop, m_clock.nowMs()));
    co_await qCoro(exchange.get(), &Exchange::done);
    co_return exchange->result();
}

} // namespace wardroom::net
