// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/command.h"

namespace wardroom::bot {

//! What a run is given. From an alert it takes one field, typed like anything a person would say.
struct PlaybookInput
{
    Argument argument;
    QString fromAlert; //!< "source", "target" …; empty: only by hand
};

//! A value of an argument: either as the file writes it, or all of what \a from names. Never a part of a text: what an
//! alert or a result says is handed on as one typed value or not at all.
struct PlaybookValue
{
    QString literal;
    QString from; //!< "input.host", "scan.data.infected.0", "decide.choice"
};

enum class PlaybookTest { is, isNot, atLeast, known };

struct PlaybookCondition
{
    QString from;
    PlaybookTest test = PlaybookTest::is;
    QString value;
    qint64 number = 0;
    bool isKnown = true; //!< PlaybookTest::known: whether it should be
};

struct PlaybookOption
{
    QString id;
    Wording label;
};

//! Exactly one of command, wait and question.
struct PlannedStep
{
    QString id;
    Wording title;
    QString command; //!< an id of the catalogue, written in the file
    QMap<QString, PlaybookValue> args;
    qint64 wait = 0; //!< ms
    Wording question;
    QList<PlaybookOption> options;
    QString group;                 //!< who decides: members of this group
    bool byStarter = false;        //!< who started it decides
    qint64 timeout = 0;            //!< ms
    QString otherwise;             //!< taken when nobody decided in time; empty: the step fails
    QList<PlaybookCondition> when; //!< all must hold, or the step is left out
    bool goesOn = false;           //!< after a failure
    int line = 0;

    bool isCommand() const { return !command.isEmpty(); }
    bool isWait() const { return wait > 0; }
    bool isQuestion() const { return !options.isEmpty(); }
};

//! Patterns with * that an alert's fields have to match; empty: anything.
struct AlertTrigger
{
    QString source, target, scenario, tool;
    domain::AlertSeverity least = domain::AlertSeverity::info;
};

struct PlaybookSchedule
{
    qint64 every = 0;  //!< ms; 0: daily
    qint64 daily = -1; //!< minutes of the UTC day; -1: none
};

//! A file of routine work. Plain values; what it does follows from it and the record alone (playbookplan.h).
struct Playbook
{
    QString name;
    QString version;
    QString author;
    Wording summary;
    std::optional<AlertTrigger> onAlert;
    std::optional<PlaybookSchedule> schedule;
    int runsAnHour = 20; //!< that alerts may set off
    QList<PlaybookInput> inputs;
    QList<PlannedStep> steps;
    Sha256 hash; //!< of the file's bytes

    const PlannedStep *step(const QString &id) const;
};

} // namespace wardroom::bot
