// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/controlclient.h"

#include "control/controlsocket.h"

#include <QCoroLocalSocket>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QPointer>
#include <unistd.h>

namespace wardroom::control {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray requestFor(const QStringList &arguments, const QByteArray &secret)
{
    QJsonObject request{
        {u"v"_s, 1}, {u"args"_s, QJsonArray::fromStringList(arguments)}, {u"folder"_s, QDir::currentPath()}};
    if (!secret.isEmpty())
        request.insert(u"secret"_s, QString::fromUtf8(secret));
    return QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

ControlClient::ControlClient(QString profileFolder) : m_folder(std::move(profileFolder)) {}

QCoro::Task<Result<Answer>> ControlClient::ask(QStringList arguments,
                                               std::function<void(const QJsonValue &, const QString &)> line,
                                               QByteArray secret)
{
    QFile note(m_folder + u"/socket"_s);
    const QString path = note.open(QFile::ReadOnly) ? QString::fromUtf8(note.read(200)).trimmed() : QString();
    if (path.isEmpty())
        co_return fail(ErrorKind::transient, tr("Nobody listens on this profile."));
    const QByteArray request = requestFor(arguments, secret);
    if (request.size() > kLongestRequest)
        co_return fail(ErrorKind::tooLarge, tr("That is longer than a command can be; attach it as a file."));
    QLocalSocket socket;
    co_await qCoro(socket).connectToServer(path, QIODevice::ReadWrite, 3s);
    // Whoever the profile belongs to; for anybody but root that is this user.
    const uint owner = QFileInfo(note).ownerId();
    const bool isOurs = owner == ::geteuid() || ::geteuid() == 0;
    if (socket.state() != QLocalSocket::ConnectedState || !isOurs || userOf(socket) != owner)
        co_return fail(ErrorKind::transient, tr("Nobody listens on this profile."));
    socket.write(request);
    QByteArray bytes;
    for (;;) {
        const bool isOpen = socket.state() == QLocalSocket::ConnectedState;
        if (isOpen && socket.bytesAvailable() == 0)
            co_await qCoro(socket).waitForReadyRead(1s);
        bytes += socket.readAll();
        for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n')) {
            const QJsonObject json = QJsonDocument::fromJson(bytes.first(end)).object();
            bytes.remove(0, end + 1);
            if (json.contains(u"exit"_s))
                co_return answerFrom(json);
            if (json.contains(u"line"_s))
                line(json.value(u"line"_s), json.value(u"text"_s).toString());
        }
        if (bytes.size() > kLongestAnswer || (!isOpen && socket.bytesAvailable() == 0))
            co_return fail(ErrorKind::protocol,
                           tr("The program that runs on this profile broke off its answer; it may "
                              "have ended. See whether what you asked for is there, then ask again."));
    }
}

} // namespace wardroom::control
