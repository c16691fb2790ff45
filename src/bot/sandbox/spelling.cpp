// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/spelling.h"

#include <QString>
#include <optional>

namespace wardroom::bot {

namespace {

constexpr qsizetype kLongestGap = 200; //!< white space that may stand between two letters of one text

bool isBlank(char letter)
{
    return letter == ' ' || (letter >= '\t' && letter <= '\r');
}

//! \a count digits of base 16 at \a at; -1: the source ends before them, nothing: they are none.
std::optional<int> digits(const QByteArray &source, qsizetype at, qsizetype count)
{
    int value = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        if (i >= source.size())
            return -1;
        const char letter = source[i];
        if (!isxdigit(uchar(letter)))
            return std::nullopt;
        value = value * 16 + (isdigit(uchar(letter)) ? letter - '0' : (letter | 0x20) - 'a' + 10);
    }
    return value;
}

struct Escape
{
    QByteArray letters;
    qsizetype size = 0; //!< in the source; 0: it is not whole yet
};

//! A character by its number of UTF-16, or by two of them.
Escape unicode(const QByteArray &source, qsizetype at)
{
    const auto first = digits(source, at + 2, 4);
    if (!first)
        return {source.mid(at + 1, 1), 2};
    if (*first < 0)
        return {};
    if (!QChar::isHighSurrogate(char32_t(*first)))
        return {QString(QChar(*first)).toUtf8(), 6};
    const QByteArray next = source.mid(at + 6, 2);
    const auto second = next == "\\u" ? digits(source, at + 8, 4) : std::optional<int>();
    if (second == -1 || (next.size() < 2 && QByteArrayView("\\u").startsWith(next)))
        return {};
    if (second && QChar::isLowSurrogate(char32_t(*second)))
        return {QString(QChar(*first) + QString(QChar(*second))).toUtf8(), 12};
    return {"?", 6};
}

Escape backslash(const QByteArray &source, qsizetype at)
{
    if (at + 1 >= source.size())
        return {};
    const char kind = source[at + 1];
    if (kind == 'u')
        return unicode(source, at);
    if (kind == 'x') {
        const auto value = digits(source, at + 2, 2);
        if (!value)
            return {"x", 2};
        return *value < 0 ? Escape() : Escape{QByteArray(1, char(*value)), 4};
    }
    if (QByteArrayView("bfnrtv").contains(kind))
        return {" ", 2};
    return {QByteArray(1, kind), 2};
}

Escape percent(const QByteArray &source, qsizetype at)
{
    const auto value = digits(source, at + 1, 2);
    if (!value)
        return {"%", 1};
    return *value < 0 ? Escape() : Escape{QByteArray(1, char(*value)), 3};
}

} // namespace

void Letters::add(const QByteArray &letters, qsizetype begin, qsizetype end)
{
    text += letters;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        begins.append(begin);
        ends.append(end);
    }
}

Letters lettersOf(const QByteArray &source, Spelling spelling, bool tight)
{
    Letters letters;
    letters.unfinished = source.size();
    letters.text.reserve(source.size());
    letters.begins.reserve(source.size());
    letters.ends.reserve(source.size());
    qsizetype gap = 0;
    for (qsizetype at = 0; at < source.size();) {
        Escape next{QByteArray(1, source[at]), 1};
        if (spelling == Spelling::backslash && source[at] == '\\')
            next = backslash(source, at);
        else if (spelling == Spelling::percent && source[at] == '%')
            next = percent(source, at);
        if (next.size == 0) {
            letters.unfinished = at;
            break;
        }
        gap = next.letters.size() == 1 && isBlank(next.letters[0]) ? gap + 1 : 0;
        if (!tight || gap == 0 || gap > kLongestGap)
            letters.add(next.letters, at, at + next.size);
        at += next.size;
    }
    return letters;
}

QByteArray tightened(const QByteArray &text)
{
    QByteArray letters;
    for (const char letter : text)
        if (!isBlank(letter))
            letters += letter;
    return letters;
}

} // namespace wardroom::bot
