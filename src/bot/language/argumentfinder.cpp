// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/argumentfinder.h"

#include "bot/language/frames.h"
#include "bot/language/shapes.h"
#include "bot/language/spoken.h"
#include "bot/language/tagger.h"
#include "bot/language/values.h"
#include "bot/language/words.h"

#include <QRegularExpression>
#include <QSet>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

QString said(const Heard &heard, qsizetype i)
{
    return heard.text.sliced(heard.tokens.at(i).start, heard.tokens.at(i).end - heard.tokens.at(i).start);
}

//! As it was written, so that Xorg stays Xorg; but "deploy's" is deploy.
QString asWritten(const Heard &heard, qsizetype i)
{
    const QString text = said(heard, i);
    const QString &word = heard.tokens.at(i).word;
    return text.compare(word, Qt::CaseInsensitive) == 0 ? text : word;
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
    const bool before =
        i > 0 &&
        (heard.tokens.at(i - 1).key == "#severity"_L1 || heard.tokens.at(i - 1).word == "to"_L1 ||
         heard.tokens.at(i - 1).word == QStringView(u"为") || heard.tokens.at(i - 1).word == QStringView(u"到"));
    const bool after = i + 1 < heard.tokens.size() && heard.tokens.at(i + 1).word == QStringView(u"级");
    return before || after || heard.tokens.at(i).word.size() > 1;
}

//! A colon that a text follows; "web-01: isolate" has none.
bool opensText(const Heard &heard, qsizetype at)
{
    const QString &first = heard.tags.first();
    return heard.tokens.at(at).colonAfter &&
           !(at == 0 && (first == "<host>"_L1 || first == "<ip>"_L1 || first == "<cve>"_L1));
}

//! What stands behind a colon, or nothing.
QString behindColon(const Heard &heard)
{
    for (qsizetype i = 0; i + 1 < heard.tokens.size() && i < 10; ++i)
        if (opensText(heard, i))
            return heard.text.sliced(heard.tokens.at(i + 1).start).trimmed();
    return {};
}

//! The value that an argument's name promises: a path or an indicator.
QString namedValue(const QString &name, const Heard &heard)
{
    for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
        const QString &tag = heard.tags.at(i);
        if (name == "path"_L1 && tag == "<path>"_L1)
            return said(heard, i);
        if (name == "indicator"_L1 &&
            (tag == "<hash>"_L1 || tag == "<domain>"_L1 || tag == "<ip>"_L1 || tag == "<path>"_L1))
            return heard.tokens.at(i).word;
    }
    return {};
}

//! "keep 10.0.0.5": an address is kept only where that is said.
bool saysKeep(const Heard &heard)
{
    return std::any_of(heard.tokens.begin(), heard.tokens.end(), [](const Token &token) {
        return token.word == "keep"_L1 || token.word == "except"_L1 || token.word == QStringView(u"保") ||
               token.word == "allow"_L1;
    });
}

bool isTo(const Token &token)
{
    return token.word == "to"_L1 || token.word == QStringView(u"到") || token.word == QStringView(u"为");
}

//! A value that is told by its kind: the first word of that kind.
QString typedWord(const Argument &argument, const Heard &heard)
{
    if (argument.name == "keep"_L1 && !saysKeep(heard))
        return {};
    // "from sev 3 to sev 2": the second.
    for (qsizetype i = heard.tokens.size() - 1; argument.type == ArgumentType::severity && i > 1; --i)
        if (isSeverityAt(heard, i) && (isTo(heard.tokens.at(i - 1)) || isTo(heard.tokens.at(i - 2))))
            return heard.tokens.at(i).word;
    // The clause that asks first: "my shift ends in ten minutes, block it |for 4h|".
    for (qsizetype turn = 0; turn < heard.tokens.size() + heard.to - heard.from; ++turn) {
        const qsizetype asking = heard.from + turn;
        const qsizetype i = asking < heard.to ? asking : asking - heard.to;
        const bool fits = (heard.fits.at(i) & bitOf(argument.type)) != 0;
        if ((tellsItself(argument.type) && fits) || (argument.type == ArgumentType::severity && isSeverityAt(heard, i)))
            return heard.tokens.at(i).word;
    }
    // A machine's name that nobody knows is still meant as one: the answer is what hosts there are.
    for (qsizetype i = 0; argument.type == ArgumentType::host && argument.required && i < heard.tokens.size(); ++i)
        if (heard.tags.at(i) == "<host?>"_L1)
            return heard.tokens.at(i).word;
    return {};
}

