// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>

namespace wardroom::bot {

//! One word of a sentence; a Chinese character is a word of its own.
struct Token
{
    QString word;             //!< folded: lower case, contractions taken apart, durations as "4h"
    qsizetype start = 0;      //!< in the normalised text
    bool filler = false;      //!< says nothing ("please", "the", "一下")
    bool pauseBefore = false; //!< a comma, colon or bracket stands there
    bool pauseAfter = false;
};

struct Sentence
{
    QList<Token> tokens;
    bool question = false;
};

//! NFKC, straight apostrophes, no quoted lines, no code, no quotations. Empty when the text holds hidden characters:
//! what people cannot see must not be acted on.
QString normalised(const QString &text);

//! Sentences of a normalised text. At most 200 words are read.
QList<Sentence> sentencesOf(const QString &text);

//! Where "{argument}" stands in a phrase: this character plus the argument's index.
inline constexpr char16_t firstSlot = 0xE000;

} // namespace wardroom::bot
