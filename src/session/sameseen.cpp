// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sameseen.h"

#include "base/hiddencharacter.h"

#include <memory>
#include <unicode/uspoof.h>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

QString withoutHidden(const QString &text)
{
    QString seen;
    for (const char32_t code : text.normalized(QString::NormalizationForm_KC).toUcs4())
        if (!isHidden(code))
            seen += QString::fromUcs4(&code, 1);
    return seen.simplified();
}

QString skeletonOf(const QString &text)
{
    constexpr qsizetype longest = 500;
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker(uspoof_open(&error), &uspoof_close);
    const QString given = text.left(longest);
    QString skeleton(given.size() * 18 + 1, Qt::Uninitialized); // a character's decomposition is at most that long
    const qsizetype size =
        uspoof_getSkeleton(checker.get(), 0, reinterpret_cast<const UChar *>(given.utf16()), int32_t(given.size()),
                           reinterpret_cast<UChar *>(skeleton.data()), int32_t(skeleton.size()), &error);
    if (U_FAILURE(error))
        return text;
    skeleton.truncate(size);
    return skeleton;
}

} // namespace

bool looksTheSame(const QString &a, const QString &b)
{
    const QString first = withoutHidden(a), second = withoutHidden(b);
    if (first.isEmpty() || second.isEmpty())
        return false;
    // In small letters, too: case tells nobody apart, and a small Cyrillic letter may look like none that is large.
    return first.compare(second, Qt::CaseInsensitive) == 0 || skeletonOf(first) == skeletonOf(second) ||
           skeletonOf(first.toCaseFolded()) == skeletonOf(second.toCaseFolded());
}

} // namespace wardroom::session
