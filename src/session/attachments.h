// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "session/roombook.h"
#include "store/store.h"

#include <QHash>
#include <QTimer>
#include <functional>

namespace wardroom::session {

//! Fetches the bodies that envelopes left to an attachment. Aside: an envelope is anybody's to write, so nothing waits
//! for one but the fact that it belongs to. Asked for are those that a node of the workspace signed, a few at once, and
//! enrolments, which bring their own key, one after another; each again after a growing while until it is there.
class Attachments final : public QObject
{
    Q_OBJECT

public:
    //! A body longer than that counts nowhere (domain: Admission).
    static constexpr qsizetype kLongest = 1024 * 1024;
    //! Bytes that hash to \a hash, or an error.
    using Download = std::function<QCoro::Task<Result<QByteArray>>(Sha256 hash)>;

    Attachments(store::Store &store, const RoomBook &book, const Clock &clock, Download download);

    //! Null: \a entry needs none, or has it.
    static Sha256 wantedBy(const domain::Entry &entry);
    void want(const domain::Entry &entry);
    //! The link is back, and whatever answered in the server's place is gone: all is asked for at once.
    void hurry();
    //! By the clock and the workspace as they are now. Timers call it; so do tests that moved the clock.
    void look();
    //! Something that a node signed was not yet tried for. For a minute at most, since that node decides how long it
    //! takes.
    bool isFirstTrying() const;
    //! Something is under way now.
    bool isAsking() const;

Q_SIGNALS:
    //! With their attachments, which the store has.
    void found(const QList<wardroom::domain::Entry> &entries);
    void tried();

private:
    //! An entry, and the key with which its signature was looked at last.
    struct Named
    {
        domain::Entry entry;
        domain::Envelope envelope;
        QString key = {};
        bool isSigned = false;
    };
    struct Wanted
    {
        QList<Named> by;
        qint64 sinceMs = 0;
        qint64 dueMs = 0;
        int failures = 0;
        bool isSigned = false; //!< one of those is
        bool isEnrolment = false;
        bool isTried = false;
        int wrong = 0; //!< so many times other bytes lay there
        bool isUnderWay = false;
    };

    void vouch();
    bool isSigned(Named &named) const;
    bool mayAsk(const Wanted &wanted) const;
    QList<Sha256> turns() const;
    QCoro::Task<void> fetch(Sha256 hash);
    void settle(const Sha256 &hash, const Result<QByteArray> &bytes);
    void schedule();

    store::Store &m_store;
    const RoomBook &m_book;
    const Clock &m_clock;
    Download m_download;
    QHash<Sha256, Wanted> m_wanted;
    QTimer m_timer;
};

} // namespace wardroom::session
