// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/alignment.h"

namespace wardroom::bot {

//! What the manifests' phrases make of a sentence.
struct Guess
{
    Alignment best;
    const Command *rival = nullptr; //!< another command that fits as well
    QString reason;
    bool plainQuestion = false; //!< "block it?" asks whether, it does not ask for it
    bool addressed = false;
};

constexpr int mostConfident = 99; //!< of a phrase said word for word

//! The phrases whose words are all said.
QList<const Phrase *> candidatesIn(const Heard &heard, const PhraseBook &book);
//! Whether its phrases count before the model: one that the model has not met, or a playbook's, whose names are a
//! team's.
bool isTeamsOwn(const QString &command);

//! Those of commands that the model has not met.
QList<const Phrase *> foreignOf(QList<const Phrase *> candidates);
//! The one that fits best, laid on what was said.
std::optional<Guess> guess(const Heard &said, const QList<const Phrase *> &candidates);
//! "the usual babble check on web-01", where the alias is for web-02: the phrase whose fixed value is said otherwise.
const Phrase *saidOtherwise(const Heard &heard, const QList<const Phrase *> &candidates);
//! What becomes of it: the command, a question back or chatter. \a doubted: another sentence takes something back.
domain::Understanding judge(const Guess &guess, const Vocabulary &vocabulary, bool doubted);

} // namespace wardroom::bot
