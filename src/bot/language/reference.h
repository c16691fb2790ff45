// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/hearing.h"
#include "bot/language/understand.h"

namespace wardroom::bot {

//! One value of a card that the room just saw.
struct Mention
{
    QString name; //!< the argument's
    QString value;
    quint32 types = 0; //!< ArgumentType bits
    QString tag;       //!< as in Heard::tags
};

//! The values of the cards, newest first, each once.
QList<Mention> mentionsOf(const QList<Shown> &after, const Catalogue &catalogue, const Vocabulary &vocabulary);

//! Where a word stands for something said before: "it", "that one", "他", "那台"; -1 when none does.
qsizetype pronounIn(const Heard &heard);

//! Whether the pronoun may stand for it: "this alert" is no host, and "this host web-02" is said.
bool mayMean(const Heard &heard, qsizetype pronoun, const Mention &mention);

//! Whether the sentence has a value of its kind.
bool isSaidBeside(const Heard &heard, const Mention &mention);

//! "check this out", "is it ok?", 看看这个: it points, and asks for nothing that the bot has.
bool isOnlySaid(const Heard &heard);

//! \a heard with \a mention in the place of the pronoun at \a at.
Heard withMention(const Heard &heard, qsizetype at, const Mention &mention);

//! The hosts and addresses that a sentence names.
struct Named
{
    QStringList hosts;
    QStringList addresses;
};
Named namedIn(const Heard &heard);

//! The one host, and the one address, that the other sentences of a line name, where sentence \a at names none:
//! "web-01 crawls again. What runs on it?"
QJsonObject saidBeside(const QList<Named> &sentences, qsizetype at);

//! "and on web-02?", "what about db-01", "web-02 呢": the last card's command with these values in their places;
//! nothing where the sentence says more, or no card takes such a value.
std::optional<Shown> sameAgain(const Heard &heard, const QList<Shown> &after, const Catalogue &catalogue);

} // namespace wardroom::bot
