// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchtext.h"

#include <QList>

namespace wardroom::store {
using namespace Qt::StringLiterals;

namespace {

bool standsAlone(uint c)
{
    return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x4dbf) ||
           (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

//! What makes a word for unicode61: a phrase without any would be empty, which FTS5 does not take for "nothing".
bool makesWord(uint c)
{
    return QChar::isLetterOrNumber(c) || QChar::category(c) == QChar::Other_PrivateUse;
}

bool hasWord(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return std::any_of(characters.begin(), characters.end(), [](uint c) { return makesWord(c); });
}

} // namespace

QString indexedText(const QString &text)
{
    // At worst every second unit is a space. Written in place: this runs for every entry that arrives.
    QString result(2 * text.size() + 1, Qt::Uninitialized);
    QChar *out = result.data();
    const qsizetype size = text.size();
    bool wasAlone = false;
    bool wasSpace = true;
    for (qsizetype i = 0; i < size; ++i) {
        const QChar unit = text.at(i);
        const bool pair = unit.isHighSurrogate() && i + 1 < size && text.at(i + 1).isLowSurrogate();
        const uint c = pair ? QChar::surrogateToUcs4(unit, text.at(i + 1)) : unit.unicode();
        const bool alone = c >= 0x3005 && standsAlone(c);
        if ((alone || wasAlone) && !wasSpace)
            *out++ = u' ';
        *out++ = c < 0x20 || c == 0x7f ? QChar(u' ') : unit;
        if (pair)
            *out++ = text.at(++i);
        wasAlone = alone;
        wasSpace = c <= 0x20 || c == 0x7f;
    }
    result.truncate(out - result.constData());
    return result;
}

bool isIndexedAsItIs(const QByteArray &utf8)
{
    // Neither control characters nor what begins at U+3000, whose first byte is 0xe3. No early end, so that the
    // compiler makes vectors of it.
    unsigned odd = 0;
    for (const char byte : utf8) {
        const auto c = static_cast<unsigned char>(byte);
        odd |= static_cast<unsigned>(c < 0x20) | static_cast<unsigned>(c == 0x7f) | static_cast<unsigned>(c >= 0xe3);
    }
    return odd == 0;
}

QString searchQuery(const QString &words)
{
    QStringList phrases;
    QString plain = words.left(1000);
    plain.replace(u'"', u' ');
    for (QChar &c : plain) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            c = u' ';
    }
    const QStringList parts = plain.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (phrases.size() < 32 && hasWord(part))
            phrases += u'"' + indexedText(part) + u'"';
    }
    return phrases.join(u' ');
}

} // namespace wardroom::store
