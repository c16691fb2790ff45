// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixrooms.h"

#include "base/plaintext.h"
#include "chat/matrix/matrixids.h"

#include <array>

namespace wardroom::chat {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 80;
constexpr qsizetype kLongestTopic = 1000;
constexpr qsizetype kMostInvitations = 200; // a flood of them fills nobody's memory …
constexpr qsizetype kMostByOne = 10;        // … and keeps nobody else's out
constexpr qsizetype kMostAnnounced = 2000;
constexpr qint64 kAdminLevel = 50;

struct PurposeWord
{
    Purpose purpose;
    QLatin1StringView word;
};
constexpr std::array<PurposeWord, 6> kPurposes{{{Purpose::control, "control"_L1},
                                                {Purpose::alerts, "alerts"_L1},
                                                {Purpose::incident, "incident"_L1},
                                                {Purpose::group, "group"_L1},
                                                {Purpose::channel, "channel"_L1},
                                                {Purpose::direct, "direct"_L1}}};

QString wordOf(Purpose purpose)
{
    for (const PurposeWord &each : kPurposes) {
        if (each.purpose == purpose)
            return each.word;
    }
    return u"channel"_s;
}

//! What a room says it is for. That it is the control room it cannot say.
Purpose purposeOf(const QString &word)
{
    for (const PurposeWord &each : kPurposes) {
        if (each.word == word && each.purpose != Purpose::control)
            return each.purpose;
    }
    return Purpose::channel;
}

QString shownName(const QString &name, const RoomId &room)
{
    const QString shown = shownPlainly(name.simplified(), kLongestName);
    return shown.isEmpty() ? room.text() : shown;
}

QJsonObject stateEvent(const QString &type, const QJsonObject &content)
{
    return {{u"type"_s, type}, {u"state_key"_s, QString()}, {u"content"_s, content}};
}

QJsonArray initialState(const QJsonObject &joinRules)
{
    return {stateEvent(u"m.room.join_rules"_s, joinRules),
            stateEvent(u"m.room.history_visibility"_s, {{u"history_visibility"_s, u"shared"_s}}),
            stateEvent(u"m.room.guest_access"_s, {{u"guest_access"_s, u"forbidden"_s}})};
}

QJsonObject privateRoom(const QString &name, const QJsonObject &about, const QJsonObject &joinRules, qint64 inviteLevel)
{
    // Not federated: a workspace is one server, and only its own arbiter decides.
    const QJsonObject creation{{u"m.federate"_s, false}, {u"org.wardroom"_s, about}};
    return {{u"preset"_s, u"private_chat"_s},
            {u"visibility"_s, u"private"_s},
            {u"name"_s, name},
            {u"creation_content"_s, creation},
            {u"initial_state"_s, initialState(joinRules)},
            {u"power_level_content_override"_s, QJsonObject{{u"invite"_s, inviteLevel}}}};
}

const QJsonObject &byInvitation()
{
    static const QJsonObject rule{{u"join_rule"_s, u"invite"_s}};
    return rule;
}

} // namespace

bool MatrixRooms::isName(const QString &name)
{
    const bool shaped =
        !name.isEmpty() && name.size() <= kLongestName && name == name.simplified() && !name.startsWith(u'#');
    return shaped && shownPlainly(name, kLongestName) == name;
}

QJsonArray MatrixRooms::stateTypes()
{
    return {u"m.room.create"_s,       u"m.room.name"_s,       u"m.room.topic"_s,     u"m.room.join_rules"_s,
            u"m.room.power_levels"_s, u"m.room.encryption"_s, u"m.room.tombstone"_s, u"org.wardroom.room"_s};
}

QJsonObject MatrixRooms::creation(const RoomSpec &spec, const RoomId &control)
{
    const QJsonObject about{{u"workspace"_s, control.text()}, {u"purpose"_s, wordOf(spec.purpose)}};
    const bool open = !spec.restricted && spec.purpose != Purpose::direct && !control.isEmpty();
    QJsonObject rule = byInvitation();
    if (open) {
        const QJsonObject inControl{{u"type"_s, u"m.room_membership"_s}, {u"room_id"_s, control.text()}};
        rule = {{u"join_rule"_s, u"restricted"_s}, {u"allow"_s, QJsonArray{inControl}}};
    }
    QJsonObject body = privateRoom(spec.name, about, rule, spec.restricted ? kAdminLevel : 0);
    if (!spec.topic.isEmpty())
        body.insert(u"topic"_s, spec.topic);
    QJsonArray people;
    for (const PersonId &person : spec.invite)
        people.append(person.text());
    body.insert(u"invite"_s, people);
    if (spec.purpose == Purpose::direct)
        body.insert(u"is_direct"_s, true);
    return body;
}

