// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <functional>

namespace wardroom::test {

//! A request as the scripted server read it.
struct SeenRequest
{
    QByteArray method;
    QByteArray target; //!< path and query as sent
    QHash<QByteArray, QByteArray> headers;
    QByteArray body;
};

//! An HTTP answer's bytes.
inline QByteArray answer(int status, const QByteArray &body, const QByteArray &type = "application/json",
                         const QByteArray &more = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n" + more + "\r\n" +
           body;
}

//! Listens on a port that the system chose, on this machine only, and answers each request with the bytes that
//! \a script gives; empty bytes mean no answer at all. Closes after each answer.
class ScriptedServer final : public QObject
{
public:
    using Script = std::function<QByteArray(const SeenRequest &)>;

    explicit ScriptedServer(Script script) : m_script(std::move(script))
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        m_server.listen(QHostAddress::LocalHost, 0);
    }
    QUrl url(const QString &path = QStringLiteral("/")) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
    }
    void script(Script script) { m_script = std::move(script); }
    const QList<SeenRequest> &seen() const { return m_seen; }

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &bytes = m_partial[socket];
        bytes += socket->readAll();
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        QList<QByteArray> lines = bytes.first(end).split('\n');
        const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
        SeenRequest request{first.value(0), first.value(1), {}, bytes.mid(end + 4)};
        for (const QByteArray &line : lines)
            request.headers.insert(line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed());
        if (request.body.size() < request.headers.value("content-length").toLongLong())
            return;
        m_partial.remove(socket);
        m_seen.append(request);
        const QByteArray said = m_script(request);
        if (said.isEmpty())
            return;
        socket->write(said);
        socket->disconnectFromHost();
    }

    Script m_script;
    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_partial;
    QList<SeenRequest> m_seen;
};

} // namespace wardroom::test
