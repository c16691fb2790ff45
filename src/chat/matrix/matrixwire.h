// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/requestengine.h"

#include <QJsonObject>

namespace wardroom::chat {

//! What a server counts together for its rate limits (Synapse: rc_message, rc_joins, rc_invites …): a refusal of one
//! closes that lane and leaves the others alone.
namespace matrixlane {
inline constexpr char send[] = "send";   //!< events of a room: messages, reactions, redactions, state
inline constexpr char sync[] = "sync";   //!< the long poll, which never waits behind anything
inline constexpr char read[] = "read";   //!< what changes nothing
inline constexpr char rooms[] = "rooms"; //!< making, joining, inviting, leaving
inline constexpr char claim[] = "claim"; //!< aliases, which decide who runs
inline constexpr char media[] = "media";
inline constexpr char marks[] = "marks"; //!< who is writing and what is read: nothing waits for it
} // namespace matrixlane

//! One call of the client-server API as a value.
struct MatrixCall
{
    QByteArray method = "GET";
    QByteArray path = {}; //!< from "/_matrix" on, its parts encoded by urlPart()
    QList<std::pair<QByteArray, QString>> query = {};
    std::optional<QJsonObject> json = {};
    QByteArray bytes = {}; //!< a body that is not JSON
    QByteArray bytesType = {};
    std::chrono::milliseconds timeout{20'000};
    qint64 maxBytes = 16 * 1024 * 1024;
    std::function<void(qint64 got, qint64 of)> progress = {}; //!< as HttpRequest::progress
    QByteArray lane = matrixlane::read;
    net::Urgency urgency = net::Urgency::person;
    //! So long it may wait for its turn, and be repeated where that does no harm. Nothing: who asks repeats by itself.
    std::chrono::milliseconds patience{10'000};
};

//! What a server said (Matrix 1.11, "Standard error response"): a success, or a refusal with its reason.
struct MatrixAnswer
{
    QByteArray body;
    QByteArray contentType;
    QString errcode;         //!< "M_…"; only with a refusal
    bool softLogout = false; //!< the device lives on; sign in again under it
    std::optional<Error> refusal;

    //! The JSON object of a success; ErrorKind::protocol when it is none.
    Result<QJsonObject> json() const;
};

//! Sends \a call; an Error only where no usable answer came. \a token empty: not signed in. Unlike other services a
//! Matrix server hands on what strangers wrote, nested as deeply as it let them: JSON is taken 1,024 deep, so that no
//! message can keep a reader from reading the others. By \a engine it waits for its turn and is repeated as \a call
//! says; only a GET is repeated after an unknown outcome, because who sends reads back what became of it.
QCoro::Task<Result<MatrixAnswer>> matrixExchange(net::RequestEngine *engine, QUrl homeserver, QByteArray token,
                                                 MatrixCall call, std::stop_token stop = {});
//! The same, once and at once: for signing in.
QCoro::Task<Result<MatrixAnswer>> matrixExchange(net::Transport *transport, QUrl homeserver, QByteArray token,
                                                 MatrixCall call, std::stop_token stop = {});

//! What became of an answer: the JSON of a success, or the refusal as an Error.
Result<QJsonObject> jsonOrRefusal(const Result<MatrixAnswer> &answer);

} // namespace wardroom::chat
