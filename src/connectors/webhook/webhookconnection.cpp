// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/webhook/webhookconnection.h"

#include <QJsonDocument>

namespace wardroom::connectors {

using namespace Qt::StringLiterals;

namespace {

//! After a refusal the rest of the request is read and thrown away for a moment, so that the sender, who is still
//! writing, gets to read why instead of a broken connection.
constexpr qint64 kMostDiscarded = 4 * 1024 * 1024;
constexpr std::chrono::milliseconds kLinger(300);

} // namespace

WebhookConnection::WebhookConnection(QTcpSocket *socket, WebhookIntake *intake)
    : QObject(intake)
    , m_socket(socket)
    , m_intake(intake)
{
    socket->setParent(this);
    socket->setReadBufferSize(256 * 1024);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        if (m_isAnswered)
            deleteLater();
        else if (!m_isHanded)
            refuse({408, tr("The request took too long.")});
    });
    connect(socket, &QTcpSocket::readyRead, this, &WebhookConnection::read);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_limit.start(intake->m_limits.slowest);
    ++intake->m_open;
}

WebhookConnection::~WebhookConnection()
{
    if (m_intake)
        --m_intake->m_open;
}

void WebhookConnection::answer(int status, const QJsonObject &body, const QByteArray &more)
{
    if (m_isAnswered)
        return;
    m_isAnswered = true;
    const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact) + '\n';
    m_socket->write("HTTP/1.1 " + QByteArray::number(status) + (status == 200 ? " OK" : " Refused") +
                    "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size()) +
                    "\r\nConnection: close\r\nCache-Control: no-store\r\n" + more + "\r\n" + json);
    m_socket->flush();
    m_limit.start(kLinger);
    if (m_isHanded)
        m_socket->disconnectFromHost();
    else
        read();
}

void WebhookConnection::refuse(const Refusal &refusal)
{
    QByteArray more;
    if (refusal.status == 401)
        more = "WWW-Authenticate: Bearer\r\n";
    else if (refusal.status == 405)
        more = m_isHealth ? "Allow: GET\r\n" : "Allow: POST\r\n";
    else if (refusal.status == 429 || refusal.status == 503)
        more = "Retry-After: 5\r\n";
    answer(refusal.status, {{u"error"_s, refusal.sentence}}, more);
}

void WebhookConnection::read()
{
    const QByteArray bytes = m_socket->readAll();
    if (m_isAnswered) {
        m_discarded += bytes.size();
        if (m_discarded > kMostDiscarded)
            deleteLater();
        return;
    }
    if (m_isHanded) // what was whole is under way; whatever follows it is nobody's
        return;
    m_bytes += bytes;
    if (m_length < 0)
        readHead();
    if (m_isAnswered || m_length < 0 || m_bytes.size() < m_length)
        return;
    if (m_bytes.size() > m_length)
        return refuse({400, tr("There is more than the length of the body says.")});
    m_isHanded = true;
    handBody(std::exchange(m_bytes, {}));
}

void WebhookConnection::readHead()
{
    const qsizetype end = m_bytes.indexOf("\r\n\r\n");
    if (end > RequestHead::kLongest || (end < 0 && m_bytes.size() > RequestHead::kLongest))
        return refuse({431, tr("The head of the request is too large.")});
    if (end < 0 || !m_intake)
        return;
    const auto head = parseHead(m_bytes.first(end));
    if (!head)
        return refuse(head.error());
    if (head->path == "/healthz") {
        m_isHealth = true;
        if (const auto allowed = m_intake->judgeHealth(*head); !allowed)
            return refuse(allowed.error());
        m_isHanded = true;
        sayHealth();
        return;
    }
    const auto source = m_intake->judge(*head);
    if (!source)
        return refuse(source.error());
    m_source = *source;
    m_length = head->length;
    m_bytes.remove(0, end + 4);
    if (head->headers.value("expect").toLower() == "100-continue")
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
}

QCoro::Task<void> WebhookConnection::handBody(QByteArray body)
{
    const QPointer<WebhookConnection> self(this);
    const auto taken = co_await m_intake->deliver(m_source, std::move(body));
    if (!self)
        co_return;
    if (!taken)
        refuse(taken.error());
    else
        sayTaken(*taken);
}

QCoro::Task<void> WebhookConnection::sayHealth()
{
    const QPointer<WebhookConnection> self(this);
    const WebhookIntake::Health ask = m_intake->m_health; // outlives the intake while it is asked
    const HealthAnswer health = co_await ask();
    if (self)
        answer(health.isReady ? 200 : 503, health.body);
}

void WebhookConnection::sayTaken(qsizetype count)
{
    answer(200, {{u"taken"_s, count}});
}

} // namespace wardroom::connectors
