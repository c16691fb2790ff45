// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>
#include <algorithm>

namespace wardroom::bot {

struct Token;

//! What the closed word lists know of a word, as bits. Everything else comes from manifests and the learnt model.
enum WordFlag : quint32 {
    fillerWord = 1,      //!< says nothing wherever it stands
    lightWord = 2,       //!< may be missing from a phrase
    prepositionWord = 4, //!< one may stand for another
    greetingWord = 8,
    botName = 16,
    questionWord = 32,
    guardWord = 64,    //!< turns what is said into something else: no, if, should, we, did, 不 …
    pronounWord = 128, //!< never the name of a package or a thing: "it", "this", "everything"
    contraction = 256, //!< written without its apostrophe: "whats"
    hardWord = 512     //!< with it, a sentence asks for no change: not, never, if, would, already, 不 …
};

//! What is known of one word.
struct WordFacts
{
    quint32 flags = 0; //!< WordFlag bits
    QString key;   //!< what words of one meaning share: "#block" for ban, blacklist, 封禁; itself where it is alone
    int topic = 0; //!< what it is about, see topics.h; 0: nothing
    QChar form;    //!< what it does: asking 'w' 'a', ordering 'v', telling 'i' 't', holding back 'n', done 'd', …
};

//! Of a word in small letters; one look-up. nullptr: nothing is known of it.
const WordFacts *factsOf(const QString &word);
//! The key of a word, itself when nothing is known of it.
inline QString keyOf(const QString &word)
{
    const WordFacts *facts = factsOf(word);
    return facts == nullptr ? word : facts->key;
}

//! Every word that has \a key; itself where it is alone.
QStringList wordsOfKey(const QString &key);

//! Whether a topic is one of the bot's own: hosts, alerts, incidents. Others are about the rest of life.
bool isOwnTopic(int topic);

//! A Chinese word that is about something.
struct HanTopic
{
    QString word;
    int topic = 0;
};
//! Those that begin with \a first, the longer ones first.
const QList<HanTopic> &hanTopics(QChar first);

//! Chinese words that have a key and begin with \a first, the longer ones first.
const QList<QString> &hanWords(QChar first);

//! A word of the language, as far as the lists go, and so hardly the name of an account or a package.
bool isKnownWord(const Token &token);

//! Words with a space before and behind each; which letters they begin with is known when this is compiled.
struct AnyOf
{
    template <size_t size>
    consteval AnyOf(const char16_t (&list)[size]) : text(list, qsizetype(size) - 1) // NOLINT: a list as it is written
    {
        for (size_t at = 1; at + 1 < size; ++at)
            if (list[at - 1] == u' ')
                firsts |= quint64(1) << (list[at] & 63);
    }

    QStringView text;
    quint64 firsts = 0;
};

//! Whether \a word is one of those in \a list, which has a space before and behind each.
bool isIn(QStringView word, QStringView list);
//! The same. Asked some hundred times for a line, mostly in vain.
inline bool isAnyOf(QStringView word, const AnyOf &list)
{
    return !word.isEmpty() && (list.firsts >> (word.front().unicode() & 63) & 1) != 0 && isIn(word, list.text);
}

inline bool isHan(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x2E80 && c.script() == QChar::Script_Han);
}

} // namespace wardroom::bot
