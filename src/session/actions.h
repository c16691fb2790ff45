// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ports.h"
#include "session/views.h"

#include <QCoroTask>

namespace wardroom::session {

class Engine;

//! Says one fact in a room, in the words of the fact itself.
QCoro::Task<Result<FactId>> sayFact(Engine &engine, RoomId room, domain::Fact fact, FactId cause = {}, OpId op = {});

} // namespace wardroom::session
