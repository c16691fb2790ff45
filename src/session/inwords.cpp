// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/inwords.h"

#include "chat/wordless.h"

namespace wardroom::session {
using domain::ReadEntry;
using domain::Standing;

namespace {

//! In this place \a fact is said, also again, and by whom it says.
bool isSaidAt(const domain::RoomFold &fold, qsizetype index, const domain::FactId &fact)
{
    const ReadEntry &read = fold.entries().at(index);
    if (!read.envelope || read.isRemoved() || read.envelope->id != fact)
        return false;
    const Standing standing = fold.judgementAt(index).standing;
    return standing == Standing::accepted || standing == Standing::duplicate;
}

bool hasWords(const ReadEntry &read)
{
    const QString &text = read.entry.text;
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return !c.isSpace() && (c.isPrint() || c.isSurrogate()); });
}

} // namespace

qsizetype firstInWords(const domain::RoomFold &fold, const domain::FactId &fact)
{
    for (qsizetype i = 0; i < fold.entries().size(); ++i)
        if (isSaidAt(fold, i, fact) && hasWords(fold.entries().at(i)))
            return i;
    return -1;
}

bool isOnlyWordless(const domain::RoomFold &fold, const domain::FactId &fact)
{
    bool any = false;
    for (qsizetype i = fold.entries().size() - 1; i >= 0; --i) {
        if (!isSaidAt(fold, i, fact))
            continue;
        if (hasWords(fold.entries().at(i)))
            return false;
        any = any || chat::mayBeWordless(fold.entries().at(i).entry.envelope);
    }
    return any;
}

bool isDeleted(const domain::RoomFold &fold, const domain::WorkspaceState &workspace, const domain::FactId &fact)
{
    const auto isGone = [&](const ReadEntry &read) {
        if (!read.isRemoved() || !read.envelope || read.envelope->id != fact)
            return false;
        const Standing said = fold.admission().judgeAsSaid(read, workspace).standing;
        return said == Standing::accepted || said == Standing::duplicate;
    };
    return std::any_of(fold.entries().crbegin(), fold.entries().crend(), isGone);
}

} // namespace wardroom::session
