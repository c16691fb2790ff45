// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/tagger.h"

#include "bot/language/argumentfinder.h"
#include "bot/language/learnt.h"
#include "bot/language/topics.h"
#include "bot/language/usualnames.h"
#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr int rarelyAName = 60; //!< so much speaks against a word of the language as somebody's or something's name
constexpr int hardly = 100;     //!< the same where none has to be there
constexpr int forUsual = 80;    //!< so much speaks for a word that is often a name
constexpr int forPlace = 60;    //!< and for one that stands where names do
constexpr int notAtAll = 150;   //!< so much against it, a word is no value even where one is missing

//! Letters, digits, signs: what kind of word it is when nobody ever met it.
int shapeOf(const Heard &heard, qsizetype at)
{
    const QString &word = heard.tokens.at(at).word;
    if (heard.tags.at(at).startsWith(u'<'))
        return 9;
    if (isHan(word.front()))
        return 8;
    bool digits = false;
    bool letters = false;
    bool signs = false;
    for (const QChar c : word) {
        digits = digits || c.isDigit();
        letters = letters || c.isLetter();
        signs = signs || c == u'-' || c == u'_' || c == u'.' || c == u'+';
    }
    return (digits ? 1 : 0) + (letters ? 2 : 0) + (signs ? 4 : 0);
}

bool isName(const QString &label)
{
    return label == "user"_L1 || label == "process"_L1 || label == "package"_L1 || label == "named"_L1;
}

const QString &tagAt(const Heard &heard, qsizetype at)
{
    static const QString edge = u"^"_s;
    return at >= 0 && at < heard.tags.size() ? heard.tags.at(at) : edge;
}

} // namespace

const Tagger &Tagger::learnt()
{
    static const Tagger tagger(learntTagger());
    return tagger;
}

bool Tagger::learns(const Argument &argument)
{
    using enum ArgumentType;
    const bool named = argument.name == "path"_L1 || argument.name == "indicator"_L1;
    return !named && (argument.type == word || argument.type == text || argument.type == package ||
                      argument.type == number || argument.type == severity);
}

quint32 Tagger::wordFeature(const Heard &heard, qsizetype at)
{
    return mixed(seedOf('w'), heard.tags.at(at));
}

std::vector<quint32> Tagger::features(const Heard &heard, const QString &command, qsizetype at, const QString &before,
                                      bool known)
{
    const QString &word = heard.tags.at(at);
    const QString &last = tagAt(heard, at - 1);
    const QString &next = tagAt(heard, at + 1);
    const Token &token = heard.tokens.at(at);
    const quint32 shape =
        quint32(shapeOf(heard, at) + (known ? 0 : 16) + (hasTopic(token.word) ? 32 : 0) + (token.flags != 0 ? 64 : 0));
    const quint32 forCommand = mixed(seedOf('c'), command);
    std::vector<quint32> found{
        seedOf('b'),
        forCommand,
        mixed(seedOf('p'), last),
        mixed(mixed(seedOf('P'), tagAt(heard, at - 2)), last),
        mixed(seedOf('n'), next),
        mixed(mixed(seedOf('N'), next), tagAt(heard, at + 2)),
        mixed(mixed(seedOf('z'), last), next),
        mixed(mixed(forCommand, 1u), last),
        mixed(mixed(forCommand, 2u), next),
        mixed(mixed(mixed(forCommand, 3u), last), next),
        mixed(seedOf('L'), before),
        mixed(mixed(seedOf('M'), before), last),
        mixed(mixed(forCommand, 4u), before),
        mixed(mixed(mixed(forCommand, 5u), before), last),
        mixed(mixed(mixed(forCommand, 9u), before), next),
        mixed(seedOf('s'), shape),
        mixed(mixed(forCommand, 6u), shape),
        mixed(mixed(mixed(forCommand, 7u), last), shape),
        mixed(mixed(mixed(forCommand, 8u), next), shape),
        mixed(mixed(mixed(forCommand, 10u), before), shape),
        mixed(mixed(seedOf('f'), quint32(std::min<qsizetype>(at, 3))), shape),
        mixed(mixed(seedOf('q'), token.pauseBefore ? 1u : 0u), token.pauseAfter ? 1u : 0u),
        mixed(mixed(seedOf('Q'), at > 0 && heard.tokens.at(at - 1).colonAfter ? 1u : 0u), before)};
    if (known) {
        found.push_back(wordFeature(heard, at));
        found.push_back(mixed(mixed(seedOf('W'), word), before));
        found.push_back(mixed(mixed(forCommand, 11u), word));
        found.push_back(mixed(mixed(mixed(forCommand, 12u), word), before));
    }
    return found;
}

