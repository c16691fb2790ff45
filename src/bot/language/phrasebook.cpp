// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/phrasebook.h"

#include "bot/catalogue/nearest.h"
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

quint64 lettersOf(const QString &word)
{
    quint64 letters = 0;
    for (const QChar c : word)
        letters |= quint64(1) << (c.unicode() % 64);
    return letters;
}

} // namespace

std::shared_ptr<const PhraseBook> PhraseBook::of(const Catalogue &catalogue)
{
    auto book = std::make_shared<PhraseBook>();
    book->m_plugins = catalogue.plugins();
    for (const Plugin &plugin : std::as_const(book->m_plugins)) {
        for (const Command &command : plugin.commands) {
            QSet<QString> seen;
            QStringList texts{phraseOfId(command)};
            for (const QStringList &each : command.phrases)
                texts << each;
            for (const QString &text : std::as_const(texts)) {
                if (!text.isEmpty() && !seen.contains(text))
                    book->add(command, text);
                seen.insert(text);
            }
        }
    }
    QSet<QString> longWords;
    for (auto it = book->m_byWord.cbegin(); it != book->m_byWord.cend(); ++it)
        if (it.key().size() >= 5)
            longWords.insert(it.key());
    QStringList sorted(longWords.begin(), longWords.end());
    sorted.sort();
    for (const QString &word : std::as_const(sorted))
        book->m_longWords.append({word, lettersOf(word)});
    return book;
}

void PhraseBook::add(const Command &command, const QString &text)
{
    QString marked = text;
    for (qsizetype i = 0; i < command.arguments.size(); ++i)
        marked.replace(u'{' + command.arguments.at(i).name + u'}', QChar(char16_t(firstSlot + i)));
    Phrase phrase;
    phrase.command = &command;
    const QList<Sentence> sentences = sentencesOf(normalised(marked));
    for (const Sentence &sentence : sentences) {
        for (const Token &token : sentence.tokens) {
            const char16_t first = token.word.front().unicode();
            if (first >= firstSlot && first < firstSlot + command.arguments.size()) {
                phrase.parts.append({{}, int(first - firstSlot), false});
                continue;
            }
            phrase.parts.append({token.word, -1, isLight(token.word)});
            phrase.contentWords += isLight(token.word) ? 0 : 1;
        }
    }
    // "{host}" alone would be every sentence that names a host.
    if (phrase.contentWords == 0 || phrase.parts.size() > 40)
        return;
    for (const PhrasePart &part : std::as_const(phrase.parts)) {
        if (part.word.isEmpty() || part.light)
            continue;
        QList<int> &list = m_byWord[part.word];
        if (!list.isEmpty() && list.last() == int(m_phrases.size()))
            continue;
        list.append(int(m_phrases.size()));
        ++phrase.neededWords;
    }
    m_phrases.append(phrase);
}

QList<const Phrase *> PhraseBook::candidates(const QStringList &words) const
{
    QHash<int, int> shared;
    QSet<QString> counted;
    for (const QString &each : words) {
        const QString word = m_byWord.contains(each) ? each : slipOf(each);
        if (counted.contains(word))
            continue;
        counted.insert(word);
        for (const int index : m_byWord.value(word))
            ++shared[index];
    }
    QList<int> indexes;
    for (auto it = shared.cbegin(); it != shared.cend(); ++it)
        if (it.value() >= m_phrases.at(it.key()).neededWords)
            indexes.append(it.key());
    std::sort(indexes.begin(), indexes.end());
    QList<const Phrase *> found;
    for (const int index : std::as_const(indexes))
        found.append(&m_phrases.at(index));
    return found;
}

//! "blocks", "updated": another form of the word says something else, and is no slip.
static bool isInflected(const QString &word, const QString &base)
{
    return word.size() == base.size() + 1 && word.startsWith(base) && (word.endsWith(u's') || word.endsWith(u'd'));
}

QString PhraseBook::slipOf(const QString &word) const
{
    if (word.size() < 5 || m_byWord.contains(word))
        return {};
    // One slip changes at most two members of the set of letters.
    const quint64 letters = lettersOf(word);
    for (const auto &[each, others] : m_longWords)
        if (qPopulationCount(letters ^ others) <= 2 && std::abs(each.size() - word.size()) <= 1
            && editDistance(word, each, 1) == 1 && !isInflected(word, each) && !isInflected(each, word))
            return each;
    return {};
}

} // namespace wardroom::bot
