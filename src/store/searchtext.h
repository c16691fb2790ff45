// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace wardroom::store {

//! \a text as the index takes it: Chinese and kana characters stand alone, control characters become spaces.
//! A row leaves the contentless index only by the same words that brought it in, so a change here needs a migration
//! that builds the index again.
QString indexedText(const QString &text);
//! True for UTF-8 that indexedText() would not change: most of what is said outside China and Japan.
bool isIndexedAsItIs(const QByteArray &utf8);

//! What somebody typed as an FTS5 query that cannot be wrong: every word a quoted phrase, all of them wanted, no
//! operators. Empty when there is nothing to look for. Takes the first 1000 characters and 32 words.
QString searchQuery(const QString &words);

} // namespace wardroom::store
