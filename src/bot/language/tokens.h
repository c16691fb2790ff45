// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>

namespace wardroom::bot {

//! One word of a sentence; a Chinese character is a word of its own.
struct Token
{
    QString word;        //!< folded: lower case, contractions taken apart, durations as "4h", times as timeWord()
    QString key;         //!< what words of one meaning share, see words.h
    qsizetype start = 0; //!< in the normalised text
    qsizetype end = 0;
    quint32 flags = 0;        //!< WordFlag bits
    int topic = 0;            //!< what the word is about, see topics.h
    QChar form;               //!< how it begins a sentence, see words.h
    quint32 types = 0;        //!< ArgumentType bits that joining words made: a duration, a time
    bool filler = false;      //!< says nothing ("please", "the", "一下")
    bool pauseBefore = false; //!< a comma, colon or bracket stands there
    bool pauseAfter = false;
    bool colonAfter = false; //!< what follows is a text
};

struct Sentence
{
    QList<Token> tokens;
    bool question = false;
};

//! NFKC where it matters, straight apostrophes, no quoted lines, no code, no quotations. Empty when the text holds
//! hidden characters: what people cannot see must not be acted on.
QString normalised(const QString &text);

//! Sentences of a normalised text. At most 200 words are read.
QList<Sentence> sentencesOf(const QString &text);

//! What stands of one of them in that text, marks and all.
QStringView writtenOf(const QString &text, const QList<Sentence> &all, qsizetype at);

//! "4 hours", "since last night", "过去两小时": one word each. What sentencesOf() ends with.
void joinTimes(QList<Token> &tokens);

//! What "until friday" and "until 6pm" become: how long that is, only a clock could say.
inline constexpr QLatin1StringView untilSomeTime{"until-then"};

//! Where "{argument}" stands in a phrase: this character plus the argument's index.
inline constexpr char16_t firstSlot = 0xE000;

} // namespace wardroom::bot
