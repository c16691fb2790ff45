// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/hearing.h"

#include "bot/language/argumentfinder.h"
#include "bot/language/asides.h"
#include "bot/language/asking.h"
#include "bot/language/names.h"
#include "bot/language/phrasebook.h"
#include "bot/language/shapes.h"
#include "bot/language/usualnames.h"
#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

void dropHanCourtesy(Heard &heard)
{
    static const QStringList asks{u"能不能"_s, u"可不可以"_s, u"你能"_s, u"能否"_s, u"可以"_s};
    for (const QString &ask : asks) {
        qsizetype same = 0;
        while (same < ask.size() && same < heard.tokens.size() &&
               heard.tokens.at(same).word == QStringView(ask).sliced(same, 1))
            ++same;
        if (same == ask.size()) {
            heard.tokens.remove(0, same);
            heard.polite = true;
        }
    }
    while (!heard.tokens.isEmpty() && heard.tokens.first().filler)
        heard.tokens.removeFirst();
}

//! ", please" and ", thank you" at the end are no second thought.
void dropThanks(QList<Token> &tokens)
{
    if (tokens.size() > 2 && tokens.last().word == "you"_L1 && tokens.at(tokens.size() - 2).word == "thank"_L1)
        tokens.last().filler = true;
    qsizetype last = tokens.size() - 1;
    while (last > 0 && tokens.at(last).filler)
        --last;
    if (last >= 0)
        tokens[last].pauseAfter = false;
}

//! "I want", "we'd like you to", "let's", "go ahead and", "I need": what follows is asked for.
void takeWish(Heard &heard)
{
    static const QList<QStringList> wishes{{u"i"_s, u"would"_s, u"like"_s},
                                           {u"we"_s, u"would"_s, u"like"_s},
                                           {u"i"_s, u"want"_s},
                                           {u"we"_s, u"want"_s},
                                           {u"i"_s, u"need"_s},
                                           {u"we"_s, u"need"_s},
                                           {u"let"_s, u"us"_s},
                                           {u"go"_s, u"ahead"_s},
                                           {u"we"_s, u"have"_s},
                                           {u"please"_s, u"go"_s},
                                           {u"would"_s, u"you"_s, u"mind"_s}};
    QList<Token> &tokens = heard.tokens;
    for (const QStringList &wish : wishes) {
        qsizetype same = 0;
        while (same < wish.size() && same < tokens.size() && tokens.at(same).word == wish.at(same))
            ++same;
        if (same < wish.size() || same == tokens.size())
            continue;
        const auto follows = [&](const QString &words) {
            return same < tokens.size() && words.contains(u' ' + tokens.at(same).word + u' ');
        };
        if (wish.last() == "have"_L1 && !follows(u" to "_s))
            continue;
        if (follows(u" you "_s) && same + 1 < tokens.size() && tokens.at(same + 1).word == "to"_L1)
            same += 2;
        else if (follows(u" to and "_s))
            ++same;
        tokens.remove(0, std::min(same, tokens.size() - 1));
        heard.wish = true;
        return;
    }
}

//! "hey wardroom, could you please": greetings, the bot's name and a polite question, in that order.
void takeCourtesy(Heard &heard)
{
    QList<Token> &tokens = heard.tokens;
    const auto drop = [&] { tokens.removeFirst(); };
    for (bool more = true; more && !tokens.isEmpty();) {
        const quint32 flags = tokens.first().flags;
        more = (flags & (greetingWord | botName)) != 0 || tokens.first().filler;
        heard.addressed = heard.addressed || (flags & botName) != 0;
        if (more)
            drop();
    }
    static const QStringList modals{u"can"_s, u"could"_s, u"would"_s, u"will"_s};
    if (tokens.size() > 2 && modals.contains(tokens.at(0).word) && tokens.at(1).word == "you"_L1) {
        drop();
        drop();
        heard.polite = true;
    }
    dropHanCourtesy(heard);
    while (!tokens.isEmpty() && tokens.first().filler)
        drop();
    takeWish(heard);
    while (!tokens.isEmpty() && tokens.first().filler)
        drop();
    if (!tokens.isEmpty())
        tokens.first().pauseBefore = false;
    if (!tokens.isEmpty() && (tokens.last().flags & botName) != 0) {
        heard.addressed = true;
        tokens.removeLast();
    }
    dropThanks(tokens);
}

