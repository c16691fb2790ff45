// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/steprunner.h"

namespace wardroom::bot {

//! The plan that a rehearsal's result line says; an error when it does not say exactly what will run.
Result<domain::Plan> planOf(const QJsonObject &data);
//! The plan of a command that is an HTTP call: the exact request.
Result<domain::Plan> httpPlan(const Command &command, const StepRequest &request);
//! Whom the command's script may speak to; who accepts it reads that.
QString reachInWords(const Command &command);

} // namespace wardroom::bot
