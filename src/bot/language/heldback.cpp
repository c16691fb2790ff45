// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/heldback.h"

#include "bot/language/argumentfinder.h"
#include "bot/language/names.h"
#include "bot/language/polarity.h"
#include "bot/language/shapes.h"
#include "bot/language/tagger.h"
#include "bot/language/toldinhan.h"
#include "bot/language/topics.h"
#include "bot/language/usualnames.h"
#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr int quiteSure = 985; //!< from here what was and what ought to be holds nothing back any more
constexpr int verySure = 999;  //!< from here 了 tells of nothing done

//! 没问题, 没事: nothing is denied. "have web-01 isolated": nothing is told.
bool isHarmless(const Heard &heard, qsizetype i)
{
    const QString &word = heard.tokens.at(i).word;
    const QString next = i + 1 < heard.tokens.size() ? heard.tokens.at(i + 1).word : QString();
    if (i == 0 && word == "have"_L1)
        return true;
    const QString before = i > 0 ? heard.tokens.at(i - 1).word : QString();
    const bool reached = word == QStringView(u"已") && isAnyOf(next, u" 遏 恢 根 清 控 恢复 ");
    const bool anymore =
        (word == "no"_L1 && next == "longer"_L1) ||
        (word == "not"_L1 && (heard.tokens.last().word == "anymore"_L1 || heard.tokens.last().word == "longer"_L1));
    const bool forOnce = word == "once"_L1 && isAnyOf(before, u" for at all ");
    if (reached || anymore || forOnce ||
        (word == QStringView(u"别") && (isAnyOf(next, u" 人 的 ") || before == QStringView(u"特"))) ||
        (word == QStringView(u"说") && before == QStringView(u"再")) ||
        (word == QStringView(u"会") && isAnyOf(before, u" 开 一 社 ")))
        return true;
    // "has some fun after all", 原因后面再查, "make sure it cannot get in": neither denied nor put off.
    if ((word == "after"_L1 && next == "all"_L1) || (word == "once"_L1 && next == "more"_L1) ||
        (word == QStringView(u"后") && isAnyOf(next, u" 面 续 台 ")) ||
        (i > 1 && isAnyOf(word, u" cannot not no can ") && heard.tokens.at(0).word == "make"_L1 &&
         heard.tokens.at(1).word == "sure"_L1))
        return true;
    // 隔离 web-01 但保留 10.0.0.5, 不再屏蔽: a value beside it, and what is taken back.
    if ((word == QStringView(u"但") && next == QStringView(u"保")) ||
        (word == QStringView(u"不") && next == QStringView(u"再") && polarityOf(heard) == Polarity::back))
        return true;
    return word == QStringView(u"没") && isAnyOf(next, u" 问 事 毒 救 ");
}

//! Words that hold an order back, but not where they tell why it is given; where it begs, hardly any does.
bool isReason(const QString &word, bool begs)
{
    if (begs)
        return !isAnyOf(word,
                        u" if unless maybe perhaps suppose imagine joke kidding pretend example e.g said says say "
                        u"would could might should when once after before till "
                        u"asked asks wrote 若 如 别 勿 ");
    return isAnyOf(word, u" was were had has have been did ago earlier he she they already not until before told may "
                         u"going 没 过 已 曾 "
                         u"他 她 该 应 会 ") ||
           word == "should"_L1;
}

