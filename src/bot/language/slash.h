// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"

namespace wardroom::bot {

//! A word of a "/" line; quotes taken off.
struct LineWord
{
    QString text;
    qsizetype start = 0;
    qsizetype end = 0;
    bool quoted = false;
};
//! Words apart by spaces; "…" and “…” hold spaces, also behind name=. An open quote ends with the line.
QList<LineWord> lineWords(const QString &line);

//! Whether a line is meant as a command at all: "/etc/passwd" and "//" are not.
bool isSlashLine(const QString &text);

//! "/patch apply practice-01 openssl because …": the command, or a question that says what to do.
domain::Understanding understandSlash(const QString &text, const Catalogue &catalogue, const Vocabulary &vocabulary);

} // namespace wardroom::bot
