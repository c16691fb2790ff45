// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/features.h"

#include "bot/language/topics.h"
#include "bot/language/words.h"

#include <algorithm>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 40;

quint32 mixed(quint32 hash, QStringView text)
{
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 16777619u;
    return (hash ^ 0x2Cu) * 16777619u;
}

quint32 seedOf(char kind)
{
    return (2166136261u ^ quint32(kind)) * 16777619u;
}

//! One bit for each kind of value: "#block" with an address is not "#block" with an account.
quint32 kindsOf(const QList<const QString *> &words)
{
    static const QList<QString> kinds{u"<host>"_s, u"<ip>"_s,   u"<cve>"_s,    u"<hash>"_s,   u"<path>"_s, u"<domain>"_s,
                                      u"<time>"_s, u"<length>"_s, u"<person>"_s, u"<number>"_s, u"<sev>"_s};
    quint32 bits = 0;
    for (const QString *word : words)
        if (word->startsWith(u'<'))
            bits |= 1u << std::max<qsizetype>(0, kinds.indexOf(*word == "<host?>"_L1 ? kinds.first() : *word) + 1);
    return bits;
}

//! What kind of word opens a sentence: asked, ordered or told is mostly said by that.
QChar formOf(const Heard &heard, qsizetype at)
{
    for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
        const Token &token = heard.tokens.at(i);
        if (token.filler || at-- > 0)
            continue;
        if (heard.tags.at(i).startsWith(u'<'))
            return u'e';
        return token.form.isNull() ? (isHan(token.word.front()) ? u'z' : u'o') : token.form;
    }
    return u'.';
}

//! Behind a colon stands a text of its own: a note may say anything. One word there is a value.
qsizetype endOf(const Heard &heard)
{
    for (qsizetype i = 0; i < std::min<qsizetype>(heard.tokens.size(), 10); ++i)
        if (heard.tokens.at(i).colonAfter && heard.tokens.size() - i > 2)
            return i + 1;
    return heard.tokens.size();
}

//! Words, pairs of neighbours and pairs with one between them.
void addWords(std::vector<quint32> &found, const QList<const QString *> &words, const QString &kindText)
{
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString &word = *words.at(i);
        if (i + 1 < words.size()) {
            found.push_back(mixed(seedOf('u'), word));
            found.push_back(mixed(mixed(seedOf('k'), word), kindText));
        }
        found.push_back(mixed(mixed(seedOf('p'), *words.at(i - 1)), word));
        if (i >= 2)
            found.push_back(mixed(mixed(seedOf('s'), *words.at(i - 2)), word));
    }
}

quint32 number(quint32 hash, int value)
{
    return (hash ^ quint32(value + 1)) * 16777619u;
}

//! What it is about, alone, with its kinds of values and in pairs.
void addTopics(std::vector<quint32> &found, const QList<int> &topics, quint32 kinds)
{
    for (qsizetype i = 0; i < topics.size() && i < longest; ++i) {
        found.push_back(number(seedOf('T'), topics.at(i)));
        found.push_back(number(number(seedOf('K'), topics.at(i)), int(kinds)));
        for (qsizetype k = i + 1; k < std::min<qsizetype>(topics.size(), i + 4); ++k)
            found.push_back(number(number(seedOf('P'), topics.at(i)), topics.at(k)));
    }
    if (!topics.isEmpty())
        found.push_back(number(number(seedOf('F'), topics.first()), int(kinds)));
}

//! How it is said: question or order, to whom.
void addForms(std::vector<quint32> &found, const Heard &heard, const QList<int> &topics, const QString &kindText)
{
    const QChar first = formOf(heard, 0);
    const QChar second = formOf(heard, 1);
    const QString form = QString(first) + second;
    found.push_back(mixed(seedOf('f'), QString(first)));
    found.push_back(mixed(mixed(seedOf('g'), QString(first)), kindText));
    found.push_back(mixed(seedOf('h'), form));
    found.push_back(mixed(mixed(seedOf('i'), form), kindText));
    for (qsizetype i = 0; i < topics.size() && i < longest; ++i)
        found.push_back(number(mixed(seedOf('j'), QString(first)), topics.at(i)));
    if (heard.question)
        found.push_back(mixed(seedOf('r'), QString(first)));
    if (heard.question)
        found.push_back(mixed(seedOf('q'), {}));
    if (heard.polite)
        found.push_back(mixed(seedOf('l'), {}));
    if (heard.addressed)
        found.push_back(mixed(seedOf('a'), {}));
    if (heard.toSomebody)
        found.push_back(mixed(seedOf('t'), {}));
    if (heard.leads > 0)
        found.push_back(mixed(seedOf('d'), {}));
}

} // namespace

std::vector<quint32> featuresOf(const Heard &heard)
{
    std::vector<quint32> found;
    found.reserve(128);
    static const QString edge = u"^"_s;
    static const QString rest = u"<text>"_s;
    const qsizetype end = endOf(heard);
    QList<const QString *> words{&edge};
    for (qsizetype i = 0; i < end && words.size() < longest; ++i)
        if (!heard.tokens.at(i).filler)
            words.append(&heard.tags.at(i));
    if (end < heard.tokens.size())
        words.append(&rest);
    words.append(&edge);
    const quint32 kinds = kindsOf(words);
    const QString kindText = QString::number(kinds);
    found.push_back(mixed(seedOf('b'), {}));
    found.push_back(mixed(seedOf('e'), kindText));
    addWords(found, words, kindText);
    for (const Token &token : heard.tokens.first(end)) // the word itself, where others share its key
        if (!token.filler && token.key != token.word && token.types == 0)
            found.push_back(mixed(seedOf('w'), token.word));
    const QList<int> topics = topicsOf(heard, end);
    addTopics(found, topics, kinds);
    addForms(found, heard, topics, kindText);
    found.push_back(mixed(seedOf('n'), QString::number(std::min<qsizetype>(words.size() / 3, 5))));
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace wardroom::bot
