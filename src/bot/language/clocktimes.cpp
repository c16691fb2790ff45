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

//! \a day: "", "today" or "tomorrow".
QString made(int hour, int minute, const QString &day)
{
    if (hour < 0 || hour > 23 || minute > 59)
        return {};
    return (day.isEmpty() ? QString() : day + u'-') + QString::number(hour).rightJustified(2, u'0') + u':' +
           QString::number(minute).rightJustified(2, u'0');
}

//! The hour as it is kept, or -1 where nobody knows which half of the day is meant: "at 3", "at 3:30". \a half: a, p or
//! nothing.
int hourSaid(const QString &said, bool hasMinutes, const QString &half, const QString &day)
{
    const int hour = said.toInt();
    if (!half.isEmpty())
        return hour < 1 || hour > 12 ? -1 : hour % 12 + (half == "p"_L1 ? 12 : 0);
    if (day == "tonight"_L1)
        return hour < 5 || hour == 12 ? -1 : hour + (hour < 12 ? 12 : 0);
    // "At 9" may be anything; "tomorrow at 9" is a time.
    const bool isTime = hasMinutes || day == "tomorrow"_L1;
    return isTime && (hour >= 7 || said.startsWith(u'0')) ? hour : -1;
}

//! "at 14:30", "at 2 pm tomorrow", "tomorrow at 9:05".
std::optional<Found> inEnglish(const QString &text)
{
    static const QRegularExpression form(u"(?:\\b(today|tonight|tomorrow)[ ,]+)?\\b(?:at|by) ?(\\d{1,2})"
                                         "(?::(\\d{2}))?(?: ?([ap])\\.?m\\b\\.?)?(?![\\w:.]*\\d)"
                                         "(?:[ ,]+(today|tonight|tomorrow)\\b)?[ ,]*"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    // Of two times, or a day that stands elsewhere, nobody knows which is meant.
    static const QRegularExpression other(u"\\d:\\d\\d|\\b(?:at|by|and|or) \\d|\\b(?:today|tonight|tomorrow)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString before = text.first(match.capturedStart()), behind = text.sliced(match.capturedEnd());
    if (other.match(before).hasMatch() || other.match(behind).hasMatch())
        return std::nullopt;
    const QString day = (match.captured(1) + match.captured(5)).toLower();
    const int hour = hourSaid(match.captured(2), !match.captured(3).isEmpty(), match.captured(4).toLower(), day);
    const QString time = made(hour, match.captured(3).toInt(), day == "tonight"_L1 ? u"today"_s : day);
    if (time.isEmpty())
        return std::nullopt;
    return Found{before.trimmed() + standInWords + behind, time};
}

//! 9, 九, 十二, 二十; -1 for what is no one number, such as 两三.
int hanNumber(QString said)
{
    static const QString digits = u"零一二三四五六七八九"_s;
    said.replace(u"两"_s, u"二"_s);
    bool isNumber = false;
    if (const int hour = said.toInt(&isNumber); isNumber)
        return hour;
    if (!said.contains(u'十'))
        return said.size() == 1 ? int(digits.indexOf(said)) : -1;
    return (said.startsWith(u'十') ? 1 : int(digits.indexOf(said.front()))) * 10 +
           (said.endsWith(u'十') ? 0 : int(digits.indexOf(said.back())));
}

//! 14:30, 下午两点半, 明天9点.
std::optional<Found> inHan(const QString &text)
{
    static const QRegularExpression form(
        u"(今天|明天|今晚|明早)?(?:的)?(上午|早上|中午|下午|晚上)?(?:在)?\\s*(?:(\\d{1,2})[:：](\\d{2})|(\\d{1,2}|[一二两三四五六七八九十]{1,3})点(半|\\d{1,2}分?|整|钟)?)(?:的时候|时)?"_s);
    static const QRegularExpression other(u"\\d[:：]\\d\\d|点|今天|明天|今晚|明早"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString before = text.first(match.capturedStart()), behind = text.sliced(match.capturedEnd());
    if (other.match(before).hasMatch() || other.match(behind).hasMatch())
        return std::nullopt;
    const QString said = match.captured(3) + match.captured(5), day = match.captured(1), half = match.captured(2);
    int hour = hanNumber(said);
    QString minutes = match.captured(4) + match.captured(6);
    minutes = minutes == QStringView(u"半") ? u"30"_s : minutes.remove(u"分"_s);
    const bool isEvening = half == QStringView(u"晚上") || day == QStringView(u"今晚");
    const bool isNoon = half == QStringView(u"中午") && hour < 3;
    if ((isEvening || isNoon || half == QStringView(u"下午")) && hour >= 0 && hour < 12)
        hour += 12;
    else if (isEvening)
        hour = hour == 12 ? -1 : hour; // at the end of that day or at its beginning
    else if (half.isEmpty() && day != QStringView(u"明早") && hour < 7 && !said.startsWith(u'0'))
        return std::nullopt; // 3点 may be either
    const QString time =
        made(hour, minutes.toInt(), day.startsWith(u"明"_s) ? u"tomorrow"_s : (day.isEmpty() ? QString() : u"today"_s));
    if (time.isEmpty())
        return std::nullopt;
    return Found{before + standInHan + behind, time};
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

//! "the vendor said he would ping us at 14:30": told of somebody, and asked of nobody. The time stands behind the
//! order, at the end, or before the order; anywhere else it says when something else was. \a line has the stand-in.
bool isAsked(const QString &line, bool inHan)
{
    static const QRegularExpression english(u"(?:^|[,.;:!]\\s*)(?:(?:hey|hi|ok|okay|please|pls|kindly|so|then|and|also|"
                                            u"now|@?wardroom|@?bot|can|could|would|you|"
                                            "set|make|add|create|give|send|promise|me|us|a|an|the|another|new|our|next|"
                                            "we|we'll|will|do|an|in|1439|minutes)[ ,]+)*"
                                            "(?:remind|reminder|(?:ping|nudge|poke) (?:me|us)|next update)\\b"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression place(
        u"\\b(?:remind (?:me|us|everyone|everybody|all|them|the team)|reminder|"
        u"(?:ping|nudge|poke) (?:me|us)|update)(?: is)? in 1439 minutes\\b|"
        "\\bin 1439 minutes[ ,]+(?:please |pls |can you |could you )?(?:remind|ping|nudge|"
        "poke)\\b|\\bin 1439 minutes[ ,]*(?:please|pls|thanks|thx)?[ .!]*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    // 提醒大家，三点开会 tells everybody now: the time stands before, or what is to be done then behind it.
    static const QRegularExpression han(
        u"(?:^|[，。；：！,;:!]\\s*)(?:请|麻烦|帮我|帮忙|帮|给我|给|能不能|可以|你|机器人|wardroom|记得|到时候?|在|"
        u"设个|设一个|"
        "设置|加个|一个|的时候|再|\\s)*(?:1439分钟后\\s*(?:再|请|麻烦|的|\\s*)*提醒|提醒(?:我们|我)在?\\s*1439分钟后|下次更新)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return inHan ? han.match(line).hasMatch() : english.match(line).hasMatch() && place.match(line).hasMatch();
}

//! Another day than today or tomorrow, every day, a time of elsewhere, or one that is over: nothing here counts to
//! those.
bool isBeyond(const QString &text)
{
    static const QRegularExpression form(
        u"\\b(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?s?\\b|\\bday after\\b|\\b(?:next|last) "
        u"(?:week|month|year|night)|\\byesterday\\b|\\b(?:morning|noon|afternoon|evening|midnight)\\b|"
        u"\\b(?:every|each|daily|weekly|hourly)\\b|\\d(?:st|nd|rd|th)\\b|"
        u"\\b\\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|"
        u"\\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* \\d|"
        u"\\b(?:utc|gmt|bst|cet|cest|eet|eest|msk|ist|jst|hkt|sgt|aest|est|edt|cst|cdt|mst|mdt|pst|pdt)\\b|"
        u"\\d(?:z\\b| ?[+-]\\d)|\\b(?:was|were|promised|missed|late)\\b|"
        "后天|昨|前天|周[一二三四五六日天末]|星期|礼拜|下周|月|每|凌晨|半夜"_s,
        QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

} // namespace

bool isFromNow(const Argument &argument)
{
    return argument.type == ArgumentType::duration && argument.keyword == "in"_L1;
}

QString clockTime(const QString &said)
{
    static const QRegularExpression form(u"^(?:(today|tomorrow)-)?([01]?[0-9]|2[0-3]):([0-5][0-9])$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(said);
    return match.hasMatch() ? made(match.captured(2).toInt(), match.captured(3).toInt(), match.captured(1).toLower())
                            : QString();
}

std::optional<Understanding> atClockTime(const QString &text, const Catalogue &catalogue,
                                         const std::function<Understanding(const QString &)> &read)
{
    if (!mayWait(text) || isBeyond(text))
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
