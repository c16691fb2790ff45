// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ids.h"
#include "session/views.h"

#include <QCoroTask>

namespace wardroom::session {

class Engine;

//! This person's own words there; an error where they are another's, a fact or a card.
QCoro::Task<Result<QString>> ownWords(Engine &engine, RoomId room, EntryId entry);

//! Puts \a text in the place of this person's own words, or takes them away where it is empty. Refuses facts and what
//! was imported before the platform is asked.
QCoro::Task<Result<void>> changeWords(Engine &engine, RoomId room, EntryId entry, QString text);

//! Reacts, or takes the same reaction back.
QCoro::Task<Result<void>> reactTo(Engine &engine, RoomId room, EntryId entry, QString key);

} // namespace wardroom::session
