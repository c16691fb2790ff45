// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/matrix/matrixhttp.h"
#include "chat/matrix/matrixids.h"
#include "domain/ids.h"

#include <QJsonArray>

namespace wardroom::chat {

using domain::EntryId;
using domain::PersonId;
using domain::RoomId;

//! A page of a room's timeline as /messages gives it, newest first.
struct MatrixPage
{
    QJsonArray events;
    QString end; //!< where the next page begins; empty: the room's beginning was reached
};

//! The calls Wardroom makes, typed: parameters in, values out, nothing remembered (Matrix 1.11, Client-Server API).
//! Outlived by \a http's tasks, never by itself being needed after an answer.
class MatrixRequests
{
public:
    explicit MatrixRequests(MatrixHttp &http) : m_http(http) {}

    const MatrixAccount &account() const { return m_http.account(); }

    //! GET /v3/sync. \a since empty: from the beginning. \a timeoutMs differs from call to call, because a server may
    //! answer the very same question from a cache.
    QCoro::Task<Result<QJsonObject>> sync(QString since, QJsonObject filter, int timeoutMs, std::stop_token stop = {});
    //! GET /v3/rooms/{}/messages backwards. \a from empty: the newest. \a to empty: no end.
    QCoro::Task<Result<MatrixPage>> messages(RoomId room, QString from, QString to, int limit, QJsonObject filter,
                                             std::stop_token stop = {});
    //! Where paging from \a event begins; of GET /v3/rooms/{}/context only the token is used, because its events
    //! have holes (measured on Synapse).
    QCoro::Task<Result<QString>> tokenAt(RoomId room, EntryId event);
    QCoro::Task<Result<QJsonObject>> event(RoomId room, EntryId event);
    //! PUT /v3/rooms/{}/send/{}/{}: the same \a txn from the same device is one event.
    QCoro::Task<Result<EntryId>> send(RoomId room, QString type, QString txn, QJsonObject content,
                                      net::Urgency urgency = net::Urgency::person);
    QCoro::Task<Result<EntryId>> redact(RoomId room, EntryId event, QString txn);

    QCoro::Task<Result<QJsonObject>> state(RoomId room, QString type, QString key);
    //! The whole event of a state, where the server gives it (format=event; Synapse does); otherwise {"content": …}.
    QCoro::Task<Result<QJsonObject>> stateEvent(RoomId room, QString type, QString key);
    QCoro::Task<Result<EntryId>> putState(RoomId room, QString type, QString key, QJsonObject content);
    QCoro::Task<Result<QList<PersonId>>> joinedMembers(RoomId room);
    QCoro::Task<Result<RoomId>> createRoom(QJsonObject body);
    QCoro::Task<Result<QJsonObject>> invite(RoomId room, PersonId person);
    QCoro::Task<Result<QJsonObject>> join(RoomId room);
    QCoro::Task<Result<QJsonObject>> leave(RoomId room);
    QCoro::Task<Result<QJsonObject>> kick(RoomId room, PersonId person);
    QCoro::Task<Result<QList<PersonId>>> invitedMembers(RoomId room);
    //! POST /v3/join/{}: by an id or an address ("#war:example.org").
    QCoro::Task<Result<RoomId>> joinBy(QString idOrAddress);

    //! PUT /v3/rooms/{}/typing/{}: the server forgets it by itself after \a forMs.
    QCoro::Task<Result<QJsonObject>> typing(RoomId room, bool typing, int forMs);
    //! POST /v3/rooms/{}/read_markers: m.fully_read and m.read.private, which nobody else is told.
    QCoro::Task<Result<QJsonObject>> readMarkers(RoomId room, EntryId entry);

    //! This account's own notes on the server ("m.direct"): ErrorKind::notFound when there are none.
    QCoro::Task<Result<QJsonObject>> accountData(QString type);
    QCoro::Task<Result<QJsonObject>> putAccountData(QString type, QJsonObject content);

    //! PUT /v3/directory/room/{}: ErrorKind::conflict when the alias is taken, by oneself too.
    QCoro::Task<Result<QJsonObject>> putAlias(QString alias, RoomId room);
    QCoro::Task<Result<RoomId>> aliasTarget(QString alias);
    QCoro::Task<Result<QJsonObject>> deleteAlias(QString alias);
    //! GET /v3/rooms/{}/aliases: those that point at \a room.
    QCoro::Task<Result<QStringList>> aliasesOf(RoomId room);

    //! POST /_matrix/media/v3/upload.
    QCoro::Task<Result<MatrixMedia>> upload(QByteArray bytes);
    //! GET /_matrix/client/v1/media/download: with the token, as since 1.11.
    QCoro::Task<Result<QByteArray>> download(MatrixMedia media, qint64 largest,
                                             std::function<void(qint64, qint64)> progress = {},
                                             std::stop_token stop = {});
    QCoro::Task<Result<qint64>> largestUpload();

private:
    QCoro::Task<Result<QJsonObject>> call(QByteArray method, QByteArray path, QJsonObject body,
                                          QByteArray lane = matrixlane::read);
    MatrixHttp &m_http;
};

} // namespace wardroom::chat