//! "上周 203.0.113.7 屏蔽掉了", "hr disabled jsmith last night", "the lock on web-01 expired", 例子: no order.
bool tellsOfThePast(const Heard &heard, qsizetype end)
{
    static const QStringList said{u"之前"_s,   u"例子"_s,   u"例如"_s,   u"要求"_s, u"手册"_s, u"预案"_s,   u"规范"_s,
                                  u"有补丁"_s, u"有更新"_s, u"缺补丁"_s, u"缺少"_s, u"出了"_s, u"写着"_s,   u"写的是"_s,
                                  u"说的是"_s, u"自动把"_s, u"上个"_s,   u"上次"_s, u"上回"_s, u"比如"_s,   u"假设"_s,
                                  u"假如"_s,   u"设想"_s,   u"无权"_s,   u"问我"_s, u"单号"_s, u"申请已"_s, u"驳回"_s};
    const bool begs = heard.begged > 0 && heard.polite;
    static const QRegularExpression wanted(u"要求[,，]|^.{1,6}要求"_s); // HR 要求，锁定账号
    for (const QString &each : said)
        if (!begs && heard.text.contains(each) && !(each == u"要求"_s && wanted.match(heard.text).hasMatch()))
            return true;
    static const QStringList things{u"的封禁"_s, u"的屏蔽"_s, u"的隔离"_s, u"的锁定"_s, u"的禁用"_s};
    static const QStringList doing{u"开始"_s, u"启动"_s, u"启用"_s, u"进行"_s, u"实施"_s};
    const auto has = [&](const QStringList &any) {
        return std::any_of(any.begin(), any.end(), [&](const QString &each) { return heard.text.contains(each); });
    };
    if (has(things) && !has(doing) && polarityOf(heard) != Polarity::back)
        return true; // 对 203.0.113.7 的封禁
    for (qsizetype i = 0; i < end; ++i) {
        const Token &token = heard.tokens.at(i);
        if (i > 1 && end == heard.tokens.size() && token.word == QStringView(u"是") &&
            heard.tags.at(i - 1).startsWith(u'<') &&
            std::none_of(heard.tokens.begin() + i, heard.tokens.end(),
                         [](const Token &each) { return each.pauseAfter; }))
            return true; // 封 203.0.113.7 是打地鼠
        if (token.types == 0 || token.start >= heard.text.size())
            continue;
        const QStringView from = QStringView(heard.text).sliced(token.start);
        for (const QStringView past : {u"上周", u"上个", u"昨", u"前天", u"去年", u"last ", u"yesterday"})
            if (from.startsWith(past, Qt::CaseInsensitive))
                return true;
    }
    return false;
}

//! "the lock on web-01 expired": a thing is spoken of, and nothing is ordered.
bool speaksOfThing(const Heard &heard)
{
    const QString before = heard.text.first(heard.tokens.first().start).trimmed().toLower();
    return before.endsWith("the"_L1) || before == "a"_L1 || before == "an"_L1 || before.endsWith(" a"_L1) ||
           before.endsWith(" an"_L1);
}

//! "whatever you do, don't pull web-01 off the network", mail-01 别隔离: however sure the model is, this is no order.
bool forbids(const Heard &heard)
{
    for (qsizetype i = 0; i + 1 < heard.tokens.size(); ++i) {
        const Token &token = heard.tokens.at(i);
        const Token &next = heard.tokens.at(i + 1);
        // "I would block it": who says so has an opinion.
        if (i > 0 && token.word == "would"_L1 && next.form == u'v' &&
            isAnyOf(heard.tokens.at(i - 1).word, u" i we he she they ") && !isAnyOf(next.word, u" like love want "))
            return true;
        // "tell them to block it", "afraid to block it", "wait with the block".
        if ((isAnyOf(token.word, u" tell ask make ") && isAnyOf(next.word, u" them him her ")) ||
            (isAnyOf(token.word, u" afraid easy hard wait ready ") && isAnyOf(next.word, u" to with ")))
            return true;
        const bool denied = isAnyOf(token.word, u" 别 勿 ") || (token.word == QStringView(u"要") && i > 0 &&
                                                                heard.tokens.at(i - 1).word == QStringView(u"不"));
        if (denied && isAnyOf(next.word, u" 封 封禁 隔离 锁 锁定 停 杀 断 断网 禁用 屏蔽 拉黑 ") &&
            polarityOf(heard) != Polarity::back)
            return true;
        const bool orders =
            next.form == u'v' && next.word != "let"_L1 &&
            (token.word == "never"_L1 || (token.word == "not"_L1 && i > 0 && heard.tokens.at(i - 1).word == "do"_L1));
        // "I've put web-01 back on the network": it is done.
        const bool did = i > 0 && i < 3 && token.word == "have"_L1 &&
                         (next.form == u'v' || next.word.endsWith("ed"_L1) ||
                          isAnyOf(next.word, u" taken put cut pulled shut done got made kept brought thrown given ")) &&
                         isAnyOf(heard.tokens.at(i - 1).word, u" i we ");
        for (qsizetype k = i + 1; (orders || did) && k < heard.tokens.size(); ++k) {
            if (isAnyOf(heard.tags.at(k), u" <host> <ip> <path> "))
                return true;
            if (heard.tokens.at(k).pauseAfter)
                break;
        }
    }
    return false;
}

