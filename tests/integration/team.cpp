// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "team.h"

#include <QDateTime>
#include <QFile>
#include <QHostAddress>

namespace wardroom::test {
using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> dpkgLog(const QString &root)
{
    QFile log(root + u"/var/log/dpkg.log"_s);
    return log.open(QFile::ReadOnly) ? log.readAll().split('\n') : QList<QByteArray>();
}

} // namespace

Team::Team()
{
    // As root, commands run as somebody else, who has to reach the folders.
    QFile::setPermissions(m_top.path(), QFile::Permissions(0x7055));
    m_ada = std::make_unique<Somebody>(m_top.path(), u"ada"_s);
    m_tom = std::make_unique<Somebody>(m_top.path(), u"tom"_s);
    found();
}

bool Team::did(const Said &said)
{
    if (said.exitCode != 0)
        m_problem += QString::fromUtf8(said.err);
    return said.exitCode == 0;
}

void Team::found()
{
    const Said founded = m_ada->json({u"workspace"_s, u"add"_s, u"local"_s, u"Blue team"_s, u"--at"_s,
                                      top() + u"/blue"_s, u"--name"_s, u"Ada Byron"_s});
    if (!did(founded))
        return;
    m_trust = founded.object().value(u"trust"_s).toString();
    const Said invited = m_ada->ctl({u"workspace"_s, u"invite"_s});
    const QString line = QString::fromUtf8(invited.out).trimmed();
    if (!did(invited) || !did(m_tom->ctl({u"workspace"_s, u"join"_s, line, u"--name"_s, u"Tom Kyte"_s})))
        return;
    for (const QString &room : {u"security-ops"_s, u"it-handover"_s, u"ids-alerts"_s, u"it"_s})
        if (!did(m_ada->ctl({u"room"_s, u"invite"_s, room, u"Tom"_s})))
            return;
}

QList<QJsonObject> operationsOf(const Somebody &somebody, const QString &room, const QString &host)
{
    QList<QJsonObject> all = somebody.json({u"operations"_s, room}).lines();
    all.removeIf([&](const QJsonObject &each) { return !host.isEmpty() && each.value(u"host"_s).toString() != host; });
    return all;
}

qsizetype countOf(const QList<QJsonObject> &timeline, const QString &kind, const QString &op)
{
    return std::count_if(timeline.begin(), timeline.end(), [&](const QJsonObject &line) {
        return line.value(u"kind"_s).toString() == kind && line.value(u"op"_s).toString() == op;
    });
}

qsizetype upgradesOf(const QString &root, const QString &package)
{
    const QList<QByteArray> lines = dpkgLog(root);
    const QByteArray wanted = " upgrade " + package.toLatin1() + ':';
    return std::count_if(lines.begin(), lines.end(), [&](const QByteArray &line) { return line.contains(wanted); });
}

bool hasUpgraded(const QString &root, const QString &package)
{
    bool begun = false;
    for (const QByteArray &line : dpkgLog(root)) {
        begun = begun || line.contains(" upgrade " + package.toLatin1() + ':');
        if (begun && line.contains(" status installed " + package.toLatin1() + ':'))
            return true;
    }
    return false;
}

std::unique_ptr<QProcess> startDaemon(const Somebody &somebody, quint16 *port)
{
    QStringList arguments{u"--profile"_s, somebody.profile()};
    if (port)
        arguments += {u"--listen"_s, u"127.0.0.1:0"_s};
    auto process = somebody.start(u"wardroomd"_s, arguments);
    QByteArray said;
    while (!said.contains("ready\n") && process->waitForReadyRead(60'000))
        said += process->readAllStandardOutput();
    const QByteArray log = process->readAllStandardError();
    if (!said.contains("ready\n"))
        qWarning() << "no engine:" << log;
    if (port)
        *port = log.mid(log.lastIndexOf("127.0.0.1:") + 10).split('\n').value(0).toUShort();
    return process;
}

AlertPost::AlertPost(quint16 port, const QByteArray &token, const QByteArray &fingerprint, const QByteArray &title)
{
    const QByteArray now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1();
    const QByteArray body = R"({"alerts":[{"status":"firing","fingerprint":")" + fingerprint + R"(","startsAt":")" +
                            now + R"(","labels":{"alertname":")" + title +
                            R"(","severity":"critical","instance":"web-01"}}]})";
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_socket.waitForConnected(5000);
    m_socket.write("POST /alerts/prometheus HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                   "Authorization: Bearer " +
                   token + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    m_socket.flush();
}

int AlertPost::status()
{
    QByteArray answer = m_socket.readAll();
    while (answer.count(' ') < 2 && m_socket.waitForReadyRead(20'000))
        answer += m_socket.readAll();
    return answer.split(' ').value(1).toInt();
}

} // namespace wardroom::test
