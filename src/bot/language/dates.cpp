// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/dates.h"

#include "bot/language/shapes.h"
#include "bot/language/timewords.h"
#include "bot/language/words.h"

#include <QDate>
#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

//! 0: it is none.
int numberIn(QStringView word, int most)
{
    bool ok = false;
    const int value = word.size() <= 4 ? word.toInt(&ok) : 0;
    return ok && value > 0 && value <= most ? value : 0;
}

//! 28, 28th, 3rd; 0: it is no day of a month.
int dayIn(QStringView word)
{
    for (const QStringView ending : {u"st", u"nd", u"rd", u"th"})
        if (word.size() > ending.size() && word.endsWith(ending))
            return numberIn(word.chopped(ending.size()), 31);
    return numberIn(word, 31);
}

QString twoDigits(int value)
{
    return QString::number(value).rightJustified(2, u'0');
}

//! "11-28", or "2026-11-28"; empty where no calendar has that day.
QString dateOf(int year, int month, int day)
{
    if (!QDate(year > 0 ? year : 2024, month, day).isValid()) // of any year, 29 February may be
        return {};
    return (year > 0 ? QString::number(year) + u'-' : QString()) + twoDigits(month) + u'-' + twoDigits(day);
}

//! "28/11/2026", "28.11.2026", "2026/11/28": the points are of those who say the day first.
QString writtenDate(const QString &word)
{
    static const QRegularExpression shape(
        u"^(?:(\\d{1,2})([./])(\\d{1,2})\\2(20\\d\\d)|(20\\d\\d)/(\\d{1,2})/(\\d{1,2}))$"_s);
    const auto match = shape.match(word);
    if (!match.hasMatch())
        return {};
    const auto number = [&](int group) { return match.captured(group).toInt(); };
    if (number(5) > 0)
        return dateOf(number(5), number(6), number(7));
    const int first = number(1);
    const int second = number(3);
    if (match.captured(2) == "."_L1 || first > 12 || first == second)
        return dateOf(number(4), second, first);
    return second > 12 ? dateOf(number(4), first, second) : QString();
}

//! A date that begins at \a at, and of how many words it is.
struct Found
{
    QString date;
    qsizetype used = 0;
};

Found hanDate(const QList<Token> &tokens, qsizetype at)
{
    const auto word = [&](qsizetype i) { return i < tokens.size() ? tokens.at(i).word : QString(); };
    qsizetype from = at;
    int year = 0;
    if (word(at + 1) == QStringView(u"年") && numberIn(word(at), 9999) > 2000) {
        year = numberIn(word(at), 9999);
        from = at + 2;
    }
    const int month = numberIn(word(from), 12);
    const int day = numberIn(word(from + 2), 31);
    if (month == 0 || day == 0 || word(from + 1) != QStringView(u"月"))
        return {};
    const bool named = word(from + 3) == QStringView(u"日") || word(from + 3) == QStringView(u"号");
    return {dateOf(year, month, day), from + (named ? 4 : 3) - at};
}

Found englishDate(const QList<Token> &tokens, qsizetype at)
{
    const auto word = [&](qsizetype i) { return i < tokens.size() ? tokens.at(i).word : QString(); };
    const auto month = [&](qsizetype i) {
        const TimePart &part = timePartOf(word(i));
        return part.kind == TimePart::month ? part.value : 0;
    };
    Found found;
    int monthIs = month(at);
    int dayIs = 0;
    if (monthIs > 0) {
        const qsizetype the = word(at + 1) == "the"_L1 ? 1 : 0;
        dayIs = dayIn(word(at + 1 + the));
        found.used = 2 + the;
    } else {
        const qsizetype of = word(at + 1) == "of"_L1 ? 1 : 0;
        dayIs = dayIn(word(at));
        monthIs = month(at + 1 + of);
        found.used = 2 + of;
    }
    if (monthIs == 0 || dayIs == 0)
        return {};
    // "they may 3 times", "march 4 people off": only where a day may stand.
    const QString before = at > 0 ? tokens.at(at - 1).word : QString();
    static constexpr AnyOf verbs(u" may march mar ");
    if ((isAnyOf(word(at), verbs) || isAnyOf(word(at + found.used - 1), verbs)) &&
        !isAnyOf(before, u" since from on of until till after before by between the "))
        return {};
    const int year = numberIn(word(at + found.used), 2099);
    if (year > 2000)
        ++found.used;
    found.date = dateOf(year > 2000 ? year : 0, monthIs, dayIs);
    return found;
}