//! "block 203.0.113.7 for 4h worked", "203.0.113.7 banned for 4h", "203.0.113.7 got a ban": it is so.
bool standsAsFact(const Heard &heard)
{
    const qsizetype all = heard.tokens.size();
    const auto isValue = [&](qsizetype i) { return heard.tags.at(i).startsWith(u'<'); };
    if (isAnyOf(heard.tokens.first().word, u" block ban lock isolation quarantine ")) {
        for (qsizetype i = 1; i + 1 < all && !heard.tokens.at(i).pauseAfter && heard.tokens.at(i).word != "because"_L1;
             ++i)
            if (isValue(i) &&
                isAnyOf(heard.tokens.at(i + 1).word, u" was is were did worked works expired failed ended "
                                                     u"helped held broke ran "))
                return true;
    }
    if (heard.polite || heard.wish || heard.addressed || !isValue(0))
        return false;
    const QString &second = heard.tokens.at(1).word;
    return second == "got"_L1 || (second.size() > 5 && second.endsWith("ed"_L1) && hasTopic(second));
}

//! "203.0.113.7 stays blocked for 4h", "block on web-01 set", "block 203.0.113.7, they said": how things stand, and
//! what somebody else has said, however sure the model is.
bool tellsOnly(const Heard &heard)
{
    const qsizetype all = heard.tokens.size();
    for (qsizetype i = 1; i + 1 < all; ++i)
        if (isAnyOf(heard.tokens.at(i).word, u" stays stay remains remain stayed remained ") &&
            heard.tokens.at(i + 1).word.endsWith("ed"_L1))
            return true;
    if (all < 3 || standsAsFact(heard))
        return all >= 3;
    const QString &last = heard.tokens.at(all - 1).word;
    const bool said = isAnyOf(last, u" said says wrote ") &&
                      isAnyOf(heard.tokens.at(all - 2).word, u" i he she they we it somebody someone ");
    const bool stands = isAnyOf(last, u" set done placed applied confirmed active live ") &&
                        isAnyOf(heard.tokens.first().word, u" block ban lock isolation quarantine ") &&
                        isAnyOf(heard.tokens.at(1).word, u" on for of at ");
    const bool gambles =
        isAnyOf(last, u" pray see hope overkill classic ") && isAnyOf(heard.tokens.at(all - 2).word, u" and then = ");
    const bool asks = last == "not"_L1 && heard.tokens.at(all - 2).word == "or"_L1; // "block it, or not?"
    return said || stands || asks || gambles;
}

//! "the address 203.0.113.7 should be blocked", "the ban on it may go", "the file needs to come back".
bool isToBe(const Heard &heard)
{
    for (qsizetype i = heard.from; i + 2 < heard.to; ++i) {
        const QString &word = heard.tokens.at(i).word;
        const bool to = isAnyOf(word, u" is has needs ") && heard.tokens.at(i + 1).word == "to"_L1;
        const QString &next = heard.tokens.at(i + (to ? 2 : 1)).word;
        if ((isAnyOf(word, u" should must shall ") || to) && next == "be"_L1)
            return true;
        if ((isAnyOf(word, u" should must shall may can ") || to) && isAnyOf(next, u" be go come end return leave "))
            return !heard.question;
    }
    return false;
}

//! "the job fails, so unlock deploy on web-01": whatever the line begins with, a clause of it orders.
bool ordersLater(const Heard &heard)
{
    for (qsizetype i = 1; i < heard.tokens.size(); ++i) {
        if (!heard.tokens.at(i).pauseBefore)
            continue;
        qsizetype first = i;
        while (first + 1 < heard.tokens.size() &&
               isAnyOf(heard.tokens.at(first).word, u" so and then please just pls "))
            ++first;
        const Token &token = heard.tokens.at(first);
        if (token.form == u'v' && token.types == 0 && hasTopic(token.word))
            return true;
    }
    return false;
}

//! "4242", "svc-backup", "openssh-server": nothing but a name is written so.
bool saysNameAlone(const Command &command, const QJsonObject &given)
{
    return std::any_of(command.arguments.begin(), command.arguments.end(), [&](const Argument &argument) {
        const QString value = given.value(argument.name).toString();
        return (argument.type == ArgumentType::word || argument.type == ArgumentType::package) &&
               !value.startsWith(u'/') &&
               std::any_of(value.begin(), value.end(), [](QChar c) { return c.isDigit() || c == u'_'; });
    });
}

