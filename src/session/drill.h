// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "bot/catalogue/command.h"
#include "domain/incidentstate.h"

#include <optional>

namespace wardroom::session {

//! What has to be on the record for a step of a drill to count as done. One of them.
struct DrillGoal
{
    QString incident; //!< "opened" or "closed"
    qint64 count = 0; //!< an alert was seen this often
    QString command;  //!< such an operation has finished
    QString verdict;  //!< … and was verified like this; empty: either way
    QString undone;   //!< such an operation was undone
    QString resolved; //!< an alert was judged so: "true", "false", "benign", or "any" of these

    bool isReached(const QList<domain::IncidentState> &rooms,
                   qint64 since) const; //!< ms: earlier operations do not count
};

//! An alert that the drill raises itself.
struct DrillAlert
{
    QString scenario;
    domain::AlertSeverity severity = domain::AlertSeverity::high;
    QString source;
    bot::Wording title;
    bot::Wording detail;
};

//! One step of a drill: what happens, what the person is told, and what they should do.
struct DrillStep
{
    QString id;
    int after = 0;  //!< seconds between the end of the step before and this one
    int within = 0; //!< seconds that somebody with practice needs; 0: no matter
    bot::Wording words;
    bot::Wording goal;
    bot::Wording says; //!< what the first scripted colleague writes
    QString attackAddress;
    int attackLines = 0;
    QString breaks; //!< the package whose next patch does not take
    bool mends = false;
    QString stage; //!< what happens on the host, by its kind's own name
    std::optional<DrillAlert> alert;
    DrillGoal done;
};

//! A drill, as `resources/drills/*/drill.yaml` tells it.
struct DrillStory
{
    QString name;
    bot::Wording title;
    bot::Wording summary;
    bot::Wording lesson; //!< what to take home, said in the debrief
    int minutes = 0;
    QString host;           //!< the practice host's name
    QStringList hostNames;  //!< what else people call it
    QString hostKind;       //!< what `practice-host make` makes
    QStringList colleagues; //!< the names of those who approve
    QList<DrillStep> steps;
};

//! Refuses what is no whole story, and what names any host but its one practice host.
Result<DrillStory> loadDrill(const QString &file);
//! All whole ones below \a folder, the shortest first.
QList<DrillStory> loadDrills(const QString &folder);

} // namespace wardroom::session
