// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixplatform.h"

#include <QPointer>
#include <QRandomGenerator>

//! The half of MatrixPlatform that is about rooms and who is in them.
namespace wardroom::chat {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostMembers = 1000;
constexpr qsizetype kLongestTopic = 1000;

Error closed()
{
    return {ErrorKind::cancelled, MatrixPlatform::tr("The workspace was closed."), std::nullopt};
}

Error noSuchRoom()
{
    return {ErrorKind::notFound, MatrixPlatform::tr("There is no such room."), std::nullopt};
}

} // namespace

QCoro::Task<Result<RoomId>> MatrixPlatform::found(QString name)
{
    const QPointer<MatrixPlatform> self(this);
    if (!MatrixRooms::isName(name))
        co_return fail(ErrorKind::invalid, tr("A workspace's name has 1 to 80 visible characters."));
    const Result<RoomId> made = co_await m_requests.createRoom(MatrixRooms::controlCreation(name));
    if (!self || !made)
        co_return tl::unexpected(self ? made.error() : closed());
    setControl(*made);
    co_return *made;
}

//! Knows the rooms as they are now: by /sync while live, by a listing otherwise. Accepts what is to be accepted.
QCoro::Task<Result<void>> MatrixPlatform::settle()
{
    const QPointer<MatrixPlatform> self(this);
    for (int round = 0; round < 2; ++round) {
        if (!isLive()) {
            // Answered at once whatever the time limit is; the same question again would be answered from a cache.
            const int differs = QRandomGenerator::global()->bounded(1'000'000);
            const Result<QJsonObject> listing = co_await m_requests.sync({}, MatrixSync::filter(1), differs);
            if (!self || !listing)
                co_return tl::unexpected(self ? listing.error() : closed());
            m_rooms.clear();
            m_rooms.take(listing->value("rooms"_L1).toObject());
        }
        const qsizetype before = m_rooms.invitations().size();
        const Result<void> accepted = co_await acceptInvitations();
        if (!self || !accepted)
            co_return tl::unexpected(self ? accepted.error() : closed());
        if (isLive() || m_rooms.invitations().size() == before)
            break;
    }
    co_return Result<void>();
}

void MatrixPlatform::hearInvitations()
{
    if (!m_rooms.invitations().isEmpty() && !m_accepting)
        QCoro::connect(acceptInvitations(), this, [](const Result<void> &) {});
}

//! Joins the workspace's own rooms one was invited to by its people. The control room by whoever's invitation, since
//! the workspace's own invitation names it.
QCoro::Task<Result<void>> MatrixPlatform::acceptInvitations()
{
    const QPointer<MatrixPlatform> self(this);
    const RoomId control = m_rooms.control();
    if (m_accepting || control.isEmpty())
        co_return Result<void>();
    m_accepting = true;
    QList<MatrixInvitation> waiting = m_rooms.invitations();
    std::stable_partition(waiting.begin(), waiting.end(), [&](const auto &i) { return i.room == control; });
    std::optional<QList<PersonId>> people;
    Result<void> done;
    for (const MatrixInvitation &invitation : std::as_const(waiting)) {
        if (invitation.room != control && invitation.workspace != control)
            continue;
        if (invitation.room != control && !people) {
            const Result<QList<PersonId>> members = co_await m_requests.joinedMembers(control);
            if (!self)
                co_return tl::unexpected(closed());
            people = members.value_or(QList<PersonId>());
        }
        if (invitation.room != control && !people->contains(invitation.inviter))
            continue;
        const Result<QJsonObject> joined = co_await m_requests.join(invitation.room);
        if (!self)
            co_return tl::unexpected(closed());
        if (joined || joined.error().kind == ErrorKind::forbidden || joined.error().kind == ErrorKind::notFound)
            m_rooms.forgetInvitation(invitation.room);
        else
            done = tl::unexpected(joined.error());
    }
    m_accepting = false;
    co_return done;
}

QCoro::Task<Result<QList<Room>>> MatrixPlatform::rooms()
{
    const QPointer<MatrixPlatform> self(this);
    const Result<void> settled = co_await settle();
    if (!self || !settled)
        co_return tl::unexpected(self ? settled.error() : closed());
    co_return m_rooms.rooms();
}

QCoro::Task<Result<QList<Room>>> MatrixPlatform::openRooms()
{
    const QPointer<MatrixPlatform> self(this);
    const Result<void> settled = co_await settle();
    if (!self || !settled)
        co_return tl::unexpected(self ? settled.error() : closed());
    co_return m_rooms.openRooms();
}

