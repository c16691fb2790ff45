// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/confinement.h"

#include "bot/sandbox/seccompfilter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <array>

//! Q_INIT_RESOURCE declares a function of the global namespace.
static void findRelay()
{
    Q_INIT_RESOURCE(sandbox);
}

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Sandbox", text);
}

bool isWithin(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder.endsWith(u'/') ? folder : folder + u'/');
}

//! A host's root is a folder of its own: never this machine's root, system or somebody's whole home.
Result<void> checkHostRoot(const QString &root)
{
    const QFileInfo info(root);
    if (!info.isDir() || info.canonicalFilePath() != root)
        return fail(ErrorKind::notFound, tr("The host's folder %1 is not there, or is a link.").arg(root));
    const QString home = QFileInfo(QDir::homePath()).canonicalFilePath();
    if (isWithin(home, root))
        return fail(ErrorKind::forbidden, tr("%1 holds a home folder; a sandbox may not see that.").arg(root));
    for (const QLatin1StringView system :
         {"/usr"_L1, "/etc"_L1, "/proc"_L1, "/sys"_L1, "/dev"_L1, "/boot"_L1, "/plugin"_L1, "/run"_L1})
        if (isWithin(root, QString(system)))
            return fail(ErrorKind::forbidden, tr("%1 belongs to this machine's own system.").arg(root));
    return {};
}

//! What a manifest may ask to read of this machine: data that programs share, and logs; nobody's files, no keys.
Result<void> checkDeclared(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() || info.canonicalFilePath() != path)
        return fail(ErrorKind::notFound,
                    tr("%1, which this command needs to read, is not there, or is a link.").arg(path));
    if (!mayBeDeclared(path) || isWithin(QFileInfo(QDir::homePath()).canonicalFilePath(), path))
        return fail(ErrorKind::forbidden, tr("%1 is nothing a command may ask to read.").arg(path));
    return {};
}

//! Of this machine itself, only what every user of it may read and what says which packages it has.
QStringList publicPartsOfThisMachine()
{
    QStringList arguments;
    for (const QLatin1StringView path :
         {"/var/lib/dpkg"_L1, "/var/lib/apt/lists"_L1, "/etc/apt/sources.list"_L1, "/etc/apt/sources.list.d"_L1,
          "/etc/apt/preferences.d"_L1, "/etc/apt/trusted.gpg.d"_L1, "/var/log/wtmp"_L1, "/var/log/dpkg.log"_L1})
        arguments << u"--ro-bind-try"_s << QString(path) << QString(path);
    return arguments;
}

Result<QStringList> hostFolders(const SandboxJob &job)
{
    if (job.hostRoot.isEmpty() || job.hostAccess == HostAccess::none)
        return QStringList();
    if (job.hostRoot == u'/' && job.kind == SandboxKind::observe && job.hostAccess == HostAccess::read)
        return publicPartsOfThisMachine();
    if (const auto good = checkHostRoot(job.hostRoot); !good)
        return tl::unexpected(good.error());
    const bool write = job.hostAccess == HostAccess::write && job.kind == SandboxKind::isolated;
    return QStringList{write ? u"--bind"_s : u"--ro-bind"_s, job.hostRoot, job.hostRoot};
}

Result<QString> programInside(const SandboxJob &job)
{
    const QString name = job.argv.value(0);
    const QString clean = QDir::cleanPath(name);
    if (name.isEmpty() || QDir::isAbsolutePath(name) || clean.startsWith(u".."_s))
        return fail(ErrorKind::invalid, tr("\"%1\" is not a file of the plugin's folder.").arg(name));
    if (!QFileInfo(job.pluginFolder + u'/' + clean).isFile())
        return fail(ErrorKind::notFound, tr("The plugin's folder has no file %1.").arg(name));
    return u"/plugin/"_s + clean;
}

