// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filename.h"
#include "domain/media.h"

#include "fuzz/target.h"

//! What strangers say about the files that they post.
namespace wardroom::fuzz {

namespace {

constexpr qsizetype kLongestName = 100;
constexpr qsizetype kLongestMedia = 6'000;

void name(const QByteArray &bytes)
{
    const QString given = QString::fromUtf8(bytes);
    const QString neutral = neutralFileName(given);
    hold(isWholeText(neutral, kLongestName), "a name is bounded, without half a character");
    hold(!neutral.contains(u'/') && !neutral.contains(u'\\'), "a name is no path");
    hold(!neutral.startsWith(u'.') && !neutral.startsWith(u'-'), "a name is neither hidden nor an option");
    hold(neutralFileName(neutral) == neutral, "what is neutral stays as it is");
}

void media(const QByteArray &bytes)
{
    const QString given = QString::fromUtf8(bytes);
    if (const auto read = domain::mediaFromText(given))
        hold(domain::mediaText(*read) == given, "what was read is written the same");
    const QString text = domain::mediaText({domain::MediaKind::image, given.left(500), given, given, bytes.size()});
    hold(text.size() < kLongestMedia, "what is written is bounded");
    hold(text.isEmpty() || domain::mediaFromText(text), "what is written can be read");
}

const Registration names{"filename", name, 1024};
const Registration files{"media", media, 1024};

} // namespace

} // namespace wardroom::fuzz
