// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/evidence.h"

namespace wardroom::session {

//! One command, how far it may go, and what the record says of it.
struct CommandStanding
{
    QString command;
    QString summary;
    QString plugin;
    domain::Risk risk = domain::Risk::read;
    Sha256 hash; //!< of the plugin's folder, as it is on this node
    bool vetted = false;
    qint64 level = 0;          //!< 0 to 3: what holds, the workspace's level taken into account
    bool runsByItself = false; //!< level 3 holds right now; or it reads, and may
    bool isOffered = false;    //!< level 3 is reached and not granted
    QString note;              //!< why level 3 is not reached, is over, or cannot be; empty: nothing to say
    domain::Evidence evidence; //!< with these bytes, in all rooms that this node sees
    qint64 earlierRuns = 0;    //!< with other bytes
    qint64 changedAt = 0;      //!< ms: these bytes are known since then; 0: never vetted and never run
    friend bool operator==(const CommandStanding &, const CommandStanding &) = default;
};

//! The policy as far as people see it at once, and every command's standing.
struct PolicyStanding
{
    qint64 version = 0; //!< 0: there is none
    qint64 level = 0;
    qint64 needed = 0; //!< other admins who have to agree to a change that this person wants
    QString whyNotMe;  //!< not empty: this person cannot propose one, and why
    QList<CommandStanding> commands;
};

} // namespace wardroom::session
