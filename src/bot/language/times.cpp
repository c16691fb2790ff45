// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/dates.h"
#include "bot/language/shapes.h"
#include "bot/language/timewords.h"
#include "bot/language/tokens.h"
#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

using Part = TimePart;

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
            if (takeUntil() || takeDayBefore())
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
    static constexpr quint32 aLength = bitOf(ArgumentType::duration) | bitOf(ArgumentType::time);

    const QString &word(qsizetype i) const
    {
        static const QString none;
        return i < m_tokens.size() ? m_tokens.at(i).word : none;
    }
    const Part &partAt(qsizetype i) const { return timePartOf(word(i)); }

    void put(qsizetype used, const QString &said, quint32 types) { makeOneWord(m_tokens, m_at, used, said, types); }

    void putLength(qsizetype used, int count, const Part &unit)
    {
        if (const qsizetype half = halfBehind(m_at + used); half > 0)
            return putHalf(used + half, count, unit);
        // "2 hours and 30 minutes"
        const qsizetype next = m_at + used + (word(m_at + used) == "and"_L1 ? 1 : 0);
        const Part &minutes = partAt(next + 1);
        if (unit.letter == u'h' && isNumber(word(next)) && minutes.kind == Part::unit && minutes.letter == u'm')
            return put(next + 2 - m_at, QString::number(count * unit.value * 60 + word(next).toInt()) + u'm', aLength);
        put(used, QString::number(count * unit.value) + unit.letter, aLength);
    }

    //! "… and a half": of how many words; 0: that is not said.
    qsizetype halfBehind(qsizetype i) const
    {
        if (word(i) == "and"_L1 && (word(i + 1) == "a"_L1 || word(i + 1) == "one"_L1) && word(i + 2) == "half"_L1)
            return 3;
        return word(i) == QStringView(u"半") && !isHan(word(i + 1).isEmpty() ? QChar() : word(i + 1).front()) ? 1 : 0;
    }

    //! \a count and a half of them.
    void putHalf(qsizetype used, int count, const Part &unit)
    {
        const int halves = (2 * count + 1) * unit.value;
        if (unit.letter == u'h')
            put(used, QString::number(halves * 30) + u'm', aLength);
        else if (unit.letter == u'd')
            put(used, QString::number(halves * 12) + u'h', aLength);
        else
            put(used, QString::number((halves + 1) / 2) + unit.letter, aLength);
    }

    //! "the day before yesterday".
    bool takeDayBefore()
    {
        if (word(m_at) != "day"_L1 || word(m_at + 1) != "before"_L1 || word(m_at + 2) != "yesterday"_L1)
            return false;
        put(3, u"before-yesterday"_s, bitOf(ArgumentType::time));
        return true;
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
            const Clock past = minutesBehind(m_at + used);
            const bool late =
                before.contains(u'下') || before.contains(u'晚') || (before == QStringView(u"中午") && hour < 6);
            hour = late && hour < 12 ? hour + 12 : hour;
            put(used + past.used, twoDigits(hour) + u':' + twoDigits(past.minute), bitOf(ArgumentType::time));
            return true;
        }
        return false;
    }

    bool takeHan()
    {
        for (const HanTime &each : hanTimes(word(m_at).front())) {
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
        if (const Clock clock = clockAt(m_at); clock.used > 0) {
            put(clock.used, twoDigits(clock.hour) + u':' + twoDigits(clock.minute), bitOf(ArgumentType::time));
            return true;
        }
        return false;
    }

    //! How a time of the day is said, and in how many words; none: it is none.
    struct Clock
    {
        qsizetype used = 0;
        int hour = 0;
        int minute = 0;
    };

    //! 14:30, "9:15 pm", 9am, "9.15 p.m", 3点.
    Clock clockAt(qsizetype i) const
    {
        QString said = word(i);
        QString half = halfOf(word(i + 1));
        Clock clock{half.isEmpty() ? 1 : 2, 0, 0};
        if (half.isEmpty() && said.size() >= 3) {
            half = halfOf(said.sliced(said.size() - 2));
            said.chop(half.isEmpty() ? 0 : 2);
        }
        if (half.isEmpty() && word(i + 1) == QStringView(u"点") && isNumber(said) && said.toInt() < 24) {
            const Clock past = minutesBehind(i + 2);
            return {2 + past.used, said.toInt(), past.minute};
        }
        const qsizetype colon = std::max(said.indexOf(u':'), half.isEmpty() ? -1 : said.indexOf(u'.'));
        if (colon < 0 && (half.isEmpty() || !isNumber(said) || said.toInt() > 12))
            return {};
        if (colon >= 0 && (said.size() > 5 || said.size() < 4 || colon != said.size() - 3 || !isClock(said, colon)))
            return {};
        clock.hour = colon < 0 ? said.toInt() : said.first(colon).toInt();
        clock.minute = colon < 0 ? 0 : said.sliced(colon + 1).toInt();
        if (half == "pm"_L1 && clock.hour < 12)
            clock.hour += 12;
        else if (half == "am"_L1 && clock.hour == 12)
            clock.hour = 0;
        return clock;
    }

    //! 点|半, 点|15分.
    Clock minutesBehind(qsizetype i) const
    {
        if (word(i) == QStringView(u"半"))
            return {1, 0, 30};
        const bool told = isNumber(word(i)) && word(i + 1) == QStringView(u"分") && word(i + 2) != QStringView(u"钟");
        return told && word(i).toInt() < 60 ? Clock{2, 0, word(i).toInt()} : Clock{};
    }

    //! "am" or "pm"; empty: it says neither.
    static QString halfOf(const QString &said)
    {
        const bool am = said == "am"_L1 || said == "a.m"_L1 || said == "a.m."_L1;
        const bool pm = said == "pm"_L1 || said == "p.m"_L1 || said == "p.m."_L1;
        return am ? u"am"_s : (pm ? u"pm"_s : QString());
    }

    static QString twoDigits(int value) { return QString::number(value).rightJustified(2, u'0'); }

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
        if (QStringView(said).sliced(digits).startsWith(u".5") && isNumber(said.first(digits))) { // 1.5h, 2.5 hours
            const bool apart = said.size() == digits + 2;
            const Part &of = apart ? partAt(m_at + 1) : timePartOf(said.sliced(digits + 2));
            if (of.kind == Part::unit)
                putHalf(apart ? 2 : 1, said.first(digits).toInt(), of);
            return of.kind == Part::unit;
        }
        const Part &unit = timePartOf(said.sliced(digits));
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
            put(3, u"30m"_s, aLength);
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
                put(3, u"30m"_s, aLength);
            else if (unit.letter == u'd' && unit.value == 1)
                put(3, u"12h"_s, aLength);
            return;
        } else if (first == "half"_L1 && partAt(m_at + 1).letter == u'h') {
            return put(2, u"30m"_s, aLength);
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
        const qsizetype half = word(m_at + used) == QStringView(u"个") && word(m_at + used + 1) == QStringView(u"半")
                                   ? 2
                                   : (isHan(first.front()) ? 0 : halfBehind(m_at + used));
        if (const int found = half > 0 ? hanUnit(m_at + used + half, count) : 0; found > 0)
            return putHalf(used + half + found, count, timePartOf(m_said.endsWith(u'h') ? u"h"_s : u"min"_s));
        if (const Part unit = partAt(m_at + used + half); half > 0 && unit.kind == Part::unit)
            return putHalf(used + half + 1, count, unit);
        if (const int found = hanUnit(m_at + used, count); found > 0 && m_said.endsWith(u'h')) {
            const qsizetype next = m_at + used + found;
            const bool both = isNumber(word(next)) && word(next + 1) == QStringView(u"分"); // 2小时30分钟
            const qsizetype minutes = both ? (word(next + 2) == QStringView(u"钟") ? 3 : 2) : 0;
            return put(used + found + minutes, both ? QString::number(count * 60 + word(next).toInt()) + u'm' : m_said,
                       aLength);
        }
        if (const int found = hanUnit(m_at + used, count); found > 0)
            return put(used + found, m_said, aLength);
        if (const Part unit = partAt(m_at + used); unit.kind == Part::unit)
            putLength(used + 1, count, unit);
    }

    //! "a quarter of an hour".
    void takeQuarter()
    {
        if (word(m_at + 2) == "of"_L1 && word(m_at + 3) == "an"_L1 && word(m_at + 4) == "hour"_L1)
            put(5, u"15m"_s, aLength);
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
    joinDates(tokens);
    Joiner(tokens).run();
    joinDaysAndClocks(tokens);
}

} // namespace wardroom::bot
