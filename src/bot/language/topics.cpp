// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/topics.h"

#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

bool hasTopic(const QString &word)
{
    const WordFacts *facts = factsOf(word);
    return facts != nullptr && isOwnTopic(facts->topic);
}

int topicOf(const Token &token, const QString &spelling)
{
    if (token.topic != 0)
        return token.topic;
    if (!spelling.isEmpty() && spelling != token.word) {
        const WordFacts *facts = factsOf(spelling);
        return facts == nullptr ? 0 : facts->topic;
    }
    return 0;
}

const HanTopic *hanTopicAt(const QString &text, qsizetype at)
{
    const QStringView rest = QStringView(text).sliced(at);
    for (const HanTopic &each : hanTopics(text.at(at))) // most differ in the second character
        if (each.word.size() <= rest.size() && std::equal(each.word.begin(), each.word.end(), rest.begin()))
            return &each;
    return nullptr;
}

QList<int> topicsOf(const Heard &heard, qsizetype from, qsizetype end)
{
    QList<int> found;
    qsizetype covered = 0; // Chinese words are taken as long as they go, and not twice
    for (qsizetype i = from; i < end; ++i) {
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
        if (const HanTopic *each = hanTopicAt(heard.text, token.start)) {
            found.append(each->topic);
            covered = token.start + each->word.size();
        }
    }
    return found;
}

} // namespace wardroom::bot
