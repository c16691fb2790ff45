// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/webhook/webhookintake.h"

#include "connectors/webhook/webhookconnection.h"

#include <QPointer>
#include <sodium.h>

namespace wardroom::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kShortestToken = 16;

tl::unexpected<Refusal> refused(int status, const QString &sentence)
{
    return tl::unexpected(Refusal{status, sentence});
}

//! In a time that does not depend on where they differ; over hashes, so that not even the lengths show.
bool isSame(const Sha256 &a, const Sha256 &b)
{
    return a.bytes().size() == b.bytes().size() &&
           sodium_memcmp(a.bytes().constData(), b.bytes().constData(), size_t(a.bytes().size())) == 0;
}

//! No media type is taken for JSON, because CrowdSec's own HTTP plugin sends none.
bool isJson(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type.isEmpty() || type == "application/json" || (type.startsWith("application/") && type.endsWith("+json"));
}

int statusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::invalid:
    case ErrorKind::protocol: return 422;
    case ErrorKind::tooLarge: return 413;
    case ErrorKind::rate: return 429;
    default: return 503;
    }
}

} // namespace

WebhookIntake::WebhookIntake(QList<WebhookSource> sources, Take take, const Clock &clock, WebhookLimits limits,
                             QObject *parent)
    : QObject(parent)
    , m_take(std::move(take))
    , m_clock(clock)
    , m_limits(limits)
{
    for (const WebhookSource &source : std::as_const(sources)) {
        if (source.token.size() >= kShortestToken)
            m_sources.insert(source.name, Known{Sha256::of(source.token), source.mapping, 0, 0});
    }
    connect(&m_server, &QTcpServer::newConnection, this, &WebhookIntake::accept);
}

Result<quint16> WebhookIntake::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return fail(ErrorKind::conflict, tr("Cannot take alerts at port %1: %2").arg(port).arg(m_server.errorString()));
    return m_server.serverPort();
}

QUrl WebhookIntake::urlOf(const QString &source) const
{
    return QUrl(u"http://127.0.0.1:%1/alerts/%2"_s.arg(m_server.serverPort()).arg(source));
}

void WebhookIntake::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto *connection = new WebhookConnection(socket, this);
        if (m_open > m_limits.connections)
            connection->refuse({429, tr("Too many connections at once.")});
    }
}

tl::expected<QString, Refusal> WebhookIntake::judgeSender(const RequestHead &head) const
{
    const QByteArray credential = head.headers.value("authorization");
    const bool isBearer = credential.left(7).toLower() == "bearer ";
    const Sha256 given = Sha256::of(isBearer ? credential.mid(7).trimmed() : QByteArray());
    QString sender;
    for (auto each = m_sources.begin(); each != m_sources.end(); ++each) { // all of them, always
        if (isSame(each->token, given))
            sender = each.key();
    }
    if (sender.isEmpty())
        return refused(401, tr("The token is missing or wrong."));
    if (head.headers.contains("origin")) // a page in somebody's browser; tools send no origin
        return refused(403, tr("Browsers may not post alerts."));
    return sender;
}

//! The name by which it was called must be this machine's own: a page whose name was made to lead here has another.
tl::expected<void, Refusal> WebhookIntake::judgeHealth(const RequestHead &head) const
{
    const QUrl host(u"http://"_s + QString::fromLatin1(head.headers.value("host")), QUrl::StrictMode);
    const bool isHere = host.host() == u"localhost" || QHostAddress(host.host()).isLoopback();
    if (!m_health)
        return refused(404, tr("There is nothing here. Alerts go to /alerts/ and the name of the tool."));
    if (!isHere || head.headers.contains("origin"))
        return refused(403, tr("Only programs on this machine may ask."));
    if (head.method != "GET" || head.length > 0)
        return refused(405, tr("This is only read."));
    return {};
}

tl::expected<QString, Refusal> WebhookIntake::judge(const RequestHead &head)
{
    if (!head.path.startsWith("/alerts/"))
        return refused(404, tr("There is nothing here. Alerts go to /alerts/ and the name of the tool."));
    const auto sender = judgeSender(head);
    if (!sender)
        return sender;
    const QString name = QString::fromUtf8(head.path.mid(8));
    if (!m_sources.contains(name))
        return refused(404, tr("No tool of this name is known."));
    if (name != *sender)
        return refused(403, tr("This token belongs to another tool."));
    if (head.method != "POST")
        return refused(405, tr("Alerts are posted."));
    Known &source = m_sources[name];
    const qint64 minute = m_clock.nowMs() / 60'000;
    source.inMinute = source.minute == minute ? source.inMinute + 1 : 1;
    source.minute = minute;
    if (source.inMinute > m_limits.perMinute)
        return refused(429, tr("Too many requests in this minute."));
    if (head.length < 0)
        return refused(411, tr("The length of the body is missing."));
    if (head.length > m_limits.largestBody)
        return refused(413, tr("The body is larger than %1 bytes.").arg(m_limits.largestBody));
    if (!isJson(head.headers.value("content-type")))
        return refused(415, tr("The body must be JSON."));
    return name;
}

QCoro::Task<tl::expected<qsizetype, Refusal>> WebhookIntake::deliver(QString source, QByteArray body)
{
    const auto alerts = m_sources.value(source).mapping.apply(body);
    if (!alerts)
        co_return tl::unexpected(Refusal{statusOf(alerts.error().kind), alerts.error().message});
    const auto taken = co_await m_take(*alerts);
    if (!taken)
        co_return tl::unexpected(Refusal{statusOf(taken.error().kind), taken.error().message});
    co_return alerts->size();
}

} // namespace wardroom::connectors
