// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/asking.h"

#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

enum Plainness { tells, questions, orders, begs };

struct Opening
{
    Plainness how = tells;
    qsizetype length = 0; //!< of the words that only beg
};

const QString &wordAt(const QList<Token> &tokens, qsizetype at)
{
    static const QString none;
    return at >= 0 && at < tokens.size() ? tokens.at(at).word : none;
}

//! "could you please", "can someone", "I would like you to", "we need to".
qsizetype begging(const QList<Token> &tokens, qsizetype at)
{
    const QString &word = wordAt(tokens, at);
    if (word.isEmpty() || !QStringView(u"cwmipk").contains(word.front()))
        return 0; // this is asked of every word of every line
    const QString &next = wordAt(tokens, at + 1);
    qsizetype behind = at;
    const auto says = [&](qsizetype from, const QStringList &words) {
        for (qsizetype i = 0; i < words.size(); ++i)
            if (wordAt(tokens, from + i) != words.at(i))
                return false;
        return true;
    };
    if (isAnyOf(word, u" can could would will may might ") && isAnyOf(next, u" you someone somebody anyone anybody u "))
        behind = at + 2;
    else if (isAnyOf(word, u" i we ") && next == "would"_L1 && wordAt(tokens, at + 2) == "like"_L1)
        behind = at + 3;
    else if (isAnyOf(word, u" i we ") && isAnyOf(next, u" want need "))
        behind = at + 2;
    else if (isAnyOf(word, u" please pls plz kindly "))
        behind = at + 1;
    else if (isAnyOf(word, u" would is ") && next == "it"_L1 && says(at + 2, {u"be"_s, u"possible"_s, u"to"_s}))
        behind = at + 5;
    else if (word == "may"_L1 && next == "i"_L1 && says(at + 2, {u"ask"_s, u"you"_s, u"to"_s}))
        behind = at + 5;
    else if (isAnyOf(word, u" can could may ") && !isAnyOf(next, u" it this that there he she they ") &&
             (wordAt(tokens, at + 2) == "be"_L1 || wordAt(tokens, at + 3) == "be"_L1))
        behind = at + 1; // "could web-01 be isolated"
    if (behind == at)
        return 0;
    if (wordAt(tokens, behind) == "you"_L1 && wordAt(tokens, behind + 1) == "to"_L1)
        behind += 2;
    while (isAnyOf(wordAt(tokens, behind), u" to please pls kindly maybe perhaps just quickly "))
        ++behind;
    return behind - at;
}

//! 麻烦, 能不能, 帮我: how Chinese begs.
qsizetype hanBegging(const QList<Token> &tokens, qsizetype at)
{
    static const QStringList all{u"麻烦"_s,   u"请问"_s, u"能不能"_s, u"能否"_s,  u"可否"_s,   u"可不可以"_s,
                                 u"帮忙"_s,   u"帮我"_s, u"劳驾"_s,   u"拜托"_s,  u"想知道"_s, u"想问"_s,
                                 u"想了解"_s, u"请"_s,   u"帮"_s,     u"想确认"_s};
    if (const QString &word = wordAt(tokens, at);
        word.isEmpty() || !QStringView(u"麻请能可帮劳拜想").contains(word.front()))
        return 0;
    for (const QString &each : all) {
        qsizetype same = 0;
        while (same < each.size() && wordAt(tokens, at + same) == QStringView(each).sliced(same, 1))
            ++same;
        if (same == each.size())
            return same;
    }
    return 0;
}

//! 直接封掉吧: an order, whatever it begins with.
bool endsInUrging(const QList<Token> &tokens, qsizetype at, qsizetype end)
{
    while (at + 1 < end && !tokens.at(at).pauseAfter)
        ++at;
    return at < end && (tokens.at(at).word == QStringView(u"吧") ||
                        (tokens.at(at).word == QStringView(u"下") && tokens.at(at).filler));
}