bool isBecause(const QList<Token> &tokens, qsizetype i)
{
    const QString &word = tokens.at(i).word;
    return word == "because"_L1 ||
           (word == QStringView(u"因") && i + 1 < tokens.size() && tokens.at(i + 1).word == QStringView(u"为"));
}

//! What stands behind "because".
QString reasonIn(const Heard &heard)
{
    for (qsizetype i = 1; i + 2 < heard.tokens.size(); ++i)
        if (isBecause(heard.tokens, i))
            return heard.text.sliced(heard.tokens.at(i + (isHan(heard.tokens.at(i).word.front()) ? 2 : 1)).start)
                .trimmed();
    return {};
}

//! Where a text that begins at \a first ends. One that is looked for ends where the tagger says, any other with the
//! line, but for a time or a courtesy behind it: "remind me to call |in an hour|".
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

//! Where a text begins whose likeliest first word is \a first: what stands before it in its clause belongs to it too
//! where nothing else claims it. "reopen it, |the beacon is back|", 提醒我一小时后|给厂商打电话|.
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

//! "declare an incident, |customer data leak|": what follows a comma and is not about the asking itself.
QString behindComma(const Heard &heard)
{
    for (qsizetype i = 2; i + 1 < heard.tokens.size(); ++i) {
        if (!heard.tokens.at(i).pauseBefore)
            continue;
        static const QString about = u" #incident one it this please that 开 建 它 "_s;
        const bool isAbout = std::any_of(heard.tokens.begin() + i, heard.tokens.end(), [&](const Token &token) {
            return about.contains(u' ' + token.key + u' ') || token.form == u'v';
        });
        return isAbout ? QString() : heard.text.sliced(heard.tokens.at(i).start).trimmed();
    }
    return {};
}

//! "an incident for |the phishing wave|", "about |leaked keys|"; "for this" names nothing.
QString behindIncident(const Heard &heard)
{
    static const QString about = u" for about on because regarding called named titled "_s;
    static const QString nothing = u" this that it us me here now them everyone "_s;
    qsizetype i = 0;
    while (i < heard.tokens.size() && heard.tokens.at(i).key != "#incident"_L1)
        ++i;
    if (++i + 1 >= heard.tokens.size() || !about.contains(u' ' + heard.tokens.at(i).word + u' '))
        return {};
    i += heard.tokens.at(i + 1).word == "of"_L1 ? 2 : 1;
    if (i >= heard.tokens.size() || nothing.contains(u' ' + heard.tokens.at(i).word + u' '))
        return {};
    return heard.text.sliced(heard.tokens.at(i).start).trimmed();
}

//! "check the backups|, for @ana|", 复查规则|，给 @mei 负责|: who is to do it is no part of what is to be done.
QString withoutOwner(const QString &title)
{
    static const QRegularExpression owner(
        u"(?:\\s*[,，]\\s*|\\s+)(?:and (?:give|hand|assign) it to|for|assigned to|assign to|owner|给|交给|分给|由|负责人)[:：\\s]*@?[^\\s,，]{1,40}(?:\\s+\\p{Lu}[^\\s,，]{0,40})?\\s*(?:负责)?$"_s);
    return QString(title).remove(owner).trimmed();
}

//! What a task or a reminder is put on or in is no part of it: "check the logs| on our to-do list|", |两小时后|解封.
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

//! 严, 高: a word of a severity that was cut.
QString severityOfHan(const QString &value)
{
    static const QString all = u"严高中低"_s;
    const qsizetype at = value.isEmpty() ? -1 : all.indexOf(value.front());
    return at < 0 ? value : QString::number(at + 1);
}

//! The words that the tagger gives to an argument: one for a word, all that belong together for a text.
QString taggedValue(const Command &command, const Argument &argument, const Heard &heard, const QStringList &tags)
{
    const qsizetype found = tags.indexOf(argument.name);
    if (found < 0)
        return {};
    const bool isCount = argument.name == "task"_L1 && heard.tokens.at(found).word.front().isDigit();
    if (argument.type != ArgumentType::text || isCount)
        return asWritten(heard, found);
    const qsizetype first = firstOfText(command, heard, tags, found);
    const qsizetype last = lastOfText(command, argument, heard, tags, first);
    const qsizetype from = heard.tokens.at(first).start;
    const bool open = last + 1 == tags.size() && command.risk != domain::Risk::read;
    return heard.text.sliced(from, (open ? heard.text.size() : heard.tokens.at(last).end) - from).trimmed();
}