//! How many words at the beginning only say that something is asked.
qsizetype leadsOf(const QList<Token> &tokens)
{
    static const QList<QStringList> leads{{u"tell"_s, u"me"_s},
                                          {u"tell"_s, u"us"_s},
                                          {u"show"_s, u"me"_s},
                                          {u"show"_s, u"us"_s},
                                          {u"give"_s, u"me"_s},
                                          {u"let"_s, u"me"_s, u"know"_s},
                                          {u"find"_s, u"out"_s},
                                          {u"check"_s},
                                          {u"show"_s},
                                          {u"list"_s},
                                          {u"get"_s},
                                          {u"display"_s},
                                          {u"告"_s, u"诉"_s, u"我"_s},
                                          {u"看"_s, u"看"_s},
                                          {u"查"_s, u"看"_s},
                                          {u"查"_s, u"询"_s},
                                          {u"显"_s, u"示"_s},
                                          {u"看"_s},
                                          {u"查"_s}};
    qsizetype count = 0;
    for (bool more = true; more;) {
        more = false;
        for (const QStringList &lead : leads) {
            qsizetype same = 0;
            while (same < lead.size() && count + same < tokens.size() && tokens.at(count + same).word == lead.at(same))
                ++same;
            more = same == lead.size();
            count += more ? same : 0;
            if (more)
                break;
        }
        while (count > 0 && count < tokens.size() && tokens.at(count).filler)
            ++count;
    }
    return count;
}

//! evil.example.com: letters and dots, and no host of ours.
bool looksLikeDomain(const QString &word)
{
    const qsizetype dot = word.lastIndexOf(u'.');
    return dot > 0 && word.size() - dot > 2 && word.at(dot + 1).isLetter() && word.back().isLetter() &&
           !word.contains(u'/') && !word.contains(u'@') && !word.contains(u':');
}

quint32 typesOf(const Token &token, const Names &names)
{
    const QString &word = token.word;
    if (token.types != 0)
        return token.types;
    if (isHan(word.front()))
        return names.person(word) != nullptr ? bitOf(ArgumentType::person) : 0;
    if ((token.flags & pronounWord) != 0)
        return 0;
    quint32 types = shapesOf(word);
    if (names.host(word) != nullptr)
        types |= bitOf(ArgumentType::host);
    const bool at = word.startsWith(u'@');
    if ((at || token.flags == 0) && names.person(at ? word.sliced(1) : word) != nullptr)
        types |= bitOf(ArgumentType::person);
    return types;
}

QString tagOf(const Token &token, quint32 types, const QString &spelling)
{
    using enum ArgumentType;
    static const QList<std::pair<quint32, QString>> tags{{bitOf(host), u"<host>"_s},
                                                         {bitOf(person), u"<person>"_s},
                                                         {bitOf(cve), u"<cve>"_s},
                                                         {bitOf(address), u"<ip>"_s},
                                                         {bitOf(hash), u"<hash>"_s},
                                                         {bitOf(duration), u"<length>"_s},
                                                         {bitOf(ArgumentType::time), u"<time>"_s}};
    for (qsizetype i = 0; types != 0 && i < tags.size(); ++i)
        if ((types & tags.at(i).first) != 0)
            return tags.at(i).second;
    if (token.word.startsWith(u'@'))
        return u"<person>"_s;
    if (looksLikePath(token.word))
        return u"<path>"_s;
    if ((types & bitOf(severity)) != 0 && token.word.size() > 1)
        return u"<sev>"_s;
    if ((types & bitOf(number)) != 0)
        return u"<number>"_s;
    if (token.flags == 0 && looksLikeHost(token.word) && !looksLikeDomain(token.word))
        return u"<host?>"_s;
    if (looksLikeDomain(token.word))
        return u"<domain>"_s;
    return spelling.isEmpty() || spelling == token.word ? token.key : keyOf(spelling);
}

//! How many words from \a at on spell \a name; 0 when they do not.
qsizetype spells(const QList<Token> &tokens, qsizetype at, const QString &name)
{
    qsizetype covered = 0;
    for (qsizetype i = at; i < tokens.size(); ++i) {
        const QString &word = tokens.at(i).word;
        if (!QStringView(name).sliced(covered).startsWith(word))
            return 0;
        covered += word.size();
        if (covered == name.size())
            return i + 1 - at;
        if (tokens.at(i).pauseAfter)
            return 0;
    }
    return 0;
}

//! "Priya Natarajan", "payments db", 堡垒机: one word each, so that they can be one value.
void joinNames(QList<Token> &tokens, const Names &names)
{
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const QList<Names::Long> &list = names.longNames(tokens.at(i).word.front());
        for (const Names::Long &name : list) {
            const qsizetype count = spells(tokens, i, name.compact);
            if (count == 0 || (name.isPerson && names.person(name.folded) == nullptr))
                continue;
            const Token last = tokens.at(i + count - 1);
            Token &token = tokens[i];
            token.word = token.key = name.folded;
            token.end = last.end;
            token.pauseAfter = last.pauseAfter;
            token.colonAfter = last.colonAfter;
            token.types = bitOf(name.isPerson ? ArgumentType::person : ArgumentType::host);
            token.flags = 0;
            token.topic = 0;
            token.filler = false;
            tokens.remove(i + 1, count - 1);
            break;
        }
    }
}

