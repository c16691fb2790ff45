// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/features.h"

#include "bot/language/argumentfinder.h"
#include "bot/language/skeleton.h"
#include "bot/language/topics.h"
#include "bot/language/weights.h"
#include "bot/language/words.h"

#include <algorithm>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 40;
constexpr quint32 edge = seedOf('^');
constexpr quint32 rest = seedOf('>');

//! One feature from what is in it.
template <typename... More> quint32 of(char kind, More... parts)
{
    quint32 hash = seedOf(kind);
    ((hash = mixed(hash, quint32(parts))), ...);
    return hash;
}

//! One bit for each kind of value: "#block" with an address is not "#block" with an account.
quint32 kindOf(const QString &tag)
{
    static const QList<QString> kinds{u"<host>"_s,   u"<ip>"_s,     u"<cve>"_s,  u"<hash>"_s,
                                      u"<path>"_s,   u"<domain>"_s, u"<time>"_s, u"<length>"_s,
                                      u"<person>"_s, u"<number>"_s, u"<sev>"_s};
    return tag.startsWith(u'<')
               ? 1u << std::max<qsizetype>(0, kinds.indexOf(tag == "<host?>"_L1 ? kinds.first() : tag) + 1)
               : 0;
}

//! What kind of word opens a sentence: asked, ordered or told is mostly said by that.
char16_t opening(const Heard &heard, qsizetype at)
{
    for (qsizetype i = heard.from; i < heard.tokens.size(); ++i) {
        if (heard.tokens.at(i).filler || at-- > 0)
            continue;
        return heard.tags.at(i).startsWith(u'<') ? u'e' : formOf(heard.tokens.at(i));
    }
    return u'.';
}

struct Seen
{
    std::vector<quint32> found;
    std::vector<quint32> words; //!< hashes, with an edge at both ends
    quint32 kinds = 0;          //!< of all values, in whatever clause they stand
    QList<int> topics;
    qsizetype end = 0; //!< of all that is no text
};

//! A word nobody ever said still begins and ends like another.
void addStems(Seen &seen, const Token &token)
{
    const QStringView word = token.word;
    if (word.size() < 4 || token.types != 0 || token.topic != 0 || isHan(word.front()))
        return;
    seen.found.push_back(mixed(seedOf('4'), word.first(4)));
    seen.found.push_back(mixed(seedOf('3'), word.last(3)));
}

void takeWords(Seen &seen, const Heard &heard)
{
    seen.words.reserve(longest + 4);
    seen.words.push_back(edge);
    for (qsizetype i = heard.from; i < heard.to && seen.words.size() < size_t(longest); ++i) {
        const Token &token = heard.tokens.at(i);
        if (token.filler)
            continue;
        const QString &tag = heard.tags.at(i);
        seen.words.push_back(mixed(seedOf('x'), tag));
        if (token.types == 0 && token.key != token.word) // the word itself, where others share its key
            seen.found.push_back(mixed(seedOf('w'), token.word));
        if (!tag.startsWith(u'<'))
            addStems(seen, token);
    }
    if (seen.end < heard.tokens.size())
        seen.words.push_back(rest);
    seen.words.push_back(edge);
}

//! Words, neighbours, and pairs with one between them.
void addWords(Seen &seen)
{
    const std::vector<quint32> &words = seen.words;
    for (size_t i = 1; i < words.size(); ++i) {
        if (i + 1 < words.size()) {
            seen.found.push_back(of('u', words[i]));
            seen.found.push_back(of('k', words[i], seen.kinds));
        }
        seen.found.push_back(of('p', words[i - 1], words[i]));
        if (i >= 2)
            seen.found.push_back(of('s', words[i - 2], words[i]));
    }
}

//! What it is about, alone, with its kinds of values and in pairs.
void addTopics(Seen &seen)
{
    const QList<int> &topics = seen.topics;
    for (qsizetype i = 0; i < topics.size() && i < longest; ++i) {
        seen.found.push_back(of('T', topics.at(i)));
        seen.found.push_back(of('K', topics.at(i), seen.kinds));
        for (qsizetype k = i + 1; k < std::min<qsizetype>(topics.size(), i + 4); ++k) {
            seen.found.push_back(of('P', topics.at(i), topics.at(k)));
            seen.found.push_back(of('R', topics.at(i), topics.at(k), seen.kinds));
        }
    }
    if (!topics.isEmpty()) {
        seen.found.push_back(of('F', topics.first(), seen.kinds));
        seen.found.push_back(of('G', topics.last(), seen.kinds));
    }
}

