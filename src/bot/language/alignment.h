// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/hearing.h"
#include "bot/language/phrasebook.h"
#include "bot/language/understand.h"

namespace wardroom::bot {

//! How one phrase lies on one sentence.
struct Alignment
{
    const Phrase *phrase = nullptr;
    int cost = 0;         //!< 0: word for word
    int strange = 0;      //!< words the phrase does not explain
    bool guarded = false; //!< one of them turns the sentence into something else
    int unsaid = 0;       //!< content words of the phrase that nobody said
    int slips = 0;
    int covered = 0;        //!< words the phrase explains
    bool looseText = false; //!< a text argument begins without a pause before it
    bool looseWord = false; //!< a word argument took a word that could be anything
    QJsonObject args;       //!< as said, before typedArguments()
};

enum class Fit {
    exact, //!< every content word must be said
    loose  //!< only arguments need a place: for finding values once it is known what is asked
};

//! The cheapest way to lay \a phrase on \a heard, or nothing when a content word or a needed argument has no place.
std::optional<Alignment> align(const Phrase &phrase, const Heard &heard, Fit fit = Fit::exact);

} // namespace wardroom::bot
