// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>

namespace wardroom {

//! The time as everything in Wardroom asks for it: injected, so that tests and replays decide what time it is.
class Clock
{
public:
    virtual ~Clock() = default;
    //! Milliseconds since 1970-01-01 UTC. May jump back when the system's clock is set.
    virtual qint64 nowMs() const = 0;
};

//! The machine's own clock.
class SystemClock final : public Clock
{
public:
    qint64 nowMs() const override;
};

} // namespace wardroom