//! How it is said: question or order, of whom, to whom.
void addForms(Seen &seen, const Heard &heard)
{
    const char16_t first = opening(heard, 0);
    const char16_t second = opening(heard, 1);
    quint32 manner = (heard.question ? 1u : 0u) | (heard.polite ? 2u : 0u) | (heard.addressed ? 4u : 0u) |
                     (heard.toSomebody ? 8u : 0u) | (heard.leads > 0 ? 16u : 0u) | (heard.wish ? 32u : 0u);
    quint32 flags = 0;
    for (qsizetype i = heard.from; i < heard.to; ++i)
        flags |= heard.tokens.at(i).flags & (hardWord | guardWord);
    manner |= flags != 0 ? ((flags & hardWord) != 0 ? 128u : 64u) : 0u;
    seen.found.insert(seen.found.end(), {of('f', first), of('g', first, seen.kinds), of('h', first, second),
                                         of('i', first, second, seen.kinds), of('m', manner), of('M', manner, first),
                                         of('N', manner, first, second), of('Q', heard.question, first)});
    for (quint32 bit = 1; bit <= 128; bit <<= 1)
        if ((manner & bit) != 0)
            seen.found.push_back(of('B', bit));
    for (qsizetype i = 0; i < seen.topics.size() && i < longest; ++i) {
        seen.found.push_back(of('j', first, seen.topics.at(i)));
        seen.found.push_back(of('J', first, second, seen.topics.at(i)));
        if (manner != 0)
            seen.found.push_back(of('O', manner, seen.topics.at(i)));
    }
}

//! Neighbours in the skeleton, how it begins and ends, and the whole of a short one.
void addSkeleton(Seen &seen, const Heard &heard)
{
    std::vector<quint32> bones = skeletonOf(heard, heard.from, heard.to);
    bones.insert(bones.begin(), {edge, edge});
    bones.insert(bones.end(), {edge, edge});
    quint32 whole = seedOf('W');
    for (size_t i = 2; i < bones.size(); ++i) {
        seen.found.push_back(of('Y', bones[i - 1], bones[i]));
        seen.found.push_back(of('Z', bones[i - 2], bones[i - 1], bones[i]));
        seen.found.push_back(of('X', bones[i - 2], bones[i]));
        whole = mixed(whole, bones[i]);
        if (i == 4 || i == 5)
            seen.found.push_back(of('V', whole));
    }
    if (bones.size() <= 14)
        seen.found.push_back(whole);
}

//! What a clause behind a comma begins with: "web-01 is owned, cut it off" orders there.
void addClauses(Seen &seen, const Heard &heard)
{
    for (qsizetype i = 1; i + 1 < seen.end; ++i) {
        if (!heard.tokens.at(i).pauseBefore)
            continue;
        qsizetype at = i;
        while (at + 1 < seen.end && heard.tokens.at(at).filler)
            ++at;
        const Token &token = heard.tokens.at(at);
        const bool value = heard.tags.at(at).startsWith(u'<');
        const quint32 form = value ? u'e' : formOf(token);
        const HanTopic *han = value || !isHan(token.word.front()) ? nullptr : hanTopicAt(heard.text, token.start);
        const quint32 topic = value ? 0 : (han != nullptr ? quint32(han->topic) : quint32(token.topic));
        seen.found.insert(seen.found.end(),
                          {of('c', form), of('C', form, seen.kinds), of('d', topic), of('D', topic, seen.kinds),
                           of('l', mixed(seedOf('x'), heard.tags.at(at)))});
    }
}

//! What stands beside the clause that asks: why, or who said so.
void addBeside(Seen &seen, const Heard &heard, qsizetype from, qsizetype to, char where)
{
    if (from >= to)
        return;
    const quint32 seed = seedOf(where);
    quint32 flags = 0;
    quint32 last = edge;
    for (qsizetype i = from; i < std::min(to, from + longest); ++i) {
        if (heard.tokens.at(i).filler)
            continue;
        const quint32 word = mixed(seedOf('x'), heard.tags.at(i));
        seen.found.insert(seen.found.end(), {of('u', word), of('U', seed, word), of('U', seed, last, word)});
        flags |= heard.tokens.at(i).flags & (hardWord | guardWord);
        last = word;
    }
    seen.found.push_back(of('U', seed, flags, last));
    seen.found.push_back(of('B', seed, flags));
    const QList<int> topics = topicsOf(heard, from, to);
    for (const int topic : topics)
        seen.found.insert(seen.found.end(), {of('T', topic), of('K', topic, seen.kinds), of('T', seed, topic)});
}

} // namespace

std::vector<quint32> featuresOf(const Heard &heard)
{
    Seen seen;
    seen.end = endOfAsking(heard);
    seen.found.reserve(240); // a little less than what goes the allocator's long way
    seen.found.push_back(seedOf('b'));
    for (qsizetype i = 0; i < std::min(seen.end, longest); ++i)
        seen.kinds |= kindOf(heard.tags.at(i));
    takeWords(seen, heard);
    seen.found.push_back(of('e', seen.kinds));
    seen.found.push_back(of('n', std::min<size_t>(seen.words.size() / 3, 5)));
    seen.topics = topicsOf(heard, heard.from, heard.to);
    addWords(seen);
    addTopics(seen);
    addForms(seen, heard);
    addSkeleton(seen, heard);
    addClauses(seen, heard);
    addBeside(seen, heard, 0, std::min(heard.begs, heard.from), 'r');
    addBeside(seen, heard, heard.to, seen.end, 'a');
    return std::move(seen.found);
}

} // namespace wardroom::bot
