// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/workspacestate.h"

#include <functional>

namespace wardroom::report {

//! How a room is called; empty: not known here.
using RoomNames = std::function<QString(const domain::RoomId &)>;

//! What \a after changes of \a before, in plain words, one line a change. Shown plainly; empty: nothing but the
//! version.
QStringList policyChanges(const domain::Policy &before, const domain::Policy &after,
                          const domain::WorkspaceState &workspace, const RoomNames &roomName);
QStringList inventoryChanges(const domain::Inventory &before, const domain::Inventory &after);
//! "2: a change runs once approved": what an automation level means.
QString levelName(qint64 level);

} // namespace wardroom::report
