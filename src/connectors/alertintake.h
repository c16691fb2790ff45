// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "connectors/alertgroup.h"
#include "domain/ports.h"

#include <QHash>
#include <QPromise>
#include <QQueue>
#include <QTimer>
#include <memory>

namespace wardroom::connectors {

struct IntakeRules
{
    domain::RoomId room;                         //!< where the cards go
    std::chrono::milliseconds window{3'600'000}; //!< quiet for longer: the next sighting is a new card
    std::chrono::milliseconds countEvery{2'000}; //!< at most one new count of an alert in this time
    int cardsPerMinute = 20;                     //!< of one tool; what is above shares one summarising card
    int longestQueue = 20'000;                   //!< sightings not yet in custody
    qint64 largestQueue = 64 * 1024 * 1024;      //!< bytes of them
    //! Whether a fact of this id is said, was, or is on its way; nothing: none is.
    std::function<bool(const domain::FactId &)> taken = {};
    //! Whether a fact of this id was said and its message deleted in the chat since; nothing: none was.
    std::function<bool(const domain::FactId &)> gone = {};
};

//! What is already known of a fingerprint in the room, at this moment; nothing if there was no such alert.
using KnownAlerts = std::function<std::optional<KnownAlert>(const QString &fingerprint)>;

//! One delivery's way through the intake; see AlertIntake::take.
class IntakeTicket final : public QObject
{
    Q_OBJECT

public:
    explicit IntakeTicket(qsizetype left) : m_left(left) {}
    void handled(Result<void> result);
    bool isFinished() const { return m_left <= 0; }
    Result<void> result() const { return m_result; }

Q_SIGNALS:
    void finished();

private:
    qsizetype m_left;
    Result<void> m_result;
};

//! Alerts of every tool on their way to a room: cleaned, kept as they came, grouped, limited, said. What it says has
//! ids that follow from the sightings, so two nodes that hear the same tool say the same facts; and it begins with
//! what the room knows, so a restart counts on instead of raising a second card. In the thread of its event loop.
//! \a out and \a custody must outlive it.
class AlertIntake final : public QObject
{
    Q_OBJECT

public:
    AlertIntake(domain::Out &out, domain::Custody &custody, const Clock &clock, KnownAlerts known, IntakeRules rules,
                QObject *parent = nullptr);
    ~AlertIntake() override;

    //! All of \a alerts or none (ErrorKind::rate when the queue is full). Done once each is in custody and each card
    //! is in the outbox; counts may follow countEvery later. A failure of storage is tried again until it works:
    //! ErrorKind::timeout then means "kept, but not yet safe".
    QCoro::Task<Result<void>> take(QList<RawAlert> alerts);
    //! The same without waiting, for a tool's alertSeen.
    Result<void> offer(const QList<RawAlert> &alerts);

    //! Says the counts that are due; a timer does this by itself.
    void look();
    qsizetype waiting() const { return m_queue.size(); }

Q_SIGNALS:
    //! Something could not be kept or said; a sentence for people. It is tried again unless the sentence says
    //! otherwise.
    void troubled(const QString &sentence);

private:
    struct Pending
    {
        Sighting sighting;
        QByteArray raw;
        std::shared_ptr<IntakeTicket> ticket;
        std::shared_ptr<QPromise<Result<Sha256>>> kept = {}; //!< null: nobody has begun to keep it
    };
    void keepAhead();
    static QCoro::Task<void> keepOne(domain::Custody &custody, QByteArray raw,
                                     std::shared_ptr<QPromise<Result<Sha256>>> kept);
    Result<void> enqueue(const QList<RawAlert> &alerts, const std::shared_ptr<IntakeTicket> &ticket);
    QCoro::Task<void> pump();
    QCoro::Task<Result<void>> handle(Pending pending);
    QCoro::Task<Result<void>> raise(Sighting sighting, Sha256 raw, bool asStorm);
    domain::FactId idOf(const domain::AlertRaised &fact, bool dated) const;
    QCoro::Task<bool> sayCounts();
    bool isGone(AlertGroup &group, const std::optional<KnownAlert> &known) const;
    void forgetGone(const QString &fingerprint, const Sighting &sighting, const std::optional<KnownAlert> &known);
    AlertGroup *groupOf(const Sighting &sighting, bool *isHistory);
    AlertGroup *stormOf(const Sighting &sighting);
    bool isStorm(const QString &tool);
    void keepBounded();

    domain::Out &m_out;
    domain::Custody &m_custody;
    const Clock &m_clock;
    KnownAlerts m_known;
    IntakeRules m_rules;
    const qint64 m_begunAt; //!< ms
    QQueue<Pending> m_queue;
    qint64 m_queuedBytes = 0;
    QHash<QString, AlertGroup> m_groups;      //!< by fingerprint; storms too
    QSet<domain::FactId> m_gone;              //!< cards that were deleted while what they told of went on
    QHash<QString, QList<qint64>> m_raisedAt; //!< by tool, the last minute's
    QTimer m_tick;
    bool m_pumping = false;
    int m_failures = 0;
};

} // namespace wardroom::connectors
