// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/looksignal.h"

#include "base/hash.h"

#include <QDateTime>
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
constexpr int kOldSeconds = 3600;

//! Made, or found to be a real folder of ours that nobody else may enter (in /tmp anybody could have made it first).
bool isPrivateFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    ::mkdir(name.constData(), 0700);
    struct stat about;
    return ::lstat(name.constData(), &about) == 0 && S_ISDIR(about.st_mode) && about.st_uid == ::geteuid() &&
           (about.st_mode & 0077) == 0;
}

QString socketFolder()
{
    const QString user = QString::number(::geteuid());
    QStringList bases{u"/tmp"_s};
    // Without the variable Qt makes a folder up and warns about it each time.
    if (qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        bases.prepend(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
    for (const QString &base : std::as_const(bases)) {
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
    sweep(sockets);
    const QString name = randomHex(8);
    m_server = new QLocalServer(this);
    if (!m_server->listen(sockets + u'/' + name))
        return false;
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server->nextPendingConnection())
            delete caller; // that it came is all it had to say
        Q_EMIT looked();
    });
    // Written aside first: one that is read half is taken for dead.
    QFile looker(m_folder + "/."_L1 + name);
    if (!looker.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return false;
    looker.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    looker.write(m_server->fullServerName().toUtf8());
    looker.close();
    if (!looker.rename(m_folder + u'/' + name))
        return false;
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
        const QString record = m_folder + u'/' + looker;
        QFile file(record);
        if (looker != m_name && file.open(QIODevice::ReadOnly))
            knock(QString::fromUtf8(file.read(kLongestSocketPath + 1)), record);
    }
}

//! Sockets whose log was deleted before anybody else knocked at them.
void LookSignal::sweep(const QString &sockets)
{
    const auto all = QDir(sockets).entryInfoList(QDir::System, QDir::Time | QDir::Reversed);
    for (const QFileInfo &socket : all.mid(0, kMostLookers)) {
        if (socket.lastModified().secsTo(QDateTime::currentDateTime()) > kOldSeconds)
            knock(socket.filePath(), {});
    }
}

void LookSignal::knock(const QString &path, const QString &record)
{
    if (m_knocking.contains(path) || !path.startsWith(u'/'))
        return;
    auto *socket = new QLocalSocket(this);
    m_knocking.insert(path, socket);
    const auto done = [this, path, socket] {
        if (m_knocking.remove(path))
            socket->deleteLater();
    };
    connect(socket, &QLocalSocket::connected, this, done);
    connect(socket, &QLocalSocket::errorOccurred, this, [done, record, path](QLocalSocket::LocalSocketError error) {
        const bool gone = error == QLocalSocket::ServerNotFoundError || error == QLocalSocket::ConnectionRefusedError;
        // A program that was killed leaves both behind. Only ever a socket is removed, whatever the file names.
        struct stat about;
        if (gone && ::lstat(QFile::encodeName(path).constData(), &about) == 0 && S_ISSOCK(about.st_mode))
            QFile::remove(path);
        if (gone && !record.isEmpty())
            QFile::remove(record);
        done();
    });
    QTimer::singleShot(kKnockMs, socket, done);
    socket->connectToServer(path);
}

} // namespace wardroom::chat
