// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"

#include <chrono>

namespace wardroom::test {

//! The machine's own clock, and as much later as it is told: for what waits in real time, too.
class MovedClock final : public Clock
{
public:
    qint64 nowMs() const override { return m_real.nowMs() + m_by.count(); }
    void moveTo(std::chrono::milliseconds ahead) { m_by = ahead; }

private:
    SystemClock m_real;
    std::chrono::milliseconds m_by{0};
};

} // namespace wardroom::test
