// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/engine.h"
#include "session/views.h"

namespace wardroom::session {

//! Enrols this node, with \a invitation's proof unless it founds the workspace. Nothing when it is enrolled.
QCoro::Task<Result<void>> enrol(Engine &engine, QString personName, QString invitation);
//! What a founder does once: the usual rooms, the first policy (level 2, shipped plugins vetted) and the inventory.
QCoro::Task<Result<void>> furnish(Engine &engine);
//! Publishes the next version of the policy where nobody else has to agree; otherwise an error: see governance.h.
QCoro::Task<Result<FactId>> publishPolicy(Engine &engine, domain::Policy policy);
QCoro::Task<Result<FactId>> publishInventory(Engine &engine, domain::Inventory inventory);
//! Waits until the room has \a fact and this node has folded it.
QCoro::Task<Result<void>> settled(Engine &engine, FactId fact);

} // namespace wardroom::session
