// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/clocktimes.h"

#include "bot/language/words.h"

#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;
using domain::IntentKind;
using domain::Understanding;

namespace {

//! A length that nobody says, to stand where the time of day stood: what takes one is known by that.
const QString standIn = u"1439m"_s;
const QString standInWords = u" in 1439 minutes "_s;
const QString standInHan = u"1439分钟后"_s;

constexpr qsizetype longestLine = 400;

struct Found
{
    QString line; //!< with the stand-in
    QString time;
};

QString made(int hour, int minute, bool tomorrow)
{
    if (hour > 23 || minute > 59)
        return {};
    return (tomorrow ? u"tomorrow-"_s : QString()) + QString::number(hour).rightJustified(2, u'0') + u':' +
           QString::number(minute).rightJustified(2, u'0');
}

//! "at 14:30", "at 2 pm tomorrow", "tomorrow at 9:05".
std::optional<Found> inEnglish(const QString &text)
{
    static const QRegularExpression form(u"(?:\\b(today|tonight|tomorrow)[ ,]+)?\\b(?:at|by) ?(\\d{1,2})"
                                         "(?:[:.](\\d{2}))?(?: ?([ap])\\.?m\\b\\.?)?(?![\\w:.]*\\d)"
                                         "(?:[ ,]+(today|tonight|tomorrow)\\b)?[ ,]*"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString half = match.captured(4).toLower();
    const bool tomorrow = (match.captured(1) + match.captured(5)).compare("tomorrow"_L1, Qt::CaseInsensitive) == 0;
    int hour = match.captured(2).toInt();
    // "At 3" may be anything; "tomorrow at 9" is a time, but of "tomorrow at 3" nobody knows which half of the day.
    const bool isBare = match.captured(3).isEmpty() && half.isEmpty();
    if ((isBare && (!tomorrow || hour < 7)) || (!half.isEmpty() && (hour < 1 || hour > 12)))
        return std::nullopt;
    if (!half.isEmpty())
        hour = hour % 12 + (half == "p"_L1 ? 12 : 0);
    const QString time = made(hour, match.captured(3).toInt(), tomorrow);
    if (time.isEmpty())
        return std::nullopt;
    return Found{text.first(match.capturedStart()).trimmed() + standInWords + text.sliced(match.capturedEnd()), time};
}

//! 14:30, 下午两点半, 明天9点.
std::optional<Found> inHan(const QString &text)
{
    static const QRegularExpression form(
        u"(今天|明天|今晚|明早)?(?:的)?(上午|早上|中午|下午|晚上)?(?:在)?\\s*(?:(\\d{1,2})[:：](\\d{2})|(\\d{1,2}|[一二两三四五六七八九十]{1,3})点(半|\\d{1,2}分?|整|钟)?)(?:的时候|时)?"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    static const QString digits = u"零一二三四五六七八九"_s;
    QString said = match.captured(3) + match.captured(5);
    said.replace(u"两"_s, u"二"_s);
    bool isNumber = false;
    int hour = said.toInt(&isNumber);
    if (!isNumber && said.contains(u'十')) // 十, 十一, 二十
        hour = (said.startsWith(u'十') ? 1 : int(digits.indexOf(said.front()))) * 10 +
               (said.endsWith(u'十') ? 0 : int(digits.indexOf(said.back())));
    else if (!isNumber)
        hour = int(digits.indexOf(said.front()));
    QString minutes = match.captured(4) + match.captured(6);
    minutes = minutes == QStringView(u"半") ? u"30"_s : minutes.remove(u"分"_s);
    const QString half = match.captured(2);
    const bool isLate =
        half == QStringView(u"下午") || half == QStringView(u"晚上") || match.captured(1) == QStringView(u"今晚");
    if (isLate && hour < 12)
        hour += 12;
    else if (isLate && half != QStringView(u"下午"))
        hour = 0; // 晚上12点
    const QString time = made(hour, minutes.toInt(), match.captured(1).startsWith(u"明"_s));
    if (time.isEmpty() || hour < 0)
        return std::nullopt;
    return Found{text.first(match.capturedStart()) + standInHan + text.sliced(match.capturedEnd()), time};
}

//! 14:30, 2 pm, at 9, 两点: hardly a line has any of these, so that is looked for before anything else.
bool mayNameClock(const QString &text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        if (c == u':' || c == u'：' || c == u'点')
            return true;
        const bool isHalf = (c == u'm' || c == u'M') && i > 1 && QStringView(u"aApP").contains(text.at(i - 1));
        if (text.at(i).isDigit() && i > 2 &&
            QStringView(text).sliced(i - 3, 3).compare(u"at ", Qt::CaseInsensitive) == 0)
            return true;
        if ((isHalf && (text.at(i - 2).isDigit() || text.at(i - 2) == u' ')) || (c == u'.' && text.at(i - 1).isDigit()))
            return true;
    }
    return false;
}

//! Lines that set something going later, and hardly any other.
bool mayWait(const QString &text)
{
    if (text.size() > longestLine || !mayNameClock(text))
        return false;
    static const QStringList words{u"remind"_s, u"ping"_s, u"nudge"_s, u"update"_s, u"提醒"_s, u"下次更新"_s};
    return std::any_of(words.begin(), words.end(),
                       [&](const QString &each) { return text.contains(each, Qt::CaseInsensitive); });
}

//! "the vendor said he would ping us at 14:30": told of somebody, and asked of nobody. \a line has the stand-in.
bool isAsked(const QString &line, bool inHan)
{
    static const QRegularExpression english(u"(?:^|[,.;:!]\\s*)(?:(?:hey|hi|ok|okay|please|pls|kindly|so|then|and|also|"
                                            u"now|@?wardroom|@?bot|can|could|would|you|"
                                            "set|make|add|create|give|send|promise|me|us|a|an|the|another|new|our|next|"
                                            "we|we'll|will|do|an|in|1439|minutes)[ ,]+)*"
                                            "(?:remind|reminder|(?:ping|nudge|poke) (?:me|us)|next update)\\b"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    // 提醒大家，三点开会 tells everybody now: the time stands before, or what is to be done then behind it.
    static const QRegularExpression han(
        u"(?:^|[，。；：！,;:!]\\s*)(?:请|麻烦|帮我|帮忙|帮|给我|给|能不能|可以|你|机器人|wardroom|记得|到时候?|在|"
        u"设个|设一个|"
        "设置|加个|一个|的时候|再|\\s)*(?:1439分钟后\\s*(?:再|请|麻烦|的|\\s)*提醒|提醒(?:我们|我)在?\\s*1439分钟后|下次更新)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return (inHan ? han : english).match(line).hasMatch();
}

//! "on friday at 14:30", 周五: another day than today or tomorrow, which nothing here counts to.
bool namesAnotherDay(const QString &text)
{
    static const QRegularExpression day(u"\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\b(?:next|last) "
                                        u"(?:week|month|year|night)|\\byesterday\\b|\\bUTC\\b|\\bGMT\\b|"
                                        u"后天|昨|周[一二三四五六日天]|星期|下周|月"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    return day.match(text).hasMatch();
}

} // namespace

bool isFromNow(const Argument &argument)
{
    return argument.type == ArgumentType::duration && argument.keyword == "in"_L1;
}

QString clockTime(const QString &said)
{
    static const QRegularExpression form(u"^(tomorrow-)?([01]?[0-9]|2[0-3]):([0-5][0-9])$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(said);
    return match.hasMatch() ? made(match.captured(2).toInt(), match.captured(3).toInt(), !match.captured(1).isEmpty())
                            : QString();
}

std::optional<Understanding> atClockTime(const QString &text, const Catalogue &catalogue,
                                         const std::function<Understanding(const QString &)> &read)
{
    if (!mayWait(text) || namesAnotherDay(text))
        return std::nullopt;
    const bool inChinese = std::any_of(text.begin(), text.end(), isHan);
    const std::optional<Found> found = inChinese ? inHan(text) : inEnglish(text);
    if (!found || !isAsked(found->line, inChinese))
        return std::nullopt;
    Understanding meant = read(found->line);
    const Command *command = catalogue.command(meant.command);
    if (command == nullptr || meant.intent != IntentKind::command)
        return std::nullopt;
    const auto argument = std::find_if(command->arguments.begin(), command->arguments.end(), [&](const Argument &each) {
        return isFromNow(each) && meant.args.value(each.name) == standIn;
    });
    if (argument == command->arguments.end())
        return std::nullopt;
    meant.args.insert(argument->name, found->time);
    for (auto it = meant.args.begin(); it != meant.args.end(); ++it) {
        QString value = it.value().toString();
        if (it.value().isString() && value.contains(u"1439"_s))
            it.value() = value.remove(standInWords.trimmed()).remove(standInHan).simplified();
        if (it.value().isString() && it.value().toString().isEmpty())
            return std::nullopt;
    }
    return meant;
}

} // namespace wardroom::bot
