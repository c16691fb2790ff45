// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/sshjob.h"

#include "base/plaintext.h"
#include "bot/sandbox/confinement.h"
#include "bot/sandbox/seccompfilter.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <unistd.h>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostFiles = 4000;
//! Reads how long the taker is, then the taker, and becomes it; the request stays on stdin for it.
constexpr auto kBecomeTaker =
    "python3 -c 'import sys; n = int(sys.stdin.buffer.readline()); "
    "exec(compile(sys.stdin.buffer.read(n), \"wardroom-remote\", \"exec\"), {\"__name__\": \"__main__\", \"FED\": True})'"_L1;

QString tr(const char *text)
{
    return QCoreApplication::translate("Sandbox", text);
}

QRegularExpression whole(const char16_t *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QStringView(pattern)));
}

//! "name", "name:2222", "[2001:db8::7]:22" or a bare IPv6 address.
bool splitAddress(const QString &said, SshReach &reach)
{
    static const QRegularExpression shape(
        whole(u"(?:\\[([0-9A-Fa-f:]{2,45})\\]|([A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})))(?::([0-9]{1,5}))?"));
    static const QRegularExpression six(whole(u"[0-9A-Fa-f:]{2,45}"));
    if (said.count(u':') > 1 && six.match(said).hasMatch()) {
        reach.address = said;
        return true;
    }
    const auto match = shape.match(said);
    if (!match.hasMatch())
        return false;
    reach.address = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    reach.port = match.captured(3).isEmpty() ? 22 : match.captured(3).toInt();
    return reach.port > 0 && reach.port < 65536;
}

//! Everything SSH could take from elsewhere is named here, so that only what is named counts.
QStringList sshArguments(const SshReach &reach)
{
    QStringList arguments{u"/usr/bin/ssh"_s, u"-F"_s, u"/dev/null"_s, u"-T"_s};
    for (const QLatin1StringView option : {"BatchMode=yes"_L1,
                                           "IdentitiesOnly=yes"_L1,
                                           "IdentityAgent=none"_L1,
                                           "IdentityFile=/run/ssh/key"_L1,
                                           "CertificateFile=none"_L1,
                                           "UserKnownHostsFile=/run/ssh/known_hosts"_L1,
                                           "GlobalKnownHostsFile=/dev/null"_L1,
                                           "StrictHostKeyChecking=yes"_L1,
                                           "HostKeyAlias=wardroom"_L1,
                                           "UpdateHostKeys=no"_L1,
                                           "CheckHostIP=no"_L1,
                                           "VerifyHostKeyDNS=no"_L1,
                                           "PreferredAuthentications=publickey"_L1,
                                           "ForwardAgent=no"_L1,
                                           "ForwardX11=no"_L1,
                                           "ClearAllForwardings=yes"_L1,
                                           "PermitLocalCommand=no"_L1,
                                           "ControlMaster=no"_L1,
                                           "ControlPath=none"_L1,
                                           "EscapeChar=none"_L1,
                                           "ConnectTimeout=8"_L1,
                                           "ServerAliveInterval=5"_L1,
                                           "ServerAliveCountMax=3"_L1,
                                           "LogLevel=ERROR"_L1})
        arguments << u"-o"_s << QString(option);
    arguments << u"-p"_s << QString::number(reach.port) << u"-l"_s << reach.user << u"--"_s << reach.address;
    // A forced command does not read this; it says what was wanted in the other side's log.
    return arguments << (reach.forced ? u"wardroom-remote"_s : QString(kBecomeTaker));
}

QByteArray linkTarget(const QString &path)
{
    QByteArray target(4096, '\0');
    const ssize_t count = ::readlink(QFile::encodeName(path).constData(), target.data(), size_t(target.size()));
    return count > 0 ? target.first(count) : QByteArray();
}

//! What resolving a name needs, and the programs; nothing of anybody's files.
QStringList sshFolders()
{
    QStringList arguments{u"--ro-bind"_s, u"/usr"_s, u"/usr"_s};
    for (const QLatin1StringView name : {"bin"_L1, "sbin"_L1, "lib"_L1, "lib32"_L1, "lib64"_L1, "libx32"_L1})
        if (const QFileInfo info(u"/"_s + name); info.isSymLink())
            arguments << u"--symlink"_s << u"usr/"_s + name << u"/"_s + name;
        else if (info.isDir())
            arguments << u"--ro-bind"_s << u"/"_s + name << u"/"_s + name;
    for (const QLatin1StringView name : {"ld.so.cache"_L1, "resolv.conf"_L1, "hosts"_L1, "gai.conf"_L1, "services"_L1})
        arguments << u"--ro-bind-try"_s << u"/etc/"_s + name << u"/etc/"_s + name;
    return arguments << u"--dev"_s << u"/dev"_s << u"--proc"_s << u"/proc"_s << u"--tmpfs"_s << u"/tmp"_s << u"--dir"_s
                     << u"/work"_s << u"--dir"_s << u"/run/ssh"_s;
}

} // namespace