//! "hr disabled the account": somebody did, whoever it was.
bool somebodyDid(const Heard &heard)
{
    if (heard.from > 0 || heard.polite || heard.wish || heard.addressed || heard.tags.first().startsWith(u'<'))
        return false;
    for (qsizetype i = 1; i < std::min<qsizetype>(heard.to, 3); ++i) {
        const QString &word = heard.tokens.at(i).word;
        if (word.size() > 4 && word.endsWith("ed"_L1) && hasTopic(word) && word != "need"_L1)
            return heard.tokens.first().form != u'v' &&
                   !isAnyOf(heard.tokens.at(i - 1).word, u" be get got is are being need want have have to a the ");
    }
    return false;
}

//! "win-11 is released": it is so already. "is to be released" is not.
bool isSoAlready(const Heard &heard)
{
    if (heard.polite || heard.wish || ordersLater(heard))
        return false;
    for (qsizetype i = heard.from; i + 1 < heard.to; ++i) {
        if (!isAnyOf(heard.tokens.at(i).word, u" is are was were got "))
            continue;
        const bool adverb = i + 2 < heard.to && isAnyOf(heard.tokens.at(i + 1).word, u" now just finally back ");
        const QString &word = heard.tokens.at(adverb ? i + 2 : i + 1).word;
        if (word.size() > 5 && word.endsWith("ed"_L1) && hasTopic(word))
            return true;
    }
    return false;
}

//! Words that say how it was or ought to be; of a sentence that surely asks they give the reason.
bool isSoft(const Heard &heard, qsizetype i, int share)
{
    static constexpr AnyOf firm(
        u" if unless maybe perhaps suppose imagine wonder once after until till when before dont not never no nope "
        u"cannot without tomorrow tonight later said says asked told e.g example pretend joke kidding \" 不 别 勿 没 "
        u"未 无 若 如 或 但 后 说 ");
    static constexpr AnyOf bare(u" not never no nope without before until till 不 没 无 说 ");
    const QString &word = heard.tokens.at(i).word;
    if (i == 0 && isAnyOf(word, u" should until till "))
        return false; // "should it get worse, isolate it"
    // 别让它再进来, 不是演练，隔离: what is not to be is why.
    const QString next = i + 1 < heard.tokens.size() ? heard.tokens.at(i + 1).word : QString();
    static const QRegularExpression keptOut(u"别让.{0,24}(?:再|进|登|连|访问|碰|往外)"_s);
    const bool kept = next == QStringView(u"让") && keptOut.match(heard.text).hasMatch();
    if (share >= quiteSure && ((word == QStringView(u"别") && (kept || isAnyOf(next, u" 删 等 "))) ||
                               (word == QStringView(u"不") && isAnyOf(next, u" 是 许 准 急 "))))
        return true;
    return (share >= quiteSure && !isAnyOf(word, firm)) || (share >= verySure && isAnyOf(word, bare));
}

} // namespace

bool isOddlyNamed(const Command &command, const QJsonObject &given, const Heard &heard)
{
    if (Tagger::learnt().isGuessed(heard, command) && !saysNameAlone(command, given))
        return true;
    return std::any_of(command.arguments.begin(), command.arguments.end(), [&](const Argument &argument) {
        const bool named = argument.type == ArgumentType::word || argument.type == ArgumentType::package;
        const QString value = given.value(argument.name).toString().toCaseFolded();
        if (!named || value.isEmpty() || std::any_of(value.begin(), value.end(), [](QChar c) { return !c.isLetter(); }))
            return false;
        for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
            const Token &token = heard.tokens.at(i);
            const bool opens = i == 0 && heard.tokens.size() > 1 && (heard.tokens.at(1).flags & prepositionWord) == 0;
            if (token.word == value && (isKnownWord(token) || opens) && !isUsualName(value) &&
                !(opens && isWhereNamesStand(heard, i)))
                return true;
        }
        return command.id == "process.stop"_L1 &&
               std::any_of(heard.tokens.begin(), heard.tokens.end(),
                           [](const Token &token) { return token.key == "#account"_L1; });
    });
}

