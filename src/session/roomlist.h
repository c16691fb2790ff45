// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/chatplatform.h"

namespace wardroom::session {

//! The list of rooms as a desktop remembers it, for when the server is away. Unreadable bytes give no rooms.
QByteArray roomsToBytes(const QList<chat::Room> &rooms);
QList<chat::Room> roomsFromBytes(const QByteArray &bytes);

} // namespace wardroom::session
