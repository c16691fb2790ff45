// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/steprunner.h"

namespace wardroom::bot {

//! Gathers a script's lines into its result: exactly one, or the step failed whatever its exit code says.
class StepOutput
{
public:
    OutputLine take(const QByteArray &line);
    StepResult finish(const SandboxEnd &end) const;

private:
    QByteArray m_output;
    QJsonObject m_result;
    int m_results = 0;
    QString m_odd; //!< what is wrong with the first line that meant to be of the protocol
};

} // namespace wardroom::bot
