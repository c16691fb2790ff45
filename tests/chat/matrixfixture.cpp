// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matrixfixture.h"

#include "base/hash.h"

namespace wardroom::test {

using namespace Qt::StringLiterals;
using namespace wardroom::chat;

QString roomPath(const RoomId &room, const QString &rest)
{
    return u"/_matrix/client/v3/rooms/"_s + QString::fromLatin1(QUrl::toPercentEncoding(room.text())) + rest;
}

MatrixFixture::MatrixFixture(Synapse &server) : m_server(server), m_name(randomHex(4))
{
    const auto control = wait(platform(0).found(u"Test"_s));
    if (!control)
        qWarning("found: %ls", qUtf16Printable(control.error().message));
    m_control = control.value_or(RoomId());
    const auto claims = wait(platform(0).claimRoom());
    m_claimRooms.insert(claims.value_or(RoomId()), node(0));
}

const SynapseUser &MatrixFixture::user(int index)
{
    const auto known = m_users.find(index);
    if (known != m_users.end())
        return known->second;
    const auto made = m_server.user(u"p%1-%2"_s.arg(index).arg(m_name));
    if (!made)
        qWarning("user: %ls", qUtf16Printable(made.error().message));
    return m_users.emplace(index, made.value_or(SynapseUser())).first->second;
}

MatrixOptions MatrixFixture::options(int index)
{
    const SynapseUser &who = user(index);
    const auto owner = [this](RoomId room) { return m_claimRooms.value(room); };
    return {{m_server.url(), PersonId(who.id), who.device},
            {who.token, {}, 0},
            {},
            node(index),
            domain::WorkspaceId(u"f0f1f2"_s),
            m_control,
            owner,
            m_clock};
}

MatrixPlatform &MatrixFixture::platform(int index)
{
    auto &kept = m_platforms[index];
    if (kept)
        return *kept;
    const bool isNew = !m_claimRooms.values().contains(node(index));
    kept = std::make_unique<MatrixPlatform>(options(index));
    if (isNew && !m_control.isEmpty()) {
        wait(platform(0).invite(m_control, kept->self()));
        wait(kept->rooms());
        m_claimRooms.insert(wait(kept->claimRoom()).value_or(RoomId()), node(index));
    }
    return *kept;
}

MatrixPlatform *MatrixFixture::otherDevice(int index)
{
    auto &kept = m_others[index];
    if (!kept) {
        platform(index);
        const auto again = m_server.login(user(index));
        if (!again)
            return nullptr;
        MatrixOptions made = options(index);
        made.account.device = again->device;
        made.tokens = {again->token, {}, 0};
        made.node = domain::NodeId(u"node-%1-b"_s.arg(index));
        kept = std::make_unique<MatrixPlatform>(made);
        m_claimRooms.insert(wait(kept->claimRoom()).value_or(RoomId()), made.node);
    }
    return kept.get();
}

MatrixPlatform &MatrixFixture::restart(int index)
{
    m_platforms.erase(index);
    return platform(index);
}

domain::NodeId MatrixFixture::node(int index) const
{
    return domain::NodeId(u"node-%1"_s.arg(index));
}

RoomId MatrixFixture::room(int people, bool restricted)
{
    RoomSpec spec;
    spec.name = u"room-"_s + randomHex(4);
    spec.restricted = restricted;
    for (int index = 1; index < people; ++index)
        spec.invite.append(platform(index).self());
    const RoomId made = wait(platform(0).createRoom(spec)).value_or(Room()).id;
    for (int index = 1; index < people; ++index)
        wait(platform(index).rooms());
    return made;
}

QString MatrixFixture::sendAs(int index, const RoomId &room, const QJsonObject &content, const QString &type)
{
    const QString path = roomPath(room, u"/send/%1/%2"_s.arg(type, randomHex(8)));
    return m_server.call("PUT", path, user(index).token, content).body.value("event_id"_L1).toString();
}

EntryId MatrixFixture::post(int index, RoomId room, QString name, QByteArray bytes)
{
    const QJsonObject about{{u"mimetype"_s, u"image/png"_s}, {u"size"_s, bytes.size()}};
    return EntryId(sendAs(index, room,
                          {{u"msgtype"_s, u"m.image"_s},
                           {u"body"_s, name},
                           {u"url"_s, m_server.upload(bytes, user(index).token)},
                           {u"info"_s, about}}));
}

QJsonObject MatrixFixture::eventOf(int index, const RoomId &room, const EntryId &entry)
{
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(entry.text()));
    return m_server.call("GET", roomPath(room, u"/event/"_s + id), user(index).token).body;
}

Result<void> MatrixFixture::edit(int index, RoomId room, EntryId entry, QString text)
{
    const QJsonObject words{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, text}};
    QJsonObject content{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, QString(u"* "_s + text)}, {u"m.new_content"_s, words}};
    content.insert(u"m.relates_to"_s, QJsonObject{{u"rel_type"_s, u"m.replace"_s}, {u"event_id"_s, entry.text()}});
    if (sendAs(index, room, content).isEmpty())
        return fail(ErrorKind::forbidden, u"the server refused the edit"_s);
    return {};
}

} // namespace wardroom::test
