// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/shapes.h"
#include "bot/language/tokens.h"
#include "bot/language/words.h"

#include <QHash>

#include <array>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

//! What a word says of a length or a point of time; numbers from words are in \a value.
struct Part
{
    enum Kind : char { none, number, unit, day, lead } kind = none;
    int value = 0; //!< a number, or how many of the unit's letter
    QChar letter;  //!< of a unit
    QString point; //!< of a day: what timeWord() takes
};

QHash<QString, Part> makeParts()
{
    QHash<QString, Part> made;
    const QStringList numbers{u"one"_s,   u"two"_s,   u"three"_s, u"four"_s, u"five"_s,   u"six"_s,
                              u"seven"_s, u"eight"_s, u"nine"_s,  u"ten"_s,  u"eleven"_s, u"twelve"_s};
    for (int i = 0; i < int(numbers.size()); ++i)
        made.insert(numbers.at(i), {Part::number, i + 1, {}, {}});
    const QString han = u"一二三四五六七八九十"_s;
    for (int i = 0; i < int(han.size()); ++i)
        made.insert(QString(han.at(i)), {Part::number, i + 1, {}, {}});
    made.insert(u"两"_s, {Part::number, 2, {}, {}});
    const QList<std::pair<QString, int>> others{{u"fifteen"_s, 15}, {u"twenty"_s, 20},     {u"thirty"_s, 30},
                                                {u"forty"_s, 40},   {u"forty-five"_s, 45}, {u"fifty"_s, 50},
                                                {u"sixty"_s, 60},   {u"ninety"_s, 90}};
    for (const auto &[word, value] : others)
        made.insert(word, {Part::number, value, {}, {}});
    const auto unit = [&](const QString &words, QChar letter, int times) {
        const QStringList each = words.split(u' ');
        for (const QString &word : each)
            made.insert(word, {Part::unit, times, letter, {}});
    };
    unit(u"minute minutes min mins"_s, u'm', 1);
    unit(u"hour hours hrs hr h"_s, u'h', 1);
    unit(u"day days 天 日"_s, u'd', 1);
    unit(u"week weeks 周"_s, u'd', 7);
    unit(u"month months"_s, u'd', 30);
    unit(u"fortnight"_s, u'd', 14);
    for (const QString &word : {u"midnight"_s, u"noon"_s, u"today"_s, u"yesterday"_s, u"monday"_s, u"tuesday"_s,
                                u"wednesday"_s, u"thursday"_s, u"friday"_s, u"saturday"_s, u"sunday"_s})
        made.insert(word, {Part::day, 0, {}, word});
    for (const QString &word : {u"monday"_s, u"tuesday"_s, u"wednesday"_s, u"thursday"_s, u"friday"_s})
        for (const qsizetype length : {3, 4, 5})
            if (const QString shorter = word.first(length); shorter != "wedn"_L1 && shorter != "wedne"_L1 &&
                                                            shorter != "frid"_L1 && shorter != "frida"_L1 &&
                                                            shorter != "mond"_L1 && shorter != "monda"_L1)
                made.insert(shorter, {Part::day, 0, {}, word});
    made.insert(u"overnight"_s, {Part::day, 0, {}, u"last-night"_s});
    for (const QString &word : {u"last"_s, u"past"_s, u"previous"_s, u"this"_s})
        made.insert(word, {Part::lead, 0, {}, {}});
    return made;
}

const QHash<QString, Part> &parts()
{
    static const QHash<QString, Part> all = makeParts();
    return all;
}

//! Whether a word may be one of those: hardly one is, and how it begins and how long it is mostly says so.
bool mayBePart(const QString &word)
{
    static const std::array<quint32, 128> lengths = [] {
        std::array<quint32, 128> made{};
        for (auto it = parts().cbegin(); it != parts().cend(); ++it)
            made[it.key().front().unicode() % 128] |= 1u << std::min<qsizetype>(it.key().size(), 31);
        return made;
    }();
    return !word.isEmpty() && (lengths[word.front().unicode() % 128] >> std::min<qsizetype>(word.size(), 31) & 1) != 0;
}

struct HanTime
{
    QString said;
    QString point;
};

