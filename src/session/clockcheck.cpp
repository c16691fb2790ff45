// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/clockcheck.h"

#include "report/wording.h"
#include "session/engine.h"

namespace wardroom::session {

namespace {

constexpr qint64 kMatters = 60'000;      //!< ms: less is nobody's business
constexpr qint64 kJustNow = 10 * 60'000; //!< ms since this node said it
constexpr qsizetype kMostRead = 20;      //!< entries of a batch: more of them are the past being read

} // namespace

ClockCheck::ClockCheck(const Engine &engine) : m_engine(engine)
{
    connect(&engine, &Engine::entriesStored, this, &ClockCheck::onStored);
}

//! Nothing where these entries do not tell.
std::optional<qint64> ClockCheck::aheadBy(const QList<store::StoredEntry> &entries) const
{
    const qint64 now = m_engine.clock().nowMs();
    qint64 newest = 0;
    for (const store::StoredEntry &stored : entries)
        newest = std::max(newest, stored.entry.position.serverTime);
    if (newest - now > kMatters)
        return newest - now;
    if (std::abs(newest - now) <= kMatters)
        return 0;
    // Older than now: it may have been on its way for long, unless this very node has only just said it.
    for (const store::StoredEntry &stored : entries.first(std::min(entries.size(), kMostRead))) {
        if (stored.entry.sender != m_engine.me() || stored.entry.envelope.isEmpty())
            continue;
        const Result<domain::Envelope> said = domain::parseEnvelope(stored.entry.envelope);
        const bool isOurs = said && said->node == m_engine.entry().node && std::abs(now - said->at) <= kJustNow;
        const qint64 behind = isOurs ? said->at - stored.entry.position.serverTime : 0;
        if (behind > kMatters)
            return -behind;
    }
    return std::nullopt;
}

void ClockCheck::onStored(const QList<store::StoredEntry> &entries)
{
    const std::optional<qint64> ahead = aheadBy(entries);
    if (!ahead || std::abs(*ahead - m_ahead) <= kMatters)
        return;
    m_ahead = *ahead;
    const QString much = report::durationWords(std::abs(m_ahead));
    if (m_ahead == 0)
        Q_EMIT told({});
    else if (m_ahead > 0)
        Q_EMIT told(
            tr("The server's clock is %1 ahead of this machine's. Requests expire by it, so what is asked for here "
               "may be over at once. One of the two clocks is wrong.")
                .arg(much));
    else
        Q_EMIT told(
            tr("The server's clock is %1 behind this machine's. Requests expire by it, so what is asked for here "
               "lives longer than it says. One of the two clocks is wrong.")
                .arg(much));
}

} // namespace wardroom::session
