// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/argumentfinder.h"

#include "bot/language/alignment.h"
#include "bot/language/shapes.h"
#include "bot/language/topics.h"
#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

QString said(const Heard &heard, qsizetype i)
{
    return heard.text.sliced(heard.tokens.at(i).start, heard.tokens.at(i).end - heard.tokens.at(i).start);
}

bool tellsItself(ArgumentType type)
{
    using enum ArgumentType;
    return type == host || type == address || type == cve || type == person || type == hash || type == duration ||
           type == ArgumentType::time;
}

//! "sev 1", "sev1", "1 级": a number alone is no severity.
bool isSeverityAt(const Heard &heard, qsizetype i)
{
    if ((heard.fits.at(i) & bitOf(ArgumentType::severity)) == 0)
        return false;
    const bool before = i > 0 && (heard.tokens.at(i - 1).key == "#severity"_L1 || heard.tokens.at(i - 1).word == "to"_L1 ||
                                  heard.tokens.at(i - 1).word == QStringView(u"为") || heard.tokens.at(i - 1).word == QStringView(u"到"));
    const bool after = i + 1 < heard.tokens.size() && heard.tokens.at(i + 1).word == QStringView(u"级");
    return before || after || heard.tokens.at(i).word.size() > 1;
}

bool isNoun(const QString &name, const Heard &heard, qsizetype i)
{
    const Token &token = heard.tokens.at(i);
    return name == "user"_L1 ? token.key == "#account"_L1
                             : token.key == "#processes"_L1 || token.word == "pid"_L1 || token.word == "miner"_L1;
}

//! A word that can be a name: no host, no word of the language.
bool isFree(const Heard &heard, qsizetype i)
{
    const Token &token = heard.tokens.at(i);
    return token.flags == 0 && !token.filler && token.key == token.word && !isHan(token.word.front()) &&
           (heard.fits.at(i) & bitOf(ArgumentType::host)) == 0 && heard.tags.at(i) != "<host?>"_L1 &&
           (!hasTopic(token.word) || token.word == "deploy"_L1);
}

//! What stands behind a colon, or nothing.
QString behindColon(const Heard &heard)
{
    for (qsizetype i = 0; i + 1 < heard.tokens.size() && i < 10; ++i)
        if (heard.tokens.at(i).colonAfter)
            return heard.text.sliced(heard.tokens.at(i + 1).start).trimmed();
    return {};
}

//! The value that an argument's name promises: a path, an indicator, the number behind "alert" or "task".
QString namedValue(const QString &name, const Heard &heard)
{
    for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
        const QString &tag = heard.tags.at(i);
        if (name == "path"_L1 && tag == "<path>"_L1)
            return said(heard, i);
        if (name == "indicator"_L1 && (tag == "<hash>"_L1 || tag == "<domain>"_L1 || tag == "<ip>"_L1 || tag == "<path>"_L1))
            return heard.tokens.at(i).word;
        if ((name == "user"_L1 || name == "process"_L1) && isNoun(name, heard, i)) {
            for (const qsizetype k : {i + 1, i - 1})
                if (k >= 0 && k < heard.tokens.size() && isFree(heard, k))
                    return heard.tokens.at(k).word;
        }
        const bool counted = i > 0 && heard.tokens.at(i - 1).key == u'#' + name + (name == "alert"_L1 ? u"s"_s : QString());
        const bool number = std::any_of(heard.tokens.at(i).word.begin(), heard.tokens.at(i).word.end(), [](QChar c) { return c.isDigit(); });
        if ((name == "alert"_L1 || name == "task"_L1) && counted && number)
            return heard.tokens.at(i).word;
    }
    return {};
}

} // namespace

QString tidied(const QString &text)
{
    static const QStringList leads{u"that "_s, u"to "_s, u"called "_s, u"named "_s, u"as "_s, u"saying "_s, u"about "_s,
                                   u"因为"_s, u"一下"_s, u"for "_s, u"task "_s, u"is "_s, u"任务"_s, u"里的"_s, u"中的"_s, u"里有"_s, u"里"_s, u"去"_s, u": "_s, u"："_s, u":"_s, u"，"_s, u", "_s};
    static const QStringList ends{u" please"_s, u" thanks"_s, u" pls"_s, u" now"_s, u"，谢谢"_s, u" in the logs"_s, u"吗"_s, u" done"_s, u"标记为完成"_s};
    QString left = text.trimmed();
    for (const QString &lead : leads)
        if (left.size() > lead.size() && left.startsWith(lead, Qt::CaseInsensitive))
            left = left.sliced(lead.size()).trimmed();
    for (const QString &end : ends)
        if (left.size() > end.size() && left.endsWith(end, Qt::CaseInsensitive))
            left = left.chopped(end.size()).trimmed();
    return left;
}

Found findValues(const Command &command, const Heard &heard, const PhraseBook &book)
{
    Found found;
    std::optional<Alignment> best;
    const QList<const Phrase *> phrases = book.phrasesOf(command);
    for (const Phrase *phrase : phrases) {
        const auto alignment = align(*phrase, heard, Fit::loose);
        if (alignment && (!best || alignment->cost < best->cost))
            best = alignment;
    }
    if (best) {
        found.given = best->args;
        for (auto it = best->phrase->set.begin(); it != best->phrase->set.end(); ++it)
            found.given.insert(it.key(), it.value());
        found.loose = best->looseText && best->unsaid > 0;
        found.strange = best->strange;
        for (qsizetype i = 0; i < heard.tokens.size(); ++i) // a word that is about it is no stranger; nor what follows a comma
            if (hasTopic(heard.tokens.at(i).word) || (heard.tokens.at(i).flags & lightWord) != 0)
                --found.strange;
    }
    for (const Argument &argument : command.arguments) {
        if (const QString value = namedValue(argument.name, heard); !value.isEmpty())
            found.given.insert(argument.name, value);
        for (qsizetype i = 0; i < heard.tokens.size() && !found.given.contains(argument.name); ++i) {
            const bool fits = (heard.fits.at(i) & bitOf(argument.type)) != 0;
            if ((tellsItself(argument.type) && fits) || (argument.type == ArgumentType::severity && isSeverityAt(heard, i)))
                found.given.insert(argument.name, heard.tokens.at(i).word);
        }
        if (argument.type != ArgumentType::text || argument.name == "path"_L1)
            continue;
        const QString text = behindColon(heard);
        if (!text.isEmpty())
            found.given.insert(argument.name, text);
        else if (found.loose)
            found.given.remove(argument.name);
        if (found.given.contains(argument.name))
            found.given.insert(argument.name, tidied(found.given.value(argument.name).toString()));
    }
    return found;
}

} // namespace wardroom::bot