//! Chinese says days in two or three characters; the longer come first.
const QHash<QChar, QList<HanTime>> &hanTimes()
{
    static const QHash<QChar, QList<HanTime>> all = [] {
        QHash<QChar, QList<HanTime>> made;
        const QStringList days{u"一"_s, u"二"_s, u"三"_s, u"四"_s, u"五"_s, u"六"_s, u"日"_s, u"天"_s};
        const QStringList names{u"monday"_s, u"tuesday"_s,  u"wednesday"_s, u"thursday"_s,
                                u"friday"_s, u"saturday"_s, u"sunday"_s,    u"sunday"_s};
        QList<HanTime> list{{u"昨天晚上"_s, u"last-night"_s}, {u"今天早上"_s, u"today"_s},
                            {u"今天凌晨"_s, u"midnight"_s},   {u"今天上午"_s, u"today"_s},
                            {u"昨晚"_s, u"last-night"_s},     {u"到明天"_s, u"1d"_s},
                            {u"至明天"_s, u"1d"_s},           {u"昨夜"_s, u"last-night"_s},
                            {u"昨天"_s, u"yesterday"_s},      {u"今天"_s, u"today"_s},
                            {u"今早"_s, u"today"_s},          {u"今晨"_s, u"today"_s},
                            {u"早上"_s, u"today"_s},          {u"今日"_s, u"today"_s},
                            {u"午夜"_s, u"midnight"_s},       {u"半夜"_s, u"midnight"_s},
                            {u"零点"_s, u"midnight"_s},       {u"前天"_s, u"2d"_s},
                            {u"这几天"_s, u"3d"_s},           {u"这两天"_s, u"2d"_s},
                            {u"上个月"_s, u"30d"_s},          {u"上午"_s, u"today"_s},
                            {u"昨日"_s, u"yesterday"_s},      {u"凌晨"_s, u"midnight"_s},
                            {u"中午"_s, u"noon"_s},           {u"半个小时"_s, u"30m"_s},
                            {u"半小时"_s, u"30m"_s},          {u"半天"_s, u"12h"_s},
                            {u"上一周"_s, u"7d"_s},           {u"一刻钟"_s, u"15m"_s}};
        for (int i = 0; i < int(days.size()); ++i)
            for (const QString &before : {u"上周"_s, u"本周"_s, u"这周"_s, u"星期"_s, u"礼拜"_s, u"周"_s})
                list.append({before + days.at(i), names.at(i)});
        list.append({u"上周"_s, u"7d"_s});
        list.append({u"本周"_s, u"monday"_s});
        list.append({u"这周"_s, u"monday"_s});
        std::stable_sort(list.begin(), list.end(),
                         [](const HanTime &a, const HanTime &b) { return a.said.size() > b.said.size(); });
        for (const HanTime &each : std::as_const(list))
            made[each.said.front()].append(each);
        return made;
    }();
    return all;
}

