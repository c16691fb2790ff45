// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/command.h"
#include "bot/language/hearing.h"

namespace wardroom::bot {

//! Where a text begins whose likeliest first word is \a first: what stands before it in its clause belongs to it too
//! where nothing else claims it. "reopen it, |the beacon is back|", 提醒我一小时后|给厂商打电话|.
qsizetype firstOfText(const Command &command, const Heard &heard, const QStringList &tags, qsizetype first);
//! Where a text that begins at \a first ends. One that is looked for ends where the tagger says, any other with the
//! line, but for a time or a courtesy behind it: "remind me to call |in an hour|".
qsizetype lastOfText(const Command &command, const Argument &argument, const Heard &heard, const QStringList &tags,
                     qsizetype first);

//! "check the backups|, for @ana|", 复查规则|，给 @mei 负责|: who is to do it is no part of what is to be done.
QString withoutOwner(const QString &title);
//! What a task or a reminder is put on or in is no part of it: "check the logs| on our to-do list|", |两小时后|解封.
QString withoutFrame(const Command &command, const QString &text);

enum class Tidying {
    noted,
    task,     //!< which one is done
    lookedFor //!< in logs
};

//! "that the key was rotated", "to check the logs please": the text itself.
QString tidied(const QString &text, Tidying tidying);

} // namespace wardroom::bot
