// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sshtesthost.h"

#include "bot/sandbox/sandbox.h"

#include <QCoroProcess>
#include <QCoroTimer>
#include <QDir>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <pwd.h>
#include <unistd.h>

namespace wardroom::ctl {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kSshd = "/usr/sbin/sshd";
constexpr int kAttempts = 5; //!< somebody else may take a port between finding and using it
constexpr int kLooks = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("SshTestHost", text);
}

//! One key, whatever host it is asked for.
class OneKey final : public domain::Secrets
{
public:
    explicit OneKey(QByteArray key) : m_key(std::move(key)) {}
    QCoro::Task<Result<QByteArray>> read(QString) override { co_return copy(); } // GCC 12 would move the member out
    QCoro::Task<Result<void>> write(QString, QByteArray) override { co_return refused(); }
    QCoro::Task<Result<void>> remove(QString) override { co_return refused(); }

private:
    QByteArray copy() const { return m_key; }
    static Result<void> refused() { return fail(ErrorKind::unsupported, tr("A test keeps no secrets.")); }
    QByteArray m_key;
};

QString userName()
{
    const passwd *self = getpwuid(getuid());
    return self ? QString::fromLocal8Bit(self->pw_name) : QString();
}

//! As a host's own account would, the script runs without root's rights.
QString droppingRoot()
{
    return getuid() == 0 ? u"/usr/bin/setpriv --reuid=%1 --regid=%1 --clear-groups -- "_s.arg(bot::Sandbox::jobUser())
                         : QString();
}

} // namespace

SshTestHost::SshTestHost(QString taker) : m_taker(std::move(taker))
{
    m_sshd.setStandardErrorFile(path(u"log"_s));
}

SshTestHost::~SshTestHost()
{
    m_sshd.kill();
    m_sshd.waitForFinished(5000);
}

QByteArray SshTestHost::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

bool SshTestHost::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    return file.open(QFile::WriteOnly) && file.write(content) == content.size() &&
           file.setPermissions(QFile::Permissions(0x6644));
}

QCoro::Task<Result<std::unique_ptr<SshTestHost>>> SshTestHost::start(QString taker)
{
    if (!QFileInfo(QString::fromLatin1(kSshd)).isExecutable())
        co_return fail(ErrorKind::unsupported, tr("No sshd is here to test with. Install the package "
                                                  "\"openssh-server\"; it need not run."));
    std::unique_ptr<SshTestHost> host(new SshTestHost(std::move(taker)));
    QFile::setPermissions(host->m_folder.path(), QFile::Permissions(0x7755));
    const Result<void> keys = co_await host->makeKeys();
    if (!keys)
        co_return tl::unexpected(keys.error());
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const Result<void> up = co_await host->listen();
        if (up)
            co_return Result<std::unique_ptr<SshTestHost>>(std::move(host));
    }
    co_return fail(
        ErrorKind::unsupported,
        tr("sshd did not start: %1").arg(QString::fromUtf8(host->read(u"log"_s)).trimmed().section(u'\n', -1)));
}

QCoro::Task<Result<void>> SshTestHost::makeKeys()
{
    const QStringList names{u"host"_s, u"client"_s};
    for (const QString &name : names) {
        QProcess make;
        const QString program = u"/usr/bin/ssh-keygen"_s;
        const QStringList arguments{u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, QString(), u"-f"_s, path(name)};
        auto running = qCoro(make);
        co_await running.start(program, arguments);
        co_await running.waitForFinished(10s);
        if (read(name).isEmpty())
            co_return fail(ErrorKind::unsupported, tr("ssh-keygen made no key."));
    }
    m_secrets = std::make_unique<OneKey>(read(u"client"_s));
    if (getuid() == 0)
        QDir().mkpath(u"/run/sshd"_s); // where sshd drops its own privileges to
    co_return Result<void>();
}

QCoro::Task<Result<void>> SshTestHost::listen()
{
    QTcpServer free;
    free.listen(QHostAddress::LocalHost);
    m_port = free.serverPort();
    free.close();
    const QByteArray config = "Port " + QByteArray::number(m_port) + "\nListenAddress 127.0.0.1\nHostKey " +
                              path(u"host"_s).toUtf8() + "\nPidFile none\nAuthorizedKeysFile " +
                              path(u"authorized"_s).toUtf8() +
                              "\nAuthenticationMethods publickey\nUsePAM no\nStrictModes no\nPermitRootLogin yes\n" +
                              "AllowUsers " + userName().toUtf8() + '\n';
    if (!write(u"config"_s, config))
        co_return fail(ErrorKind::storage, tr("The test's sshd could not be given its settings."));
    m_sshd.start(QString::fromLatin1(kSshd), {u"-D"_s, u"-e"_s, u"-f"_s, path(u"config"_s)});
    for (int look = 0; look < kLooks; ++look) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        // Whoever else answers on that port, ours has ended then: it could not take it.
        if (socket.waitForConnected(200) && m_sshd.state() == QProcess::Running)
            co_return Result<void>();
        if (m_sshd.state() == QProcess::NotRunning)
            break;
        co_await QCoro::sleepFor(50ms);
    }
    m_sshd.kill();
    m_sshd.waitForFinished(1000);
    co_return fail(ErrorKind::transient, {});
}

Result<domain::Host> SshTestHost::serve(const QString &name, const QString &root, const Sha256 &hash)
{
    const QString command = u"%1%2 --practice %3 %4"_s.arg(droppingRoot(), m_taker, root, path(u"allow"_s));
    if (QString(m_taker + root + m_folder.path()).contains(QRegularExpression(u"[\\s\"'\\\\]"_s)))
        return fail(ErrorKind::invalid,
                    tr("A folder with spaces or quotation marks in its name cannot be served over SSH."));
    if (!write(u"allow"_s, hash.hex().toLatin1() + '\n') ||
        !write(u"authorized"_s, "restrict,command=\"" + command.toUtf8() + "\" " + read(u"client.pub"_s)))
        return fail(ErrorKind::storage, tr("The test's sshd could not be given its settings."));
    domain::Host host;
    host.name = name;
    host.reach = u"ssh"_s;
    host.address = u"127.0.0.1:%1"_s.arg(m_port);
    host.user = userName();
    host.hostKey = QString::fromLatin1(read(u"host.pub"_s));
    host.mode = u"forced"_s;
    return host;
}

} // namespace wardroom::ctl
