// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/sandbox.h"

#include "bot/sandbox/jobprocess.h"

#include <QCoroSignal>
#include <QFile>
#include <QPointer>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

// An id nobody has: above the system's and people's ranges, below the dynamic ones (Debian policy §9.2.2: 60000-64999).
constexpr int kJobUserOfRoot = 61790;
constexpr int kMostSeconds = 3600;
constexpr int kMostMemoryMb = 4096;
constexpr int kMostProcesses = 1024;
constexpr int kMostOutputKb = 64 * 1024;

QString switchedOff(const QString &file)
{
    QFile setting(file);
    return setting.open(QIODevice::ReadOnly) && setting.readAll().trimmed() == "0" ? file : QString();
}

//! Tries it once: that is the only true answer on a machine with its own idea of security.
QString probe()
{
    if (bubblewrapPath().isEmpty())
        return Sandbox::tr("Commands need bubblewrap, which is not installed. Install the package \"bubblewrap\".");
    for (const QString &file :
         {u"/proc/sys/kernel/unprivileged_userns_clone"_s, u"/proc/sys/user/max_user_namespaces"_s})
        if (const QString off = switchedOff(file); !off.isEmpty())
            return Sandbox::tr("Commands need user namespaces, which this machine has switched off in %1. An "
                               "administrator can switch them on.")
                .arg(off);
    QProcess process;
    JobPipes::Plan plan;
    plan.user = getuid() == 0 ? kJobUserOfRoot : 0;
    plan.memory = 1 << 30;
    plan.fileSize = 1 << 20;
    plan.cpuSeconds = 10;
    process.setChildProcessModifier([plan] { JobPipes::become(plan); });
    process.start(bubblewrapPath(),
                  {u"--unshare-all"_s, u"--ro-bind"_s, u"/"_s, u"/"_s, u"--proc"_s, u"/proc"_s, u"--dev"_s, u"/dev"_s,
                   u"--uid"_s, u"0"_s, u"--"_s, u"/usr/bin/prlimit"_s, u"--nproc=8:8"_s, u"--"_s, u"/usr/bin/true"_s});
    if (process.waitForFinished(10000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return Sandbox::tr("Commands need bubblewrap, and it cannot make a sandbox here (%1). On Ubuntu 24.04 and later an "
                       "administrator has to allow it in AppArmor.")
        .arg(QString::fromUtf8(process.readAllStandardError().left(200)).trimmed());
}

Limits bounded(const Limits &asked)
{
    return {std::clamp(asked.seconds, 1, kMostSeconds), std::clamp(asked.memoryMb, 16, kMostMemoryMb),
            std::clamp(asked.processes, 1, kMostProcesses), std::clamp(asked.outputKb, 1, kMostOutputKb)};
}

} // namespace

class Sandbox::Private
{
public:
    QList<std::weak_ptr<JobProcess>> running;
    bool isGone = false;
};

Sandbox::Sandbox(QObject *parent) : QObject(parent), d(std::make_shared<Private>()) {}

Sandbox::~Sandbox()
{
    d->isGone = true;
    for (const auto &each : QList(d->running)) {
        if (const auto process = each.lock()) {
            process->forgetLine();
            process->killNow(domain::Outcome::killed, tr("It was ended."));
        }
    }
}

QString Sandbox::whatIsMissing()
{
    static const QString answer = probe();
    return answer;
}

int Sandbox::jobUser()
{
    return getuid() == 0 ? kJobUserOfRoot : int(getuid());
}

Result<QString> Sandbox::makeStagingFolder()
{
    for (const char *parent : {"/tmp", "/var/tmp"}) {
        struct statvfs system
        {};
        if (statvfs(parent, &system) != 0 || (system.f_flag & ST_NOEXEC)) // a script must be executable there
            continue;
        QByteArray name = QByteArray(parent) + "/wardroom-XXXXXX";
        if (!mkdtemp(name.data()))
            continue;
        if (getuid() != 0 || chown(name.constData(), kJobUserOfRoot, kJobUserOfRoot) == 0)
            return QString::fromLocal8Bit(name);
        rmdir(name.constData());
    }
    return fail(ErrorKind::storage, tr("No folder for a command's private copy could be made in /tmp or /var/tmp."));
}

QCoro::Task<Result<SandboxEnd>> Sandbox::run(SandboxJob job, std::function<void(QByteArray)> line)
{
    if (const QString missing = whatIsMissing(); !missing.isEmpty())
        co_return fail(ErrorKind::unsupported, missing);
    job.limits = bounded(job.limits);
    // Later, because the end is told from inside the process's own signal.
    const auto later = [](JobProcess *gone) { gone->deleteLater(); };
    const std::shared_ptr<JobProcess> process(new JobProcess(std::move(job), std::move(line)), later);
    const auto keep = d;
    if (keep->isGone)
        co_return fail(ErrorKind::cancelled, tr("The sandbox is closing."));
    keep->running.append(process);
    if (const auto started = process->start(); !started)
        co_return tl::unexpected(started.error());
    if (!process->hasEnded())
        co_await qCoro(process.get(), &JobProcess::ended);
    keep->running.removeIf([&](const auto &each) { return each.expired() || each.lock() == process; });
    co_return process->end();
}

void Sandbox::kill()
{
    for (const auto &each : QList(d->running))
        if (const auto process = each.lock())
            process->stop(domain::Outcome::killed, tr("It was ended."));
}

} // namespace wardroom::bot
