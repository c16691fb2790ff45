// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/steprunner.h"

#include <QPointer>

namespace wardroom::bot {

//! A step that is a security tool's action instead of a script.
QCoro::Task<Result<StepResult>> runToolStep(QPointer<connectors::SecurityTool> tool, Command command, Step step,
                                            StepRequest request, std::function<void(OutputLine)> line);
//! What \a step would send, as a line somebody can read: method, address, body.
Result<QStringList> toolLine(const connectors::SecurityTool &tool, const Step &step, const QJsonObject &args);

} // namespace wardroom::bot