//! "m.direct" is where a person's other clients look for whom a room is with (Matrix 1.11, "Direct Messaging").
QCoro::Task<void> MatrixPlatform::noteDirect(RoomId room, PersonId person)
{
    const QPointer<MatrixPlatform> self(this);
    const Result<QJsonObject> known = co_await m_requests.accountData(u"m.direct"_s);
    // What cannot be read is not overwritten.
    if (!self || (!known && known.error().kind != ErrorKind::notFound))
        co_return;
    QJsonObject direct = known.value_or(QJsonObject());
    QJsonArray rooms = direct.value(person.text()).toArray();
    rooms.append(room.text());
    direct.insert(person.text(), rooms);
    co_await m_requests.putAccountData(u"m.direct"_s, direct);
}

QCoro::Task<Result<Room>> MatrixPlatform::createRoom(RoomSpec spec)
{
    const QPointer<MatrixPlatform> self(this);
    spec.invite.removeAll(this->self()); // who makes a room is in it, and Synapse refuses to invite them
    if (!MatrixRooms::isName(spec.name) || spec.topic.size() > kLongestTopic || spec.invite.size() > kMostMembers)
        co_return fail(ErrorKind::invalid, tr("A room's name has 1 to 80 visible characters and no # before it."));
    if (spec.purpose == Purpose::control)
        co_return fail(ErrorKind::invalid, tr("A workspace has exactly one control room."));
    for (const PersonId &person : std::as_const(spec.invite)) {
        if (!isMatrixUser(person.text()))
            co_return fail(ErrorKind::invalid,
                           tr("%1 is not the name of a Matrix account.").arg(person.text().left(100)));
    }
    const Result<RoomId> made = co_await m_requests.createRoom(MatrixRooms::creation(spec, m_rooms.control()));
    if (!self || !made)
        co_return tl::unexpected(self ? made.error() : closed());
    if (!spec.restricted && spec.purpose != Purpose::direct && !m_rooms.control().isEmpty()) {
        // Without it the room is there all the same, only not in the others' list of open rooms.
        co_await m_requests.putState(m_rooms.control(), u"org.wardroom.room"_s, made->text(),
                                     MatrixRooms::announcement(spec));
        if (!self)
            co_return tl::unexpected(closed());
    }
    if (spec.purpose == Purpose::direct && spec.invite.size() == 1) {
        const PersonId person = spec.invite.first();
        co_await noteDirect(*made, person);
        if (!self)
            co_return tl::unexpected(closed());
    }
    Room room;
    room.id = *made;
    room.name = spec.name;
    room.topic = spec.topic;
    room.purpose = spec.purpose;
    room.restricted = spec.restricted;
    co_return room;
}

QCoro::Task<Result<QList<PersonId>>> MatrixPlatform::members(RoomId room)
{
    if (!isMatrixRoom(room.text()))
        co_return tl::unexpected(noSuchRoom());
    co_return co_await m_requests.joinedMembers(room);
}

QCoro::Task<Result<void>> MatrixPlatform::invite(RoomId room, PersonId person)
{
    const QPointer<MatrixPlatform> self(this);
    if (!isMatrixRoom(room.text()))
        co_return tl::unexpected(noSuchRoom());
    if (!isMatrixUser(person.text()))
        co_return fail(ErrorKind::invalid, tr("%1 is not the name of a Matrix account.").arg(person.text().left(100)));
    Result<QJsonObject> done;
    if (person == this->self())
        done = co_await m_requests.join(room);
    else
        done = co_await m_requests.invite(room, person);
    if (!self)
        co_return tl::unexpected(closed());
    if (done)
        co_return Result<void>();
    if (done.error().kind == ErrorKind::forbidden && person != this->self()) {
        const Result<QList<PersonId>> people = co_await m_requests.joinedMembers(room); // who is in cannot be invited
        if (people && people->contains(person))
            co_return Result<void>();
    }
    co_return tl::unexpected(done.error());
}

QCoro::Task<Result<void>> MatrixPlatform::leave(RoomId room)
{
    if (!isMatrixRoom(room.text()))
        co_return tl::unexpected(noSuchRoom());
    const Result<QJsonObject> left = co_await m_requests.leave(room);
    co_return left ? Result<void>() : tl::unexpected(left.error());
}

