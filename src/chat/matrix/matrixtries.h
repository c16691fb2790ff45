// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QString>
#include <chrono>

namespace wardroom::chat {

//! When to ask again for what the server does not give, and for how much of it at once. Each by its name; tries follow
//! closely while the link waits for it, the later ones from \a parked on to an hour apart.
class MatrixTries
{
public:
    static constexpr int kClose = 4; //!< so many tries before nobody waits any more

    explicit MatrixTries(std::chrono::milliseconds parked) : m_parked(parked) {}

    //! \a isWaitedFor: however often.
    void failed(const QString &name, bool isWaitedFor = false);
    //! Failed elsewhere already.
    void park(const QString &name);
    //! It came, or a part of it did.
    void went(const QString &name);
    void forget(const QString &name) { m_tries.remove(name); }
    void clear() { m_tries.clear(); }

    int failures(const QString &name) const { return m_tries.value(name).failures; }
    //! Events of one page.
    int page(const QString &name) const { return m_tries.value(name).page; }
    //! Nothing or less: now.
    std::chrono::milliseconds until(const QString &name) const;

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Try
    {
        int failures = 0;
        int page = 1'000; //!< the most that Synapse gives; half of it costs the server nearly as much
        Time due = {};
    };

    std::chrono::milliseconds m_parked;
    QHash<QString, Try> m_tries;
};

} // namespace wardroom::chat
