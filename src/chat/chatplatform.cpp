// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatplatform.h"

// The port has next to no code of its own; this file carries its meta-object.

namespace wardroom::chat {

QCoro::Task<Result<Sent>> ChatPlatform::react(RoomId, EntryId, QString)
{
    co_return fail(ErrorKind::unsupported, tr("There are no reactions on this platform."));
}

QCoro::Task<Result<RoomId>> ChatPlatform::claimRoom()
{
    co_return RoomId();
}

} // namespace wardroom::chat
