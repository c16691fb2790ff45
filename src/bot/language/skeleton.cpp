// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/skeleton.h"

#include "bot/language/topics.h"
#include "bot/language/weights.h"
#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 40;
constexpr quint32 byTopic = 0x10000;

} // namespace

char16_t formOf(const Token &token)
{
    if (!token.form.isNull())
        return token.form.unicode();
    const QStringView word = token.word;
    if (isHan(word.front()))
        return u'z';
    if (word.size() > 4 && word.endsWith("ed"_L1))
        return u'd';
    if (word.size() > 5 && word.endsWith("ing"_L1))
        return u'g';
    if (word.size() > 4 && word.endsWith("ly"_L1))
        return u'l';
    if (word.size() > 4 && word.endsWith(u's'))
        return u'e';
    return u'o';
}

std::vector<quint32> skeletonOf(const Heard &heard, qsizetype from, qsizetype end)
{
    std::vector<quint32> bones;
    bones.reserve(size_t(end - from));
    qsizetype covered = 0; // Chinese words are taken as long as they go
    for (qsizetype i = from; i < end && i < from + longest; ++i) {
        const Token &token = heard.tokens.at(i);
        if (token.word.isEmpty() || (token.filler && !isHan(token.word.front())))
            continue;
        const QString &tag = heard.tags.at(i);
        if (tag.startsWith(u'<')) {
            bones.push_back(mixed(seedOf('<'), tag));
            continue;
        }
        if (!isHan(token.word.front())) {
            const int topic = topicOf(token, heard.spelling.at(i));
            bones.push_back(topic != 0 ? byTopic + quint32(topic) * 128 + formOf(token) % 128 : formOf(token));
            continue;
        }
        if (token.start < covered)
            continue;
        if (const HanTopic *found = hanTopicAt(heard.text, token.start)) {
            bones.push_back(byTopic + quint32(found->topic) * 128);
            covered = token.start + found->word.size();
        } else if (!token.form.isNull() || token.flags != 0) {
            bones.push_back(mixed(seedOf('h'), token.word));
        }
    }
    return bones;
}

} // namespace wardroom::bot
