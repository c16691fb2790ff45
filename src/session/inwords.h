// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/fold.h"

namespace wardroom::session {

//! Where in \a fold's entries \a fact was first said well and in words that still stand; -1: nowhere. What has no
//! words tells nobody anything who reads in a chat app, and rings no phone.
qsizetype firstInWords(const domain::RoomFold &fold, const domain::FactId &fact);

//! Whether \a fact was said, and by nobody in words: as a node can, so that the others keep silent.
bool isOnlyWordless(const domain::RoomFold &fold, const domain::FactId &fact);

//! Whether \a fact was said and its message edited or deleted in the chat since: it has had its message and its place
//! in the chain. Anybody can say that an envelope of theirs has this id, so only one that is signed well counts.
bool isDeleted(const domain::RoomFold &fold, const domain::WorkspaceState &workspace, const domain::FactId &fact);

} // namespace wardroom::session
