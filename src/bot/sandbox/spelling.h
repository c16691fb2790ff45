// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>

namespace wardroom::bot {

//! How a text may be written: as it is, with backslashes (JSON, Python, C), with per cent signs (URLs).
enum class Spelling { plain, backslash, percent };

//! A text read in one spelling: its letters, and for each where in the source it stands.
struct Letters
{
    QByteArray text;
    QList<qsizetype> begins;
    QList<qsizetype> ends;
    qsizetype unfinished = 0; //!< where an escape begins that the source ends in; its size where it ends in none

    void add(const QByteArray &letters, qsizetype begin, qsizetype end);
};

//! \a tight: without white space, as far as there is no long stretch of it.
Letters lettersOf(const QByteArray &source, Spelling spelling, bool tight);
//! What is left of \a text without white space.
QByteArray tightened(const QByteArray &text);

} // namespace wardroom::bot
