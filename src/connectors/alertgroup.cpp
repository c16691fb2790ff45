// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alertgroup.h"

namespace wardroom::connectors {

namespace {

//! CrowdSec keeps 5,000 alerts by default, so no group can be read again with more keys than that.
constexpr int kMostKeys = 5'000;
constexpr qint64 kMostCounted = 9'007'199'254'740'991; // an envelope's largest integer

} // namespace

AlertGroup::AlertGroup(domain::FactId alert, const Sighting &first)
    : m_alert(std::move(alert))
    , m_first(first.first)
    , m_last(first.last)
{}

AlertGroup::AlertGroup(const KnownAlert &known)
    : said(known.count)
    , m_alert(known.alert)
    , m_first(known.first)
    , m_last(known.last)
    , m_base(known.count)
    , m_baseLast(known.last)
{}

bool AlertGroup::add(const Sighting &sighting, qint64 nowMs)
{
    if (!sighting.key.isEmpty()) {
        if (m_keys.contains(sighting.key))
            return false;
        if (m_keys.size() < kMostKeys)
            m_keys.insert(sighting.key);
    }
    m_all = std::min(kMostCounted, m_all + sighting.count);
    // A sighting without a key cannot be one read again, whatever its time says.
    if (sighting.key.isEmpty() || !wasToldBefore(sighting))
        m_new = std::min(kMostCounted - m_base, m_new + sighting.count);
    m_first = std::min(m_first, sighting.first);
    m_last = std::max(m_last, sighting.last);
    m_touched = nowMs;
    return true;
}

bool AlertGroup::isDue(qint64 nowMs, std::chrono::milliseconds every) const
{
    // A clock that was set back must not silence the count for an hour.
    return total() > said && (nowMs < saidAt || nowMs - saidAt >= every.count());
}

} // namespace wardroom::connectors
