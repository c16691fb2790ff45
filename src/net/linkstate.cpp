// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/linkstate.h"

#include <QNetworkInformation>

namespace wardroom::net {

using namespace Qt::StringLiterals;

QString linkWord(Link link)
{
    switch (link) {
    case Link::unknown: return u"unknown"_s;
    case Link::online: return u"online"_s;
    case Link::wavering: return u"wavering"_s;
    case Link::offline: return u"offline"_s;
    }
    return {};
}

LinkState::LinkState(const Clock &clock, int failures, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_allowed(std::max(failures, 1))
    , m_sinceMs(clock.nowMs())
{}

void LinkState::watchSystem()
{
    if (m_isWatching || !QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return; // a system that does not say: what becomes of requests must do
    m_isWatching = true;
    const QNetworkInformation *system = QNetworkInformation::instance();
    connect(system, &QNetworkInformation::reachabilityChanged, this, [this](QNetworkInformation::Reachability now) {
        systemSays(now != QNetworkInformation::Reachability::Disconnected);
    });
    if (system->reachability() == QNetworkInformation::Reachability::Disconnected)
        systemSays(false);
}

void LinkState::systemSays(bool isReachable)
{
    if (!isReachable)
        become(Link::offline);
    else if (m_link == Link::offline)
        become(Link::wavering); // there is a network; only an answer says that the server is there
}

void LinkState::answered()
{
    m_failures = 0;
    become(Link::online);
}

void LinkState::unreachable()
{
    ++m_failures;
    if (m_link != Link::offline)
        become(m_failures >= m_allowed ? Link::offline : Link::wavering);
}

void LinkState::become(Link link)
{
    if (link == m_link)
        return;
    const bool wasOffline = m_link == Link::offline;
    m_link = link;
    m_sinceMs = m_clock.nowMs();
    Q_EMIT changed();
    if (wasOffline)
        Q_EMIT cameBack();
}

} // namespace wardroom::net
