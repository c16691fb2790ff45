// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "control/answer.h"

#include <QCoroTask>

namespace wardroom::ctl {

//! One document, or one a line for lists; with --json or without.
void print(const QJsonValue &json, const QString &text, bool asJson);
void print(const control::Answer &answer, bool asJson);
//! On stderr.
void note(const QString &text);

//! Asks on the terminal without showing what is typed; twice for a new one. ErrorKind::auth where there is no terminal.
QCoro::Task<Result<QByteArray>> askPassphrase(bool isNew);
bool hasTerminal();

} // namespace wardroom::ctl
