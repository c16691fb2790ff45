// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "bot/sandbox/sandbox.h"

namespace wardroom::bot {

//! How bubblewrap is called for a job, and what it is handed by file descriptor.
struct Confinement
{
    static constexpr int kInfo = 40;  //!< where bubblewrap says which process is the sandbox's first
    static constexpr int kFirst = 41; //!< from here: what bubblewrap reads
    static constexpr int kFirstSecret = 3;
    static constexpr int kLongestSecret = 32 * 1024;

    QStringList arguments;
    QList<QPair<int, QByteArray>> data; //!< by file descriptor number
};

//! Refuses a job that names what no job may see.
Result<Confinement> confine(const SandboxJob &job);

//! The same for a job that runs on another host: the SSH client alone, with the network, the key and the pinned host
//! key by file descriptor, and nothing of this machine's files, agent or configuration.
Result<Confinement> confineSsh(const SandboxJob &job);

//! Whether a manifest may ask to read \a path of this machine, be it there or not.
bool mayBeDeclared(const QString &path);

//! Where bubblewrap is; empty when it is not installed. Never taken from the environment's PATH.
QString bubblewrapPath();

} // namespace wardroom::bot
