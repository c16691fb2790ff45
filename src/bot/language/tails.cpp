// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/tails.h"

#include "bot/language/topics.h"
#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

//! Words that leave an order one: when, where, how much of it, to whom it is good, and thanks.
bool isPlainTail(const Token &token)
{
    static constexpr AnyOf when(u" now immediately immediatly right away asap again already today tonight forever "
                                u"straight instantly quickly first "
                                u"at once soon finally anyway still just then tomorrow morning evening night weekend "
                                u"noon moment being time while "
                                u"permanently temporarily temporary indefinitely promptly urgently directly ");
    static constexpr AnyOf where(
        u" for at on from to until till in into by with as since before of off out up down there here back onto over "
        u"the "
        u"a an all our my your its this that it them us me everywhere network firewall fw net perimeter edge gateway "
        u"gateways crowdsec nftables lan wan internet wire box host machine server quarantine blocklist inbound "
        u"outbound "
        u"both ways directions everyone everything anything nothing else anyone rest world ");
    static constexpr AnyOf what(
        u" area folder vault side safely early networkwise network-wise through rn pronto effect immediate anymore "
        u"more longer login current latest newest date line versions edition account user login logins login-in "
        u"process service package version file address ip access address pid patch "
        u"update fix job thing too also completely fully entirely only alone free clean safe good gone dead "
        u"please pls plz thanks thank thx ty cheers you kindly ok okay wardroom bot mate friend and because so if not "
        u"is are be has have had was were should must shall may can could will would needs need want wants get got go "
        u"i we he she they who which whose ");
    return token.filler || token.types != 0 || isHan(token.word.front()) || isAnyOf(token.word, when) ||
           isAnyOf(token.word, where) || isAnyOf(token.word, what);
}

} // namespace

namespace {

//! "block 203.0.113.7, then what", "…, right", "…: done": a second thought, where an order would have a reason.
bool hasSecondThought(const Heard &heard, qsizetype from)
{
    for (qsizetype i = from; i < heard.tokens.size(); ++i) {
        const Token &token = heard.tokens.at(i);
        if (!token.pauseBefore)
            continue;
        const bool last = i + 1 == heard.tokens.size();
        const bool orders = !last && isOwnTopic(heard.tokens.at(i + 1).topic);
        if ((isAnyOf(token.word, u" then what ") && !orders) || (last && isAnyOf(token.word, u" right done check ")))
            return true;
    }
    return false;
}

} // namespace

bool trailsOff(const Heard &heard, const QJsonObject &given)
{
    const auto isValue = [&](qsizetype i) {
        const QString &word = heard.tokens.at(i).word;
        return heard.tags.at(i).startsWith(u'<') ||
               std::any_of(given.begin(), given.end(), [&](const QJsonValue &each) {
                   return each.toString().compare(word, Qt::CaseInsensitive) == 0;
               });
    };
    qsizetype first = -1;
    qsizetype last = -1;
    for (qsizetype i = heard.from; i < heard.to; ++i) {
        if (isHan(heard.tokens.at(i).word.front()))
            return false;
        if (!isValue(i))
            continue;
        first = first < 0 ? i : first;
        last = i;
    }
    // "web-01 has to come off the network": the order itself stands behind.
    const bool ordered =
        std::any_of(heard.tokens.begin() + heard.from, heard.tokens.begin() + std::max(heard.from, first),
                    [](const Token &token) { return token.form == u'v'; });
    if (!ordered)
        return false;
    if (hasSecondThought(heard, last + 1))
        return true;
    for (qsizetype i = last + 1; i < heard.to && !heard.tokens.at(i - 1).pauseAfter; ++i) {
        const Token &token = heard.tokens.at(i);
        // Behind "because", "so" or "it is" comes why.
        if (isAnyOf(token.word,
                    u" because so since as it its he she they that who which i we if until till before while "))
            return false;
        if (!isPlainTail(token) && !isOwnTopic(token.topic))
            return true;
    }
    return false;
}

} // namespace wardroom::bot