bool isNumber(const QString &word)
{
    return !word.isEmpty() && word.size() <= 5 && word.front() != u'0' &&
           std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

//! Goes along the words of one sentence and joins those that say one time.
class Joiner
{
public:
    explicit Joiner(QList<Token> &tokens) : m_tokens(tokens) {}

    void run()
    {
        for (m_at = 0; m_at < m_tokens.size(); ++m_at) {
            const QString &word = m_tokens.at(m_at).word;
            if (word == QStringView(u"第")) {
                ++m_at; // 第二天 is a day, and no two days
                continue;
            }
            if (isHan(word.front()) && (takeHanClock() || takeHan()))
                continue;
            if (takeClock() || takeAttached())
                continue;
            if (takeUntil())
                continue;
            const Part &part = partAt(m_at);
            if (part.kind == Part::day)
                put(part.point == "yesterday"_L1 && isPartOfDay(this->word(m_at + 1)) ? 2 : 1, part.point,
                    bitOf(ArgumentType::time));
            else if (part.kind == Part::lead)
                takeLead();
            else
                takeLength(part);
        }
    }

private:
    const QString &word(qsizetype i) const
    {
        static const QString none;
        return i < m_tokens.size() ? m_tokens.at(i).word : none;
    }
    const Part &partAt(qsizetype i) const
    {
        static const Part nothing;
        if (i >= m_tokens.size() || !mayBePart(m_tokens.at(i).word))
            return nothing;
        const auto found = parts().constFind(m_tokens.at(i).word);
        return found == parts().cend() ? nothing : *found;
    }

    void put(qsizetype used, const QString &said, quint32 types)
    {
        Token &token = m_tokens[m_at];
        token.word = said;
        token.key = said;
        token.types = types;
        token.filler = false;
        token.flags = 0;
        token.topic = 0;
        token.form = {};
        token.end = m_tokens.at(m_at + used - 1).end;
        token.pauseAfter = m_tokens.at(m_at + used - 1).pauseAfter;
        m_tokens.remove(m_at + 1, used - 1);
    }

    void putLength(qsizetype used, int count, const Part &unit)
    {
        put(used, QString::number(count * unit.value) + unit.letter,
            bitOf(ArgumentType::duration) | bitOf(ArgumentType::time));
    }

    //! "until tomorrow" is a day; until any other time is for a clock to say.
    bool takeUntil()
    {
        if (word(m_at) != "until"_L1 && word(m_at) != "till"_L1)
            return false;
        if (word(m_at + 1) == "tomorrow"_L1) {
            put(2, u"1d"_s, bitOf(ArgumentType::duration));
            return true;
        }
        const QString &next = word(m_at + 1);
        const bool clock =
            next.contains(u':') || ((next.endsWith("am"_L1) || next.endsWith("pm"_L1)) && next.front().isDigit());
        if (!clock && partAt(m_at + 1).kind != Part::day)
            return false;
        put(2, untilSomeTime, 0);
        return true;
    }

    //! 下午3点, 早上八点半, 晚上10点.
    bool takeHanClock()
    {
        static const QString firsts = u"今下晚早上凌中一二三四五六七八九十两"_s;
        if (!firsts.contains(word(m_at).front()))
            return false;
        static const QStringList befores{u"今天下午"_s, u"今天上午"_s, u"今天早上"_s, u"下午"_s, u"晚上"_s, u"今晚"_s,
                                         u"早上"_s,     u"上午"_s,     u"今早"_s,     u"凌晨"_s, u"中午"_s, QString()};
        for (const QString &before : befores) {
            qsizetype same = 0;
            while (same < before.size() && word(m_at + same) == QStringView(before).sliced(same, 1))
                ++same;
            if (same < before.size())
                continue;
            const Part part = partAt(m_at + same);
            qsizetype used = same + 1;
            int hour =
                isNumber(word(m_at + same)) ? word(m_at + same).toInt() : (part.kind == Part::number ? part.value : -1);
            if (hour == 10 && partAt(m_at + used).kind == Part::number) // 十一, 十二
                hour += partAt(m_at + used++).value;
            if (hour < 0 || hour > 23 || word(m_at + used) != QStringView(u"点") ||
                word(m_at + used + 1) == QStringView(u"什"))
                return false;
            ++used;
            const bool half = word(m_at + used) == QStringView(u"半");
            const bool late =
                before.contains(u'下') || before.contains(u'晚') || (before == QStringView(u"中午") && hour < 6);
            hour = late && hour < 12 ? hour + 12 : hour;
            put(used + (half ? 1 : 0), QString::number(hour).rightJustified(2, u'0') + (half ? u":30"_s : u":00"_s),
                bitOf(ArgumentType::time));
            return true;
        }
        return false;
    }

    bool takeHan()
    {
        const auto found = hanTimes().constFind(word(m_at).front());
        if (found == hanTimes().cend())
            return false;
        for (const HanTime &each : *found) {
            qsizetype same = 0;
            while (same < each.said.size() && word(m_at + same) == QStringView(each.said).sliced(same, 1))
                ++same;
            if (same < each.said.size())
                continue;
            const bool length = each.point.front().isDigit();
            put(same, each.point, bitOf(ArgumentType::time) | (length ? bitOf(ArgumentType::duration) : 0));
            return true;
        }
        return false;
    }

    //! 14:30, 9am, 3点, 下午3点: a time of the day.
    bool takeClock()
    {
        const QString &said = word(m_at);
        if (said.isEmpty() || (!said.front().isDigit() && said.front() != u'+' && said.front() != u'-'))
            return false; // as most words; a sign is no more than odd
        const qsizetype colon = said.indexOf(u':');
        if (said.size() >= 4 && said.size() <= 5 && colon > 0 && colon == said.size() - 3 && isClock(said, colon)) {
            put(1, said, bitOf(ArgumentType::time));
            return true;
        }
        const bool am = said.endsWith("am"_L1);
        const bool attached =
            (am || said.endsWith("pm"_L1)) && said.size() >= 3 && said.size() <= 4 && isNumber(said.chopped(2));
        const bool apart = isNumber(said) && (word(m_at + 1) == "am"_L1 || word(m_at + 1) == "pm"_L1);
        const bool han = isNumber(said) && word(m_at + 1) == QStringView(u"点");
        if (!attached && !apart && !han)
            return false;
        int hour = (attached ? said.chopped(2) : said).toInt();
        const bool afternoon = attached ? !am : (apart && word(m_at + 1) == "pm"_L1);
        if (hour > (han ? 23 : 12))
            return false;
        hour = afternoon && hour < 12 ? hour + 12 : (!afternoon && !han && hour == 12 ? 0 : hour);
        put(attached ? 1 : 2, QString::number(hour).rightJustified(2, u'0') + u":00"_s, bitOf(ArgumentType::time));
        return true;
    }

    static bool isPartOfDay(const QString &said)
    {
        return said == "morning"_L1 || said == "afternoon"_L1 || said == "evening"_L1 || said == "night"_L1;
    }

    static bool isClock(const QString &said, qsizetype colon)
    {
        bool hourOk = false;
        bool minuteOk = false;
        const int hour = said.first(colon).toInt(&hourOk);
        const int minute = said.sliced(colon + 1).toInt(&minuteOk);
        return hourOk && minuteOk && hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    }

    //! 15min, 2hrs, 3days; and 2026-11-22.
    bool takeAttached()
    {
        const QString &said = word(m_at);
        if (said.isEmpty() || !said.front().isDigit())
            return false;
        if (said.size() >= 10 && said.at(4) == u'-' && said.at(7) == u'-') {
            m_tokens[m_at].types |= bitOf(ArgumentType::time);
            return true;
        }
        qsizetype digits = 0;
        while (digits < said.size() && said.at(digits).isDigit())
            ++digits;
        const Part unit = parts().value(said.sliced(digits));
        if (digits == said.size() || unit.kind != Part::unit || !isNumber(said.first(digits))) {
            if ((shapesOf(said) & bitOf(ArgumentType::duration)) != 0)
                m_tokens[m_at].types |= bitOf(ArgumentType::time) | bitOf(ArgumentType::duration);
            return false;
        }
        putLength(1, said.first(digits).toInt(), unit);
        return true;
    }

    //! "last night", "this morning", "last tuesday", "past hour", "last week".
    void takeLead()
    {
        const QString &next = word(m_at + 1);
        const Part part = partAt(m_at + 1);
        if (word(m_at) == "last"_L1 && next == "night"_L1)
            return put(2, u"last-night"_s, bitOf(ArgumentType::time));
        if (word(m_at) == "this"_L1) {
            if (next == "morning"_L1 || next == "afternoon"_L1)
                put(2, u"today"_s, bitOf(ArgumentType::time));
            else if (next == "week"_L1)
                put(2, u"monday"_s, bitOf(ArgumentType::time));
            return;
        }
        if (part.kind == Part::day)
            return put(2, part.point, bitOf(ArgumentType::time));
        if (part.kind == Part::unit)
            return putLength(2, 1, part);
        const bool few = next == "few"_L1 || next == "couple"_L1;
        const qsizetype of = few && word(m_at + 2) == "of"_L1 ? 1 : 0;
        if (const Part unit = partAt(m_at + 2 + of); few && unit.kind == Part::unit)
            return putLength(3 + of, next == "few"_L1 ? 3 : 2, unit);
        if (next == "half"_L1 && partAt(m_at + 2).letter == u'h')
            put(3, u"30m"_s, bitOf(ArgumentType::duration) | bitOf(ArgumentType::time));
    }

    //! "4 hours", "an hour", "half an hour", "a couple of hours", "4个小时", "十五分钟".
    void takeLength(const Part &part)
    {
        qsizetype used = 1;
        int count = part.value;
        const QString &first = word(m_at);
        if (part.kind != Part::number && !first.front().isDigit() && first.front() != u'a' && first.front() != u'h')
            return;
        if (isNumber(first)) {
            count = first.toInt();
        } else if (first == "half"_L1 && (word(m_at + 1) == "an"_L1 || word(m_at + 1) == "a"_L1) &&
                   partAt(m_at + 2).kind == Part::unit) {
            const Part unit = partAt(m_at + 2);
            if (unit.letter == u'h')
                put(3, u"30m"_s, bitOf(ArgumentType::duration) | bitOf(ArgumentType::time));
            else if (unit.letter == u'd' && unit.value == 1)
                put(3, u"12h"_s, bitOf(ArgumentType::duration) | bitOf(ArgumentType::time));
            return;
        } else if (first == "half"_L1 && partAt(m_at + 1).letter == u'h') {
            return put(2, u"30m"_s, bitOf(ArgumentType::duration) | bitOf(ArgumentType::time));
        } else if (first == "1.5"_L1 && partAt(m_at + 1).letter == u'h') {
            return put(2, u"90m"_s, bitOf(ArgumentType::duration) | bitOf(ArgumentType::time));
        } else if (first == "a"_L1 || first == "an"_L1) {
            count = 1;
            if (word(m_at + 1) == "quarter"_L1)
                return takeQuarter();
            if (word(m_at + 1) == "couple"_L1) {
                count = 2;
                used = word(m_at + 2) == "of"_L1 ? 3 : 2;
            }
        } else if (part.kind != Part::number) {
            return;
        }
        while (used < 3 && isHan(first.front()) && partAt(m_at + used).kind == Part::number) { // 十五, 二十
            const int next = partAt(m_at + used).value;
            count = count == 10 ? 10 + next : (next == 10 ? count * 10 : count + next);
            ++used;
        }
        if (const int found = hanUnit(m_at + used, count); found > 0)
            return put(used + found, m_said, bitOf(ArgumentType::duration) | bitOf(ArgumentType::time));
        if (const Part unit = partAt(m_at + used); unit.kind == Part::unit)
            putLength(used + 1, count, unit);
    }

    //! "a quarter of an hour".
    void takeQuarter()
    {
        if (word(m_at + 2) == "of"_L1 && word(m_at + 3) == "an"_L1 && word(m_at + 4) == "hour"_L1)
            put(5, u"15m"_s, bitOf(ArgumentType::duration) | bitOf(ArgumentType::time));
    }

    //! 个小时, 小时, 分钟, 个月: how many characters, and what they make of \a count in m_said.
    int hanUnit(qsizetype i, int count)
    {
        const int extra = word(i) == QStringView(u"个") ? 1 : 0;
        const QString both = word(i + extra) + word(i + extra + 1);
        QChar letter;
        int times = 1;
        if (both == QStringView(u"小时") || both == QStringView(u"钟头"))
            letter = u'h';
        else if (both == QStringView(u"分钟"))
            letter = u'm';
        else if (both == QStringView(u"星期") || both == QStringView(u"礼拜"))
            letter = u'd', times = 7;
        else if (extra == 1 && word(i + 1) == QStringView(u"月"))
            letter = u'd', times = 30;
        if (letter.isNull())
            return 0;
        if (extra == 1 && times == 30) {
            m_said = QString::number(count * times) + letter;
            return 2;
        }
        m_said = QString::number(count * times) + letter;
        return extra + 2;
    }

    QList<Token> &m_tokens;
    qsizetype m_at = 0;
    QString m_said;
};

} // namespace

void joinTimes(QList<Token> &tokens)
{
    Joiner(tokens).run();
}

} // namespace wardroom::bot
