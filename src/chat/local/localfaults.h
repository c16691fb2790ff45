// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <chrono>
#include <optional>

namespace wardroom::chat {

//! Ways in which real platforms fall short, imitated. They touch only what one platform object delivers and answers;
//! the log itself stays whole. Per cent values are 0 to 100; the same seed makes the same faults.
struct LocalFaults
{
    quint32 seed = 1;
    //! Per cent of entries delivered after newer ones: Slack's retries come at once, after 1 and after 5 minutes, and
    //! events sent while no socket was open come later (chat-protocols §2.1.5).
    int late = 0;
    //! What arrives live is in another order than history: Synapse, up to 7 positions (matrix-order 1).
    bool twoOrders = false;
    //! Per cent of entries delivered twice (Slack's redelivery, Matrix's /sync beside /messages, chat-protocols §2).
    int doubles = 0;
    //! Per cent of entries withheld until history() of the room is read or start() is called again: Mattermost resumes
    //! without hello and renumbers, so that the loss cannot be seen (chat-protocols §12.4).
    int gaps = 0;
    //! Per cent of submits and claims that are done but answered as lost: five senders at once got 500 for a post that
    //! exists (chat-protocols §12.7), Slack's `fatal_error` may have succeeded (§5).
    int lostReplies = 0;
    //! Per cent of submits refused for a while, before anything is stored: Synapse allows 0.2 messages a second
    //! (matrix-order, traps), Slack answers 429 with Retry-After.
    int rateLimited = 0;
    std::chrono::milliseconds retryAfter{250};
    //! The disk under the log has no room for another page: SQLite's own SQLITE_FULL, what is there can be read.
    bool fullDisk = false;
    //! The server lets nobody lock: Synapse's `alias_creation_rules` may forbid aliases (matrix-order 4).
    bool noArbiter = false;
    //! Nothing is reachable; entries come once it ends.
    bool offline = false;
    //! Lets LocalPlatform::editAnyones() and wipeAnyones() through: a Matrix server stores other people's edits and
    //! moderators redact (matrix-order 7), Mattermost's admins edit posts.
    bool foreignEdits = false;
    //! Every submit is refused so, before anything is stored: `auth` where the server has ended the sign-in
    //! (chat-protocols §1), `protocol` where something in between answers in its place, as a wireless network's page.
    std::optional<ErrorKind> refusal = {};

    friend bool operator==(const LocalFaults &, const LocalFaults &) = default;
};

} // namespace wardroom::chat
