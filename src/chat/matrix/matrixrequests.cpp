// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixrequests.h"

#include "chat/matrix/matrixtext.h"

#include <QJsonDocument>

namespace wardroom::chat {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kLargestSync = 96 * 1024 * 1024;
constexpr auto kAtOnce = 40ms; // not enough to wait for what a server asks for (50 ms and more)
constexpr auto kPersonWaits = 20s;
constexpr qint64 kLargestPage = 80 * 1024 * 1024; // 1,000 events of 64 KiB and their frame

QByteArray roomPath(const RoomId &room, const QByteArray &rest)
{
    return "/_matrix/client/v3/rooms/" + urlPart(room.text()) + rest;
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Error strange()
{
    return {ErrorKind::protocol, MatrixText::tr("The server did not answer as a Matrix server does."), std::nullopt};
}

Result<EntryId> eventIdOf(const Result<QJsonObject> &answer)
{
    if (!answer)
        return tl::unexpected(answer.error());
    const QString id = answer->value("event_id"_L1).toString();
    return isMatrixEvent(id) ? Result<EntryId>(EntryId(id)) : tl::unexpected(strange());
}

Result<RoomId> roomIdOf(const Result<QJsonObject> &answer)
{
    if (!answer)
        return tl::unexpected(answer.error());
    const QString id = answer->value("room_id"_L1).toString();
    return isMatrixRoom(id) ? Result<RoomId>(RoomId(id)) : tl::unexpected(strange());
}

} // namespace

QCoro::Task<Result<QJsonObject>> MatrixRequests::call(QByteArray method, QByteArray path, QJsonObject body,
                                                      QByteArray lane)
{
    MatrixCall call{method, path};
    call.lane = lane;
    if (method != "GET")
        call.json = std::move(body);
    return m_http.json(std::move(call));
}

QCoro::Task<Result<QJsonObject>> MatrixRequests::sync(QString since, QJsonObject filter, int timeoutMs,
                                                      std::stop_token stop)
{
    MatrixCall call{"GET", "/_matrix/client/v3/sync"};
    call.query = {{"filter", compact(filter)}, {"set_presence", u"offline"_s}, {"timeout", QString::number(timeoutMs)}};
    if (!since.isEmpty())
        call.query.append({"since", since});
    call.timeout = std::chrono::milliseconds(timeoutMs) + 30s;
    call.maxBytes = kLargestSync;
    call.lane = matrixlane::sync;
    call.patience = kAtOnce; // the loop has pauses of its own, and shows them
    return m_http.json(std::move(call), std::move(stop));
}

QCoro::Task<Result<MatrixPage>> MatrixRequests::messages(RoomId room, QString from, QString to, int limit,
                                                         QJsonObject filter, std::stop_token stop)
{
    MatrixCall call{"GET", roomPath(room, "/messages")};
    call.query = {{"dir", u"b"_s}, {"limit", QString::number(limit)}, {"filter", compact(filter)}};
    if (!from.isEmpty())
        call.query.append({"from", from});
    if (!to.isEmpty())
        call.query.append({"to", to});
    call.timeout = 60s;
    call.maxBytes = kLargestPage;
    call.urgency = net::Urgency::bulk;
    call.patience = 3s; // who fills a gap shows that it is offline, and goes on by itself
    const Result<QJsonObject> json = co_await m_http.json(std::move(call), std::move(stop));
    if (!json)
        co_return tl::unexpected(json.error());
    if (!json->value("chunk"_L1).isArray())
        co_return tl::unexpected(strange());
    co_return MatrixPage{json->value("chunk"_L1).toArray(), json->value("end"_L1).toString()};
}

QCoro::Task<Result<QString>> MatrixRequests::tokenAt(RoomId room, EntryId event)
{
    MatrixCall call{"GET", roomPath(room, "/context/" + urlPart(event.text()))};
    call.query = {{"limit", u"0"_s}};
    const Result<QJsonObject> json = co_await m_http.json(std::move(call));
    if (!json)
        co_return tl::unexpected(json.error());
    const QString start = json->value("start"_L1).toString();
    co_return start.isEmpty() ? Result<QString>(tl::unexpected(strange())) : start;
}

QCoro::Task<Result<QJsonObject>> MatrixRequests::event(RoomId room, EntryId event)
{
    return call("GET", roomPath(room, "/event/" + urlPart(event.text())), {});
}

QCoro::Task<Result<EntryId>> MatrixRequests::send(RoomId room, QString type, QString txn, QJsonObject content,
                                                  net::Urgency urgency)
{
    const QByteArray path = roomPath(room, "/send/" + urlPart(type) + '/' + urlPart(txn));
    MatrixCall call{"PUT", path};
    call.json = std::move(content);
    call.lane = matrixlane::send;
    call.urgency = urgency;
    // What a person said waits here, before all others, and goes the moment the server takes it. Everything else goes
    // back to the outbox, where what a person says next can still overtake it.
    call.patience = urgency == net::Urgency::person ? kPersonWaits : kAtOnce;
    const Result<QJsonObject> sent = co_await m_http.json(std::move(call));
    co_return eventIdOf(sent);
}

QCoro::Task<Result<EntryId>> MatrixRequests::redact(RoomId room, EntryId event, QString txn)
{
    const QByteArray path = roomPath(room, "/redact/" + urlPart(event.text()) + '/' + urlPart(txn));
    const Result<QJsonObject> sent = co_await call("PUT", path, {}, matrixlane::send);
    co_return eventIdOf(sent);
}

QCoro::Task<Result<QJsonObject>> MatrixRequests::state(RoomId room, QString type, QString key)
{
    return call("GET", roomPath(room, "/state/" + urlPart(type) + '/' + urlPart(key)), {});
}

QCoro::Task<Result<QJsonObject>> MatrixRequests::stateEvent(RoomId room, QString type, QString key)
{
    MatrixCall call{"GET", roomPath(room, "/state/" + urlPart(type) + '/' + urlPart(key))};
    call.query = {{"format", u"event"_s}};
    const Result<QJsonObject> json = co_await m_http.json(std::move(call));
    if (!json || json->contains("event_id"_L1))
        co_return json;
    co_return QJsonObject{{u"content"_s, *json}};
}

QCoro::Task<Result<EntryId>> MatrixRequests::putState(RoomId room, QString type, QString key, QJsonObject content)
{
    const QByteArray path = roomPath(room, "/state/" + urlPart(type) + '/' + urlPart(key));
    const Result<QJsonObject> put = co_await call("PUT", path, std::move(content), matrixlane::send);
    co_return eventIdOf(put);
}

QCoro::Task<Result<QList<PersonId>>> MatrixRequests::joinedMembers(RoomId room)
{
    const Result<QJsonObject> json = co_await call("GET", roomPath(room, "/joined_members"), {});
    if (!json)
        co_return tl::unexpected(json.error());
    if (!json->value("joined"_L1).isObject())
        co_return tl::unexpected(strange());
    QList<PersonId> people;
    const QStringList ids = json->value("joined"_L1).toObject().keys();
    for (const QString &id : ids) {
        if (isMatrixUser(id))
            people.append(PersonId(id));
    }
    co_return people;
}

QCoro::Task<Result<RoomId>> MatrixRequests::createRoom(QJsonObject body)
{
    const Result<QJsonObject> made =
        co_await call("POST", "/_matrix/client/v3/createRoom", std::move(body), matrixlane::rooms);
    co_return roomIdOf(made);
}

QCoro::Task<Result<QJsonObject>> MatrixRequests::invite(RoomId room, PersonId person)
{
    return call("POST", roomPath(room, "/invite"), {{u"user_id"_s, person.text()}}, matrixlane::rooms);
}

QCoro::Task<Result<QJsonObject>> MatrixRequests::join(RoomId room)
{
    return call("POST", roomPath(room, "/join"), {}, matrixlane::rooms);
}

QCoro::Task<Result<QJsonObject>> MatrixRequests::leave(RoomId room)
{
    return call("POST", roomPath(room, "/leave"), {}, matrixlane::rooms);
}

QCoro::Task<Result<QJsonObject>> MatrixRequests::kick(RoomId room, PersonId person)
{
    return call("POST", roomPath(room, "/kick"), {{u"user_id"_s, person.text()}}, matrixlane::rooms);
}

QCoro::Task<Result<QList<PersonId>>> MatrixRequests::invitedMembers(RoomId room)
{
    MatrixCall call{"GET", roomPath(room, "/members")};
    call.query = {{"membership", u"invite"_s}};
    const Result<QJsonObject> json = co_await m_http.json(std::move(call));
    if (!json)
        co_return tl::unexpected(json.error());
    if (!json->value("chunk"_L1).isArray())
        co_return tl::unexpected(strange());
    QList<PersonId> people;
    for (const QJsonValue &event : json->value("chunk"_L1).toArray()) {
        const QString id = event.toObject().value("state_key"_L1).toString();
        const QJsonObject content = event.toObject().value("content"_L1).toObject();
        if (isMatrixUser(id) && content.value("membership"_L1).toString() == "invite"_L1)
            people.append(PersonId(id));
    }
    co_return people;
}

QCoro::Task<Result<RoomId>> MatrixRequests::joinBy(QString idOrAddress)
{
    const Result<QJsonObject> joined =
        co_await call("POST", "/_matrix/client/v3/join/" + urlPart(idOrAddress), {}, matrixlane::rooms);
    co_return roomIdOf(joined);
}

QCoro::Task<Result<QJsonObject>> MatrixRequests::typing(RoomId room, bool typing, int forMs)
{
    MatrixCall call{"PUT", roomPath(room, "/typing/" + urlPart(account().user.text()))};
    call.json = typing ? QJsonObject{{u"typing"_s, true}, {u"timeout"_s, forMs}} : QJsonObject{{u"typing"_s, false}};
    call.lane = matrixlane::marks;
    call.urgency = net::Urgency::bulk;
    call.patience = kAtOnce; // late, it would be wrong
    return m_http.json(std::move(call));
}

QCoro::Task<Result<QJsonObject>> MatrixRequests::readMarkers(RoomId room, EntryId entry)
{
    MatrixCall call{"POST", roomPath(room, "/read_markers")};
    call.json = QJsonObject{{u"m.fully_read"_s, entry.text()}, {u"m.read.private"_s, entry.text()}};
    call.lane = matrixlane::marks;
    call.urgency = net::Urgency::bulk;
    return m_http.json(std::move(call));
}

QCoro::Task<Result<QJsonObject>> MatrixRequests::accountData(QString type)
{
    return call("GET", "/_matrix/client/v3/user/" + urlPart(account().user.text()) + "/account_data/" + urlPart(type),
                {});
}

QCoro::Task<Result<QJsonObject>> MatrixRequests::putAccountData(QString type, QJsonObject content)
{
    return call("PUT", "/_matrix/client/v3/user/" + urlPart(account().user.text()) + "/account_data/" + urlPart(type),
                content, matrixlane::rooms);
}

QCoro::Task<Result<QJsonObject>> MatrixRequests::putAlias(QString alias, RoomId room)
{
    return call("PUT", "/_matrix/client/v3/directory/room/" + urlPart(alias), {{u"room_id"_s, room.text()}},
                matrixlane::claim);
}

QCoro::Task<Result<RoomId>> MatrixRequests::aliasTarget(QString alias)
{
    const Result<QJsonObject> got =
        co_await call("GET", "/_matrix/client/v3/directory/room/" + urlPart(alias), {}, matrixlane::claim);
    co_return roomIdOf(got);
}

QCoro::Task<Result<QJsonObject>> MatrixRequests::deleteAlias(QString alias)
{
    return call("DELETE", "/_matrix/client/v3/directory/room/" + urlPart(alias), {}, matrixlane::claim);
}

QCoro::Task<Result<QStringList>> MatrixRequests::aliasesOf(RoomId room)
{
    const Result<QJsonObject> json = co_await call("GET", roomPath(room, "/aliases"), {}, matrixlane::claim);
    if (!json)
        co_return tl::unexpected(json.error());
    if (!json->value("aliases"_L1).isArray())
        co_return tl::unexpected(strange());
    QStringList aliases;
    for (const QJsonValue &alias : json->value("aliases"_L1).toArray())
        aliases.append(alias.toString());
    co_return aliases;
}

QCoro::Task<Result<MatrixMedia>> MatrixRequests::upload(QByteArray bytes)
{
    MatrixCall call{"POST", "/_matrix/media/v3/upload"};
    call.timeout = 20s + std::chrono::milliseconds(bytes.size() / 50); // a slow line carries 50 kB a second
    call.bytes = std::move(bytes);
    call.bytesType = "application/octet-stream";
    call.lane = matrixlane::media;
    const Result<QJsonObject> json = co_await m_http.json(std::move(call));
    if (!json)
        co_return tl::unexpected(json.error());
    const MatrixMedia media = MatrixMedia::fromUri(json->value("content_uri"_L1).toString());
    co_return media.isNull() ? Result<MatrixMedia>(tl::unexpected(strange())) : media;
}

QCoro::Task<Result<QByteArray>> MatrixRequests::download(MatrixMedia media, qint64 largest,
                                                         std::function<void(qint64, qint64)> progress,
                                                         std::stop_token stop)
{
    MatrixCall call{"GET", "/_matrix/client/v1/media/download/" + urlPart(media.server) + '/' + urlPart(media.id)};
    call.timeout = 20s + std::chrono::milliseconds(largest / 50);
    call.maxBytes = largest;
    call.lane = matrixlane::media;
    call.progress = std::move(progress);
    const Result<MatrixAnswer> answer = co_await m_http.ask(std::move(call), stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (answer->refusal)
        co_return tl::unexpected(*answer->refusal);
    co_return answer->body;
}

QCoro::Task<Result<qint64>> MatrixRequests::largestUpload()
{
    const Result<QJsonObject> json = co_await call("GET", "/_matrix/client/v1/media/config", {});
    if (!json)
        co_return tl::unexpected(json.error());
    co_return json->value("m.upload.size"_L1).toInteger();
}

} // namespace wardroom::chat
