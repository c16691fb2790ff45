// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "domain/ports.h"
#include "session/roombook.h"
#include "store/store.h"

#include <QPromise>
#include <QQueue>

namespace wardroom::session {

//! Who signs.
struct Signer
{
    domain::WorkspaceId workspace;
    domain::NodeId node;
    domain::PersonId person;
    SigningKey key;
};

//! The one way out: sealed, kept in the outbox until it has come back In, sent in order, asked after when in doubt.
class Sender final : public QObject, public domain::Out
{
    Q_OBJECT

public:
    Sender(store::Store &store, chat::ChatPlatform &platform, const RoomBook &book, Signer signer, const Clock &clock);
    ~Sender() override;

    //! What an earlier run left in the outbox. Call after the folds are loaded.
    QCoro::Task<Result<void>> load();
    //! After each catch-up. Facts wait for the first to be sealed, since a node that does not know its own last fact
    //! would fork its chain; and for each to be sent, since another node may have said the same meanwhile.
    void allowFacts();

    QCoro::Task<Result<domain::FactId>> say(domain::Intent intent) override;
    QCoro::Task<Result<void>> display(RoomId room, QString card, QString text) override;
    QCoro::Task<Result<Sha256>> attach(QByteArray bytes) override;
    //! Words of a person, to \a answered where it is not empty and into the thread that \a thread began; answers once
    //! the room has them.
    QCoro::Task<Result<chat::Sent>> sayWords(RoomId room, QString text, domain::EntryId answered = {},
                                             domain::EntryId thread = {});
    //! Answers once the room has the fact.
    QCoro::Task<Result<chat::Sent>> delivered(domain::FactId fact);

    //! In \a room there is such a fact, there was one that was deleted in the chat, or it is on its way.
    bool isSaid(const RoomId &room, const domain::FactId &fact) const;
    const QList<store::OutboxItem> &pending() const { return m_items; }
    void retry(qint64 id);
    void discard(qint64 id);
    //! Entries that came In: what was waiting for its echo leaves the outbox.
    void noteArrived(const QList<store::StoredEntry> &entries);

Q_SIGNALS:
    void outboxChanged(const wardroom::domain::RoomId &room);
    //! The workspace takes nothing at present, and why; empty once it does again. What is queued stays queued.
    void held(const QString &sentence);
    //! A message of this node's comes back, and somebody has emptied it already: what it was, as nobody else can know
    //! it, and the platform's word for it. It waits in the outbox until the store has that.
    void recalled(const QList<wardroom::domain::Entry> &both);

private:
    struct Head
    {
        qint64 seq = 0;
        Sha256 hash;
    };
    struct Order
    {
        domain::Intent intent;
        std::shared_ptr<QPromise<Result<domain::FactId>>> promise;
    };

    Head headOf(const RoomId &room) const;
    QCoro::Task<void> sealNext();
    QCoro::Task<Result<domain::FactId>> sealOne(domain::Intent intent);
    QCoro::Task<QString> plainAnswer(Sha256 log);
    bool isSaidByAnother(const store::OutboxItem &item) const;
    QCoro::Task<Result<store::OutboxItem>> enqueue(store::OutboxItem item);
    void pump();
    QCoro::Task<void> pumpAll();
    QList<store::OutboxItem>::iterator nextItem();
    void putBack(store::OutboxItem &item, const Error &error);
    void setHeld(const QString &sentence);
    QCoro::Task<Result<chat::Sent>> sendOne(store::OutboxItem item);
    void recallEmptied(const QList<domain::Entry> &arrived);
    bool recall(const QString &txn, const domain::Entry &emptied);
    QCoro::Task<bool> isKept(QString txn, RoomId room, domain::EntryId entry);
    store::OutboxItem *item(qint64 id);
    void dropSent(const QString &txn);
    void settle(const QString &txn, const Result<chat::Sent> &answer);

    store::Store &m_store;
    chat::ChatPlatform &m_platform;
    const RoomBook &m_book;
    Signer m_signer;
    const Clock &m_clock;
    QMap<RoomId, Head> m_heads;
    QQueue<Order> m_orders;
    QList<store::OutboxItem> m_items;
    QSet<qint64> m_fromBefore;              //!< those that an earlier run left, until they are sent once more
    QHash<QString, domain::EntryId> m_sent; //!< txn -> entry, until the echo
    QMultiHash<QString, std::shared_ptr<QPromise<Result<chat::Sent>>>> m_waiting;
    QList<domain::EntryId> m_recent; //!< echoes that came before the answer to their sending did
    QTimer m_again;
    bool m_factsAllowed = false; //!< to be sealed
    bool m_caughtUp = false;     //!< so facts may be sent
    bool m_sealing = false;
    bool m_pumping = false;
    bool m_isHeld = false;    //!< held() was told
    bool m_isLimited = false; //!< sends one by one: what a person typed goes first
};

} // namespace wardroom::session
