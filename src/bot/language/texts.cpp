// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/texts.h"

#include "bot/language/shapes.h"
#include "bot/language/tagger.h"
#include "bot/language/words.h"

#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

//! "any |kernel panic| in the logs": back to the word that only asks.
qsizetype firstLookedFor(const Heard &heard, const QStringList &tags, qsizetype first)
{
    static const QString asking =
        u" in on of from at since for any is are there do does did was were how often many times search grep find look "
        u"show get give "
        u"list see say says said mention mentions mentioning contain contains containing with about you me logs log "
        u"journal syslog "
        u"messages lines entries logged logging been have matching string if saying so dig get gets got that this and or all like around after hunt check scan tail query pull count "_s;
    while (first > 1) {
        const Token &before = heard.tokens.at(first - 1);
        if (before.filler || before.pauseAfter || isHan(before.word.front()) ||
            heard.tags.at(first - 1).startsWith(u'<') || !tags.at(first - 1).isEmpty() ||
            asking.contains(u' ' + before.word + u' '))
            break;
        --first;
    }
    return first;
}

} // namespace

qsizetype lastOfText(const Command &command, const Argument &argument, const Heard &heard, const QStringList &tags,
                     qsizetype first)
{
    qsizetype last = first;
    if (command.risk == domain::Risk::read) {
        static const QString edges =
            u" in on of from since at for over and that afterwards the logs log journal please thanks now 里 中 的 吗 有 没 在 日志 呢 这 多 出 我 搜 "_s;
        const auto goesOn = [&](qsizetype i) {
            if (heard.tokens.at(i).word == "of"_L1 && heard.tokens.at(i - 1).word == "out"_L1)
                return i + 1 < tags.size() && heard.tokens.at(i + 1).word == "memory"_L1;
            return tags.at(i) == Tagger::tagFor(argument, false) || tags.at(i) == argument.name ||
                   (tags.at(i).isEmpty() && !heard.tags.at(i).startsWith(u'<') && !heard.tokens.at(i).pauseBefore &&
                    !heard.tokens.at(i).filler && !edges.contains(u' ' + heard.tokens.at(i).word + u' '));
        };
        while (last + 1 < tags.size() && goesOn(last + 1))
            ++last;
        static const QString saysThere =
            u" appear appears appeared show shows up turn turns occur occurs come comes mentioned logged seen anywhere somewhere messages lines entries message line entry "_s;
        while (last > first && saysThere.contains(u' ' + heard.tokens.at(last).word + u' '))
            --last;
        return last;
    }
    last = tags.size() - 1;
    const bool timed = std::any_of(command.arguments.begin(), command.arguments.end(),
                                   [](const Argument &each) { return each.type == ArgumentType::duration; });
    if (timed && last > first && (heard.fits.at(last) & bitOf(ArgumentType::duration)) != 0) {
        --last;
        while (last > first && (heard.tokens.at(last).flags & (prepositionWord | fillerWord)) != 0)
            --last;
    }
    return last;
}

qsizetype firstOfText(const Command &command, const Heard &heard, const QStringList &tags, qsizetype first)
{
    static const QString hanEdges = u" 后 我 们 家 去 要 "_s;
    const auto isBound = [&](qsizetype i) {
        return heard.tags.at(i).startsWith(u'<') || !tags.at(i).isEmpty() || heard.tokens.at(i).pauseAfter;
    };
    if (command.risk == domain::Risk::read)
        return firstLookedFor(heard, tags, first);
    if (command.risk != domain::Risk::room)
        return first;
    qsizetype clause = first;
    while (clause > 0 && !isBound(clause - 1))
        --clause;
    if (clause > 0 && heard.tokens.at(clause - 1).pauseAfter)
        return clause;
    qsizetype begin = first;
    while (begin > 1 && !isBound(begin - 1) && command.id == "remind"_L1 &&
           isHan(heard.tokens.at(begin - 1).word.front()) &&
           !hanEdges.contains(u' ' + heard.tokens.at(begin - 1).word + u' '))
        --begin;
    while (begin > 1 && heard.tokens.at(begin - 1).filler && !isBound(begin - 1) &&
           !isHan(heard.tokens.at(begin - 1).word.front()))
        --begin;
    return begin;
}

QString withoutOwner(const QString &title)
{
    static const QRegularExpression owner(
        u"(?:\\s*[,，]\\s*|\\s+)(?:and (?:give|hand|assign) it to|for|assigned to|assign to|owner|给|交给|分给|由|负责人)[:：\\s]*@?[^\\s,，]{1,40}(?:\\s+\\p{Lu}[^\\s,，]{0,40})?\\s*(?:负责)?$"_s);
    return QString(title).remove(owner).trimmed();
}

