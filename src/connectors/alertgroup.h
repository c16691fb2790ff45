// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "connectors/sighting.h"

#include <QSet>
#include <optional>

namespace wardroom::connectors {

//! What a room's state already has of a fingerprint: its newest alert.
struct KnownAlert
{
    domain::FactId alert;
    qint64 first = 0; //!< ms
    qint64 last = 0;  //!< ms
    qint64 count = 0;
    bool resolved = false;
    bool others = false; //!< another node said it; one's own counts on after a restart
};

//! The sightings that one card counts. After a restart it begins with what the room knows; sightings that are read
//! again then change nothing, and new ones count on from there.
class AlertGroup
{
public:
    AlertGroup() = default;
    //! A card that is being raised for \a first.
    AlertGroup(domain::FactId alert, const Sighting &first);
    explicit AlertGroup(const KnownAlert &known);

    //! False when this very sighting was counted before.
    bool add(const Sighting &sighting, qint64 nowMs);
    //! It happened before this group began: an earlier card told of it.
    bool isHistory(const Sighting &sighting) const { return sighting.last < m_first; }
    bool isTooLate(const Sighting &sighting, std::chrono::milliseconds window) const
    {
        return sighting.first > m_last + window.count();
    }
    bool wasToldBefore(const Sighting &sighting) const { return sighting.last <= m_baseLast; }
    bool hasCounted(const Sighting &sighting) const { return m_keys.contains(sighting.key); }

    const domain::FactId &alert() const { return m_alert; }
    qint64 first() const { return m_first; }
    qint64 last() const { return m_last; }
    qint64 total() const { return std::max(m_base + m_new, m_all); }
    qint64 touched() const { return m_touched; }

    qint64 said = 0;   //!< the total that the room was last told
    qint64 saidAt = 0; //!< ms
    //! Up to when the room told of this card, when it was last seen there (ms); nothing: it has not been.
    std::optional<qint64> seenUntil = {};
    bool isDue(qint64 nowMs, std::chrono::milliseconds every) const;

private:
    domain::FactId m_alert;
    qint64 m_first = 0;
    qint64 m_last = 0;
    qint64 m_base = 0;      //!< what the room had counted when this group was restored
    qint64 m_baseLast = -1; //!< up to when
    qint64 m_new = 0;       //!< sightings after m_baseLast
    qint64 m_all = 0;       //!< all sightings seen here
    qint64 m_touched = 0;
    QSet<QString> m_keys;
};

} // namespace wardroom::connectors
