// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "base/hash.h"

#include <QCoroTask>

namespace wardroom::chat {

//! What a platform is that fetches attachments from where anybody may have put them, and so is told how much one may
//! be. Others have ChatPlatform::download() alone.
class BoundedAttachments
{
public:
    virtual ~BoundedAttachments() = default;
    //! As ChatPlatform::download(); ErrorKind::tooLarge for more than \a most bytes, which are not read to their end.
    virtual QCoro::Task<Result<QByteArray>> downloadAtMost(Sha256 hash, qint64 most) = 0;
};

} // namespace wardroom::chat
