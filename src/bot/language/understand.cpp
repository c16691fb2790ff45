// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/understand.h"

#include "bot/language/plainslash.h"
#include "bot/language/sentence.h"
#include "bot/language/slash.h"

namespace wardroom::bot {

namespace {

//! "/tmp/x.sh on web-01 is clean, put it back": a file's path, and no command.
bool opensWithPath(const QString &line)
{
    const qsizetype end =
        std::find_if(line.begin(), line.end(), [](QChar c) { return c.isSpace() || c.unicode() > 0x2E80; }) -
        line.begin();
    return end > 2 && line.startsWith(u'/') && line.size() > end && line.indexOf(u'/', 1) > 1 &&
           line.indexOf(u'/', 1) < end;
}

} // namespace

domain::Understanding understand(const QString &text, const Catalogue &catalogue, const Vocabulary &vocabulary,
                                 const QList<Shown> &after)
{
    const QString line = text.trimmed();
    if (isSlashLine(line) && !opensWithPath(line)) {
        auto plain = understandPlainSlash(line, catalogue, vocabulary);
        return plain ? *std::move(plain) : understandSlash(line, catalogue, vocabulary);
    }
    if (line.isEmpty() || (line.startsWith(u'/') && !opensWithPath(line)))
        return {};
    return understandSentence(line, catalogue, vocabulary, after);
}

} // namespace wardroom::bot
