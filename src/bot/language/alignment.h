// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/phrasebook.h"
#include "bot/language/tokens.h"
#include "bot/language/understand.h"

namespace wardroom::bot {

//! A sentence ready to be laid beside phrases.
struct Heard
{
    QString text;            //!< the whole normalised line; texts are cut from it
    QList<Token> tokens;     //!< courtesy removed
    QList<quint32> fits;     //!< by token: bit n set when it is a value of ArgumentType n
    QList<QString> spelling; //!< by token: itself, or the phrase word it is a slip of
    qsizetype leads = 0;     //!< words at the beginning that only ask: "tell me", "show me", "check"
    bool question = false;
    bool polite = false;    //!< "can you …?" asks for doing, not about it
    bool addressed = false; //!< the bot was named
};

//! How one phrase lies on one sentence.
struct Alignment
{
    const Phrase *phrase = nullptr;
    int cost = 0;         //!< 0: word for word
    int strange = 0;      //!< words the phrase does not explain
    bool guarded = false; //!< one of them turns the sentence into something else
    int slips = 0;
    int covered = 0;        //!< words the phrase explains
    bool looseText = false; //!< a text argument begins without a pause before it
    bool looseWord = false; //!< a word argument took a word that could be anything
    QJsonObject args;       //!< as said, before typedArguments()
};

//! The cheapest way to lay \a phrase on \a heard, or nothing when a content word or a needed argument has no place.
std::optional<Alignment> align(const Phrase &phrase, const Heard &heard);

//! A word that looks like a machine's name: letters with a digit, such as web-99.
bool looksLikeHost(const QString &word);

} // namespace wardroom::bot
