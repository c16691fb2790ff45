// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/jobpipes.h"

#include <climits>
#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace wardroom::bot {

namespace {

constexpr int kHigh = 200; // above every number a job is promised

tl::unexpected<Error> noPipe()
{
    return fail(ErrorKind::transient, QCoreApplication::translate(
                                          "Sandbox", "No pipe to the command could be made: too many files are open."));
}

//! A pipe whose \a theirs end (0: reading, 1: writing) has a high number.
bool makePipe(int (&ends)[2], int theirs)
{
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    const int high = fcntl(ends[theirs], F_DUPFD_CLOEXEC, kHigh);
    close(ends[theirs]);
    ends[theirs] = high;
    if (high < 0)
        close(ends[1 - theirs]);
    return high >= 0;
}

void limit(int what, qint64 value)
{
    rlimit bounds{};
    bounds.rlim_cur = bounds.rlim_max = rlim_t(value);
    if (syscall(SYS_prlimit64, 0, what, &bounds, nullptr) != 0)
        _exit(126);
}

} // namespace

JobPipes::~JobPipes()
{
    closeTheirs();
    for (const int end : m_ours)
        close(end);
}

Result<void> JobPipes::give(int number, const QByteArray &content)
{
    int ends[2];
    if (!makePipe(ends, 0))
        return noPipe();
    m_theirs.append({ends[0], number});
    // At most 32 KB (checked before), which a pipe takes without a reader.
    fcntl(ends[1], F_SETFL, O_NONBLOCK);
    const bool whole = write(ends[1], content.constData(), size_t(content.size())) == content.size();
    close(ends[1]);
    if (!whole)
        return noPipe();
    return {};
}

Result<int> JobPipes::take(int number)
{
    int ends[2];
    if (!makePipe(ends, 1))
        return noPipe();
    m_theirs.append({ends[1], number});
    m_ours.append(ends[0]);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return ends[0];
}

void JobPipes::closeTheirs()
{
    for (const auto &[source, number] : m_theirs)
        close(source);
    m_theirs.clear();
}

void JobPipes::become(const Plan &plan)
{
    // Raw system calls: the C library's own would want to tell threads that did not come along with the fork.
    if (syscall(SYS_close_range, 3u, UINT_MAX, CLOSE_RANGE_CLOEXEC) != 0)
        _exit(126);
    for (const auto &move : plan.moves)
        if (dup2(move.first, move.second) < 0)
            _exit(126);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_AS, plan.memory);
    limit(RLIMIT_FSIZE, plan.fileSize);
    limit(RLIMIT_CPU, plan.cpuSeconds);
    limit(RLIMIT_NOFILE, 1024);
    umask(022);
    if (plan.user == 0)
        return;
    for (int stream = 0; stream < 3; ++stream)
        if (fchown(stream, plan.user, plan.user) != 0 && stream == 0)
            _exit(126); // else a script that opens /dev/stdout again would be refused
    if (syscall(SYS_setgroups, 0, nullptr) != 0 || syscall(SYS_setresgid, plan.user, plan.user, plan.user) != 0 ||
        syscall(SYS_setresuid, plan.user, plan.user, plan.user) != 0)
        _exit(126);
}

} // namespace wardroom::bot
