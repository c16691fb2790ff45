// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/phrasebook.h"

#include "base/nearest.h"
#include "bot/language/gist.h"
#include "bot/language/guessing.h"
#include "bot/language/tokens.h"
#include "bot/language/words.h"

#include <QSet>
#include <QtAlgorithms>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

//! "host.status" can also be said as "host status {host}".
QString phraseOfId(const Command &command)
{
    QString phrase = QString(command.id).replace(u'.', u' ');
    bool hasArgument = false;
    for (const Argument &each : command.arguments) {
        if (!each.required)
            continue;
        if (each.type == ArgumentType::text)
            return {};
        phrase += (each.keyword.isEmpty() ? u" {"_s : u' ' + each.keyword + u" {"_s) + each.name + u'}';
        hasArgument = true;
    }
    return hasArgument ? phrase : QString();
}

quint64 bitOf(size_t hash)
{
    return quint64(1) << (hash % 64);
}

//! The hash of \a word without the letter at \a hole; -1 leaves none out.
size_t hashWithout(const QString &word, qsizetype hole)
{
    size_t hash = 1469598103934665603u;
    for (qsizetype i = 0; i < word.size(); ++i)
        if (i != hole)
            hash = (hash ^ word.at(i).unicode()) * 1099511628211u;
    return hash;
}

//! "blocks", "updated": another form of the word says something else, and is no slip.
bool isInflected(const QString &word, const QString &base)
{
    return word.size() == base.size() + 1 && word.startsWith(base) && (word.endsWith(u's') || word.endsWith(u'd'));
}

//! "tally on {host} of {what}" without "of {what}", where that has a default; empty: nothing may be left out.
QString withoutOptional(const Command &command, const QString &text)
{
    for (const Argument &each : command.arguments) {
        const QString place = u'{' + each.name + u'}';
        if (each.required || each.fallback.isEmpty() || !text.endsWith(place))
            continue;
        const QString before = text.chopped(place.size()).trimmed();
        const qsizetype space = before.lastIndexOf(u' ');
        const QString last = before.sliced(space + 1);
        const WordFacts *facts = factsOf(last);
        const bool leads = last == each.keyword || (facts != nullptr && (facts->flags & prepositionWord) != 0);
        return leads && space > 0 ? before.first(space) : QString();
    }
    return {};
}

} // namespace

std::shared_ptr<const PhraseBook> PhraseBook::of(const Catalogue &catalogue)
{
    auto book = std::make_shared<PhraseBook>();
    book->m_plugins = catalogue.plugins();
    for (const Plugin &plugin : std::as_const(book->m_plugins)) {
        for (const Command &command : plugin.commands) {
            QSet<QString> seen;
            const auto add = [&](const QString &text, const QJsonObject &set) {
                if (!text.isEmpty() && !seen.contains(text))
                    book->add(command, text, set);
                seen.insert(text);
            };
            add(phraseOfId(command), {});
            for (const QStringList &each : command.phrases)
                for (const QString &text : each) {
                    add(text, {});
                    add(withoutOptional(command, text), {});
                }
            for (const Alias &alias : command.aliases)
                for (const QStringList &each : alias.phrases)
                    for (const QString &text : each)
                        add(text, alias.set);
        }
    }
    book->index();
    book->indexSlips();
    return book;
}

void PhraseBook::add(const Command &command, const QString &text, const QJsonObject &set)
{
    QString marked = text;
    for (qsizetype i = 0; i < command.arguments.size(); ++i)
        marked.replace(u'{' + command.arguments.at(i).name + u'}', QChar(char16_t(firstSlot + i)));
    Phrase phrase;
    phrase.command = &command;
    phrase.set = set;
    const QList<Sentence> sentences = sentencesOf(normalised(marked));
    for (const Sentence &sentence : sentences) {
        for (const Token &token : sentence.tokens) {
            const char16_t first = token.word.front().unicode();
            if (first >= firstSlot && first < firstSlot + command.arguments.size()) {
                phrase.parts.append({{}, {}, int(first - firstSlot), false, false});
                continue;
            }
            const bool light = (token.flags & lightWord) != 0;
            phrase.parts.append({token.word, token.key, -1, light, (token.flags & prepositionWord) != 0});
            phrase.contentWords += light ? 0 : 1;
            if (!light && !phrase.needed.contains(token.key))
                phrase.needed.append(token.key);
            if (!light)
                m_words.insert(token.word);
        }
    }
    // "{host}" alone would be every sentence that names a host.
    if (phrase.contentWords == 0 || phrase.parts.size() > 40)
        return;
    m_byCommand[&command].append(int(m_phrases.size()));
    m_phrases.append(phrase);
}

