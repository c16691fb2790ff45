// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "session/heldfacts.h"

#include <QQueue>

namespace wardroom::session {

class Attachments;

//! The one way in: what the platform says is stored, then folded, then told; in that order, one batch after another.
//! While one batch is folded, the next one behind it is being stored already. While the platform catches up, facts of
//! the past may be folded some pages later than they are stored (HeldFacts).
class Inbox final : public QObject
{
    Q_OBJECT

public:
    Inbox(store::Store &store, chat::ChatPlatform &platform, RoomBook &book, const Clock &clock);
    ~Inbox() override;

    //! Everything the store knows already, before the platform is started.
    QCoro::Task<Result<void>> load();
    void receive(const QList<domain::Entry> &entries, const QByteArray &cursor);
    //! Nothing is waiting to be stored, and what nodes left to attachments was tried for.
    bool isIdle() const;

Q_SIGNALS:
    void stored(const QList<wardroom::store::StoredEntry> &entries);
    void folded(const QSet<wardroom::domain::RoomId> &rooms);
    void becameIdle();
    void failed(const QString &sentence);

private:
    struct Batch
    {
        QList<domain::Entry> entries;
        QByteArray cursor;
    };

    //! The batches at the head that are stored in one transaction, and how many they are.
    std::pair<Batch, qsizetype> waiting() const;
    QCoro::Task<void> drain();
    void fold(TakenEntries taken);
    void tell(TakenEntries taken);
    void follow(chat::LinkState state);
    QCoro::Task<QList<domain::Entry>> withAttachments(QList<domain::Entry> entries);
    void want(const QList<domain::Entry> &entries);
    QCoro::Task<void> takeWhole(QList<domain::Entry> entries);
    void tellIdle();

    store::Store &m_store;
    chat::ChatPlatform &m_platform;
    RoomBook &m_book;
    HeldFacts m_held;
    QQueue<Batch> m_batches;
    std::unique_ptr<Attachments> m_attachments;
    int m_taking = 0; //!< folding what has got its attachment
    bool m_busy = false;
    bool m_catchingUp = false;
};

} // namespace wardroom::session
