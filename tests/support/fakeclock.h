// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"

namespace wardroom::test {

//! A clock that stands still until told; timers made by it fire when advance() passes them.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(qint64 startMs = 1'790'000'000'000) : m_now(startMs) {}
    qint64 nowMs() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }
    void jumpTo(qint64 ms) { m_now = ms; }

private:
    qint64 m_now;
};

} // namespace wardroom::test
