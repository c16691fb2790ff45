// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filename.h"

#include "base/hiddencharacter.h"

#include <QSet>

#include <cstring>

namespace wardroom {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongest = 100;
constexpr qsizetype kLongestEnding = 10;

//! What a name has no use for, beside what nobody sees anyway: controls, what no font knows, the braille blank, and
//! selectors of a letter's form.
bool isDropped(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return isHidden(c) || category == QChar::Other_Control || category == QChar::Other_PrivateUse ||
           category == QChar::Other_NotAssigned || c == 0x2800 || (c >= 0xFE00 && c <= 0xFE0F);
}

QString cleaned(const QString &name)
{
    QString clean;
    const QList<uint> letters = name.toUcs4();
    for (const uint c : letters) {
        if (isDropped(c))
            continue;
        const bool isRead = c < 128 && std::strchr("<>:\"|?*`$;&!#%'{}[]~^", static_cast<int>(c)) != nullptr && c != 0;
        const bool isSpace = QChar::isSpace(c);
        clean += isRead ? u"_"_s : isSpace ? u" "_s : QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
    }
    return clean.simplified();
}

} // namespace

QString neutralFileName(const QString &name)
{
    QString last = name.left(4000);
    last.replace(u'\\', u'/');
    QString clean = cleaned(last.sliced(last.lastIndexOf(u'/') + 1));
    while (clean.startsWith(u'.') || clean.startsWith(u'-') || clean.startsWith(u' '))
        clean.remove(0, 1);
    while (clean.endsWith(u'.') || clean.endsWith(u' '))
        clean.chop(1);
    if (clean.size() <= kLongest)
        return clean;
    const qsizetype dot = clean.lastIndexOf(u'.');
    const QString ending = dot > 0 && clean.size() - dot <= kLongestEnding ? clean.sliced(dot) : QString();
    QString stem = clean.left(kLongest - ending.size() - 1);
    if (stem.back().isHighSurrogate())
        stem.chop(1);
    return stem + u'…' + ending;
}

bool mayBeShown(const QString &name)
{
    static const QSet<QString> endings{u"png"_s,  u"jpg"_s,  u"jpeg"_s, u"gif"_s,  u"webp"_s, u"bmp"_s,  u"tif"_s,
                                       u"tiff"_s, u"heic"_s, u"pdf"_s,  u"txt"_s,  u"log"_s,  u"csv"_s,  u"md"_s,
                                       u"json"_s, u"mp3"_s,  u"m4a"_s,  u"ogg"_s,  u"oga"_s,  u"opus"_s, u"wav"_s,
                                       u"flac"_s, u"mp4"_s,  u"m4v"_s,  u"webm"_s, u"ogv"_s,  u"mov"_s,  u"mkv"_s};
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 && endings.contains(name.sliced(dot + 1).toLower());
}

} // namespace wardroom
