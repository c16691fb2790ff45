// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

namespace wardroom::chat {

//! Whether \a envelope may be said without words, which no phone shows: it is news that another node has told in words
//! already (an alert, its count, a call). What anybody decides or asks for is never hidden from people who
//! read in a chat app. Hostile bytes are well.
bool mayBeWordless(const QByteArray &envelope);

} // namespace wardroom::chat
