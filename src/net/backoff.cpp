// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/backoff.h"

#include <QRandomGenerator>
#include <algorithm>

namespace wardroom::net {

using std::chrono::milliseconds;

Random systemRandom()
{
    return [] { return QRandomGenerator::global()->generateDouble(); };
}

Backoff::Backoff(Random random, milliseconds shortest, milliseconds longest)
    : m_random(std::move(random))
    , m_shortest(std::max(shortest, milliseconds(1)))
    , m_longest(std::max(longest, m_shortest))
    , m_last(m_shortest)
{}

milliseconds Backoff::next()
{
    const double share = std::clamp(m_random(), 0.0, 1.0);
    const qint64 most = std::min(m_last.count() * 3, m_longest.count());
    m_last = milliseconds(m_shortest.count() + qint64(double(std::max<qint64>(0, most - m_shortest.count())) * share));
    return m_last;
}

} // namespace wardroom::net
