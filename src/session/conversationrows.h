// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/conversation.h"
#include "session/engine.h"
#include "session/remarks.h"
#include "session/rowmaker.h"
#include "session/threads.h"

#include <QSet>
#include <QTimer>

namespace wardroom::session {

//! What Conversation holds: the entries that are loaded, one stretch of the room without holes, and their rows.
class Conversation::Private final : public QObject
{
public:
    Private(Conversation *q, Engine &engine, RoomId room, EntryId thread);

    using Page = Result<QList<store::StoredEntry>>;
    QCoro::Task<Page> pageBefore(qint64 before);
    QCoro::Task<Page> pageAfter(qint64 after);
    bool isShownHere(const domain::Entry &entry) const;

    QCoro::Task<void> loadOlder();
    QCoro::Task<void> loadNewer();
    QCoro::Task<void> loadNewest();
    QCoro::Task<void> around(EntryId entry);
    void replace(const QList<store::StoredEntry> &entries, bool hasOlder, bool hasNewer);
    void takeEarly();
    QList<ConversationRow> rowsOf(const QList<store::StoredEntry> &entries);
    int rowFor(qint64 seq) const;
    bool isLoaded(const EntryId &entry, qint64 &seq) const;
    store::StoredEntry *loaded(qint64 seq);
    qsizetype placeOf(qint64 seq) const;
    void lookAt(qsizetype first, qsizetype last);
    void dropBefore(qsizetype row);
    void dropBehind(qsizetype row);
    void onStored(const QList<store::StoredEntry> &stored);
    void readRemarks(const domain::Entry &entry);
    void append(const QList<ConversationRow> &rows);
    bool hearDisplay(const domain::Entry &entry);
    bool isFromItsRunner(const domain::Entry &entry, const domain::OperationState &operation) const;
    //! Not started anew by each line: a script that never pauses would never be shown.
    void refreshSoon()
    {
        if (!m_soon.isActive())
            m_soon.start();
    }
    void refreshCards();
    bool isOnItsWay(const store::OutboxItem &item);
    void refreshPending();
    QList<ConversationRow> pendingRows();
    std::optional<ConversationRow> rowOf(const store::StoredEntry &stored) const;
    void wantOutputs();
    QCoro::Task<void> readLog(OpId op, Sha256 log);

    Conversation *q;
    Engine &m_engine;
    RoomId m_room;
    EntryId m_thread; //!< empty: the whole room
    RowMaker m_maker;
    Remarks m_remarks;
    Threads m_threads;
    QList<store::StoredEntry> m_entries; //!< what is loaded, oldest first
    QList<store::StoredEntry> m_early;   //!< came while a page was being read that may end before or behind it
    QList<ConversationRow> m_rows;       //!< of m_entries, then the pending ones
    QHash<OpId, LiveOutput> m_outputs;
    QSet<OpId> m_heardHere; //!< ran on this node while this was open
    QSet<OpId> m_asked;     //!< outputs that are read or being read
    QTimer m_soon;
    QTimer m_later; //!< looks again at facts that were thought to be on their way
    qsizetype m_pending = 0;
    bool m_hasOlder = true;
    bool m_hasNewer = false;
    bool m_loading = false;
    int m_readingEnd = 0; //!< pages being read that may become the end of what is loaded
};

} // namespace wardroom::session
