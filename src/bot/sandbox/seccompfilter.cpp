// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/seccompfilter.h"

#include <cerrno>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

// Looking into other processes, mounting, namespaces, kernel features no script needs and that have been ways out.
constexpr const char *kForbidden[] = {
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "process_madvise",
    "kcmp",
    "pidfd_getfd",
    "mount",
    "umount",
    "umount2",
    "pivot_root",
    "move_mount",
    "open_tree",
    "fsopen",
    "fsconfig",
    "fsmount",
    "fspick",
    "mount_setattr",
    "setns",
    "unshare",
    "bpf",
    "perf_event_open",
    "keyctl",
    "add_key",
    "request_key",
    "userfaultfd",
    "io_uring_setup",
    "io_uring_enter",
    "io_uring_register",
    "init_module",
    "finit_module",
    "delete_module",
    "kexec_load",
    "kexec_file_load",
    "reboot",
    "swapon",
    "swapoff",
    "acct",
    "quotactl",
    "quotactl_fd",
    "open_by_handle_at",
    "name_to_handle_at",
    "syslog",
    "iopl",
    "ioperm",
    "settimeofday",
    "clock_settime",
    "clock_adjtime",
    "adjtimex",
    "vhangup",
    "nfsservctl",
    "lookup_dcookie",
    "move_pages",
    "migrate_pages",
    "fanotify_init",
};
// A socket from socketpair() of datagrams could still be sent to a named one, so observe loses that too.
constexpr const char *kSocketCalls[] = {"socket", "socketpair", "connect", "bind", "listen", "accept", "accept4"};
constexpr unsigned long kNamespaces[] = {CLONE_NEWUSER, CLONE_NEWNS,  CLONE_NEWPID,    CLONE_NEWNET,
                                         CLONE_NEWIPC,  CLONE_NEWUTS, CLONE_NEWCGROUP, 0x80 /* CLONE_NEWTIME */};
constexpr unsigned long kTerminalInput[] = {0x5412 /* TIOCSTI */, 0x541C /* TIOCLINUX */};

//! A system call this architecture does not have cannot be made either.
bool forbid(scmp_filter_ctx filter, const char *name, int error)
{
    const int call = seccomp_syscall_resolve_name(name);
    return call < 0 || seccomp_rule_add(filter, SCMP_ACT_ERRNO(error), call, 0) == 0;
}

bool forbidSockets(scmp_filter_ctx filter, SandboxKind kind, bool netfilter)
{
    bool good = true;
    if (kind == SandboxKind::observe) {
        for (const char *name : kSocketCalls)
            good = good && forbid(filter, name, EACCES);
        return good;
    }
    // The isolated one has a network namespace of its own; vsock, netlink, packet and Bluetooth do not all respect it.
    const auto denied = uint32_t(SCMP_ACT_ERRNO(EAFNOSUPPORT));
    const uint64_t highest = netfilter ? AF_NETLINK : AF_INET6;
    good = seccomp_rule_add(filter, denied, SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_GT, highest)) == 0;
    for (uint64_t family = AF_INET6 + 1; netfilter && family < AF_NETLINK; ++family)
        good = good && seccomp_rule_add(filter, denied, SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_EQ, family)) == 0;
    if (netfilter)
        good = good && seccomp_rule_add(filter, denied, SCMP_SYS(socket), 2, SCMP_A0(SCMP_CMP_EQ, AF_NETLINK),
                                        SCMP_A2(SCMP_CMP_NE, 12 /* NETLINK_NETFILTER */)) == 0;
    for (uint64_t family = 0; family < AF_INET6; ++family)
        if (family != AF_UNIX && family != AF_INET)
            good = good && seccomp_rule_add(filter, denied, SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_EQ, family)) == 0;
    return good;
}

bool addRules(scmp_filter_ctx filter, SandboxKind kind, bool netfilter)
{
    bool good = forbidSockets(filter, kind, netfilter);
    for (const char *name : kForbidden)
        good = good && forbid(filter, name, EPERM);
    for (const unsigned long space : kNamespaces)
        good = good && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                                        SCMP_A0(SCMP_CMP_MASKED_EQ, space, space)) == 0;
    // Its flags are in memory, where a filter cannot look; the C library falls back to clone().
    good = good && forbid(filter, "clone3", ENOSYS);
    for (const unsigned long request : kTerminalInput)
        good = good && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(ioctl), 1,
                                        SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffff, request)) == 0;
    return good;
}

QByteArray exported(scmp_filter_ctx filter)
{
    const int file = memfd_create("filter", MFD_CLOEXEC);
    QByteArray program;
    if (file >= 0 && seccomp_export_bpf(filter, file) == 0 && lseek(file, 0, SEEK_SET) == 0) {
        char block[4096];
        for (ssize_t count = read(file, block, sizeof block); count > 0; count = read(file, block, sizeof block))
            program.append(block, count);
    }
    if (file >= 0)
        close(file);
    return program;
}

QByteArray build(SandboxKind kind, bool netfilter = false)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        return {};
    const QByteArray program = addRules(filter, kind, netfilter) ? exported(filter) : QByteArray();
    seccomp_release(filter);
    return program;
}

} // namespace

Result<QByteArray> seccompProgram(SandboxKind kind, bool netfilter)
{
    static const QByteArray isolated = build(SandboxKind::isolated);
    static const QByteArray observe = build(SandboxKind::observe);
    static const QByteArray firewall = build(SandboxKind::isolated, true);
    const QByteArray &program = kind == SandboxKind::observe ? observe : (netfilter ? firewall : isolated);
    if (program.isEmpty())
        return fail(ErrorKind::unsupported,
                    QCoreApplication::translate("Sandbox", "This kernel's system call filter could not be built."));
    return program;
}

} // namespace wardroom::bot
