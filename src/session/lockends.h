// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/roombook.h"

#include <QHash>
#include <QStringList>

namespace wardroom::session {

//! The names under which nodes take what only one of them may do. An operation and a playbook's start go by their ids.
QString callLock(const domain::FactId &call);
QString policyLock(qint64 version);

//! When each of \a names has nothing left to decide, by the record (ms since 1970): an operation that is over when it
//! expired, a playbook's run when it ended, a call when it was said, a version of the policy when it was published.
//! Missing: what nobody has said the end of, and what this node knows nothing of. An expiry that was written is no
//! proof that every node's clock has passed it, and an end is.
QHash<QString, qint64> lockEnds(const RoomBook &book, const QStringList &names);

} // namespace wardroom::session
