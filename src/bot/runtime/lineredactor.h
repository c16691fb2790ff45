// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/steprunner.h"
#include "bot/sandbox/redactor.h"

namespace wardroom::bot {

//! Takes secrets out of lines that were parsed: what was escaped is plain only now, and a secret may be broken over
//! several texts: those of one line in their order, those of a table's column or of a fields line's values, and those
//! of lines that follow each other.
class LineRedactor
{
public:
    explicit LineRedactor(Redactor redactor = {}) : m_redactor(std::move(redactor)) {}

    //! What may be shown by now: a line that could end in the beginning of a secret waits for the next.
    QList<OutputLine> take(OutputLine line);
    //! What still waits; nothing follows.
    QList<OutputLine> finish();

private:
    QList<OutputLine> shown(qsizetype lines);

    Redactor m_redactor;
    QList<OutputLine> m_waiting;
    QByteArray m_before; //!< the end of what was shown, as far as a secret may go on from it
};

} // namespace wardroom::bot
