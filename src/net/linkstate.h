// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"

#include <QObject>

namespace wardroom::net {

enum class Link {
    unknown,  //!< nobody has asked yet
    online,   //!< it answered, be it with an error
    wavering, //!< the last request got no answer; one is no reason to alarm anybody
    offline,
};

//! The word for logs and /healthz, e.g. "offline".
QString linkWord(Link link);

//! Whether one server can be reached, as told by what becomes of requests and, where it is far away, by the system.
//! One thread.
class LinkState final : public QObject
{
    Q_OBJECT

public:
    //! \a failures: so many requests in a row without any answer mean offline.
    explicit LinkState(const Clock &clock, int failures = 3, QObject *parent = nullptr);

    //! Also hears from the system (QNetworkInformation), where it knows, that there is no network at all. Not for
    //! servers on this machine.
    void watchSystem();
    //! What watchSystem() hears.
    void systemSays(bool isReachable);

    void answered();
    void unreachable();

    Link link() const { return m_link; }
    //! When it came to be so, by our clock.
    qint64 sinceMs() const { return m_sinceMs; }

Q_SIGNALS:
    void changed();
    void cameBack(); //!< was offline and is not: a good moment to try what waits

private:
    void become(Link link);

    const Clock &m_clock;
    int m_allowed;
    int m_failures = 0;
    Link m_link = Link::unknown;
    qint64 m_sinceMs;
    bool m_isWatching = false;
};

} // namespace wardroom::net
