// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "domain/incidentstate.h"

#include <QMap>

namespace wardroom::session {

//! What has to be on the record for a step of a drill to count as done. One of them.
struct DrillGoal
{
    QString incident; //!< "opened" or "closed"
    qint64 count = 0; //!< an alert was seen this often
    QString command;  //!< such an operation has finished
    QString verdict;  //!< … and was verified like this; empty: either way
    QString undone;   //!< such an operation was undone

    bool isReached(const QList<domain::IncidentState> &rooms, qint64 since) const; //!< ms: earlier operations do not count
};

//! One step of a drill: what happens, what the person is told, and what they should do.
struct DrillStep
{
    QString id;
    int after = 0; //!< seconds between the end of the step before and this one
    QMap<QString, QString> words; //!< by language
    QMap<QString, QString> goals;
    QMap<QString, QString> says; //!< what the scripted colleague writes
    QString attackAddress;
    int attackLines = 0;
    QString breaks; //!< the package whose next patch does not take
    bool mends = false;
    DrillGoal done;
};

//! A drill, as `resources/drills/*/drill.yaml` tells it.
struct DrillStory
{
    QString name;
    QMap<QString, QString> titles;
    QMap<QString, QString> summaries;
    int minutes = 0;
    QString colleague; //!< the name of who approves
    QList<DrillStep> steps;
};

Result<DrillStory> loadDrill(const QString &file);

} // namespace wardroom::session
