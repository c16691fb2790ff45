// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/roombook.h"

#include <QJsonObject>

namespace wardroom::session {

//! What a room holds, as commands that answer about it are given it (`room: true` in a manifest): incident, alerts (the
//! room's and the alert room's), tasks, operations, deadlines, the newest lines of its timeline, and who is on call.
//! People are named, times are ms. Everything in it may be somebody's words: hostile. Bounded.
QJsonObject roomRecord(const RoomBook &book, const RoomId &room);

} // namespace wardroom::session
