// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"

#include "base/hiddencharacter.h"

#include <algorithm>
#include <array>

namespace wardroom {
using namespace Qt::StringLiterals;

namespace {

QString shownCharacter(char32_t code)
{
    if (code == U'\n')
        return u"\n"_s;
    if (code == U'\t')
        return u" "_s;
    if (isHidden(code))
        return u"⟨U+%1⟩"_s.arg(QString::number(code, 16).toUpper().rightJustified(4, u'0'));
    return QChar::category(code) == QChar::Other_Control ? u"␦"_s : QString::fromUcs4(&code, 1);
}

//! Told without a look into Unicode's tables: nearly every character of nearly every text.
bool isPlainAscii(QChar c)
{
    return c == u'\n' || (c >= u' ' && c <= u'~');
}

} // namespace

bool isHidden(char32_t code)
{
    static constexpr std::array<char32_t, 8> inkless{0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x3164, 0xFFA0};
    const QChar::Category category = QChar::category(code);
    return category == QChar::Other_Format || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph || category == QChar::Other_Surrogate ||
           (code >= 0xE0000 && code <= 0xE0FFF) || std::find(inkless.begin(), inkless.end(), code) != inkless.end();
}

QString shownPlainly(const QString &text, qsizetype longest)
{
    if (text.size() <= longest && std::all_of(text.begin(), text.end(), isPlainAscii))
        return text;
    QString shown;
    shown.reserve(std::min(text.size(), longest + 1));
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (shown.size() >= longest)
            return shown + u'…';
        if (isPlainAscii(text.at(i))) {
            shown += text.at(i);
            continue;
        }
        const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const char32_t code = pair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : text.at(i).unicode();
        shown += shownCharacter(code);
        i += pair ? 1 : 0;
    }
    return shown;
}

QString csvCell(const QString &text)
{
    QString cell = text;
    if (!cell.isEmpty() && u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"_s.contains(cell.front()))
        cell.prepend(u'\'');
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace wardroom