Result<SshReach> sshReachOf(const domain::Host &host, QByteArray key)
{
    static const QRegularExpression user(whole(u"[a-z_][a-z0-9_.-]{0,31}"));
    static const QRegularExpression pinned(whole(u"[a-z0-9@.-]{4,60} [A-Za-z0-9+/=]{40,4000}"));
    SshReach reach;
    reach.user = host.user;
    reach.hostKey = host.hostKey.simplified().section(u' ', 0, 1);
    reach.forced = host.mode == "forced"_L1;
    reach.key = std::move(key);
    const QString name = shownPlainly(host.name, 80);
    if (!splitAddress(host.address, reach))
        return fail(ErrorKind::invalid,
                    tr("%1 has no good address in the inventory; name:port is expected.").arg(name));
    if (!user.match(reach.user).hasMatch())
        return fail(ErrorKind::invalid, tr("The inventory does not say who to be on %1.").arg(name));
    if (!pinned.match(reach.hostKey).hasMatch())
        return fail(ErrorKind::invalid,
                    tr("The inventory does not pin %1's host key, so nobody could tell whether it is it.").arg(name));
    if (!host.mode.isEmpty() && host.mode != "python"_L1 && !reach.forced)
        return fail(ErrorKind::invalid, tr("%1 is reached by python or forced.").arg(name));
    if (reach.key.isEmpty() || reach.key.size() > Confinement::kLongestSecret)
        return fail(ErrorKind::auth, tr("This node has no key for %1.").arg(name));
    if (!reach.key.endsWith('\n'))
        reach.key += '\n';
    return reach;
}

Result<QByteArray> sshInput(const SandboxJob &job, const Sha256 &hash, const QByteArray &taker)
{
    QJsonArray files;
    QDirIterator each(job.pluginFolder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        const QFileInfo info(path);
        const QString name = path.sliced(job.pluginFolder.size() + 1);
        const QString kind = info.isSymLink() ? u"l"_s : info.isExecutable() ? u"x"_s : u"f"_s;
        QByteArray bytes = info.isSymLink() ? linkTarget(path) : QByteArray();
        if (QFile file(path); kind != "l"_L1) {
            if (!file.open(QFile::ReadOnly))
                return fail(ErrorKind::storage, tr("The command's private copy could not be read."));
            bytes = file.readAll();
        }
        if (files.size() >= kMostFiles)
            return fail(ErrorKind::tooLarge, tr("The plugin has too many files."));
        files.append(QJsonArray{kind, name, QString::fromLatin1(bytes.toBase64())});
    }
    const QJsonObject limits{{u"seconds"_s, job.limits.seconds},
                             {u"memory_mb"_s, job.limits.memoryMb},
                             {u"processes"_s, job.limits.processes}};
    const QJsonObject message{{u"v"_s, 1},           {u"hash"_s, hash.hex()},
                              {u"files"_s, files},   {u"argv"_s, QJsonArray::fromStringList(job.argv)},
                              {u"limits"_s, limits}, {u"request"_s, QJsonDocument::fromJson(job.input).object()}};
    const QByteArray line = QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n';
    return taker.isEmpty() ? line : QByteArray::number(taker.size()) + '\n' + taker + line;
}

QByteArray takerProgram(const QString &resources)
{
    QFile file(resources + u"/remote/wardroom-remote"_s);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QString sshTrouble(const QByteArray &errors, const QString &host)
{
    const QString said = shownPlainly(QString::fromUtf8(errors).trimmed().section(u'\n', -1), 200);
    const QString name = shownPlainly(host, 80);
    if (errors.contains("Host key verification failed") || errors.contains("HOST IDENTIFICATION HAS CHANGED") ||
        errors.contains("host key is known"))
        return tr("%1 did not show the host key that the inventory pins. It is another machine, or it was made anew: "
                  "find out which before anything is asked of it.")
            .arg(name);
    if (errors.contains("Permission denied"))
        return tr("%1 does not take this node's key.").arg(name);
    if (errors.contains("Could not resolve"))
        return tr("%1's address has no answer from the name service.").arg(name);
    return tr("%1 cannot be reached: %2").arg(name, said.isEmpty() ? tr("the connection broke off") : said);
}

Result<Confinement> confineSsh(const SandboxJob &job)
{
    if (!QFileInfo(u"/usr/bin/ssh"_s).isExecutable())
        return fail(ErrorKind::unsupported,
                    tr("Hosts over SSH need ssh, which is not installed. Install the package \"openssh-client\"."));
    const auto filter = seccompProgram(SandboxKind::isolated);
    if (!filter)
        return tl::unexpected(filter.error());
    Confinement made;
    // Its own everything but the network: this one process talks to that one host and to nothing here.
    made.arguments << u"--unshare-user"_s << u"--unshare-ipc"_s << u"--unshare-pid"_s << u"--unshare-uts"_s
                   << u"--unshare-cgroup-try"_s << u"--die-with-parent"_s << u"--new-session"_s << u"--clearenv"_s
                   << u"--uid"_s << u"0"_s << u"--gid"_s << u"0"_s << u"--setenv"_s << u"PATH"_s << u"/usr/bin:/bin"_s
                   << u"--setenv"_s << u"LANG"_s << u"C.UTF-8"_s << u"--setenv"_s << u"HOME"_s << u"/work"_s
                   << sshFolders();
    int next = Confinement::kFirst;
    const auto file = [&](const QString &path, const QByteArray &content) {
        made.arguments << u"--perms"_s << u"0600"_s << u"--ro-bind-data"_s << QString::number(next) << path;
        made.data.append({next++, content});
    };
    file(u"/run/ssh/key"_s, job.ssh->key);
    file(u"/run/ssh/known_hosts"_s, "wardroom " + job.ssh->hostKey.toLatin1() + '\n');
    file(u"/etc/passwd"_s, "root:x:0:0:root:/work:/bin/sh\n"_ba);
    file(u"/etc/nsswitch.conf"_s, "passwd: files\ngroup: files\nhosts: files dns\n"_ba);
    made.arguments << u"--seccomp"_s << QString::number(next);
    made.data.append({next, *filter});
    made.arguments << u"--remount-ro"_s << u"/"_s << u"--chdir"_s << u"/work"_s << u"--info-fd"_s
                   << QString::number(Confinement::kInfo) << u"--"_s << sshArguments(*job.ssh);
    return made;
}

} // namespace wardroom::bot
