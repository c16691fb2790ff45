// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/local/localfaults.h"
#include "chat/local/locallog.h"

#include <random>

namespace wardroom::chat {

//! What arrived() is given: entries, and a cursor from which nothing that is still withheld would be missed.
struct Delivery
{
    QList<domain::Entry> entries;
    LocalCursor cursor;
};

//! Stands between the log and whoever listens, and delivers as badly as LocalFaults says. Without faults it changes
//! nothing. No time and no threads of its own: the platform asks it again after a while (release()).
class FaultyDelivery
{
public:
    void setFaults(const LocalFaults &faults);
    const LocalFaults &faults() const { return m_faults; }
    //! Forgets what is withheld: it is to be read again from the last delivered cursor.
    void restart(LocalCursor from);

    Delivery take(const LoggedBatch &batch);
    //! What was late and is due now, and what a read history set free.
    Delivery release();
    bool hasDue() const;
    //! History of \a room was read: its withheld entries are no secret any more.
    void historyRead(const RoomId &room);

    //! Throws the dice for one submit or claim.
    bool losesReply() { return chance(m_faults.lostReplies); }
    bool limitsRate() { return chance(m_faults.rateLimited); }

private:
    struct Withheld
    {
        domain::Entry entry;
        LocalCursor before;
        int wait = 0; //!< rounds; -1: until its history is read
    };

    bool chance(int percent);
    void withholdOrTake(const LoggedEntry &logged, LocalCursor before, QList<domain::Entry> &out);
    void takeDue(QList<domain::Entry> &out);
    LocalCursor cursor() const;

    LocalFaults m_faults;
    std::mt19937 m_dice{1};
    QList<Withheld> m_withheld; //!< oldest first
    LocalCursor m_end;
};

} // namespace wardroom::chat
