// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/practice.h"

#include "bot/sandbox/sandbox.h"

#include <QCoroProcess>
#include <QJsonDocument>
#include <QProcess>
#include <unistd.h>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60; // seconds; a busy machine makes a host in five

//! Owner writes, others pass through: the sandbox's user has to reach the host's root, not read around in it.
constexpr auto kPassThrough =
    QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;

} // namespace

Practice::Practice(QString resources, QObject *parent)
    : QObject(parent)
    , m_resources(std::move(resources))
    , m_folder(u"/tmp/wardroom-practice-XXXXXX"_s)
{
    QFile::setPermissions(m_folder.path(), kPassThrough);
    m_root = m_folder.filePath(u"host"_s);
}

Practice::~Practice()
{
    if (!m_crowdSecRun.isEmpty())
        QProcess::execute(m_resources + u"/crowdsec/private-crowdsec"_s, {u"stop"_s, u"--run"_s, m_crowdSecRun});
    if (QFile::exists(m_root))
        QProcess::execute(m_resources + u"/practice/practice-host"_s, {u"destroy"_s, u"--root"_s, m_root});
}

QCoro::Task<Result<QJsonObject>> Practice::script(QString program, QStringList arguments, int seconds)
{
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    process.setStandardInputFile(QProcess::nullDevice());
    auto awaitable = qCoro(process);
    const bool started = co_await awaitable.start();
    if (!started)
        co_return fail(ErrorKind::notFound, tr("%1 cannot be started: %2").arg(program, process.errorString()));
    const bool finished = process.state() == QProcess::NotRunning ||
                          co_await awaitable.waitForFinished(std::chrono::milliseconds(seconds * 1000));
    if (!finished)
        co_return fail(ErrorKind::timeout, tr("%1 took longer than %2 s.").arg(program).arg(seconds));
    const QByteArray answer = process.readAllStandardOutput();
    const QString said = QString::fromUtf8(process.readAllStandardError()).trimmed();
    if (process.exitCode() != 0)
        co_return fail(ErrorKind::invalid, said.isEmpty() ? tr("%1 failed.").arg(program) : said);
    co_return QJsonDocument::fromJson(answer).object();
}

QCoro::Task<Result<QJsonObject>> Practice::host(QStringList arguments)
{
    arguments << u"--root"_s << m_root;
    return script(m_resources + u"/practice/practice-host"_s, arguments, kPatience);
}

QCoro::Task<Result<domain::Host>> Practice::makeHost(QString name, QString kind)
{
    const QPointer<Practice> self(this);
    m_hostName = name;
    QStringList make{u"make"_s, u"--name"_s, name, u"--drill"_s, kind};
    if (geteuid() == 0)
        make << u"--owner"_s << u"%1:%1"_s.arg(bot::Sandbox::jobUser());
    const Result<QJsonObject> made = co_await host(make);
    if (!made || !self)
        co_return self ? tl::unexpected(made.error()) : fail(ErrorKind::cancelled, {});
    const QStringList start{u"start"_s};
    const Result<QJsonObject> started = co_await host(start);
    if (!started || !self)
        co_return self ? tl::unexpected(started.error()) : fail(ErrorKind::cancelled, {});
    domain::Host practice;
    practice.name = name;
    practice.reach = u"practice"_s;
    practice.root = m_root;
    practice.owner = u"IT"_s;
    co_return practice;
}

QCoro::Task<Result<QJsonObject>> Practice::breakPackage(QString package)
{
    QStringList arguments{u"break"_s, package};
    return host(arguments);
}

QCoro::Task<Result<QJsonObject>> Practice::stage(QString name)
{
    QStringList arguments{u"stage"_s, name};
    return host(arguments);
}

QCoro::Task<Result<QJsonObject>> Practice::mend()
{
    return host({u"mend"_s});
}

QCoro::Task<Result<QJsonObject>> Practice::info()
{
    return host({u"info"_s});
}

QString Practice::authLog() const
{
    return m_root + u"/var/log/auth.log"_s;
}

QCoro::Task<Result<QJsonObject>> Practice::startCrowdSec(QString unpacked)
{
    m_crowdSecRun = m_folder.filePath(u"crowdsec"_s);
    // CrowdSec's own scenarios fall silent about an address for a minute after an alert; a drill cannot wait that long.
    return script(m_resources + u"/crowdsec/private-crowdsec"_s,
                  {u"start"_s, u"--unpacked"_s, unpacked, u"--run"_s, m_crowdSecRun, u"--log"_s, authLog(),
                   u"--blackhole"_s, u"1s"_s},
                  kPatience);
}

QCoro::Task<Result<QJsonObject>> Practice::attack(QString address, int lines)
{
    return script(m_resources + u"/crowdsec/private-crowdsec"_s,
                  {u"attack"_s, u"--log"_s, authLog(), u"--address"_s, address, u"--lines"_s, QString::number(lines),
                   u"--host"_s, m_hostName},
                  kPatience);
}

} // namespace wardroom::session