QString withoutFrame(const Command &command, const QString &text)
{
    static const QRegularExpression list(
        u"\\s+(?:to|on|onto)\\s+(?:the|our|my)?\\s*(?:task list|to-?do list|list of tasks|list)$"_s);
    static const QRegularExpression due(
        u"^(?:[0-9一二三四五六七八九十两半]+ ?个?(?:分钟|小时|天|钟头)(?:之后|以后|后))?[，,]?"
        u"(?:(?:提醒|通知|叫|喊)(?:一下)?(?:我们|我|大家|团队))?[，,：:]?"_s);
    if (command.id == "task.add"_L1)
        return QString(text).remove(list);
    static const QRegularExpression failed(
        u"^(?:(?:failed|bad|wrong) (?:sign|log)-?[io]ns?|(?:sign|log)-?in failures|登[录陆]失败|失败的?登[录陆])$"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (command.id == "log.search"_L1)
        return failed.match(text).hasMatch() ? u"failed sign-ins"_s : text;
    static const QRegularExpression what(
        u"^(?:(?:this|the|our) incident[.,:;]\\s*|.*\\b(?:with the summary|conclusion is|conclusion:)\\s+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression rank(u"^sev(?:erity)? ?[1-4][,:，]?\\s+|[,，]?\\s+sev(?:erity)? ?[1-4]$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    if (command.id == "incident.close"_L1 || command.id == "incident.open"_L1)
        return QString(text).remove(command.id == "incident.close"_L1 ? what : rank);
    const QString left = command.id == "remind"_L1 ? QString(text).remove(due) : text;
    return left.isEmpty() ? text : left;
}

QString tidied(const QString &text, Tidying tidying)
{
    static const QStringList leads{
        u"that "_s,    u"to "_s,         u"called "_s,      u"named "_s,  u"as "_s,    u"saying "_s, u"about "_s,
        u"因为"_s,     u"一下"_s,        u"for "_s,         u"task "_s,   u"is "_s,    u"任务"_s,    u"里的"_s,
        u"中的"_s,     u"里有"_s,        u"里"_s,           u"去"_s,      u": "_s,     u"："_s,      u":"_s,
        u"，"_s,       u", "_s,          u"搜索 "_s,        u"搜 "_s,     u"查找 "_s,  u"word "_s,   u"and say "_s,
        u"title "_s,   u"conclusion "_s, u"should read "_s, u"备注"_s,    u"结论是"_s, u"结论写"_s,  u"结论"_s,
        u"总结写"_s,   u"标题写"_s,      u"标题"_s,         u"名字写"_s,  u"名字叫"_s, u"原因是"_s,  u"提醒一下"_s,
        u"弹个提醒"_s, u"i have to "_s,  u"i need to "_s,   u"i must "_s, u"is "_s,    u"that "_s};
    static const QStringList ends{u"?"_s,        u"？"_s,       u" please"_s,      u" thanks"_s,  u" pls"_s,
                                  u"，谢谢"_s,   u"吗"_s,       u"加到任务里"_s,   u"列为任务"_s, u"加入待办"_s,
                                  u"记成任务"_s, u"列入待办"_s, u"加到待办列表"_s, u"这句"_s};
    static const QStringList lookedEnds{u"?"_s,       u"？"_s,     u" please"_s,      u" thanks"_s, u" pls"_s,
                                        u" now"_s,    u"，谢谢"_s, u" in the logs"_s, u"吗"_s,      u" anywhere"_s,
                                        u" inside"_s, u" out"_s,   u"这句"_s,         u"关键词"_s,  u"这个词"_s};
    static const QStringList taskEnds{u" thanks"_s, u" please"_s, u" done"_s, u" complete"_s, u" finished"_s,
                                      u" is"_s,     u" as"_s,     u" was"_s,  u"标记为完成"_s};
    QString left = text.trimmed();
    for (const QString &lead : leads)
        if (left.size() > lead.size() && left.startsWith(lead, Qt::CaseInsensitive))
            left = left.sliced(lead.size()).trimmed();
    for (const QString &end : tidying == Tidying::task ? taskEnds : tidying == Tidying::noted ? ends : lookedEnds)
        if (left.size() > end.size() && left.endsWith(end, Qt::CaseInsensitive))
            left = left.chopped(end.size()).trimmed();
    return left;
}

} // namespace wardroom::bot