bool namesAnother(const Command &command, const QJsonObject &given, const Heard &heard)
{
    // "4242", "svc-backup": written as nothing but a process or an account is.
    const auto isNameAlone = [&](qsizetype i) {
        const Token &token = heard.tokens.at(i);
        const bool number = heard.tags.at(i) == "<number>"_L1 && command.id == "process.stop"_L1;
        const bool account = command.id.startsWith("user."_L1) && token.word.startsWith("svc-"_L1);
        return number || account;
    };
    return std::any_of(command.arguments.begin(), command.arguments.end(), [&](const Argument &argument) {
        const QString value = given.value(argument.name).toString().toCaseFolded();
        const bool named = argument.type == ArgumentType::word || argument.type == ArgumentType::package;
        if (!named || value.isEmpty() || !std::all_of(value.begin(), value.end(), [](QChar c) { return c.isLetter(); }))
            return false;
        const bool usual = isUsualName(value);
        for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
            const Token &token = heard.tokens.at(i);
            const bool likelier = !usual && isUsualName(token.word) && !isKnownWord(token);
            if (token.word != value && (likelier || isNameAlone(i)))
                return true;
        }
        return false;
    });
}

bool holdsBack(const Heard &heard, int share)
{
    const qsizetype end = endOfAsking(heard);
    if (heard.tokens.isEmpty())
        return false;
    // "updated openssl on web-01", 封禁 203.0.113.7 了: it is done.
    const QString &first = heard.tokens.first().word;
    const bool done = first.size() > 4 && first.endsWith("ed"_L1) && hasTopic(first) && !heard.wish && !heard.polite;
    const bool hanDone = end > 1 && heard.tokens.last().word == QStringView(u"了") && !heard.text.contains(u'把') &&
                         !heard.text.contains(u'将') && heard.tags.at(heard.tags.size() - 2).startsWith(u'<');
    // 手动封 203.0.113.7 封了我半小时: told, unless something in it urges.
    static const QRegularExpression urging(
        u"把|将|请|麻烦|先|帮|吧|赶紧|马上|直接|立即|立刻|可以|必须|需要|给我|得停|该"_s);
    const bool told = std::any_of(heard.tokens.begin() + heard.from, heard.tokens.begin() + heard.to,
                                  [](const Token &token) { return token.word == QStringView(u"了"); }) &&
                      !heard.polite && !heard.addressed && !urging.match(heard.text).hasMatch();
    const bool likened = first == "like"_L1 && heard.tokens.first().pauseAfter; // "like, isolate it"
    const bool tells = (hanDone || told) && (share < verySure || lasted(heard));
    if (done || tells || likened || forbids(heard) || tellsOnly(heard) || somebodyDid(heard) ||
        somebodyDidInHan(heard) || isAsideInHan(heard) || isSoAlready(heard) || tellsOfThePast(heard, end))
        return true;
    if (heard.from == 0 && !heard.wish && !heard.polite && speaksOfThing(heard) &&
        !(share >= quiteSure && (isToBe(heard) || ordersLater(heard))))
        return true;
    for (qsizetype i = 0; i < end; ++i) {
        const Token &token = heard.tokens.at(i);
        const bool begs = i >= heard.begs && i < heard.begged && !isAnyOf(token.word, u" maybe perhaps not if ");
        if ((token.flags & hardWord) == 0 || isHarmless(heard, i) || begs || isSoft(heard, i, share))
            continue;
        // What was, beside the clause that orders, is why: "unblock it, it was ours"; an if never is.
        const bool beside = i < heard.begged || i >= heard.to;
        const bool condition = i == 0 && isAnyOf(token.word, u" should until "); // "should it get worse, isolate it"
        // Beside a clause that orders the surer the model is the more is a reason: "HR says he left, lock jsmith".
        const bool orders = heard.from > 0 || heard.begged > 0 || i >= heard.to;
        if (beside && orders && !condition && share >= quiteSure &&
            !isAnyOf(token.word,
                     u" if unless maybe perhaps suppose imagine joke kidding pretend example e.g would could "
                     u"wonder when once after until till tomorrow tonight later plan planning 若 如 或 后 "))
            continue;
        if (!beside || condition || !isReason(token.word, heard.begged > 0 && heard.polite))
            return true;
    }
    return false;
}

} // namespace wardroom::bot
