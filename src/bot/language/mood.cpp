// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/mood.h"

#include "bot/language/words.h"

#include <QRegularExpression>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

bool isMusing(const Heard &heard)
{
    const auto word = [&](qsizetype i) {
        return heard.from + i < heard.tokens.size() ? heard.tokens.at(heard.from + i).word : QString();
    };
    const QString first = word(0);
    const bool self = isAnyOf(first, u" i we he she they nobody somebody someone ");
    if (self && isAnyOf(word(1),
                        u" wonder think thought guess know see saw checked looked am was were had did asked told heard "
                        u"searched ran read found blocked isolated patched killed locked scanned hashed restarted "
                        u"rebooted logged already just also will "))
        return word(2) != "joined"_L1;
    if (first == "let"_L1 && (word(1) == "me"_L1 || isAnyOf(word(2), u" check see look think ask try get go ")))
        return true;
    const bool whoever = isAnyOf(word(1), u" anyone anybody someone somebody everyone everybody ");
    if (whoever && isAnyOf(first, u" can could does would will should "))
        return true;
    if (first == "see"_L1 && heard.from == 0 && heard.tags.size() > 1 && heard.tags.at(1).startsWith(u'<'))
        return true;
    for (qsizetype i = -heard.from; heard.from + i < heard.tokens.size(); ++i) {
        const bool no = word(i) == "not"_L1 || word(i) == "no"_L1 || word(i) == "nobody"_L1 ||
                        word(i) == QStringView(u"不") || word(i) == QStringView(u"没");
        if (no && isAnyOf(word(i + 1), u" know knows sure tell idea remember clue 知 清 确 记 "))
            return true;
    }
    return false;
}

bool isOthersWish(const Heard &heard)
{
    static const QRegularExpression han(u"^.{1,6}(?:要求|让我|让我们|叫我)"_s);
    for (qsizetype i = 1; i < std::min<qsizetype>(heard.tokens.size(), 5); ++i)
        if (isAnyOf(heard.tokens.at(i).word, u" wants asks demands insists requires "))
            return true;
    return han.match(heard.text).hasMatch();
}

bool asksAbout(const Heard &heard)
{
    if (heard.tokens.isEmpty())
        return false;
    static const QRegularExpression already(u"了(?:吗|没|没有)[?？]?$"_s);
    if (already.match(heard.text).hasMatch())
        return true;
    if (heard.tokens.size() > 2 && heard.tokens.first().word == "got"_L1 &&
        isAnyOf(heard.tokens.at(1).word, u" a an any some "))
        return true; // "got a patch for openssl?"
    if (heard.polite || heard.wish)
        return false;
    const QChar form = heard.tokens.at(heard.from).form;
    const bool han = std::any_of(heard.tokens.begin() + heard.from, heard.tokens.begin() + heard.to,
                                 [](const Token &token) { return isAnyOf(token.word, u" 吗 谁 什 哪 怎 何 呢 "); });
    return form == u'w' || form == u'a' || han;
}

} // namespace wardroom::bot
