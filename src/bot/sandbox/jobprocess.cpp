// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/jobprocess.h"

#include "bot/sandbox/processtree.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <csignal>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace wardroom::bot {

using namespace Qt::StringLiterals;
using domain::Outcome;

namespace {

constexpr int kLongestLine = 64 * 1024;
constexpr int kMostErrors = 16 * 1024;
constexpr int kGraceMs = 2000;
constexpr int kMemoryWatchMs = 100;
constexpr int kMostRefusals = 20;
constexpr qint64 kLargestFile = 1024LL * 1024 * 1024;

QList<QByteArray> secretsOf(const SandboxJob &job)
{
    QList<QByteArray> values;
    for (const auto &[number, value] : job.secrets)
        values << value;
    return values;
}

bool isReadable(int fd)
{
    pollfd wait{fd, POLLIN, 0};
    return poll(&wait, 1, 0) == 1;
}

} // namespace

JobProcess::JobProcess(SandboxJob job, std::function<void(QByteArray)> line)
    : m_job(std::move(job))
    , m_line(std::move(line))
{
    m_outputRedactor = Redactor(secretsOf(m_job));
    m_errorRedactor = m_outputRedactor;
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &JobProcess::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, &JobProcess::readErrors);
    connect(&m_process, &QProcess::finished, this, &JobProcess::processEnded);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            processEnded();
    });
    m_timeLimit.setSingleShot(true);
    m_grace.setSingleShot(true);
    connect(&m_timeLimit, &QTimer::timeout, this, [this] {
        stop(Outcome::timedOut, tr("It did not end within %1 seconds and was ended.").arg(m_job.limits.seconds));
    });
    connect(&m_grace, &QTimer::timeout, this, &JobProcess::killAll);
    connect(&m_memoryWatch, &QTimer::timeout, this, &JobProcess::watchMemory);
}

JobProcess::~JobProcess()
{
    m_process.disconnect(this);
    closeGate();
    killAll();
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
    m_firstGone.reset();
    if (m_firstFd >= 0)
        close(m_firstFd);
}

JobPipes::Plan JobProcess::plan() const
{
    JobPipes::Plan plan;
    plan.moves = m_pipes.moves();
    plan.memory = qint64(m_job.limits.memoryMb) * 1024 * 1024;
    plan.fileSize = kLargestFile;
    plan.cpuSeconds = m_job.limits.seconds + kGraceMs / 1000 + 1;
    plan.user = getuid() == 0 ? unsigned(Sandbox::jobUser()) : 0;
    return plan;
}

//! A folder that only the job's user enters, and in it the way out.
Result<void> JobProcess::openGate()
{
    if (m_job.network.isEmpty())
        return {};
    const auto folder = Sandbox::makeStagingFolder();
    if (!folder)
        return tl::unexpected(folder.error());
    m_gateFolder = *folder;
    m_gate = std::make_unique<NetworkGate>(m_job.network);
    connect(m_gate.get(), &NetworkGate::refused, this, [this](const QString &sentence) {
        // On the record, where the script cannot keep it back; and not as a way to tell a secret.
        if (m_line && ++m_refusals <= kMostRefusals)
            m_line(Redactor(secretsOf(m_job)).clean(tr("Network: %1").arg(sentence).toUtf8()));
    });
    m_job.gate = m_gateFolder + u"/gate"_s;
    return m_gate->listen(m_job.gate);
}

void JobProcess::closeGate()
{
    m_gate.reset();
    if (!m_gateFolder.isEmpty())
        QDir(m_gateFolder).removeRecursively();
    m_gateFolder.clear();
}

Result<void> JobProcess::start()
{
    if (const auto open = openGate(); !open)
        return open;
    const auto confinement = confine(m_job);
    if (!confinement)
        return tl::unexpected(confinement.error());
    for (const auto &[number, content] : confinement->data)
        if (const auto given = m_pipes.give(number, content); !given)
            return given;
    const auto info = m_pipes.take(Confinement::kInfo);
    if (!info)
        return tl::unexpected(info.error());
    m_info = *info;
    m_infoReady = std::make_unique<QSocketNotifier>(m_info, QSocketNotifier::Read);
    connect(m_infoReady.get(), &QSocketNotifier::activated, this, &JobProcess::readInfo);

    QProcessEnvironment environment;
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(u"/"_s);
    m_process.setChildProcessModifier([plan = plan()] { JobPipes::become(plan); });
    m_clock.start();
    m_process.start(bubblewrapPath(), confinement->arguments);
    m_pipes.closeTheirs();
    if (m_process.state() == QProcess::NotRunning)
        return fail(ErrorKind::unsupported, tr("bubblewrap could not be started: %1").arg(m_process.errorString()));
    m_process.write(m_job.input);
    m_process.closeWriteChannel();
    m_timeLimit.start(m_job.limits.seconds * 1000);
    m_memoryWatch.start(kMemoryWatchMs);
    return {};
}

void JobProcess::readInfo()
{
    char block[512];
    for (ssize_t count = read(m_info, block, sizeof block); count > 0; count = read(m_info, block, sizeof block))
        m_infoText.append(block, count);
    const qint64 first = QJsonDocument::fromJson(m_infoText).object().value("child-pid"_L1).toInteger();
    if (first <= 1) {
        if (m_process.state() == QProcess::NotRunning)
            m_infoReady->setEnabled(false);
        return;
    }
    m_infoReady->setEnabled(false);
    m_first = first;
    m_firstFd = int(syscall(SYS_pidfd_open, pid_t(first), 0));
    if (m_firstFd < 0) {
        m_isFirstGone = true; // over already
        return;
    }
    m_firstGone = std::make_unique<QSocketNotifier>(m_firstFd, QSocketNotifier::Read);
    connect(m_firstGone.get(), &QSocketNotifier::activated, this, [this] {
        m_firstGone->setEnabled(false);
        m_isFirstGone = true;
        endWhenAllGone();
    });
    if (m_isStopping && !m_grace.isActive())
        killAll();
}

