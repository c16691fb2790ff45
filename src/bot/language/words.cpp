// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/words.h"

#include "bot/language/lexicon.h"
#include "bot/language/tokens.h"

#include <QHash>

#include <bit>
#include <vector>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

struct Lexicon
{
    QHash<QString, WordFacts> words;
    int ownTopics = 0;
    QHash<QChar, QList<QString>> han;
    QHash<QChar, QList<HanTopic>> hanTopics;

    WordFacts &at(const QString &word)
    {
        WordFacts &facts = words[word];
        if (facts.key.isEmpty())
            facts.key = word;
        return facts;
    }
};

QStringList wordsOf(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

void readFlags(Lexicon &made)
{
    const QList<WordList> flags = flagLists();
    for (const WordList &list : flags)
        for (const QString &word : wordsOf(list.words))
            made.at(word).flags |= list.flag;
    const QStringList meanings = meaningLists();
    for (const QString &line : meanings) {
        const QStringList words = wordsOf(line);
        for (const QString &word : words) {
            made.at(word).key = u'#' + words.first();
            if (isHan(word.front()) && word.size() > 1)
                made.han[word.front()].append(word);
        }
    }
}

//! "blocked", "blocking", "blocks" are about what "block" is about.
void inflect(Lexicon &made, const QString &word, int topic)
{
    const bool plain =
        word.size() > 2 && std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
    if (!plain || word.endsWith("ed"_L1) || word.endsWith("ing"_L1))
        return;
    const bool mute = word.endsWith(u'e');
    const bool soft = word.endsWith(u'y') && !u"aeiou"_s.contains(word.at(word.size() - 2));
    const bool doubled = u"aeiou"_s.contains(word.at(word.size() - 2)) && u"bgmnpt"_s.contains(word.back());
    const QString root = mute || soft ? word.chopped(1) : word;
    QList<std::pair<QString, QChar>> all{{root + (soft ? u"ied"_s : u"ed"_s), u'd'},
                                         {(soft ? word : root) + u"ing"_s, u'g'},
                                         {soft ? root + u"ies"_s : word + u's', u'e'}};
    if (doubled) {
        all.append({word + word.back() + u"ed"_s, u'd'});
        all.append({word + word.back() + u"ing"_s, u'g'});
    }
    for (const auto &[inflected, form] : std::as_const(all)) {
        if (made.words.contains(inflected))
            continue;
        WordFacts &facts = made.at(inflected);
        facts.topic = topic;
        facts.form = form;
    }
}

void readTopics(Lexicon &made)
{
    const QStringList own = topicLists();
    made.ownTopics = int(own.size());
    const QStringList topics = own + lifeTopics();
    for (int i = 0; i < int(topics.size()); ++i)
        for (const QString &word : wordsOf(topics.at(i))) {
            WordFacts &facts = made.at(word);
            if (facts.topic == 0)
                facts.topic = i + 1;
            if (isHan(word.front()))
                made.hanTopics[word.front()].append({word, facts.topic});
        }
    for (int i = 0; i < made.ownTopics; ++i)
        for (const QString &word : wordsOf(own.at(i)))
            inflect(made, word, i + 1);
}

void readForms(Lexicon &made)
{
    const QList<FormList> forms = formLists() + smallForms();
    QHash<QString, QChar> byKey;
    for (const FormList &list : forms)
        for (const QString &word : wordsOf(list.words)) {
            if (word.startsWith(u'#'))
                byKey.insert(word, list.form);
            else if (made.at(word).form.isNull())
                made.at(word).form = list.form;
        }
    for (WordFacts &facts : made.words)
        if (facts.form.isNull())
            facts.form = byKey.value(facts.key);
}

Lexicon makeLexicon()
{
    Lexicon made;
    readFlags(made);
    readTopics(made);
    readForms(made);
    for (QList<QString> &each : made.han)
        std::sort(each.begin(), each.end(), [](const QString &a, const QString &b) {
            return a.size() != b.size() ? a.size() > b.size() : a < b;
        });
    for (QList<HanTopic> &each : made.hanTopics)
        std::sort(each.begin(), each.end(), [](const HanTopic &a, const HanTopic &b) {
            return a.word.size() != b.word.size() ? a.word.size() > b.word.size() : a.word < b.word;
        });
    return made;
}

const Lexicon &lexicon()
{
    static const Lexicon made = makeLexicon();
    return made;
}

//! The same words by a hash that takes no time, since every word of every line is looked up.
class FlatWords
{
public:
    explicit FlatWords(const QHash<QString, WordFacts> &words) : m_slots(std::bit_ceil(size_t(words.size()) * 4))
    {
        for (auto it = words.cbegin(); it != words.cend(); ++it) {
            size_t at = hashOf(it.key()) & (m_slots.size() - 1);
            while (m_slots[at].facts != nullptr)
                at = (at + 1) & (m_slots.size() - 1);
            m_slots[at] = {hashOf(it.key()), &it.key(), &it.value()};
        }
    }

    const WordFacts *find(const QString &word) const
    {
        const quint32 hash = hashOf(word);
        const size_t mask = m_slots.size() - 1;
        for (size_t at = hash & mask; m_slots[at].facts != nullptr; at = (at + 1) & mask)
            if (m_slots[at].hash == hash && *m_slots[at].word == word)
                return m_slots[at].facts;
        return nullptr;
    }

private:
    struct Slot
    {
        quint32 hash = 0;
        const QString *word = nullptr;
        const WordFacts *facts = nullptr;
    };

    static quint32 hashOf(QStringView word)
    {
        quint32 hash = 2166136261u;
        for (const QChar c : word)
            hash = (hash ^ c.unicode()) * 16777619u;
        return hash ^ (hash >> 15);
    }

    std::vector<Slot> m_slots;
};

} // namespace

const WordFacts *factsOf(const QString &word)
{
    static const FlatWords words(lexicon().words);
    return words.find(word);
}

QStringList wordsOfKey(const QString &key)
{
    if (!key.startsWith(u'#'))
        return {key};
    QStringList words;
    const auto &all = lexicon().words;
    for (auto it = all.cbegin(); it != all.cend(); ++it)
        if (it->key == key)
            words.append(it.key());
    return words;
}

bool isIn(QStringView word, QStringView list)
{
    // indexOf() costs more than it saves in lists this short.
    const qsizetype length = word.size();
    const char16_t *const said = word.utf16(), *const in = list.utf16();
    for (qsizetype at = 1; length > 0 && at + length < list.size(); ++at)
        if (in[at] == said[0] && in[at - 1] == u' ' && in[at + length] == u' ' &&
            std::equal(said, said + length, in + at))
            return true;
    return false;
}

bool isKnownWord(const Token &token)
{
    return token.word.startsWith(u'-') || token.flags != 0 || token.topic != 0 || !token.form.isNull() ||
           token.filler || token.key != token.word;
}

bool isOwnTopic(int topic)
{
    return topic > 0 && topic <= lexicon().ownTopics;
}

const QList<QString> &hanWords(QChar first)
{
    static const QList<QString> none;
    const auto &han = lexicon().han;
    const auto found = han.constFind(first);
    return found == han.cend() ? none : *found;
}

const QList<HanTopic> &hanTopics(QChar first)
{
    static const QList<HanTopic> none;
    const auto &han = lexicon().hanTopics;
    const auto found = han.constFind(first);
    return found == han.cend() ? none : *found;
}

} // namespace wardroom::bot
