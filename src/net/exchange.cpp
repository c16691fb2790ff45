// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/exchange.h"

#include "net/jsonanswer.h"

#include "net/retrytable.h"

namespace wardroom::net {

using namespace Qt::StringLiterals;

namespace {

bool isRedirectError(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::InsecureRedirectError || error == QNetworkReply::TooManyRedirectsError;
}

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 401: return ErrorKind::auth;
    case 403: return ErrorKind::forbidden;
    case 404:
    case 410: return ErrorKind::notFound;
    case 409:
    case 412: return ErrorKind::conflict;
    case 413: return ErrorKind::tooLarge;
    case 429: return ErrorKind::rate;
    case 408:
    case 425: return ErrorKind::transient;
    default: return status >= 500 ? ErrorKind::transient : ErrorKind::invalid;
    }
}

QByteArray mediaType(const QNetworkReply &reply)
{
    return reply.rawHeader("Content-Type").split(';').first().trimmed().toLower();
}

bool isExpected(const QByteArray &type, const QByteArray &expected)
{
    return type == expected || (expected == "application/json" && type.endsWith("+json"));
}

} // namespace

Exchange::Exchange(QNetworkReply *reply, const HttpRequest &request, std::stop_token stop, qint64 nowMs)
    : m_request(request)
    , m_startedMs(nowMs)
    , m_reply(reply)
    , m_result(fail(ErrorKind::cancelled, tr("Cancelled.")))
{
    reply->setReadBufferSize(256 * 1024);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this,
            [this] { end(fail(ErrorKind::timeout, tr("No answer from %1 in time.").arg(m_request.url.host()))); });
    connect(reply, &QNetworkReply::metaDataChanged, this, &Exchange::takeHeaders);
    connect(reply, &QNetworkReply::readyRead, this, &Exchange::takeBytes);
    connect(reply, &QNetworkReply::finished, this, &Exchange::finish);
    connect(reply, &QObject::destroyed, this, [this] { end(fail(ErrorKind::cancelled, tr("Cancelled."))); });
    m_stop = std::make_unique<std::stop_callback<std::function<void()>>>(stop, [this] {
        // May come from another thread, and m_stop outlives no part of this object: so hand it over to our own thread.
        QMetaObject::invokeMethod(
            this, [this] { end(fail(ErrorKind::cancelled, tr("Cancelled."))); }, Qt::QueuedConnection);
    });
    m_limit.start(std::max(request.timeout, std::chrono::milliseconds(1)));
}

Exchange::~Exchange()
{
    m_stop.reset();
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void Exchange::takeHeaders()
{
    if (m_ended || !m_reply)
        return;
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (announced > m_request.maxBytes)
        end(fail(ErrorKind::tooLarge, tr("The answer of %1 is too large.").arg(m_request.url.host())));
}

void Exchange::takeBytes()
{
    if (m_ended || !m_reply)
        return;
    m_body += m_reply->read(m_request.maxBytes + 1 - m_body.size());
    if (m_body.size() > m_request.maxBytes)
        return end(fail(ErrorKind::tooLarge, tr("The answer of %1 is too large.").arg(m_request.url.host())));
    tellProgress();
    if (m_reply && m_reply->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &Exchange::takeBytes, Qt::QueuedConnection);
}

void Exchange::tellProgress() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_request.progress && status >= 200 && status < 300)
        m_request.progress(m_body.size(), m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong());
}

void Exchange::finish()
{
    while (!m_ended && m_reply && m_reply->bytesAvailable() > 0) {
        const auto before = m_body.size();
        takeBytes();
        if (m_body.size() == before)
            break;
    }
    if (!m_ended)
        end(judged());
}

void Exchange::end(Result<HttpAnswer> result)
{
    if (m_ended)
        return;
    m_ended = true;
    m_limit.stop();
    m_result = std::move(result);
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    // Never from within the caller's own call: the waiter subscribes only after the constructor.
    QMetaObject::invokeMethod(this, &Exchange::done, Qt::QueuedConnection);
}

Result<HttpAnswer> Exchange::judged() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString host = m_request.url.host();
    if (isRedirectError(m_reply->error()) || (status >= 300 && status < 400 && status != 304))
        return fail(ErrorKind::protocol, tr("%1 sent us on to another place, and Wardroom did not follow.").arg(host));
    if (status >= 400) {
        const Result<HttpAnswer> refused = judgedStatus(status);
        return m_request.refusalsToo ? HttpAnswer{status, mediaType(*m_reply), m_body, refused.error()} : refused;
    }
    if (status == 0 || m_reply->error() != QNetworkReply::NoError)
        return tl::unexpected(errorOfConnection());
    const QByteArray announced = m_reply->rawHeader("Content-Length");
    if (!announced.isEmpty() && m_request.method != "HEAD" && announced.toLongLong() != m_body.size())
        return fail(ErrorKind::transient, tr("The answer of %1 broke off.").arg(host));
    HttpAnswer answer{status, mediaType(*m_reply), m_body};
    if (!m_request.expects.isEmpty() && !m_body.isEmpty() && !isExpected(answer.contentType, m_request.expects))
        return fail(ErrorKind::protocol,
                    tr("%1 answered with something else than expected. Is a proxy or another program at that address?")
                        .arg(host));
    // Where no length was announced, Qt 6.4 does not always tell a body that broke off from one that ended: JSON does.
    const bool isJson = m_request.expects == "application/json";
    if (announced.isEmpty() && isJson && !m_body.isEmpty() && !parsedJson(m_body))
        return fail(ErrorKind::transient, tr("The answer of %1 broke off.").arg(host));
    return answer;
}

Result<HttpAnswer> Exchange::judgedStatus(int status) const
{
    Error error{kindOfStatus(status), tr("%1 answered with error %2.").arg(m_request.url.host()).arg(status),
                std::nullopt};
    if (m_reply->hasRawHeader("Retry-After"))
        error.retryAfter = parseRetryAfter(m_reply->rawHeader("Retry-After"), m_startedMs);
    if (error.kind == ErrorKind::auth)
        error.message = tr("%1 does not accept the name or the secret.").arg(m_request.url.host());
    else if (error.kind == ErrorKind::forbidden)
        error.message = tr("%1 does not allow this.").arg(m_request.url.host());
    else if (error.kind == ErrorKind::tooLarge)
        error.message = tr("This is larger than %1, or something on the way there, takes.").arg(m_request.url.host());
    return tl::unexpected(error);
}

Error Exchange::errorOfConnection() const
{
    const QString host = m_request.url.host();
    switch (m_reply->error()) {
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorKind::protocol, tr("The certificate of %1 cannot be trusted.").arg(host), std::nullopt};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::UnknownContentError:
        return {ErrorKind::protocol, tr("%1 said something that is not HTTP.").arg(host), std::nullopt};
    case QNetworkReply::RemoteHostClosedError:
        if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
            return {ErrorKind::transient, tr("The answer of %1 broke off.").arg(host), std::nullopt};
        return {ErrorKind::transient, tr("%1 hung up without an answer.").arg(host), std::nullopt};
    case QNetworkReply::ConnectionRefusedError:
        return {ErrorKind::transient, tr("Nothing answers at %1. Is the program running there?").arg(host),
                std::nullopt};
    default: return {ErrorKind::transient, tr("Cannot reach %1.").arg(host), std::nullopt};
    }
}

} // namespace wardroom::net
