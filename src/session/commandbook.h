// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/commandstanding.h"
#include "session/guide.h"

namespace wardroom::session {

//! One time a command was asked for, and how that went.
struct CommandRun
{
    RoomId room;
    QString where;
    qint64 at = 0; //!< ms
    QString how;   //!< "verified", "failed", "waits"
    QString tone;  //!< green, red, amber, muted
    friend bool operator==(const CommandRun &, const CommandRun &) = default;
};

//! Everything a newcomer asks about one command.
struct CommandLine
{
    QString id;
    QString usage;
    QString insert; //!< "/host status "
    QString summary;
    QString help;
    domain::Risk risk = domain::Risk::read;
    QString who;                //!< what becomes of it when this person asks
    bool usable = true;         //!< this person may ask for it here, now
    QString example;            //!< with this workspace's own hosts
    QStringList more;           //!< other examples, the same way
    QString practice;           //!< the example on a practice host; empty: it needs no host
    bool practisesHere = false; //!< this workspace has a practice host
    bool needsHost = false;
    QStringList phrases;   //!< in this person's language
    QStringList arguments; //!< "HOST: which machine"
    QString danger;
    QString readBack; //!< whether something reads back what it did, and whether it can be undone
    QString plugin;   //!< "ip 1.0.0 by Wardroom"
    QString vetting;  //!< who vetted these bytes, or that nobody did
    bool vetted = false;
    QList<CommandRun> runs; //!< the last ones, newest first
    qint64 asked = 0;       //!< ever, in the rooms of this desktop
    qint64 well = 0;        //!< of those that ended
    qint64 badly = 0;
    //! How far it goes by itself, and on what evidence; none: it is words in a room.
    std::optional<CommandStanding> standing;
    friend bool operator==(const CommandLine &, const CommandLine &) = default;
};

//! The catalogue as one person sees it.
class CommandBook
{
public:
    explicit CommandBook(const Engine &engine) : m_engine(engine), m_guide(engine) {}

    QList<CommandLine> lines() const; //!< by id
    //! What is wrong with plugins that could not be read: "plugin.yaml, line 5: …".
    QStringList problems() const;

private:
    CommandLine line(const bot::Plugin &plugin, const bot::Command &command) const;
    void addRuns(QMap<QString, CommandLine> &lines) const;

    const Engine &m_engine;
    Guide m_guide;
};

} // namespace wardroom::session
