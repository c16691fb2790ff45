// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QCoroTask>
#include <QObject>

namespace wardroom::session {

class Engine;

//! How much of each room somebody has not seen. The marker is stored; counting is the database's.
class Unread final : public QObject
{
    Q_OBJECT

public:
    explicit Unread(Engine &engine);
    QCoro::Task<void> load();
    qint64 count(const RoomId &room) const { return m_counts.value(room); }
    void markRead(const RoomId &room);
    void lookAt(const RoomId &room);

Q_SIGNALS:
    void changed();

private:
    void onStored(const QList<store::StoredEntry> &entries);

    Engine &m_engine;
    RoomId m_looking;
    QHash<RoomId, qint64> m_counts;
    QHash<RoomId, qint64> m_newest;
    QHash<RoomId, qint64> m_read;
};

} // namespace wardroom::session