bool isClock(const QString &word)
{
    return word.size() == 5 && word.at(2) == u':' && word.front().isDigit();
}

//! A day that a time of the day may be said of, as it begins with it: "yesterday-", "11-28T"; empty: none.
QString openingOf(const Token &token)
{
    if ((token.types & bitOf(ArgumentType::time)) == 0)
        return {};
    static const QRegularExpression date(u"^(?:20\\d\\d-)?\\d\\d-\\d\\d$"_s);
    if (isAnyOf(token.word, u" yesterday before-yesterday monday tuesday wednesday thursday friday saturday sunday "))
        return token.word + u'-';
    return date.match(token.word).hasMatch() ? token.word + u'T' : QString();
}

} // namespace

void makeOneWord(QList<Token> &tokens, qsizetype at, qsizetype used, const QString &said, quint32 types)
{
    Token &token = tokens[at];
    token.word = said;
    token.key = said;
    token.types = types;
    token.filler = false;
    token.flags = 0;
    token.topic = 0;
    token.form = {};
    token.end = tokens.at(at + used - 1).end;
    token.pauseAfter = tokens.at(at + used - 1).pauseAfter;
    tokens.remove(at + 1, used - 1);
}

void joinDates(QList<Token> &tokens)
{
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const QString &word = tokens.at(i).word;
        const bool digit = !word.isEmpty() && word.front() >= u'0' && word.front() <= u'9';
        if (!digit && timePartOf(word).kind != TimePart::month)
            continue;
        Found found;
        if (digit && word.size() >= 8) {
            found = {writtenDate(word), 1};
        } else if (i + 1 < tokens.size()) {
            found = digit ? hanDate(tokens, i) : Found{};
            if (found.date.isEmpty())
                found = englishDate(tokens, i);
        }
        if (!found.date.isEmpty())
            makeOneWord(tokens, i, found.used, found.date, bitOf(ArgumentType::time));
    }
}

void joinDaysAndClocks(QList<Token> &tokens)
{
    for (qsizetype i = 0; i + 1 < tokens.size(); ++i) {
        if ((tokens.at(i).types & bitOf(ArgumentType::time)) == 0)
            continue;
        qsizetype next = i + 1;
        while (next + 1 < tokens.size() && next < i + 3 && isAnyOf(tokens.at(next).word, u" at on the around 的 "))
            ++next;
        const Token &other = tokens.at(next);
        const bool before = isClock(tokens.at(i).word);
        const QString opening = openingOf(before ? other : tokens.at(i));
        if (!opening.isEmpty() && isClock(before ? tokens.at(i).word : other.word)) {
            const QString clock = before ? tokens.at(i).word : other.word;
            makeOneWord(tokens, i, next + 1 - i, opening + clock, bitOf(ArgumentType::time));
            continue;
        }
        // "yesterday at 9": a bare number is an hour there.
        bool isHour = false;
        const int hour = other.word.size() <= 2 ? other.word.toInt(&isHour) : 0;
        if (!opening.isEmpty() && !before && isHour && hour >= 0 && hour < 24 && tokens.at(next - 1).word == "at"_L1)
            makeOneWord(tokens, i, next + 1 - i, opening + twoDigits(hour) + u":00"_s, bitOf(ArgumentType::time));
    }
}

} // namespace wardroom::bot
