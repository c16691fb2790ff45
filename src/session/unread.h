// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

namespace wardroom::session {

class Engine;

//! How much of each room somebody has not seen. The marker is stored; counting is the database's. Where the platform
//! keeps markers, a person's other devices hear what was read here, seldom, and what they read counts here too.
class Unread final : public QObject
{
    Q_OBJECT

public:
    explicit Unread(Engine &engine);
    QCoro::Task<void> load();
    qint64 count(const RoomId &room) const { return m_counts.value(room); }
    void markRead(const RoomId &room);
    void lookAt(const RoomId &room);
    //! False: what comes into the room in front is told to nobody as read until somebody is there again.
    void setPresent(bool present);

Q_SIGNALS:
    void changed();

private:
    //! The newest entry of a room: by its place in the store, and as the platform names it.
    struct Newest
    {
        qint64 seq = 0;
        domain::Position position;
    };

    void onStored(const QList<store::StoredEntry> &entries);
    QCoro::Task<void> markNewest(RoomId room);
    QCoro::Task<void> takeMarker(RoomId room, EntryId entry, qint64 at);
    QCoro::Task<qint64> seqOf(RoomId room, EntryId entry, qint64 at);
    void setRead(const RoomId &room, qint64 seq);
    void tellSoon(const RoomId &room);
    void tellAll();

    Engine &m_engine;
    RoomId m_looking;
    QHash<RoomId, qint64> m_counts;
    QHash<RoomId, Newest> m_newest;
    QHash<RoomId, qint64> m_read;
    QHash<RoomId, EntryId> m_expected; //!< read elsewhere, and not here yet
    QHash<RoomId, EntryId> m_told;     //!< what other devices know
    QSet<RoomId> m_toTell;
    QTimer m_soon;
    bool m_present = true;
};

} // namespace wardroom::session
