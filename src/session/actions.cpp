// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/actions.h"

#include "session/engine.h"

namespace wardroom::session {

QCoro::Task<Result<FactId>> sayFact(Engine &engine, RoomId room, domain::Fact fact, FactId cause, OpId op)
{
    domain::Intent intent;
    intent.room = std::move(room);
    intent.fact = std::move(fact);
    intent.cause = std::move(cause);
    intent.op = std::move(op);
    return engine.sender().say(std::move(intent));
}

} // namespace wardroom::session