QJsonObject MatrixRooms::controlCreation(const QString &name)
{
    QJsonObject body = privateRoom(name, {{u"purpose"_s, u"control"_s}}, byInvitation(), kAdminLevel);
    // Every member announces rooms and where attachments are; neither is believed without being checked.
    const QJsonObject levels{{u"org.wardroom.room"_s, 0}, {u"org.wardroom.media"_s, 0}};
    body.insert(u"power_level_content_override"_s, QJsonObject{{u"invite"_s, kAdminLevel}, {u"events"_s, levels}});
    return body;
}

QJsonObject MatrixRooms::claimCreation(const domain::NodeId &node)
{
    return privateRoom(u"Wardroom claims of %1"_s.arg(node.text()), {{u"claims"_s, node.text()}}, byInvitation(), 100);
}

QJsonObject MatrixRooms::announcement(const RoomSpec &spec)
{
    return {{u"name"_s, spec.name}, {u"topic"_s, spec.topic}, {u"purpose"_s, wordOf(spec.purpose)}};
}

void MatrixRooms::clear()
{
    m_joined.clear();
    m_invitations.clear();
    m_announced.clear();
}

void MatrixRooms::apply(State &state, const QString &type, const QJsonObject &content, const PersonId &sender)
{
    if (type == "m.room.name"_L1) {
        state.name = content.value("name"_L1).toString().left(kLongestTopic);
    } else if (type == "m.room.topic"_L1) {
        state.topic = content.value("topic"_L1).toString().left(kLongestTopic);
    } else if (type == "m.room.create"_L1) {
        const QJsonObject about = content.value("org.wardroom"_L1).toObject();
        state.creator = sender;
        state.claims = about.value("claims"_L1).toString();
        if (about.contains("purpose"_L1))
            state.purpose = about.value("purpose"_L1).toString();
    } else if (type == "org.wardroom.room"_L1 && state.purpose.isEmpty()) {
        state.purpose = content.value("purpose"_L1).toString();
    } else if (type == "m.room.join_rules"_L1) {
        state.joinRule = content.value("join_rule"_L1).toString();
    } else if (type == "m.room.power_levels"_L1) {
        state.inviteLevel = content.value("invite"_L1).toInteger();
    } else if (type == "m.room.encryption"_L1) {
        state.encrypted = true; // whatever is said later: there is no way back
    } else if (type == "m.room.tombstone"_L1) {
        state.archived = true;
    }
}

void MatrixRooms::announce(const RoomId &room, const QJsonObject &content)
{
    const QString name = content.value("name"_L1).toString();
    if (!isMatrixRoom(room.text()) || !isName(name)) {
        m_announced.remove(room);
    } else if (m_announced.contains(room) || m_announced.size() < kMostAnnounced) {
        Room about;
        about.id = room;
        about.name = name;
        about.topic = content.value("topic"_L1).toString().left(kLongestTopic);
        about.purpose = purposeOf(content.value("purpose"_L1).toString());
        m_announced.insert(room, about);
    }
}

bool MatrixRooms::takeJoined(const RoomId &room, const QJsonObject &json)
{
    const bool known = m_joined.contains(room);
    State state = m_joined.value(room);
    bool members = false;
    for (const auto &part : {"state"_L1, "timeline"_L1}) {
        const QJsonArray events = json.value(part).toObject().value("events"_L1).toArray();
        for (const QJsonValue &value : events) {
            const QJsonObject event = value.toObject();
            const QJsonValue key = event.value("state_key"_L1);
            const QString type = event.value("type"_L1).toString();
            if (!key.isString())
                continue;
            members = members || type == "m.room.member"_L1;
            const QJsonObject content = event.value("content"_L1).toObject();
            if (key.toString().isEmpty())
                apply(state, type, content, PersonId(event.value("sender"_L1).toString()));
            else if (type == "org.wardroom.room"_L1 && room == m_control)
                announce(RoomId(key.toString()), content);
        }
    }
    const bool changed = !known || members || state != m_joined.value(room);
    m_joined.insert(room, state);
    m_invitations.remove(room);
    return changed;
}

void MatrixRooms::takeInvitation(const RoomId &room, const QJsonArray &events)
{
    MatrixInvitation invitation{room, {}, {}, {}, {}, ++m_arrived};
    for (const QJsonValue &value : events) {
        const QJsonObject event = value.toObject();
        const QString type = event.value("type"_L1).toString();
        const QJsonObject content = event.value("content"_L1).toObject();
        if (type == "m.room.name"_L1) {
            invitation.name = content.value("name"_L1).toString().left(kLongestTopic);
        } else if (type == "m.room.create"_L1) {
            const QJsonObject about = content.value("org.wardroom"_L1).toObject();
            invitation.workspace = RoomId(about.value("workspace"_L1).toString());
        } else if (type == "m.room.member"_L1 && event.value("state_key"_L1).toString() == m_self.text()) {
            invitation.inviter = PersonId(event.value("sender"_L1).toString());
            invitation.reason = content.value("reason"_L1).toString().left(kLongestTopic);
        }
    }
    if (m_invitations.contains(room) || makePlaceFor(invitation.inviter))
        m_invitations.insert(room, invitation);
}

