// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/controlsocket.h"

#include "base/hash.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QStandardPaths>

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace wardroom::control {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestSocketPath = 100;

//! Made, or found to be a real folder of ours that nobody else may enter: in /tmp anybody could have made it first.
bool isPrivateFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    ::mkdir(name.constData(), 0700);
    struct stat about;
    return ::lstat(name.constData(), &about) == 0 && S_ISDIR(about.st_mode) && about.st_uid == ::geteuid() &&
           (about.st_mode & 0077) == 0;
}

} // namespace

QString socketPathFor(const QString &profileFolder)
{
    const QString real = QDir(profileFolder).canonicalPath();
    const QString name =
        u"/%1.sock"_s.arg(Sha256::of((real.isEmpty() ? profileFolder : real).toUtf8()).hex().first(16));
    QStringList bases{u"/tmp"_s};
    if (qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        bases.prepend(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
    // A service's /tmp is its own (systemd.exec(5), PrivateTmp=), so nobody would find the socket there.
    if (qEnvironmentVariableIsSet("RUNTIME_DIRECTORY"))
        bases.prepend(qEnvironmentVariable("RUNTIME_DIRECTORY").section(u':', 0, 0));
    for (const QString &base : std::as_const(bases)) {
        const QString folder = u"%1/wardroom-%2"_s.arg(base).arg(::geteuid());
        if (!base.isEmpty() && QFile::encodeName(folder + name).size() <= kLongestSocketPath && isPrivateFolder(folder))
            return folder + name;
    }
    return {};
}

std::optional<uint> userOf(const QLocalSocket &socket)
{
    struct ucred peer;
    socklen_t size = sizeof peer;
    if (::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return std::nullopt;
    return peer.uid;
}

QJsonObject toJson(const Answer &answer)
{
    QJsonObject json{{u"exit"_s, answer.exitCode}, {u"text"_s, answer.text}, {u"note"_s, answer.note}};
    if (!answer.json.isUndefined())
        json.insert(u"json"_s, answer.json);
    return json;
}

Answer answerFrom(const QJsonObject &json)
{
    return {json.value(u"exit"_s).toInt(look), json.value(u"json"_s), json.value(u"text"_s).toString(),
            json.value(u"note"_s).toString()};
}

} // namespace wardroom::control
