// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

namespace wardroom::bot {

//! The word lists as they are written: words.h reads them once.
struct WordList
{
    quint32 flag = 0;
    QString words;
};
QList<WordList> flagLists(); //!< by WordFlag
QStringList meaningLists();  //!< words that say one thing; the first is their key
QStringList topicLists();    //!< words about one thing; the first line that holds a word wins
struct FormList
{
    QChar form;
    QString words;
};
QList<FormList> formLists();  //!< how a word begins a sentence
QStringList lifeTopics();     //!< as topicLists(): what is none of the bot's business
QList<FormList> smallForms(); //!< small words by what they do

} // namespace wardroom::bot
