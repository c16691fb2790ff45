// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/matrix/matrixevents.h"
#include "chat/matrix/matrixrequests.h"

#include <QCache>
#include <QFuture>
#include <QPromise>

namespace wardroom::chat {

//! Sending (Matrix 1.11, "Sending events to a room", "Transaction identifiers"): the same transaction from the same
//! device is one event for about a day, and each message carries its transaction, so that after an unknown outcome it
//! can be read back for as long as the room exists.
class MatrixOut final : public QObject
{
    Q_OBJECT

public:
    MatrixOut(MatrixRequests &requests, domain::NodeId node) : m_requests(requests), m_node(std::move(node)) {}

    //! \a content-checked elsewhere; \a places: where attachments are. \a live: one's own messages come back by /sync.
    QCoro::Task<Result<Sent>> submit(Outgoing message, QJsonObject places, bool live);
    QCoro::Task<Result<std::optional<Sent>>> reconcile(QString txn, RoomId room);
    QCoro::Task<Result<Sent>> react(RoomId room, EntryId entry, QString key);
    QCoro::Task<Result<void>> remove(RoomId room, EntryId entry);
    QCoro::Task<Result<void>> edit(RoomId room, EntryId entry, QString text);
    //! An own event that came back.
    void hearEcho(const RoomId &room, const QJsonObject &event);

    //! What cannot be sent whatever the server says.
    static Result<void> refusal(const Outgoing &message, const Capabilities &limits);

private:
    struct Echo
    {
        Sent sent;
        QByteArray digest; //!< of the content but the places of attachments; empty when it was redacted
    };
    QString keyOf(const QString &txn) const { return m_node.text() + u':' + txn; }
    QCoro::Task<Result<Sent>> submitCard(Outgoing message);
    //! This person's own message that is no fact; otherwise \a refused, for another's, or \a isFact.
    QCoro::Task<Result<MatrixEvent>> ownWords(RoomId room, EntryId entry, QString refused, QString isFact);
    //! The thread that \a entry stands in, so that an answer to it stands there too; empty: in none.
    QCoro::Task<Result<EntryId>> threadOf(RoomId room, EntryId entry);
    QCoro::Task<Result<std::optional<Sent>>> findCard(RoomId room, QString display);
    QCoro::Task<Result<std::optional<MatrixEvent>>> findOwn(RoomId room, std::function<bool(const MatrixEvent &)> fits);
    //! The sent event as the server has it.
    QCoro::Task<Result<Echo>> echoOf(RoomId room, EntryId id, bool live);
    void note(const MatrixEvent &event);

    MatrixRequests &m_requests;
    domain::NodeId m_node;
    QCache<EntryId, Echo> m_echoes{2000};
    QHash<EntryId, std::shared_ptr<QPromise<void>>> m_waiting;
    QHash<QString, std::optional<Sent>> m_cards; //!< room and name -> its first message; nullopt: certainly none
    QHash<QString, QFuture<void>> m_turns;       //!< one after another for each card
};

} // namespace wardroom::chat
