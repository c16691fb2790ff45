// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/topics.h"

#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

//! A word without its ending, where the ending says when or how many.
QString stemOf(const QString &word)
{
    for (const QLatin1StringView ending : {"ing"_L1, "ed"_L1, "es"_L1, "s"_L1})
        if (word.size() > ending.size() + 3 && word.endsWith(ending))
            return word.chopped(ending.size());
    return word;
}

} // namespace

bool hasTopic(const QString &word)
{
    const WordFacts *facts = factsOf(word);
    return facts != nullptr && facts->topic != 0;
}

int topicOf(const Token &token, const QString &spelling)
{
    if (token.topic != 0)
        return token.topic;
    if (!spelling.isEmpty() && spelling != token.word) {
        const WordFacts *facts = factsOf(spelling);
        return facts == nullptr ? 0 : facts->topic;
    }
    if (token.flags != 0 || token.word.size() < 5)
        return 0;
    const QString stem = stemOf(token.word);
    const WordFacts *facts = stem.size() == token.word.size() ? nullptr : factsOf(stem);
    return facts == nullptr ? 0 : facts->topic;
}

QList<int> topicsOf(const Heard &heard, qsizetype end)
{
    QList<int> found;
    qsizetype covered = 0; // Chinese words are taken as long as they go, and not twice
    for (qsizetype i = 0; i < end; ++i) {
        const Token &token = heard.tokens.at(i);
        if (token.types != 0 || token.word.isEmpty())
            continue;
        if (!isHan(token.word.front())) {
            if (const int topic = topicOf(token, heard.spelling.at(i)); topic != 0)
                found.append(topic);
            continue;
        }
        if (token.start < covered)
            continue;
        for (const HanTopic &each : hanTopics(token.word.front()))
            if (QStringView(heard.text).sliced(token.start).startsWith(each.word)) {
                found.append(each.topic);
                covered = token.start + each.word.size();
                break;
            }
    }
    return found;
}

} // namespace wardroom::bot
