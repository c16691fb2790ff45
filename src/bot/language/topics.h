// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/hearing.h"

namespace wardroom::bot {

//! What the words of a sentence are about, in the order they were said, from \a from to before \a end: "av", "infected"
//! and 病毒 are all "malware". A wider net than words.h: it weighs, it never stands for a word of a phrase.
QList<int> topicsOf(const Heard &heard, qsizetype from, qsizetype end);

//! Of one word that is not Chinese; 0: of nothing. "scanning" is about what "scan" is about.
int topicOf(const Token &token, const QString &spelling);

struct HanTopic;
//! The longest Chinese word that is about something and begins there; nullptr: none.
const HanTopic *hanTopicAt(const QString &text, qsizetype at);

//! Whether a word in small letters is about something of the bot's own.
bool hasTopic(const QString &word);

} // namespace wardroom::bot
