// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/cardviews.h"

#include <QCoroTask>
#include <QObject>
#include <QSet>

namespace wardroom::session {

class Engine;

//! What stands at the messages of a room about its threads: how many answers one has that began a thread, and of those
//! in a thread how it began. Nothing where one thread is all that is shown.
class Threads final : public QObject
{
    Q_OBJECT

public:
    Threads(Engine &engine, RoomId room, EntryId shown);

    //! Entries that are loaded from now on.
    void read(const QList<store::StoredEntry> &loaded);
    //! One that came or changed.
    void note(const domain::Entry &entry);
    void decorate(ConversationRow &row, const EntryId &thread) const;

Q_SIGNALS:
    void changed(); //!< rows look different from now on

private:
    QCoro::Task<void> count(QList<EntryId> roots);
    QCoro::Task<void> readRoot(EntryId root);
    void wantRoot(const EntryId &root);
    QString beginningOf(const domain::Entry &entry) const;

    Engine &m_engine;
    RoomId m_room;
    EntryId m_shown;
    QHash<EntryId, store::ThreadSummary> m_counts;
    QHash<EntryId, QString> m_roots; //!< how they begin; empty while that is being read
};

} // namespace wardroom::session
