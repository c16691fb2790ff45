// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <functional>

namespace wardroom::net {

//! Evenly spread over [0, 1). Injected, so that tests and seeded runs decide.
using Random = std::function<double()>;

//! The system's.
Random systemRandom();

//! How long to wait before the next try: each time something between the shortest and three times the last wait
//! ("decorrelated jitter", AWS Architecture Blog, "Exponential Backoff And Jitter", 2015). Many clients that lost one
//! server at one moment so do not come back at one moment.
class Backoff
{
public:
    Backoff(Random random, std::chrono::milliseconds shortest, std::chrono::milliseconds longest);

    std::chrono::milliseconds next();
    //! After a success.
    void reset() { m_last = m_shortest; }

private:
    Random m_random;
    std::chrono::milliseconds m_shortest;
    std::chrono::milliseconds m_longest;
    std::chrono::milliseconds m_last;
};

} // namespace wardroom::net
