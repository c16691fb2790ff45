// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/understand.h"

#include "bot/language/plainslash.h"
#include "bot/language/sentence.h"
#include "bot/language/slash.h"

namespace wardroom::bot {

domain::Understanding understand(const QString &text, const Catalogue &catalogue, const Vocabulary &vocabulary,
                                 const QList<Shown> &after)
{
    const QString line = text.trimmed();
    if (isSlashLine(line)) {
        auto plain = understandPlainSlash(line, catalogue, vocabulary);
        return plain ? *std::move(plain) : understandSlash(line, catalogue, vocabulary);
    }
    if (line.isEmpty() || line.startsWith(u'/'))
        return {};
    return understandSentence(line, catalogue, vocabulary, after);
}

} // namespace wardroom::bot