QCoro::Task<Result<void>> MatrixPlatform::removeMember(RoomId room, PersonId person)
{
    const QPointer<MatrixPlatform> self(this);
    if (!isMatrixRoom(room.text()))
        co_return tl::unexpected(noSuchRoom());
    if (!isMatrixUser(person.text()))
        co_return fail(ErrorKind::invalid, tr("%1 is not the name of a Matrix account.").arg(person.text().left(100)));
    if (person == this->self())
        co_return fail(ErrorKind::invalid, tr("Nobody takes themselves out of a room: leave it."));
    // A server takes out whoever is not in as readily as who is; that somebody was never there is worth knowing.
    const Result<QList<PersonId>> people = co_await m_requests.joinedMembers(room);
    if (!self || !people)
        co_return tl::unexpected(self ? people.error() : closed());
    const Result<QList<PersonId>> waiting = co_await m_requests.invitedMembers(room);
    if (!self || !waiting)
        co_return tl::unexpected(self ? waiting.error() : closed());
    if (!people->contains(person) && !waiting->contains(person))
        co_return fail(ErrorKind::notFound, tr("%1 is not in this room.").arg(person.text()));
    const Result<QJsonObject> done = co_await m_requests.kick(room, person);
    co_return done ? Result<void>() : tl::unexpected(done.error());
}

QCoro::Task<Result<QList<PersonId>>> MatrixPlatform::invited(RoomId room)
{
    if (!isMatrixRoom(room.text()))
        co_return tl::unexpected(noSuchRoom());
    co_return co_await m_requests.invitedMembers(room);
}

QCoro::Task<Result<QList<Invitation>>> MatrixPlatform::invitations()
{
    const QPointer<MatrixPlatform> self(this);
    const Result<void> settled = co_await settle();
    if (!self || !settled)
        co_return tl::unexpected(self ? settled.error() : closed());
    QList<Invitation> waiting;
    for (const MatrixInvitation &each : m_rooms.invitations())
        waiting.append(MatrixRooms::shown(each));
    co_return waiting;
}

QCoro::Task<Result<void>> MatrixPlatform::decline(RoomId room)
{
    const QPointer<MatrixPlatform> self(this);
    if (!m_rooms.isInvited(room)) {
        const Result<void> settled = co_await settle();
        if (!self || !settled)
            co_return tl::unexpected(self ? settled.error() : closed());
    }
    if (!m_rooms.isInvited(room))
        co_return fail(ErrorKind::notFound, tr("There is no invitation into that room."));
    const Result<QJsonObject> left = co_await m_requests.leave(room);
    if (!self || !left)
        co_return tl::unexpected(self ? left.error() : closed());
    m_rooms.forgetInvitation(room);
    Q_EMIT roomsChanged();
    co_return Result<void>();
}

QCoro::Task<Result<RoomId>> MatrixPlatform::join(QString room)
{
    const QPointer<MatrixPlatform> self(this);
    const bool isAddress = room.startsWith(u'#') && room.indexOf(u':') > 1 && room.size() <= 255;
    if (!isMatrixRoom(room) && !isAddress)
        co_return tl::unexpected(noSuchRoom());
    const Result<RoomId> joined = co_await m_requests.joinBy(room);
    if (!self || !joined)
        co_return tl::unexpected(self ? joined.error() : closed());
    m_rooms.forgetInvitation(*joined);
    Q_EMIT roomsChanged();
    co_return *joined;
}

//! Says a room's name or topic anew, and in the control room too where others find it by that. \a what: "name",
//! "topic".
QCoro::Task<Result<void>> MatrixPlatform::describe(RoomId room, QString what, QString words)
{
    const QPointer<MatrixPlatform> self(this);
    if (!isMatrixRoom(room.text()))
        co_return tl::unexpected(noSuchRoom());
    const QJsonObject content{{what, words}};
    const QString type = u"m.room."_s + what;
    const Result<EntryId> put = co_await m_requests.putState(room, type, {}, content);
    if (!self || !put)
        co_return tl::unexpected(self ? put.error() : closed());
    // From the server itself: a listing may not have what was said a moment ago.
    const RoomId control = m_rooms.control();
    const QString listed = u"org.wardroom.room"_s;
    const Result<QJsonObject> announced = co_await m_requests.state(control, listed, room.text());
    if (!self || !announced || !announced->contains("name"_L1))
        co_return Result<void>();
    QJsonObject announcement = *announced;
    announcement.insert(what, words);
    co_await m_requests.putState(control, listed, room.text(), announcement); // the room has it all the same
    co_return Result<void>();
}

QCoro::Task<Result<void>> MatrixPlatform::rename(RoomId room, QString name)
{
    if (!MatrixRooms::isName(name))
        co_return fail(ErrorKind::invalid, tr("A room's name has 1 to 80 visible characters and no # before it."));
    const QString what = u"name"_s;
    co_return co_await describe(room, what, name);
}

QCoro::Task<Result<void>> MatrixPlatform::setTopic(RoomId room, QString topic)
{
    if (topic.size() > kLongestTopic)
        co_return fail(ErrorKind::invalid, tr("A room's topic has at most 1,000 characters."));
    const QString what = u"topic"_s;
    co_return co_await describe(room, what, topic);
}

} // namespace wardroom::chat
