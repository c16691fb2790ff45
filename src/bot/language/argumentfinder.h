// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/hearing.h"
#include "bot/language/phrasebook.h"

namespace wardroom::bot {

//! Values for a command that a sentence is known to ask for.
struct Found
{
    QJsonObject given;
    int strange = 0;    //!< words before the first pause that are no part of it
    bool loose = false; //!< a text was taken from where no phrase has one
};

//! The command's phrases are laid on loosely, the closest one says where the values are; then values whose kind says
//! what they are find their places.
Found findValues(const Command &command, const Heard &heard, const PhraseBook &book);

//! "that the key was rotated", "to check the logs please": the text itself.
QString tidied(const QString &text);

} // namespace wardroom::bot
