// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatplatform.h"

// The port has next to no code of its own; this file carries its meta-object.

namespace wardroom::chat {

QCoro::Task<Result<Sent>> ChatPlatform::react(RoomId, EntryId, QString)
{
    co_return fail(ErrorKind::unsupported, tr("There are no reactions on this platform."));
}

QCoro::Task<Result<void>> ChatPlatform::edit(RoomId, EntryId, QString)
{
    co_return fail(ErrorKind::unsupported, tr("What was said cannot be changed on this platform."));
}

QCoro::Task<Result<void>> ChatPlatform::setTyping(RoomId, bool)
{
    co_return Result<void>();
}

QCoro::Task<Result<void>> ChatPlatform::markRead(RoomId, EntryId)
{
    co_return Result<void>();
}

QCoro::Task<Result<void>> ChatPlatform::removeMember(RoomId, PersonId)
{
    co_return fail(ErrorKind::unsupported, tr("Nobody can be taken out of a room on this platform."));
}

QCoro::Task<Result<QList<PersonId>>> ChatPlatform::invited(RoomId)
{
    co_return QList<PersonId>();
}

QCoro::Task<Result<QList<Invitation>>> ChatPlatform::invitations()
{
    co_return QList<Invitation>();
}

QCoro::Task<Result<QByteArray>> ChatPlatform::fetch(QString, qint64, Progress, std::stop_token)
{
    co_return fail(ErrorKind::unsupported, tr("This platform has no files but attachments."));
}

QCoro::Task<Result<void>> ChatPlatform::decline(RoomId)
{
    co_return fail(ErrorKind::notFound, tr("There is no invitation into that room."));
}

QCoro::Task<Result<RoomId>> ChatPlatform::join(QString)
{
    co_return fail(ErrorKind::unsupported, tr("Rooms are not joined by their name on this platform."));
}

QCoro::Task<Result<void>> ChatPlatform::rename(RoomId, QString)
{
    co_return fail(ErrorKind::unsupported, tr("A room keeps its name on this platform."));
}

QCoro::Task<Result<void>> ChatPlatform::setTopic(RoomId, QString)
{
    co_return fail(ErrorKind::unsupported, tr("A room keeps its topic on this platform."));
}

QCoro::Task<Result<QStringList>> ChatPlatform::held()
{
    co_return QStringList();
}

QCoro::Task<Result<void>> ChatPlatform::release(QString)
{
    co_return fail(ErrorKind::unsupported, tr("Locks are not cleared on this platform."));
}

QCoro::Task<Result<RoomId>> ChatPlatform::claimRoom()
{
    co_return RoomId();
}

} // namespace wardroom::chat
