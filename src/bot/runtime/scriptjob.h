// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/steprunner.h"

namespace wardroom::bot {

//! How a step's script is confined: what it reaches is the least of what its manifest asks, what its step may, and
//! what its host allows. \a folder: the private copy of its plugin. Without input, secrets and a way over SSH.
//! unsupported: the host cannot be reached with these rights.
Result<SandboxJob> scriptJob(const Command &command, const Step &step, const StepRequest &request,
                             const QString &folder);

//! The one line that the script reads: the request and, where the manifest asks for them, \a record and \a room.
//! \a now: ms.
QByteArray scriptInput(const Command &command, const StepRequest &request, qint64 now, const QJsonArray &record,
                       const QJsonObject &room);

//! What is known of everything that the request names, the newest first, and not all of a long record. \a record
//! outlives the task; the others are read at once.
QCoro::Task<QJsonArray> recordFor(domain::Record &record, const Command &command, const StepRequest &request);

} // namespace wardroom::bot
