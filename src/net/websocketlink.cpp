// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/websocketlink.h"

#include "net/systemproxies.h"

#include <QNetworkRequest>
#include <QPointer>
#include <QWebSocket>

namespace wardroom::net {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

WebSocketLink::WebSocketLink(Ask ask, Random random, WebSocketOptions options, QObject *parent)
    : QObject(parent)
    , m_ask(std::move(ask))
    , m_options(options)
    , m_backoff(std::move(random), options.shortestWait, options.longestWait)
{
    for (QTimer *timer : {&m_retry, &m_deadline, &m_steady})
        timer->setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { connectOnce(); });
    connect(&m_ping, &QTimer::timeout, this, &WebSocketLink::ping);
    connect(&m_steady, &QTimer::timeout, this, [this] { m_backoff.reset(); });
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        drop({ErrorKind::timeout,
              m_isOpen ? tr("The connection has gone silent.") : tr("The connection did not come about in time."),
              std::nullopt});
    });
}

WebSocketLink::~WebSocketLink()
{
    m_isWanted = false;
    discard();
}

void WebSocketLink::open()
{
    if (std::exchange(m_isWanted, true))
        return;
    connectOnce();
}

void WebSocketLink::close()
{
    m_isWanted = false;
    m_retry.stop();
    discard();
}

void WebSocketLink::retryNow()
{
    if (!m_isWanted || !m_retry.isActive())
        return;
    m_retry.stop();
    connectOnce();
}

bool WebSocketLink::send(const QString &text)
{
    return m_isOpen && m_socket->sendTextMessage(text) >= 0;
}

QCoro::Task<void> WebSocketLink::connectOnce()
{
    const QPointer<WebSocketLink> self(this);
    const quint64 turn = ++m_turn;
    const Ask ask = m_ask; // outlives this object while it is asked
    const Result<Place> place = co_await ask();
    if (!self || !m_isWanted || turn != m_turn)
        co_return;
    const Result<void> begun = place ? start(*place) : tl::unexpected(place.error());
    if (begun)
        co_return;
    const ErrorKind kind = begun.error().kind;
    if (kind == ErrorKind::auth || kind == ErrorKind::forbidden || kind == ErrorKind::invalid) {
        m_isWanted = false;
        Q_EMIT stopped(begun.error());
    } else {
        drop(begun.error());
    }
}

Result<void> WebSocketLink::start(const Place &place)
{
    const bool isPlain = place.url.scheme() == "ws"_L1;
    if (!place.url.isValid() || place.url.host().isEmpty() || (!isPlain && place.url.scheme() != "wss"_L1))
        return fail(ErrorKind::invalid, tr("This is not an address that Wardroom can use."));
    if (isPlain && !m_options.plainAnywhere && !isThisMachine(place.url))
        return fail(ErrorKind::invalid, tr("Refused to connect to %1 without encryption.").arg(place.url.host()));
    QNetworkRequest request(place.url);
    for (const auto &[name, value] : place.headers) {
        if (name.contains('\n') || name.contains('\r') || value.contains('\n') || value.contains('\r'))
            return fail(ErrorKind::invalid, tr("A header of the request holds a line break."));
        request.setRawHeader(name, value);
    }
    discard();
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingMessageSize(quint64(m_options.maxMessage));
    m_socket->setMaxAllowedIncomingFrameSize(quint64(m_options.maxMessage));
    SystemProxies proxies;
    QUrl asked = place.url; // proxies are named for web addresses
    asked.setScheme(isPlain ? u"http"_s : u"https"_s);
    m_socket->setProxy(proxies.queryProxy(QNetworkProxyQuery(asked)).value(0, QNetworkProxy(QNetworkProxy::NoProxy)));
    wire(m_socket);
    m_deadline.start(m_options.connectWithin);
    m_socket->open(request);
    return {};
}

void WebSocketLink::wire(QWebSocket *socket)
{
    connect(socket, &QWebSocket::connected, this, [this] {
        m_isOpen = true;
        m_deadline.stop();
        m_ping.start(m_options.pingEvery);
        m_steady.start(m_options.steadyAfter);
        Q_EMIT opened();
    });
    connect(socket, &QWebSocket::textMessageReceived, this, &WebSocketLink::textReceived);
    connect(socket, &QWebSocket::pong, this, [this] { m_deadline.stop(); });
    connect(socket, &QWebSocket::sslErrors, this, [this, socket] {
        // Not ignored, so it fails; said here because the failure alone does not name the reason.
        drop({ErrorKind::protocol, tr("The certificate of %1 cannot be trusted.").arg(socket->requestUrl().host()),
              std::nullopt});
    });
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        const bool isTooLarge = socket->closeCode() == QWebSocketProtocol::CloseCodeTooMuchData;
        drop({isTooLarge ? ErrorKind::tooLarge : ErrorKind::transient,
              tr("%1 ended the connection.").arg(socket->requestUrl().host()), std::nullopt});
    });
}

void WebSocketLink::ping()
{
    if (!m_isOpen || m_deadline.isActive())
        return;
    m_deadline.start(m_options.pongWithin);
    m_socket->ping();
}

//! Ends this connection and plans the next.
void WebSocketLink::drop(Error error)
{
    discard();
    if (!m_isWanted)
        return;
    const milliseconds wait = std::max(m_backoff.next(), error.retryAfter.value_or(milliseconds(0)));
    m_retry.start(wait);
    Q_EMIT lost(error, wait);
}

void WebSocketLink::discard()
{
    ++m_turn;
    m_isOpen = false;
    for (QTimer *timer : {&m_deadline, &m_ping, &m_steady})
        timer->stop();
    if (QWebSocket *old = std::exchange(m_socket, nullptr)) {
        old->disconnect(this);
        old->abort();
        old->deleteLater();
    }
}

} // namespace wardroom::net
