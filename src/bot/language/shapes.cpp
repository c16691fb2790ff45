// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/shapes.h"

#include <algorithm>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isSmall(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isHex(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool allOf(QStringView text, bool (*is)(QChar))
{
    return std::all_of(text.begin(), text.end(), is);
}

bool isCve(QStringView word)
{
    return word.size() >= 13 && word.size() <= 16 && word.startsWith("cve-"_L1, Qt::CaseInsensitive) &&
           word.at(8) == u'-' && (word.sliced(4, 2) == u"19" || word.sliced(4, 2) == u"20") &&
           allOf(word.sliced(4, 4), isDigit) && allOf(word.sliced(9), isDigit);
}

bool isSix(QStringView word)
{
    return word.size() >= 2 && word.size() <= 45 && word.count(u':') >= 2 &&
           std::all_of(word.begin(), word.end(), [](QChar c) { return isHex(c) || c == u':' || c == u'.'; });
}

bool isDuration(QStringView word)
{
    const QChar unit = word.back().toLower();
    return word.size() >= 2 && word.size() <= 6 && (unit == u'm' || unit == u'h' || unit == u'd') &&
           word.front() != u'0' && allOf(word.chopped(1), isDigit);
}

bool isSeverity(QStringView word)
{
    const QChar last = word.back();
    if (last < u'1' || last > u'4')
        return false;
    QStringView name = word.chopped(1);
    if (name.endsWith(u'-') || name.endsWith(u' '))
        name.chop(1);
    return word.size() == 1 || name.compare("sev"_L1, Qt::CaseInsensitive) == 0 ||
           name.compare("severity"_L1, Qt::CaseInsensitive) == 0;
}

bool isPackage(QStringView word)
{
    return word.size() >= 2 && word.size() <= 128 && (isSmall(word.front()) || isDigit(word.front())) &&
           std::all_of(word.begin() + 1, word.end(),
                       [](QChar c) { return isSmall(c) || isDigit(c) || c == u'+' || c == u'.' || c == u'-'; });
}

} // namespace

bool isDottedQuad(QStringView word)
{
    int parts = 1;
    int value = -1;
    bool zero = false; // the part began with 0
    for (const QChar c : word) {
        if (c == u'.') {
            if (value < 0 || ++parts > 4)
                return false;
            value = -1;
        } else if (!isDigit(c) || (value >= 0 && zero)) {
            return false;
        } else {
            zero = value < 0 && c == u'0';
            value = std::max(value, 0) * 10 + (c.unicode() - u'0');
            if (value > 255)
                return false;
        }
    }
    return parts == 4 && value >= 0;
}

quint32 shapesOf(QStringView word)
{
    if (word.isEmpty())
        return 0;
    quint32 bits = word.size() <= 100 ? bitOf(ArgumentType::word) : 0;
    if (isPackage(word))
        bits |= bitOf(ArgumentType::package);
    const bool digits = std::any_of(word.begin(), word.end(), isDigit);
    if (!digits && word.size() < 32 && !word.contains(u':'))
        return bits;
    if (isDottedQuad(word) || isSix(word))
        bits |= bitOf(ArgumentType::address);
    if (isCve(word))
        bits |= bitOf(ArgumentType::cve);
    if (isDuration(word))
        bits |= bitOf(ArgumentType::duration);
    if (word.size() <= 16 && allOf(word.sliced(word.front() == u'-' ? 1 : 0), isDigit) && digits)
        bits |= bitOf(ArgumentType::number);
    if (isSeverity(word))
        bits |= bitOf(ArgumentType::severity);
    if ((word.size() == 32 || word.size() == 40 || word.size() == 64) && allOf(word, isHex))
        bits |= bitOf(ArgumentType::hash);
    return bits;
}

bool looksLikeHost(QStringView word)
{
    bool digit = false;
    bool joint = false;
    QChar before = u'-';
    for (const QChar c : word) {
        const bool mark = c == u'-' || c == u'.';
        if ((!isSmall(c) && !isDigit(c) && !mark) || (mark && (before == u'-' || before == u'.')))
            return false;
        digit = digit || isDigit(c);
        joint = joint || mark;
        before = c;
    }
    return digit && joint && isSmall(word.front()) && before != u'-' && before != u'.';
}

bool looksLikePath(QStringView word)
{
    const bool unixPath = word.size() >= 2 && (word.startsWith(u'/') || word.startsWith("~/"_L1));
    const bool drive = word.size() >= 4 && word.at(0).isLetter() && word.sliced(1).startsWith(":\\"_L1);
    return (unixPath || drive) && !word.startsWith("//"_L1);
}

} // namespace wardroom::bot
