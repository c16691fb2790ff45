// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/tokens.h"

#include <memory>

namespace wardroom::bot {

class Names;
class PhraseBook;

//! A sentence ready to be laid beside phrases and to be weighed.
struct Heard
{
    QString text;            //!< the whole normalised line; texts are cut from it
    QList<Token> tokens;     //!< courtesy removed
    QList<quint32> fits;     //!< by token: bit n set when it is a value of ArgumentType n
    QList<QString> spelling; //!< by token: itself, or the phrase word it is a slip of
    QList<QString> tags;     //!< by token: "<host>" and the like for names and values, else its key
    qsizetype leads = 0;     //!< words at the beginning that only ask: "tell me", "show me", "check"
    qsizetype begs = 0;      //!< courtesy in the middle and the clause that asks, see asking.h
    qsizetype begged = 0;    //!< behind that courtesy
    qsizetype from = 0;      //!< the clause's first token
    qsizetype to = 0;        //!< the token behind its last
    bool question = false;
    bool polite = false;     //!< "can you …?" asks for doing, not about it
    bool wish = false;       //!< "I'd like …", "let's …", "go ahead and …": as good as an order
    bool addressed = false;  //!< the bot was named
    bool toSomebody = false; //!< a person was named first or last: "tom, can you …"
};

//! Takes the courtesy off one sentence and finds out what each word could be. \a book may be missing: then no slip of
//! the finger is put right.
Heard hear(const QString &text, Sentence sentence, const Names &names, const PhraseBook *book);

} // namespace wardroom::bot
