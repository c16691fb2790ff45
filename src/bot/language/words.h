// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QSet>
#include <QString>

namespace wardroom::bot {

//! The closed word lists the sentence matcher knows. Everything else comes from manifests.
bool isFiller(const QString &word);      //!< says nothing wherever it stands
bool isLight(const QString &word);       //!< may be missing from a phrase
bool isPreposition(const QString &word); //!< one may stand for another
bool isGreeting(const QString &word);
bool isBotName(const QString &word);
bool isQuestionWord(const QString &word);
//! Turns what is said into something else: no, if, should, we, did, 不 … A sentence where one is left over is chatter.
bool isGuard(const QString &word);
//! Never the name of a package or a thing: "it", "this", "everything".
bool isPronoun(const QString &word);
bool isHan(QChar c);

} // namespace wardroom::bot