//! On today's systems /bin and the like are links into /usr; the sandbox gets the same.
QStringList systemFolders()
{
    QStringList arguments{u"--ro-bind"_s, u"/usr"_s, u"/usr"_s};
    for (const QLatin1StringView name : {"bin"_L1, "sbin"_L1, "lib"_L1, "lib32"_L1, "lib64"_L1, "libx32"_L1}) {
        const QFileInfo info(u"/"_s + name);
        if (info.isSymLink())
            arguments << u"--symlink"_s << u"usr/"_s + name << u"/"_s + name;
        else if (info.isDir())
            arguments << u"--ro-bind"_s << u"/"_s + name << u"/"_s + name;
    }
    for (const QLatin1StringView name :
         {"ld.so.cache"_L1, "ld.so.conf"_L1, "ld.so.conf.d"_L1, "alternatives"_L1, "localtime"_L1, "debian_version"_L1})
        arguments << u"--ro-bind-try"_s << u"/etc/"_s + name << u"/etc/"_s + name;
    arguments << u"--symlink"_s << u"../usr/lib/os-release"_s << u"/etc/os-release"_s;
    return arguments;
}

QStringList namespaces(SandboxKind kind)
{
    QStringList arguments{u"--unshare-user"_s,
                          u"--unshare-ipc"_s,
                          u"--unshare-pid"_s,
                          u"--unshare-uts"_s,
                          u"--unshare-cgroup-try"_s,
                          u"--die-with-parent"_s,
                          u"--new-session"_s,
                          u"--clearenv"_s,
                          u"--uid"_s,
                          u"0"_s,
                          u"--gid"_s,
                          u"0"_s};
    // observe reads the host's sockets in /proc/net, and therefore shares the network; the filter leaves it no socket
    // to use it with. Its own process namespace under the host's /proc lets it see every process and signal none.
    if (kind == SandboxKind::isolated)
        arguments << u"--unshare-net"_s << u"--hostname"_s << u"sandbox"_s << u"--proc"_s << u"/proc"_s;
    else
        arguments << u"--ro-bind"_s << u"/proc"_s << u"/proc"_s;
    return arguments;
}

//! Everything writable is in memory and bounded; the rest of the tree is made read-only.
QStringList writableFolders(const SandboxJob &job)
{
    const QString size = QString::number(qint64(job.limits.memoryMb) * 1024 * 1024);
    QStringList arguments{u"--dev"_s, u"/dev"_s};
    for (const QLatin1StringView folder : {"/dev/shm"_L1, "/tmp"_L1, "/var/tmp"_L1, "/run"_L1, "/work"_L1})
        arguments << u"--size"_s << size << u"--tmpfs"_s << QString(folder);
    return arguments;
}

QStringList environment(const SandboxJob &job)
{
    QStringList arguments{u"--setenv"_s, u"PATH"_s, u"/usr/bin:/bin:/usr/sbin:/sbin"_s,
                          u"--setenv"_s, u"LANG"_s, u"C.UTF-8"_s,
                          u"--setenv"_s, u"HOME"_s, u"/work"_s};
    for (const QLatin1StringView name : {"https_proxy"_L1, "HTTPS_PROXY"_L1})
        if (!job.gate.isEmpty())
            arguments << u"--setenv"_s << QString(name) << u"http://127.0.0.1:3128"_s;
    return arguments;
}

//! The gate, what carries to it from the loopback, and whom the system trusts to name a server.
QStringList gateFolders(const SandboxJob &job)
{
    if (job.gate.isEmpty())
        return {};
    return {u"--ro-bind"_s,      job.gate,           u"/run/wardroom-gate"_s, u"--ro-bind-try"_s,
            u"/etc/ssl/certs"_s, u"/etc/ssl/certs"_s};
}

//! Read once; without it, nothing that needs a network starts.
QByteArray relayProgram()
{
    static const QByteArray program = [] {
        findRelay();
        QFile file(u":/wardroom/sandbox/relay.py"_s);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }();
    return program;
}