//! "tom, can you look", "@tom what is …", "what is going on, tom?", "小王，你看一下".
bool isToSomebody(const Heard &heard)
{
    const QList<Token> &tokens = heard.tokens;
    if (tokens.size() < 2 || heard.wish)
        return false;
    const auto isPerson = [&](qsizetype i) { return heard.tags.at(i) == "<person>"_L1; };
    const Token &first = tokens.first();
    if (isPerson(0) && first.pauseAfter)
        return true;
    // Somebody who is in no list, before a comma: a plain word that is no value and says nothing else.
    const bool plain = first.flags == 0 && first.key == first.word && heard.tags.first() == first.word;
    if (first.pauseAfter && plain && !isHan(first.word.front()) && first.word != quotationWord)
        return true;
    // 小王帮忙封一下: who is spoken to by name is no bot.
    const QStringView text(heard.text);
    const bool byName = text.size() > 3 && isAnyOf(text.first(1), u" 小 老 ") && isAnyOf(first.word, u" 小 老 ") &&
                        isAnyOf(text.sliced(2, 1), u" 你 帮 麻 去 来 ， , ");
    if (byName && first.start == 0 && text.at(1) != u'伙')
        return true;
    static const QString asked = u" can could did do please pls what who would will you have are any is "_s;
    static const QString tells = u" is will should has "_s;
    const QString second = u' ' + tokens.at(1).word + u' ';
    const bool called = first.word.startsWith(u'@');
    if (isPerson(0) && asked.contains(second) && !tells.contains(second))
        return true;
    if (isPerson(0) && called && !tells.contains(second) && !tokens.at(1).word.endsWith(u's') &&
        !isHan(tokens.at(1).word.front()))
        return true;
    return tokens.size() > 2 && isPerson(tokens.size() - 1) && tokens.last().pauseBefore;
}

//! "lol mei, |could you", 王工，|麻烦: the one before the comma is asked.
bool isCalled(const Heard &heard, qsizetype last)
{
    if (last < 0 || !heard.tokens.at(last).pauseAfter)
        return false;
    const Token &token = heard.tokens.at(last);
    if (heard.tags.at(last) == "<person>"_L1)
        return true;
    if (isHan(token.word.front()))
        return last < 3 && isAnyOf(token.word, u" 工 哥 姐 总 师 队 同 学 ");
    const bool alone = last == 0 || heard.tokens.at(last).pauseBefore || last == 1;
    return alone && !isKnownWord(token) && !heard.tags.at(last).startsWith(u'<');
}

//! Which clause asks; where it begs it is as polite as if it stood alone.
void takeAsking(Heard &heard)
{
    const qsizetype end = endOfAsking(heard);
    const Asking asking = askingIn(heard.tokens, end, heard.polite || heard.wish);
    heard.begs = asking.begs;
    heard.begged = asking.begged;
    heard.from = asking.from;
    heard.to = asking.to;
    heard.polite = heard.polite || asking.polite;
    heard.toSomebody = heard.toSomebody || (asking.polite && isCalled(heard, asking.begs - 1));
}

} // namespace

Heard hear(const QString &text, Sentence sentence, const Names &names, const PhraseBook *book)
{
    Heard heard;
    heard.text = text;
    heard.tokens = std::move(sentence.tokens);
    heard.question = sentence.question;
    takeCourtesy(heard);
    joinNames(heard.tokens, names);
    heard.leads = leadsOf(heard.tokens);
    const quint32 loose = bitOf(ArgumentType::package) | bitOf(ArgumentType::word);
    heard.fits.reserve(heard.tokens.size());
    heard.spelling.reserve(heard.tokens.size());
    heard.tags.reserve(heard.tokens.size());
    for (const Token &token : std::as_const(heard.tokens)) {
        const quint32 types = typesOf(token, names);
        heard.fits.append(types);
        const bool mayBeSlip = book != nullptr && (types & ~loose) == 0 && token.flags == 0 && token.topic == 0 &&
                               !isHan(token.word.front());
        QString slip = mayBeSlip ? book->slipOf(token.word) : QString();
        if (!slip.isEmpty() && isUsualName(token.word))
            slip = token.word;
        heard.spelling.append(mayBeSlip ? slip : token.word);
        heard.tags.append(tagOf(token, types, slip));
    }
    heard.toSomebody = isToSomebody(heard);
    takeAsking(heard);
    return heard;
}

} // namespace wardroom::bot
