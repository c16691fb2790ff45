// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "bot/sandbox/sandbox.h"
#include "domain/inventory.h"

namespace wardroom::bot {

//! How \a host is reached, from what the inventory says; an error names what is missing or wrong there.
Result<SshReach> sshReachOf(const domain::Host &host, QByteArray key);

//! What the taker on the other side (resources/remote/wardroom-remote) reads: every file of the plugin's folder with
//! its kind, the folder's hash, argv, the request and the limits. It starts nothing unless the files have that hash.
//! \a taker is the taker's own program, sent first where the host has none; empty: its forced command is one.
Result<QByteArray> sshInput(const SandboxJob &job, const Sha256 &hash, const QByteArray &taker);

//! The program \a sshInput needs on hosts without a forced command; empty when it cannot be read.
QByteArray takerProgram(const QString &resources);

//! What SSH's last words mean, in a sentence that says what to do.
QString sshTrouble(const QByteArray &errors, const QString &host);

} // namespace wardroom::bot
