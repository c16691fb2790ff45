// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

namespace wardroom::session {

//! Whether what was refused so is taken later: a full disk is emptied by somebody, who is signed out signs in again,
//! and what answers in the server's place goes away. Until then it stays in the outbox.
inline bool isPassing(ErrorKind kind)
{
    return kind == ErrorKind::timeout || kind == ErrorKind::transient || kind == ErrorKind::rate ||
           kind == ErrorKind::cancelled || kind == ErrorKind::storage || kind == ErrorKind::auth ||
           kind == ErrorKind::protocol;
}

} // namespace wardroom::session
