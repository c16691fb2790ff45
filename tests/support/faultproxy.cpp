// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultproxy.h"

#include "support/faultyexchange.h"

#include <QCryptographicHash>
#include <QNetworkProxy>
#include <QTimer>
#include <numeric>

namespace wardroom::test {
using namespace Qt::StringLiterals;

namespace {

const char *word(Fault fault)
{
    static constexpr const char *kWords[] = {"none", "delay",    "drop",     "lostReply", "cut", "duplicate",
                                             "429",  "429 mute", "429 body", "502",       "html"};
    return kWords[int(fault)];
}

} // namespace

FaultPlan FaultPlan::rough(quint64 seed)
{
    FaultPlan plan;
    plan.seed = seed;
    plan.perMille = {{Fault::delay, 60},      {Fault::drop, 25},    {Fault::lostReply, 30},  {Fault::cut, 15},
                     {Fault::duplicate, 30},  {Fault::tooMany, 10}, {Fault::tooManyMute, 5}, {Fault::tooManyBody, 10},
                     {Fault::badGateway, 20}, {Fault::html, 10}};
    return plan;
}

FaultPlan FaultPlan::only(Fault fault, int perMille, quint64 seed)
{
    FaultPlan plan;
    plan.seed = seed;
    plan.perMille = {{fault, perMille}};
    return plan;
}

FaultProxy::FaultProxy(QUrl server, FaultPlan plan) : m_server(std::move(server)), m_plan(std::move(plan))
{
    connect(&m_listener, &QTcpServer::newConnection, this, &FaultProxy::accept);
    listen();
}

FaultProxy::~FaultProxy()
{
    setDown(true);
}

void FaultProxy::listen()
{
    if (!m_listener.listen(QHostAddress::LocalHost, m_port))
        qFatal("the fault proxy cannot listen at %d: %s", m_port, qPrintable(m_listener.errorString()));
    m_port = m_listener.serverPort();
}

QUrl FaultProxy::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void FaultProxy::setDown(bool down)
{
    if (down) {
        m_listener.close();
        qDeleteAll(findChildren<FaultyExchange *>(QString(), Qt::FindDirectChildrenOnly));
    } else if (!m_listener.isListening()) {
        listen();
    }
}

void FaultProxy::setSilent(bool silent)
{
    m_isSilent = silent;
    if (!silent) // what was swallowed stays lost; its senders find out
        qDeleteAll(findChildren<FaultyExchange *>(QString(), Qt::FindDirectChildrenOnly));
}

void FaultProxy::accept()
{
    while (QTcpSocket *client = m_listener.nextPendingConnection())
        new FaultyExchange(client, this); // ends itself
}

int FaultProxy::faults() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), 0) - count(Fault::none);
}

Fault FaultProxy::chosen(const FaultPlan &plan, const QByteArray &method, const QByteArray &path, int nth)
{
    const QByteArray told =
        QByteArray::number(plan.seed) + '\n' + method + '\n' + path + '\n' + QByteArray::number(nth);
    const QByteArray hash = QCryptographicHash::hash(told, QCryptographicHash::Sha256).left(4);
    int drawn = int((quint32(quint8(hash[0])) << 24 | quint32(quint8(hash[1])) << 16 | quint32(quint8(hash[2])) << 8 |
                     quint32(quint8(hash[3]))) %
                    1000);
    for (auto it = plan.perMille.begin(); it != plan.perMille.end(); ++it) {
        if (drawn < it.value())
            return it.key();
        drawn -= it.value();
    }
    return Fault::none;
}

Fault FaultProxy::next(const QByteArray &method, const QByteArray &path)
{
    ++m_requests;
    const bool isSpared =
        !m_plan.spared.pattern().isEmpty() && m_plan.spared.match(QString::fromLatin1(path)).hasMatch();
    const Fault fault = isSpared ? Fault::none : chosen(m_plan, method, path, m_seen[method + path]++);
    ++m_counts[fault];
    m_history.append(
        u"%1 %2 %3"_s.arg(QLatin1StringView(method), QLatin1StringView(path), QLatin1StringView(word(fault))));
    return fault;
}