Result<void> addData(Confinement &made, const SandboxJob &job)
{
    const auto filter = seccompProgram(job.kind, job.netfilter);
    if (!filter)
        return tl::unexpected(filter.error());
    int next = Confinement::kFirst;
    const auto file = [&](const QString &path, const QByteArray &content) {
        made.arguments << u"--ro-bind-data"_s << QString::number(next) << path;
        made.data.append({next++, content});
    };
    file(u"/etc/passwd"_s, "root:x:0:0:root:/work:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/bin/false\n"_ba);
    file(u"/etc/group"_s, "root:x:0:\nnogroup:x:65534:\n"_ba);
    file(u"/etc/nsswitch.conf"_s, "passwd: files\ngroup: files\nhosts: files\n"_ba);
    if (!job.gate.isEmpty())
        file(u"/run/wardroom-relay"_s, relayProgram());
    made.arguments << u"--seccomp"_s << QString::number(next);
    made.data.append({next, *filter});
    for (const auto &[number, secret] : job.secrets) {
        if (number < Confinement::kFirstSecret || number >= Confinement::kInfo)
            return fail(ErrorKind::invalid, tr("A secret's file descriptor is 3 to 39."));
        if (secret.size() > Confinement::kLongestSecret)
            return fail(ErrorKind::tooLarge, tr("A secret is at most 32 KB."));
        made.data.append({number, secret});
    }
    return {};
}

} // namespace

bool mayBeDeclared(const QString &path)
{
    const auto holds = [&path](QLatin1StringView good) { return isWithin(path, QString(good)) && path != good; };
    const std::array<QLatin1StringView, 6> shared{"/opt"_L1,     "/srv"_L1, "/var/log"_L1,
                                                  "/var/lib"_L1, "/usr"_L1, "/etc/ssl/certs"_L1};
    return QDir::cleanPath(path) == path && std::any_of(shared.begin(), shared.end(), holds);
}

QString bubblewrapPath()
{
    for (const QLatin1StringView path : {"/usr/bin/bwrap"_L1, "/usr/local/bin/bwrap"_L1, "/bin/bwrap"_L1})
        if (QFileInfo(QString(path)).isExecutable())
            return QString(path);
    return {};
}

Result<Confinement> confine(const SandboxJob &job)
{
    if (job.ssh)
        return confineSsh(job);
    const auto program = programInside(job);
    if (!program)
        return tl::unexpected(program.error());
    if (!job.network.isEmpty() && (job.kind != SandboxKind::isolated || job.gate.isEmpty()))
        return fail(ErrorKind::forbidden, tr("Only the isolated sandbox has a network of its own."));
    Confinement made;
    made.arguments << namespaces(job.kind) << environment(job) << systemFolders() << writableFolders(job)
                   << gateFolders(job);
    made.arguments << u"--ro-bind"_s << job.pluginFolder << u"/plugin"_s;
    if (job.netfilter && job.kind == SandboxKind::isolated)
        made.arguments << u"--cap-add"_s << u"CAP_NET_ADMIN"_s;
    for (const QString &path : job.readOnly) {
        if (const auto good = checkDeclared(path); !good)
            return tl::unexpected(good.error());
        made.arguments << u"--ro-bind"_s << path << path;
    }
    const auto host = hostFolders(job);
    if (!host)
        return tl::unexpected(host.error());
    made.arguments << *host;
    if (const auto good = addData(made, job); !good)
        return tl::unexpected(good.error());
    made.arguments << u"--remount-ro"_s << u"/dev"_s << u"--remount-ro"_s << u"/"_s << u"--chdir"_s << u"/work"_s
                   << u"--info-fd"_s << QString::number(Confinement::kInfo) << u"--"_s;
    // Processes are counted for each user namespace, so this must be said inside.
    made.arguments << u"/usr/bin/prlimit"_s << u"--nproc=%1:%1"_s.arg(job.limits.processes) << u"--"_s;
    if (!job.gate.isEmpty())
        made.arguments << u"/usr/bin/python3"_s << u"-I"_s << u"-S"_s << u"-B"_s << u"/run/wardroom-relay"_s;
    made.arguments << *program << job.argv.mid(1);
    return made;
}

} // namespace wardroom::bot