//! "vpn-01 断网": the order stands behind its value, and is not told as done.
bool isHanOrder(const QList<Token> &tokens, qsizetype at, qsizetype end)
{
    if (isHan(tokens.at(at).word.front()) || at + 1 >= end || tokens.at(at).pauseAfter)
        return false;
    const Token &next = tokens.at(at + 1);
    qsizetype last = at + 1;
    while (last + 1 < end && !tokens.at(last).pauseAfter)
        ++last;
    return isHan(next.word.front()) && (next.form == u'v' || next.word == QStringView(u"断")) &&
           !isAnyOf(tokens.at(last).word, u" 了 过 中 ");
}

//! How plainly what begins at \a at asks for something.
Opening openingAt(const QList<Token> &tokens, qsizetype at, qsizetype end)
{
    const bool starts = at == 0 || tokens.at(at).pauseBefore;
    qsizetype first = at;
    while (starts && first + 1 < end &&
           isAnyOf(tokens.at(first).word,
                   u" so and but then ok maybe now just also 那 就 所 以 先 再 顺 手 直 接 赶 紧 快 尽 "))
        ++first;
    const Token &token = tokens.at(first);
    const bool han = isHan(token.word.front());
    // 实习生问能不能封: somebody else asked. "when can you": a question.
    const qsizetype begged = han ? hanBegging(tokens, first) : begging(tokens, first);
    const bool reported = begged > 0 && first > 0 && !tokens.at(first).pauseBefore &&
                          isAnyOf(tokens.at(first - 1).word, u" 问 说 让 叫 要 申 邀 when why how what which who ");
    const qsizetype length = reported ? 0 : begged;
    if (length > 0 && first + length < end && !tokens.at(first + length - 1).pauseAfter &&
        (starts || length > 1 || tokens.at(first + length).form == u'v'))
        return {begs, first + length - at};
    if (!starts)
        return {};
    if (token.form == u'v' && token.types == 0)
        return {orders, first - at};
    if ((han && endsInUrging(tokens, first, end)) || isHanOrder(tokens, first, end))
        return {orders, first - at};
    const bool asks = token.form == u'w' || (token.form == u'a' && !han);
    return {asks ? questions : tells, asks ? first - at : 0};
}

//! "do it", "处理一下": what is meant stands elsewhere.
bool isThin(const QList<Token> &tokens, const Asking &asking)
{
    qsizetype content = 0;
    for (qsizetype i = asking.from; i < asking.to; ++i) {
        const Token &token = tokens.at(i);
        const bool empty = token.filler || (token.flags & pronounWord) != 0 || isAnyOf(token.word, u" do so it then ");
        const bool vague = token.topic == 0 && token.form == u'v' && isHan(token.word.front());
        content += empty || vague ? 0 : (isOwnTopic(token.topic) ? 2 : 1);
    }
    return content < 2;
}

//! "until we know more", "before anybody runs it": why, and not what.
bool givesReason(const QList<Token> &tokens, qsizetype at)
{
    const QString &word = tokens.at(at).word;
    return isAnyOf(word, u" because until so while which otherwise ") ||
           (word == "before"_L1 &&
            isAnyOf(wordAt(tokens, at + 1), u" anybody anyone somebody someone it he she they "));
}

} // namespace

Asking askingIn(const QList<Token> &tokens, qsizetype end, bool begun)
{
    const Asking whole{0, 0, 0, end, false};
    Asking found = whole;
    Plainness most = begun ? begs : tells;
    for (qsizetype i = 0; i < end; ++i) {
        const Opening opening = openingAt(tokens, i, end);
        if (opening.how <= most)
            continue;
        most = opening.how;
        const qsizetype behind = i + opening.length;
        found = {i, behind, behind, end, opening.how == begs};
    }
    if (most == tells)
        return whole;
    found.to = found.from + 1;
    while (found.to < end && !tokens.at(found.to).pauseBefore && !givesReason(tokens, found.to))
        ++found.to;
    return isThin(tokens, found) ? Asking{found.begs, found.begged, 0, end, found.polite} : found;
}

} // namespace wardroom::bot