FaultyExchange::FaultyExchange(QTcpSocket *client, FaultProxy *proxy) : QObject(proxy), m_client(client), m_proxy(proxy)
{
    client->setParent(this);
    connect(client, &QTcpSocket::readyRead, this, &FaultyExchange::read);
    connect(client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    read();
}

//! Of head and body; -1 while the head is not whole. (Qt's and Python's clients name the length of what they send.)
qint64 FaultyExchange::wholeLength(qsizetype head) const
{
    static const QRegularExpression length(u"\r\ncontent-length:\\s*(\\d+)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const auto match = length.match(QString::fromLatin1(m_request.first(head)));
    return head + 4 + (match.hasMatch() ? match.captured(1).toLongLong() : 0);
}

void FaultyExchange::read()
{
    if (m_isWhole)
        return;
    m_request += m_client->readAll();
    const qsizetype head = m_request.indexOf("\r\n\r\n");
    if (head < 0 || m_request.size() < wholeLength(head) || !m_proxy || m_proxy->m_isSilent)
        return;
    m_isWhole = true;
    const QList<QByteArray> line = m_request.first(m_request.indexOf("\r\n")).split(' ');
    m_fault = m_proxy->next(line.value(0), line.value(1).split('?').first());
    // One request a connection, on both sides.
    QList<QByteArray> lines = m_request.first(head).split('\n');
    lines.removeIf([](const QByteArray &each) {
        const QByteArray name = each.left(each.indexOf(':')).trimmed().toLower();
        return name == "connection" || name == "keep-alive";
    });
    for (QByteArray &each : lines)
        each = each.trimmed();
    m_request = lines.join("\r\n") + "\r\nConnection: close\r\n\r\n" + m_request.mid(head + 4);
    act();
}

void FaultyExchange::act()
{
    const qint64 wait = m_proxy->m_plan.retryAfter.count();
    switch (m_fault) {
    case Fault::drop: return hangUp();
    case Fault::tooMany:
        return say("429 Too Many Requests", "application/json", R"({"errcode":"M_LIMIT_EXCEEDED","error":"Too many"})",
                   "Retry-After: " + QByteArray::number((wait + 999) / 1000) + "\r\n");
    case Fault::tooManyMute: return say("429 Too Many Requests", "text/plain", "slow down");
    case Fault::tooManyBody:
        return say("429 Too Many Requests", "application/json",
                   R"({"errcode":"M_LIMIT_EXCEEDED","error":"Too many","retry_after_ms":)" + QByteArray::number(wait) +
                       '}');
    case Fault::badGateway: return say("502 Bad Gateway", "text/html", "<html><h1>502 Bad Gateway</h1></html>");
    case Fault::html: return say("200 OK", "text/html", "<html><body>Please accept our terms of use.</body></html>");
    case Fault::delay: {
        const auto most = std::max<qint64>(1, m_proxy->m_plan.longestDelay.count());
        return QTimer::singleShot(int(qHash(m_request, m_proxy->m_plan.seed) % size_t(most)), this,
                                  [this] { forward(false); });
    }
    default: return forward(false);
    }
}

void FaultyExchange::forward(bool again)
{
    if (!m_proxy)
        return;
    m_isAgain = again;
    m_reply.clear();
    delete m_server.data();
    m_server = new QTcpSocket(this);
    m_server->setProxy(QNetworkProxy::NoProxy);
    connect(m_server, &QTcpSocket::connected, this, [this] { m_server->write(m_request); });
    connect(m_server, &QTcpSocket::readyRead, this, [this] { m_reply += m_server->readAll(); });
    connect(m_server, &QTcpSocket::disconnected, this, &FaultyExchange::replied);
    connect(m_server, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (error != QAbstractSocket::RemoteHostClosedError)
            hangUp(); // nobody there: the client shall find that out in the same way
    });
    m_server->connectToHost(m_proxy->m_server.host(), quint16(m_proxy->m_server.port(80)));
}

void FaultyExchange::replied()
{
    m_reply += m_server->readAll();
    if (m_reply.isEmpty() || m_fault == Fault::lostReply)
        return hangUp();
    if (m_fault == Fault::duplicate && !m_isAgain) {
        QMetaObject::invokeMethod(
            this, [this] { forward(true); }, Qt::QueuedConnection);
        return;
    }
    const qsizetype body = m_reply.indexOf("\r\n\r\n") + 4;
    if (m_fault == Fault::cut)
        m_reply.truncate(body + (m_reply.size() - body) / 2);
    m_client->write(m_reply);
    m_client->disconnectFromHost();
}

void FaultyExchange::say(const QByteArray &status, const QByteArray &type, const QByteArray &body,
                         const QByteArray &more)
{
    m_client->write("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " +
                    QByteArray::number(body.size()) + "\r\nConnection: close\r\n" + more + "\r\n" + body);
    m_client->disconnectFromHost();
}

void FaultyExchange::hangUp()
{
    m_client->abort();
    deleteLater();
}

} // namespace wardroom::test