//! What an alias decides, and whether it was said whole: then it is not for the sentence to change.
struct AliasSaid
{
    QJsonObject set;
    bool isWhole = false;
};

bool saysAllOf(const Phrase &phrase, const Heard &heard)
{
    return std::all_of(phrase.needed.begin(), phrase.needed.end(), [&](const QString &key) {
        return std::any_of(heard.tokens.begin(), heard.tokens.end(), [&](const Token &t) { return t.key == key; });
    });
}

bool asksForOneOf(const Phrase &phrase, const QJsonObject &set)
{
    return std::any_of(phrase.parts.begin(), phrase.parts.end(), [&](const PhrasePart &part) {
        return part.argument >= 0 && set.contains(phrase.command->arguments.at(part.argument).name);
    });
}

//! The one more of whose own words were said. Its own are those that no other phrase has.
AliasSaid aliasOf(const Heard &heard, const QList<const Phrase *> &phrases)
{
    QSet<QString> common;
    for (const Phrase *phrase : phrases)
        if (phrase->set.isEmpty())
            common.unite(QSet<QString>(phrase->needed.begin(), phrase->needed.end()));
    AliasSaid best;
    qsizetype most = 0;
    for (const Phrase *phrase : phrases) {
        qsizetype own = 0;
        for (const Token &token : heard.tokens)
            own += !common.contains(token.key) && phrase->needed.contains(token.key) ? 1 : 0;
        if (!phrase->set.isEmpty() && own > most) {
            most = own;
            best = {phrase->set, false};
        }
    }
    bool isChosen = false;
    for (const Phrase *phrase : phrases) {
        if (best.set.isEmpty() || phrase->needed.isEmpty() || !saysAllOf(*phrase, heard))
            continue;
        best.isWhole = best.isWhole || phrase->set == best.set;
        // "search for errors about disk": who says the words that ask for an argument chooses it.
        isChosen = isChosen || (phrase->set.isEmpty() && asksForOneOf(*phrase, best.set));
    }
    best.isWhole = best.isWhole && !isChosen;
    return best;
}

Tidying tidyingOf(const Command &command)
{
    return command.risk == domain::Risk::read ? Tidying::lookedFor : Tidying::noted;
}

} // namespace

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

qsizetype endOfAsking(const Heard &heard)
{
    const qsizetype count = heard.tokens.size();
    for (qsizetype i = 0; i < count; ++i) {
        if (i < 10 && opensText(heard, i) && count - i > 2)
            return i + 1;
        if (i > 1 && isBecause(heard.tokens, i))
            return i + 1;
    }
    return count;
}

QJsonObject findValues(const Command &command, const Heard &heard, const PhraseBook &book)
{
    QJsonObject given;
    const QStringList tags = Tagger::learnt().tag(heard, command);
    QString behind = behindColon(heard);
    for (const Argument &argument : command.arguments) {
        QString value = namedValue(argument.name, heard);
        if (value.isEmpty())
            value = typedWord(argument, heard);
        if (value.isEmpty())
            value = spokenValue(command, argument, heard);
        const bool isText = argument.type == ArgumentType::text && argument.name != "path"_L1;
        if (value.isEmpty() && isText && !behind.isEmpty())
            value = std::exchange(behind, {});
        if (value.isEmpty() && isText)
            value = framedText(command, argument, heard.text);
        if (value.isEmpty())
            value = taggedValue(command, argument, heard, tags);
        if (argument.type == ArgumentType::severity)
            value = severityOfHan(value);
        if (value.isEmpty() && argument.name == "title"_L1)
            value = behindIncident(heard);
        if (value.isEmpty() && argument.name == "title"_L1)
            value = behindComma(heard);
        if (argument.name == "title"_L1 && command.id == "task.add"_L1 &&
            !given.value(u"assignee"_s).toString().isEmpty())
            value = withoutOwner(value);
        if (isText)
            value =
                withoutFrame(command, tidied(value, argument.name == "task"_L1 ? Tidying::task : tidyingOf(command)));
        if (!value.isEmpty())
            given.insert(argument.name, value);
    }
    if (const QString reason = reasonIn(heard); takesReason(command) && !reason.isEmpty())
        given.insert(u"reason"_s, reason);
    const AliasSaid alias = aliasOf(heard, book.phrasesOf(command));
    for (auto it = alias.set.begin(); it != alias.set.end(); ++it)
        if (alias.isWhole || !given.contains(it.key()))
            given.insert(it.key(), it.value());
    return given;
}

} // namespace wardroom::bot