//! Of whoever floods, the oldest go; of an inviter who sent few, none does. What is not shown stays on the server.
bool MatrixRooms::makePlaceFor(const PersonId &inviter)
{
    QHash<PersonId, qsizetype> sent;
    for (const MatrixInvitation &each : std::as_const(m_invitations))
        ++sent[each.inviter];
    PersonId most = inviter;
    for (auto it = sent.cbegin(); it != sent.cend(); ++it)
        most = *it > sent.value(most) ? it.key() : most;
    const bool byOne = sent.value(inviter) >= kMostByOne;
    if (!byOne && m_invitations.size() < kMostInvitations)
        return true;
    if (!byOne && sent.value(most) <= 1)
        return false;
    const PersonId &from = byOne ? inviter : most;
    const MatrixInvitation *oldest = nullptr;
    for (const MatrixInvitation &each : std::as_const(m_invitations)) {
        if (each.inviter == from && (!oldest || each.arrived < oldest->arrived))
            oldest = &each;
    }
    m_invitations.remove(RoomId(oldest->room));
    return true;
}

Invitation MatrixRooms::shown(const MatrixInvitation &invitation)
{
    return {invitation.room, shownName(invitation.name, invitation.room), invitation.inviter, invitation.reason};
}

bool MatrixRooms::take(const QJsonObject &rooms)
{
    bool changed = false;
    const QJsonObject joined = rooms.value("join"_L1).toObject();
    for (auto it = joined.begin(); it != joined.end(); ++it) {
        if (isMatrixRoom(it.key()))
            changed = takeJoined(RoomId(it.key()), it.value().toObject()) || changed;
    }
    const QJsonObject invited = rooms.value("invite"_L1).toObject();
    for (auto it = invited.begin(); it != invited.end(); ++it) {
        if (isMatrixRoom(it.key())) {
            takeInvitation(RoomId(it.key()),
                           it.value().toObject().value("invite_state"_L1).toObject().value("events"_L1).toArray());
            changed = true;
        }
    }
    const QStringList left = rooms.value("leave"_L1).toObject().keys();
    for (const QString &room : left) {
        const bool was = m_joined.remove(RoomId(room)) > 0;
        changed = m_invitations.remove(RoomId(room)) > 0 || was || changed;
    }
    return changed;
}

bool MatrixRooms::isEncrypted(const RoomId &room) const
{
    return m_joined.value(room).encrypted;
}

Room MatrixRooms::roomOf(const RoomId &id, const State &state) const
{
    Room room;
    room.id = id;
    room.name = shownName(state.name, id);
    room.topic = state.topic;
    // Before it is known which one is the control room, a room's own word is where to look.
    const bool isControl = id == m_control || (m_control.isEmpty() && state.purpose == "control"_L1);
    room.purpose = isControl ? Purpose::control : purposeOf(state.purpose);
    room.restricted = state.joinRule == "invite"_L1 && state.inviteLevel >= kAdminLevel;
    room.archived = state.archived;
    room.encrypted = state.encrypted;
    return room;
}

QList<Room> MatrixRooms::rooms() const
{
    QList<Room> found;
    for (auto it = m_joined.begin(); it != m_joined.end(); ++it) {
        if (it->claims.isEmpty() || it->creator != m_self)
            found.append(roomOf(it.key(), *it));
    }
    return found;
}

QList<Room> MatrixRooms::openRooms() const
{
    QList<Room> open;
    for (const Room &room : m_announced) {
        if (!m_joined.contains(room.id))
            open.append(room);
    }
    for (const MatrixInvitation &invitation : m_invitations) {
        if (m_announced.contains(invitation.room))
            continue;
        Room room;
        room.id = invitation.room;
        room.name = shownName(invitation.name, invitation.room);
        room.topic = invitation.reason;
        open.append(room);
    }
    return open;
}

QList<RoomId> MatrixRooms::claimRooms(const domain::NodeId &node) const
{
    QList<RoomId> own;
    for (auto it = m_joined.begin(); it != m_joined.end(); ++it) {
        if (it->creator == m_self && it->claims == node.text())
            own.append(it.key());
    }
    return own;
}

} // namespace wardroom::chat