void PhraseBook::index()
{
    QHash<QString, int> uses;
    for (const Phrase &phrase : std::as_const(m_phrases))
        for (const QString &key : phrase.needed)
            ++uses[key];
    for (qsizetype i = 0; i < m_phrases.size(); ++i) {
        const QList<QString> &needed = m_phrases.at(i).needed;
        Entry entry{int(i), 0};
        for (const QString &key : needed)
            entry.needed |= bitOf(qHash(key, 0));
        const QString rarest = *std::min_element(needed.begin(), needed.end(), [&](const QString &a, const QString &b) {
            return uses.value(a) != uses.value(b) ? uses.value(a) < uses.value(b) : a < b;
        });
        m_byRarest[rarest].append(entry);
        const size_t hash = qHash(rarest, 0) % mayBits;
        m_mayBeRarest[hash / 64] |= bitOf(hash);
    }
}

void PhraseBook::indexSlips()
{
    QStringList words(m_words.begin(), m_words.end());
    words.sort();
    for (const QString &word : std::as_const(words)) {
        if (word.size() < 5)
            continue;
        for (qsizetype hole = -1; hole < word.size(); ++hole) {
            const size_t hash = hashWithout(word, hole);
            m_mayBeShortened[hash % shortenedBits / 64] |= bitOf(hash);
            QList<QString> &list = m_shortened[hash];
            if (list.isEmpty() || list.last() != word)
                list.append(word);
        }
    }
}

//! A key is said by any of its words, and a word of several characters begins with its first.
void PhraseBook::indexOwn() const
{
    m_mayBeOwn.assign(ownBits / 64, 0);
    const auto add = [this](const QString &word) {
        const Gist gist(word);
        if (!gist.words().empty())
            m_mayBeOwn[gist.words().front() % ownBits / 64] |= bitOf(gist.words().front());
    };
    for (auto it = m_byRarest.cbegin(); it != m_byRarest.cend(); ++it) {
        const bool own = std::any_of(it->begin(), it->end(), [this](const Entry &entry) {
            return isTeamsOwn(m_phrases.at(entry.phrase).command->id);
        });
        if (!own)
            continue;
        const QStringList words = wordsOfKey(it.key());
        std::for_each(words.begin(), words.end(), add);
    }
}

bool PhraseBook::mayBeOwn(std::span<const quint32> words) const
{
    std::call_once(m_ownKnown, [this] { indexOwn(); });
    return std::any_of(words.begin(), words.end(),
                       [this](quint32 hash) { return (m_mayBeOwn[hash % ownBits / 64] & bitOf(hash)) != 0; });
}

QList<const Phrase *> PhraseBook::candidates(const std::vector<const QString *> &keys) const
{
    std::vector<size_t> hashes(keys.size());
    quint64 said = 0;
    bool may = false;
    for (size_t i = 0; i < keys.size(); ++i) {
        hashes[i] = qHash(*keys[i], 0) % mayBits;
        said |= bitOf(hashes[i]);
        may = may || (m_mayBeRarest[hashes[i] / 64] >> (hashes[i] % 64) & 1) != 0;
    }
    QList<int> indexes;
    for (size_t i = 0; may && i < keys.size(); ++i) {
        if ((m_mayBeRarest[hashes[i] / 64] >> (hashes[i] % 64) & 1) == 0)
            continue;
        const auto found = m_byRarest.constFind(*keys[i]);
        if (found == m_byRarest.cend())
            continue;
        for (const Entry &entry : *found)
            if ((entry.needed & ~said) == 0 && !indexes.contains(entry.phrase) &&
                std::all_of(m_phrases.at(entry.phrase).needed.begin(), m_phrases.at(entry.phrase).needed.end(),
                            [&](const QString &needed) {
                                return std::any_of(keys.begin(), keys.end(),
                                                   [&](const QString *key) { return *key == needed; });
                            }))
                indexes.append(entry.phrase);
    }
    std::sort(indexes.begin(), indexes.end());
    QList<const Phrase *> found;
    for (const int index : std::as_const(indexes))
        found.append(&m_phrases.at(index));
    return found;
}

QList<const Phrase *> PhraseBook::phrasesOf(const Command &command) const
{
    QList<const Phrase *> all;
    const auto it = m_byCommand.constFind(&command);
    if (it != m_byCommand.cend())
        for (const int index : *it)
            all.append(&m_phrases.at(index));
    return all;
}

QString PhraseBook::slipOf(const QString &word) const
{
    const auto may = [this](size_t hash) { return (m_mayBeShortened[hash % shortenedBits / 64] & bitOf(hash)) != 0; };
    if (word.size() < 5 || word.size() > 24 || (may(hashWithout(word, -1)) && m_words.contains(word)))
        return {};
    QString meant;
    for (qsizetype hole = -1; hole < word.size(); ++hole) {
        const size_t hash = hashWithout(word, hole);
        if (!may(hash))
            continue;
        const auto found = m_shortened.constFind(hash);
        if (found == m_shortened.cend())
            continue;
        for (const QString &each : *found)
            if ((meant.isEmpty() || each < meant) && editDistance(word, each, 1) == 1 && !isInflected(word, each) &&
                !isInflected(each, word))
                meant = each;
    }
    return meant;
}

} // namespace wardroom::bot
