// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/hash.h"
#include "domain/ids.h"
#include "domain/words.h"

#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace wardroom::domain {

//! How far one command may go by itself. Level 3 names the bytes it was granted for, and the policy that granted it.
struct CommandLevel
{
    QString command;
    qint64 level = 2;
    Sha256 hash = {}; //!< level 3: of the whole plugin folder; changed bytes end it
    qint64 since = 0; //!< level 3: the version that granted it; a run under it or later that goes wrong ends it
    static void fields(auto &s, auto &&f)
    {
        f("command", s.command);
        f("level", s.level);
        f("hash", s.hash);
        f("since", s.since);
    }
    friend bool operator==(const CommandLevel &, const CommandLevel &) = default;
};

//! What the levels mean here. A policy without it is from before: whatever its level above 0, it is read as 2.
struct Automation
{
    qint64 verified = 20; //!< so many verified runs, and none that went wrong, before level 3 is offered
    qint64 disrupt = 0;   //!< 1: what disrupts may reach level 3, too
    QList<CommandLevel> commands;
    static void fields(auto &s, auto &&f)
    {
        f("verified", s.verified);
        f("disrupt", s.disrupt);
        f("commands", s.commands);
    }
};

} // namespace wardroom::domain
