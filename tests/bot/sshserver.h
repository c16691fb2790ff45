// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDir>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

namespace wardroom::test {

using namespace Qt::StringLiterals;

//! A real sshd of one test on loopback, with keys made for it; it lets in the user the test runs as, by key alone.
class SshServer
{
public:
    //! \a forced: what the second key is bound to.
    explicit SshServer(const QString &forced = {})
    {
        QFile::setPermissions(m_dir.path(), QFile::Permissions(0x7755));
        for (const QString &name : {u"host"_s, u"other"_s, u"client"_s, u"bound"_s})
            QProcess::execute(u"/usr/bin/ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, u""_s, u"-C"_s,
                                                         u"test"_s, u"-f"_s, path(name)});
        write(u"authorized"_s, "restrict " + read(u"client.pub"_s) + "restrict,command=\"" + forced.toUtf8() + "\" " +
                                   read(u"bound.pub"_s));
        if (getuid() == 0)
            QDir().mkpath(u"/run/sshd"_s); // where sshd drops its own privileges to
        for (int attempt = 0; attempt < 5 && !isUp(); ++attempt)
            start();
    }
    ~SshServer()
    {
        m_process.kill();
        m_process.waitForFinished(5000);
    }

    bool isUp() const { return m_isUp; }
    quint16 port() const { return m_port; }
    QByteArray hostKey() const { return read(u"host.pub"_s).simplified(); }
    QByteArray otherKey() const { return read(u"other.pub"_s).simplified(); }
    QByteArray clientKey() const { return read(u"client"_s); }
    QByteArray boundKey() const { return read(u"bound"_s); }
    QString path(const QString &name) const { return m_dir.filePath(name); }
    static QString user() { return getuid() == 0 ? u"root"_s : qEnvironmentVariable("USER"); }
    //! Ends the connections that are open, as a cable that is pulled would.
    void dropConnections() const
    {
        QProcess find;
        find.start(u"/usr/bin/pgrep"_s, {u"-P"_s, QString::number(m_process.processId())});
        find.waitForFinished(5000);
        for (const QByteArray &pid : find.readAllStandardOutput().split('\n'))
            if (!pid.isEmpty())
                QProcess::execute(u"/bin/kill"_s, {u"-KILL"_s, QString::fromLatin1(pid)});
    }

private:
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (file.open(QFile::WriteOnly))
            file.write(content);
    }
    void start()
    {
        QTcpServer free;
        free.listen(QHostAddress::LocalHost);
        m_port = free.serverPort();
        free.close();
        write(u"sshd_config"_s,
              "Port " + QByteArray::number(m_port) + "\nListenAddress 127.0.0.1\nHostKey " + path(u"host"_s).toUtf8() +
                  "\nPidFile none\nAuthorizedKeysFile " + path(u"authorized"_s).toUtf8() +
                  "\nAuthenticationMethods publickey\nUsePAM no\nStrictModes no\nPermitRootLogin yes\nAllowUsers " +
                  user().toUtf8() + '\n');
        m_process.start(u"/usr/sbin/sshd"_s, {u"-D"_s, u"-e"_s, u"-f"_s, path(u"sshd_config"_s)});
        for (int tries = 0; tries < 100 && m_process.state() != QProcess::NotRunning && !m_isUp; ++tries) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, m_port);
            m_isUp = socket.waitForConnected(200);
            if (!m_isUp)
                QTest::qWait(50);
        }
    }

    QTemporaryDir m_dir;
    QProcess m_process;
    quint16 m_port = 0;
    bool m_isUp = false;
};

} // namespace wardroom::test
