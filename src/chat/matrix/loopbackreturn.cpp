// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/loopbackreturn.h"

#include "base/hash.h"

#include <QTcpSocket>
#include <QTimer>
#include <QUrlQuery>

namespace wardroom::chat {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestRequest = 8 * 1024;
constexpr int kMostAtOnce = 8;
constexpr int kPatienceMs = 10'000;

QByteArray answer(const QByteArray &status, const QString &words)
{
    const QByteArray page =
        "<!doctype html><meta charset=\"utf-8\"><title>Wardroom</title><p>" + words.toHtmlEscaped().toUtf8();
    return "HTTP/1.1 " + status +
           "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
           "Referrer-Policy: no-referrer\r\nConnection: close\r\nContent-Length: " +
           QByteArray::number(page.size()) + "\r\n\r\n" + page;
}

} // namespace

LoopbackReturn::LoopbackReturn() : m_path(u'/' + randomHex(16))
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackReturn::greet);
}

Result<void> LoopbackReturn::listen()
{
    m_server.setMaxPendingConnections(kMostAtOnce);
    if (!m_server.listen(QHostAddress::LocalHost, 0))
        return fail(ErrorKind::transient, tr("This machine gives no port for the browser to come back to."));
    return {};
}

QUrl LoopbackReturn::address() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_server.serverPort());
    url.setPath(m_path);
    return url;
}

void LoopbackReturn::giveUp()
{
    if (m_done)
        return;
    m_done = true;
    m_server.close();
    // The waiter subscribes only after the call that may have brought us here.
    QMetaObject::invokeMethod(this, &LoopbackReturn::done, Qt::QueuedConnection);
}

void LoopbackReturn::greet()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(kLongestRequest);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(kPatienceMs, socket, [socket] { socket->abort(); });
    }
}

void LoopbackReturn::read(QTcpSocket *socket)
{
    const QByteArray seen = socket->peek(kLongestRequest);
    const qsizetype end = seen.indexOf("\r\n\r\n");
    if (end < 0 && seen.size() < kLongestRequest)
        return;
    const QList<QByteArray> words = seen.left(seen.indexOf("\r\n")).split(' ');
    const QUrl asked = QUrl::fromEncoded(words.value(1), QUrl::StrictMode);
    const QString token = QUrlQuery(asked).queryItemValue(u"loginToken"_s, QUrl::FullyDecoded);
    const bool good =
        end >= 0 && words.size() == 3 && words.at(0) == "GET" && asked.path() == m_path && !token.isEmpty() && !m_done;
    socket->readAll();
    if (good) {
        m_token = token;
        socket->write(answer("200 OK", tr("You are signed in. You can close this page and go back to Wardroom.")));
    } else {
        socket->write(answer("404 Not Found", tr("There is nothing here.")));
    }
    socket->disconnectFromHost();
    if (good)
        giveUp();
}

} // namespace wardroom::chat
