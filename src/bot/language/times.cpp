// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
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
    const Part &partAt(qsizetype i) const { return timePartOf(word(i)); }

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
