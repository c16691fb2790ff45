// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/error.h"
#include "net/backoff.h"

#include <QCoroTask>
#include <QHash>
#include <QPromise>
#include <QTimer>
#include <memory>
#include <stop_token>

namespace wardroom::net {

//! Who goes first where not everybody can.
enum class Urgency {
    person, //!< somebody waits for it: what was typed, an approval, a claim
    record, //!< facts that follow from it: finished, verified
    alert,  //!< what tools say, in storms
    bulk,   //!< history, attachments of old
};

//! How much one key may do by our own decision; the server's word comes on top.
struct RateBudget
{
    double perSecond = 0; //!< 0: as fast as it goes
    int burst = 1;        //!< so many at once after a rest; only with perSecond
    int atOnce = 8;       //!< requests under way
};

//! Keeps requests within what a server takes, for each key (an account and a method: servers count so). A refusal for
//! the rate closes the key for as long as the server asked, or, where it did not say, for a growing while; then one
//! request goes first and alone, and the others follow when it got through. Those who wait go by urgency, then in the
//! order they came. By the injected clock; one thread.
class RateGate final : public QObject
{
    Q_OBJECT

public:
    RateGate(const Clock &clock, Random random, RateBudget budget = {}, QObject *parent = nullptr);
    ~RateGate() override;

    void setBudget(const QByteArray &key, RateBudget budget);

    //! Waits for a turn; every turn taken must be given back with left(). ErrorKind::rate (with retryAfter) when it
    //! would last longer than \a longest, ErrorKind::cancelled when stopped or when the gate goes away.
    QCoro::Task<Result<void>> pass(QByteArray key, Urgency urgency, std::chrono::milliseconds longest,
                                   std::stop_token stop = {});
    //! \a error: what became of the request; nothing when it went well.
    void left(const QByteArray &key, const std::optional<Error> &error);

    //! The server went away and came back: what it asked for before may be forgotten, so one of each key asks anew.
    void cameBack();

    //! Until when the server wants nothing of this key; nothing when it does not say so.
    std::optional<qint64> closedUntilMs(const QByteArray &key) const;
    qsizetype waiting(const QByteArray &key) const;

    //! Looks at the clock: lets go whose turn has come. Timers call it; so do tests that moved the clock.
    void look();

Q_SIGNALS:
    void changed(QByteArray key); //!< closed or open again

private:
    struct Waiter;
    struct Lane;
    Lane &lane(const QByteArray &key);
    void close(Lane &lane, const Error &error);
    void admit(Lane &lane, qint64 now);
    void drop(Lane &lane, qint64 now);
    qint64 opensMs(const Lane &lane, qint64 now) const;
    void schedule(qint64 now);

    const Clock &m_clock;
    Random m_random;
    RateBudget m_budget;
    QHash<QByteArray, std::shared_ptr<Lane>> m_lanes;
    QTimer m_timer;
    qint64 m_lookedMs = 0;
    quint64 m_count = 0;
};

} // namespace wardroom::net
