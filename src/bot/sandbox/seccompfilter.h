// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "bot/catalogue/command.h"

namespace wardroom::bot {

//! The system call filter of a sandbox, as the BPF program bubblewrap takes by --seccomp (libseccomp). What the
//! namespaces forbid already is forbidden again here, so that a hole in one is not a hole in both. observe has no
//! sockets at all, because it shares the host's network namespace to read what listens there. \a netfilter leaves an
//! isolated one the kernel's firewall interface, which acts on its own network namespace.
Result<QByteArray> seccompProgram(SandboxKind kind, bool netfilter = false);

} // namespace wardroom::bot