bool Tagger::isGuessed(const Heard &heard, const Command &command) const
{
    std::vector<Weights::Sums> all;
    QStringList tags = tagSurely(heard, command, all);
    return std::any_of(command.arguments.begin(), command.arguments.end(), [&](const Argument &argument) {
        if (!argument.required || !learns(argument) || !isName(argument.name))
            return false;
        if (tags.contains(argument.name))
            return false;
        tagLikeliest(heard, argument, notAtAll, all, tags);
        const qsizetype at = tags.indexOf(argument.name);
        return !isWhereNamesStand(heard, at) && !(at >= 0 && isUsualName(heard.tokens.at(at).word));
    });
}

QStringList Tagger::tagSurely(const Heard &heard, const Command &command, std::vector<Weights::Sums> &all) const
{
    QStringList tags;
    const QStringList &labels = m_weights.labels();
    std::vector<bool> allowed;
    for (const QString &label : labels)
        allowed.push_back(label.isEmpty() ||
                          std::any_of(command.arguments.begin(), command.arguments.end(), [&](const Argument &each) {
                              return learns(each) && (each.name == label || tagFor(each, false) == label);
                          }));
    const qsizetype end = endOfAsking(heard); // no name stands in a text or a reason
    all.resize(size_t(heard.tokens.size()));
    for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
        Weights::Sums &sums = all[size_t(i)];
        const QString before = tags.isEmpty() ? QString() : tags.last();
        for (const quint32 feature : features(heard, command.id, i, before, m_weights.knows(wordFeature(heard, i))))
            m_weights.add(feature, sums);
        for (qsizetype k = 1; isKnownWord(heard.tokens.at(i)) && k < labels.size(); ++k)
            sums[size_t(k)] -= isName(labels.at(k)) ? rarelyAName : 0;
        qsizetype best = 0;
        for (qsizetype k = 1; k < labels.size(); ++k)
            if (allowed[size_t(k)] && (i < end || !isName(labels.at(k))) && sums[size_t(k)] > sums[size_t(best)])
                best = k;
        tags.append(labels.isEmpty() ? QString() : labels.at(best));
    }
    return tags;
}

QStringList Tagger::tag(const Heard &heard, const Command &command) const
{
    std::vector<Weights::Sums> all;
    QStringList tags = tagSurely(heard, command, all);
    for (const Argument &argument : command.arguments)
        if (argument.required && learns(argument) && !tags.contains(argument.name))
            tagLikeliest(heard, argument, notAtAll, all, tags);
        else if (!argument.required && isName(argument.name) && learns(argument) && !tags.contains(argument.name))
            tagLikeliest(heard, argument, hardly, all, tags);
    for (const Argument &argument : command.arguments) // an account called "monitor"
        if (argument.required && learns(argument) && isName(argument.name) && !tags.contains(argument.name))
            tagLikeliest(heard, argument, notAtAll, all, tags, true);
    return tags;
}

//! What must be there is looked for among the words that could be a name, and is the one that is least unlike it.
void Tagger::tagLikeliest(const Heard &heard, const Argument &argument, int against,
                          const std::vector<Weights::Sums> &all, QStringList &tags, bool knownWords) const
{
    const qsizetype label = m_weights.labels().indexOf(argument.name);
    qsizetype best = -1;
    int most = -against;
    const qsizetype end = isName(argument.name) ? endOfAsking(heard) : tags.size();
    for (qsizetype i = 0; label > 0 && i < end; ++i) {
        const Token &token = heard.tokens.at(i);
        const bool usual = isName(argument.name) && isUsualName(token.word);
        const bool mayBe = usual || (knownWords ? token.flags == 0 : !isKnownWord(token));
        const bool stands = isName(argument.name) && isWhereNamesStand(heard, i);
        const bool plain = mayBe && !isHan(token.word.front()) && (!token.pauseBefore || usual || stands) &&
                           (!heard.tags.at(i).startsWith(u'<') || heard.tags.at(i) == "<number>"_L1 ||
                            heard.tags.at(i) == "<domain>"_L1 || heard.tags.at(i) == "<host?>"_L1);
        const bool free = plain || (argument.type == ArgumentType::text && i > 0);
        const int margin = all[size_t(i)][size_t(label)] - all[size_t(i)][0] + (usual ? forUsual : 0) +
                           (stands && argument.required ? forPlace : 0);
        if (free && tags.at(i).isEmpty() && margin > most) {
            most = margin;
            best = i;
        }
    }
    if (best >= 0)
        tags[best] = argument.name;
}

} // namespace wardroom::bot
