// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/lineredactor.h"

namespace wardroom::bot {

//! Gathers a script's lines into its result: exactly one, or the step failed whatever its exit code says.
class StepOutput
{
public:
    //! \a redactor takes out of the lines what could not be seen in their bytes.
    explicit StepOutput(Redactor redactor = {}) : m_redactor(std::move(redactor)) {}

    //! What may be shown by now.
    QList<OutputLine> take(const QByteArray &line);
    //! What was still held back; no line follows.
    QList<OutputLine> rest();
    StepResult finish(const SandboxEnd &end) const;

private:
    QList<OutputLine> gathered(QList<OutputLine> lines);

    LineRedactor m_redactor;
    QByteArray m_output;
    QJsonObject m_result;
    int m_results = 0;
    QString m_odd; //!< what is wrong with the first line that meant to be of the protocol
};

} // namespace wardroom::bot
