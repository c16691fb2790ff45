// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

namespace wardroom::ui {

//! The state of the connection for people: a shape and a word that do not need the colour, and what to do.
struct LinkWords
{
    QString shape;          //!< "●", "◐", "○", "!"
    QString sentence;       //!< short: the foot of the room list
    QString tone;           //!< "green", "amber", "red", "muted"
    QString explanation;    //!< what is so and what to do
    bool isTrouble = false; //!< worth a line above the conversation
    bool needsSignIn = false;
};

//! \a now in ms; \a onlyRunner: whose node alone runs things, where the server forbids locks.
LinkWords linkWords(const session::LinkView &link, qint64 now, const QString &onlyRunner = {});

} // namespace wardroom::ui
