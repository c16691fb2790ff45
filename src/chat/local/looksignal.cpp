// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/looksignal.h"

#include "base/hash.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

#include <sys/stat.h>
#include <unistd.h>

namespace wardroom::chat {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestSocketPath = 100;
constexpr int kGatherMs = 3;
constexpr int kKnockMs = 2000;
constexpr int kMostLookers = 64;

//! Made, or found to be a real folder of ours that nobody else may enter (in /tmp anybody could have made it first).
bool isPrivateFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    ::mkdir(name.constData(), 0700);
    struct stat about;
    return ::lstat(name.constData(), &about) == 0 && S_ISDIR(about.st_mode) && about.st_uid == ::geteuid()
        && (about.st_mode & 0077) == 0;
}

QString socketFolder()
{
    const QString user = QString::number(::geteuid());
    for (const QString &base : {QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation), u"/tmp"_s}) {
        const QString path = base + "/wardroom-"_L1 + user;
        if (!base.isEmpty() && path.size() + 18 <= kLongestSocketPath && isPrivateFolder(path))
            return path;
    }
    return {};
}

} // namespace

LookSignal::LookSignal(QString lookersFolder, QObject *parent) : QObject(parent), m_folder(std::move(lookersFolder)) {}

LookSignal::~LookSignal()
{
    if (!m_name.isEmpty())
        QFile::remove(m_folder + u'/' + m_name);
}

bool LookSignal::listen()
{
    const QString sockets = socketFolder();
    if (sockets.isEmpty())
        return false;
    const QString name = randomHex(8);
    m_server = new QLocalServer(this);
    if (!m_server->listen(sockets + u'/' + name))
        return false;
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server->nextPendingConnection())
            delete caller; // that it came is all it had to say
        Q_EMIT looked();
    });
    QFile looker(m_folder + u'/' + name);
    if (!looker.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return false;
    looker.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    looker.write(m_server->fullServerName().toUtf8());
    m_name = name;
    return true;
}

void LookSignal::poke()
{
    if (m_poking)
        return;
    m_poking = true;
    QTimer::singleShot(kGatherMs, this, [this] {
        m_poking = false;
        pokeNow();
    });
}

void LookSignal::pokeNow()
{
    const QStringList lookers = QDir(m_folder).entryList(QDir::Files, QDir::Time);
    for (const QString &looker : lookers.mid(0, kMostLookers)) {
        if (looker != m_name && !m_knocking.contains(looker))
            knock(looker);
    }
}

void LookSignal::knock(const QString &looker)
{
    const QString file = m_folder + u'/' + looker;
    QFile record(file);
    if (!record.open(QIODevice::ReadOnly))
        return;
    const QString path = QString::fromUtf8(record.read(kLongestSocketPath + 1));
    auto *socket = new QLocalSocket(this);
    m_knocking.insert(looker, socket);
    const auto done = [this, looker, socket] {
        if (m_knocking.remove(looker))
            socket->deleteLater();
    };
    connect(socket, &QLocalSocket::connected, this, done);
    connect(socket, &QLocalSocket::errorOccurred, this, [done, file, path](QLocalSocket::LocalSocketError error) {
        const bool gone = error == QLocalSocket::ServerNotFoundError || error == QLocalSocket::ConnectionRefusedError;
        // A program that was killed leaves both behind. Only ever a socket is removed, whatever the file names.
        struct stat about;
        if (gone && ::lstat(QFile::encodeName(path).constData(), &about) == 0 && S_ISSOCK(about.st_mode))
            QFile::remove(path);
        if (gone)
            QFile::remove(file);
        done();
    });
    QTimer::singleShot(kKnockMs, socket, done);
    socket->connectToServer(path);
}

} // namespace wardroom::chat
