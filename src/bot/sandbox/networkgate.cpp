// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/networkgate.h"

#include "bot/sandbox/gatepassage.h"

#include <QFile>
#include <QHostInfo>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

//! A socket of the file system, made here and not by QLocalServer: the folder is another user's when this is root.
int listeningSocket(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= qsizetype(sizeof address.sun_path))
        return -1;
    std::copy(path.begin(), path.end(), address.sun_path);
    const int file = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const bool good = file >= 0 && bind(file, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
                      chmod(path.constData(), 0666) == 0 && ::listen(file, NetworkGate::kMostConnections) == 0;
    if (good || file < 0)
        return file;
    close(file);
    return -1;
}

void systemLookup(const QString &name, QObject *context, const std::function<void(QList<QHostAddress>)> &then)
{
    QHostInfo::lookupHost(name, context, [then](const QHostInfo &info) { then(info.addresses()); });
}

} // namespace

NetworkGate::NetworkGate(QList<NetworkNeed> needs, Lookup lookup, QObject *parent)
    : QObject(parent)
    , m_needs(std::move(needs))
    , m_lookup(lookup ? std::move(lookup) : Lookup(systemLookup))
{
    connect(&m_server, &QLocalServer::newConnection, this, &NetworkGate::takeAll);
}

Result<void> NetworkGate::listen(const QString &path)
{
    const int file = listeningSocket(QFile::encodeName(path));
    if (file < 0 || !m_server.listen(qintptr(file)))
        return fail(ErrorKind::unsupported, tr("The way out for this command's network could not be made."));
    return {};
}

const NetworkNeed *NetworkGate::find(const QString &host, int port) const
{
    for (const NetworkNeed &need : m_needs)
        if (need.port == port && need.host == host)
            return &need;
    return nullptr;
}

void NetworkGate::lookUp(const QString &name, QObject *context, std::function<void(QList<QHostAddress>)> then) const
{
    const QHostAddress written(name);
    if (!written.isNull())
        return then({written});
    m_lookup(name, context, std::move(then));
}

bool NetworkGate::count(qint64 bytes)
{
    m_passed += bytes;
    return m_passed <= kMostBytes;
}

void NetworkGate::takeAll()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        auto *passage = new GatePassage(*this, socket, this);
        connect(passage, &QObject::destroyed, this, [this] { --m_open; });
        connect(passage, &GatePassage::refused, this, &NetworkGate::refused);
        if (++m_open > kMostConnections)
            passage->refuse("503 Busy", tr("More than %1 connections at once.").arg(kMostConnections));
    }
}

} // namespace wardroom::bot