void JobProcess::note(Outcome outcome, const QString &reason)
{
    if (m_isStopping)
        return;
    m_isStopping = true;
    m_end.outcome = outcome;
    m_end.reason = reason;
}

void JobProcess::stop(Outcome outcome, const QString &reason)
{
    if (m_hasEnded || m_isStopping)
        return;
    note(outcome, reason);
    if (m_first == 0)
        return killAll();
    for (const pid_t process : descendantsOf(pid_t(m_first)))
        ::kill(process, SIGTERM);
    m_grace.start(kGraceMs);
}

void JobProcess::killNow(Outcome outcome, const QString &reason)
{
    if (m_hasEnded)
        return;
    note(outcome, reason);
    killAll();
}

void JobProcess::killAll()
{
    // The kernel ends a process namespace with its first process, and bubblewrap ends when that one did.
    if (m_firstFd >= 0)
        syscall(SYS_pidfd_send_signal, m_firstFd, SIGKILL, nullptr, 0);
    else if (m_process.state() != QProcess::NotRunning)
        m_process.kill();
}

bool JobProcess::countOutput(qint64 bytes)
{
    if (m_end.truncated)
        return false;
    m_printed += bytes;
    if (m_printed <= qint64(m_job.limits.outputKb) * 1024)
        return true;
    m_end.truncated = true;
    killNow(Outcome::killed, tr("It printed more than %1 KB and was ended.").arg(m_job.limits.outputKb));
    return false;
}

void JobProcess::readOutput()
{
    const QByteArray bytes = m_process.readAllStandardOutput();
    const qint64 left = qint64(m_job.limits.outputKb) * 1024 - m_printed;
    if (m_end.truncated)
        return;
    takeOutput(m_outputRedactor.take(bytes.first(std::min<qint64>(bytes.size(), std::max<qint64>(left, 0)))));
    countOutput(bytes.size());
}

void JobProcess::takeOutput(const QByteArray &bytes)
{
    const QByteArray all = m_rest + bytes;
    qsizetype begin = 0;
    for (qsizetype end = all.indexOf('\n'); end >= 0; end = all.indexOf('\n', begin)) {
        say(QByteArrayView(all).sliced(begin, end - begin));
        begin = end + 1;
    }
    m_rest = all.sliced(begin);
    while (m_rest.size() > kLongestLine) {
        say(QByteArrayView(m_rest).first(kLongestLine));
        m_rest.remove(0, kLongestLine);
    }
}

void JobProcess::say(QByteArrayView line)
{
    for (qsizetype begin = 0; m_line && (begin < line.size() || begin == 0); begin += kLongestLine)
        m_line(QString::fromUtf8(line.sliced(begin, std::min<qsizetype>(kLongestLine, line.size() - begin))).toUtf8());
}

void JobProcess::readErrors()
{
    const QByteArray bytes = m_process.readAllStandardError();
    const QByteArray shown = m_errorRedactor.take(bytes);
    if (m_end.errors.size() < kMostErrors)
        m_end.errors += shown.first(std::min<qsizetype>(shown.size(), kMostErrors - m_end.errors.size()));
    countOutput(bytes.size());
}

void JobProcess::watchMemory()
{
    if (m_first == 0 || m_isStopping)
        return;
    const qint64 limit = qint64(m_job.limits.memoryMb) * 1024 * 1024;
    if (memoryOf(descendantsOf(pid_t(m_first)), limit) > limit)
        killNow(Outcome::killed, tr("It used more than %1 MB of memory and was ended.").arg(m_job.limits.memoryMb));
}

void JobProcess::processEnded()
{
    m_memoryWatch.stop();
    readInfo();
    killAll();
    closeGate();
    if (m_firstFd >= 0 && isReadable(m_firstFd))
        m_isFirstGone = true;
    endWhenAllGone();
}

void JobProcess::endWhenAllGone()
{
    if (m_hasEnded || m_process.state() != QProcess::NotRunning || (m_firstFd >= 0 && !m_isFirstGone))
        return;
    m_timeLimit.stop();
    m_grace.stop();
    readOutput();
    readErrors();
    m_end.errors = (m_end.errors + m_errorRedactor.finish()).left(kMostErrors);
    if (!m_end.truncated)
        takeOutput(m_outputRedactor.finish());
    if (!m_rest.isEmpty())
        say(m_rest);
    m_end.took = m_clock.elapsed();
    m_end.exitCode = m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : 128 + SIGKILL;
    if (!m_isStopping)
        m_end.outcome = m_end.exitCode == 0 ? Outcome::done : Outcome::failed;
    m_hasEnded = true;
    Q_EMIT ended();
}

Result<SandboxEnd> JobProcess::end() const
{
    if (m_first == 0 && !m_isStopping) {
        const QString said = QString::fromUtf8(m_end.errors.left(400)).trimmed();
        return fail(ErrorKind::unsupported, tr("The sandbox could not be made. %1").arg(said));
    }
    return m_end;
}

} // namespace wardroom::bot
