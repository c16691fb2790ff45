// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "control/calls.h"
#include "session/engine.h"
#include "session/membership.h"

namespace wardroom::control {
using namespace Qt::StringLiterals;
using session::Workspace;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("MemberCalls", text);
}

//! What is said where nothing went wrong; the room by its id, so that scripts can go on with it.
Answer done(const Result<void> &result, const session::RoomId &room, const QString &words)
{
    if (!result)
        return Answer::failed(result.error());
    return {yes, QJsonObject{{u"room"_s, room.text()}}, words + u'\n', {}};
}

QCoro::Task<Answer> remove(Workspace &workspace, Call call)
{
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    const Result<session::PersonId> person = memberOf(workspace, call.word(1));
    if (!room || !person)
        co_return Answer::failed(room ? person.error() : room.error());
    const QString name = shownPlainly(workspace.nameOf(*person), 80);
    const Result<void> removed = co_await workspace.membership().remove(*room, *person);
    co_return done(removed, *room, tr("%1 is out.").arg(name));
}

QCoro::Task<Answer> leave(Workspace &workspace, Call call)
{
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    if (!room)
        co_return Answer::failed(room.error());
    const Result<void> left = co_await workspace.membership().leave(*room);
    co_return done(left, *room, tr("You are out of it. What was said there stays on the record."));
}

QCoro::Task<Answer> join(Workspace &workspace, Call call)
{
    const Result<session::RoomId> joined = co_await workspace.membership().join(call.word(0));
    if (!joined)
        co_return Answer::failed(joined.error());
    co_return done({}, *joined, tr("You are in it."));
}

QCoro::Task<Answer> invitations(Workspace &workspace, Call)
{
    const QPointer<Workspace> self(&workspace);
    co_await workspace.membership().refresh();
    if (!self)
        co_return Answer::failed({ErrorKind::cancelled, {}, {}});
    QJsonArray all;
    QList<QStringList> rows;
    for (const session::InvitationLine &line : workspace.membership().invitations()) {
        all.append(QJsonObject{{u"room"_s, line.room.text()},
                               {u"name"_s, line.name},
                               {u"by"_s, line.inviter},
                               {u"reason"_s, line.reason},
                               {u"stranger"_s, line.stranger}});
        rows.append({line.room.text(), line.name, line.inviter,
                     line.stranger ? tr("nobody of this workspace") : QString(), line.reason});
    }
    co_return Answer{yes, all, columns(rows), {}};
}

QCoro::Task<Answer> decline(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    co_await workspace.membership().refresh();
    if (!self)
        co_return Answer::failed({ErrorKind::cancelled, {}, {}});
    session::RoomId room(call.word(0));
    for (const session::InvitationLine &line : workspace.membership().invitations())
        if (line.name == call.word(0))
            room = line.room;
    const Result<void> declined = co_await workspace.membership().decline(room);
    co_return done(declined, room, tr("The invitation is declined."));
}

QCoro::Task<Answer> rename(Workspace &workspace, Call call)
{
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    if (!room)
        co_return Answer::failed(room.error());
    const QString name = call.rest(1);
    const Result<void> renamed = co_await workspace.membership().rename(*room, name);
    co_return done(renamed, *room, tr("The room is called #%1 now.").arg(shownPlainly(name, 80)));
}

QCoro::Task<Answer> topic(Workspace &workspace, Call call)
{
    const Result<session::RoomId> room = roomOf(workspace, call.word(0));
    if (!room)
        co_return Answer::failed(room.error());
    const QString text = call.rest(1);
    const Result<void> said = co_await workspace.membership().setTopic(*room, text);
    co_return done(said, *room, text.isEmpty() ? tr("The room has no topic now.") : tr("The room has this topic now."));
}

} // namespace

const QMap<QString, Carry> &memberCalls()
{
    static const QMap<QString, Carry> table{{u"room remove"_s, &remove},   {u"room leave"_s, &leave},
                                            {u"room join"_s, &join},       {u"room invitations"_s, &invitations},
                                            {u"room decline"_s, &decline}, {u"room rename"_s, &rename},
                                            {u"room topic"_s, &topic}};
    return table;
}

} // namespace wardroom::control
