// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

namespace wardroom::session {

class Engine;
class RoomBook;

//! The record of a room for people, line by line; what changed nothing is among it and says why.
QList<TimelineLine> timelineOf(const RoomBook &book, const RoomId &room);
//! "12 entries, chain intact", or what is amiss.
QString recordSentence(const Engine &engine, const RoomId &room);
//! Nothing is missing or suspect, and no other desktop's past differs.
bool isRecordIntact(const Engine &engine, const RoomId &room);

} // namespace wardroom::session
