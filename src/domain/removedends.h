// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/fold.h"

namespace wardroom::domain {

//! The state of \a fold with what it knows of runs besides: claims and ends that were taken out of the chat count as
//! they were said, and so does an end that waits for a claim where a message of its sender was emptied before. Others
//! may have seen other things, so it says what must not be done, and never what holds. Looks no further back than
//! \a since (server's time, ms).
IncidentState withRemovedEnds(const RoomFold &fold, const WorkspaceState &workspace, qint64 since = 0);

//! What \a node told of runs and somebody took out of the chat, and nothing here says instead: the end of what it ran,
//! or that it did not. Of each the last that was said, while that is not said too often.
QList<ReadEntry> removedEnds(const RoomFold &fold, const WorkspaceState &workspace, const NodeId &node);

} // namespace wardroom::domain
