// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/playbookfacts.h"
#include "domain/said.h"

#include <QMap>
#include <optional>

namespace wardroom::domain {

//! A publication, as the control room knows it.
struct PublishedPlaybook
{
    FactId fact;
    PersonId by;
    qint64 at = 0; //!< server's time, ms
    PlaybookPublished published;
};

//! A step that is no operation, as far as the running node told.
struct PlaybookStepStatus
{
    PlaybookStep told; //!< the furthest
    Said said;
    FactId question;    //!< the fact that asked, once it did
    PlaybookStep asked; //!< what it asked
};

struct PlaybookDecision
{
    Said said;
    PlaybookDecided decided;
    QString step;
    bool counts = true; //!< false: too late, twice, by somebody who was not asked …
    QString whyNot;
};

//! One run of a playbook, folded. What its operations do stands in IncidentState::operations.
struct PlaybookRun
{
    FactId id;
    PlaybookStarted started;
    Said said;
    QMap<QString, PlaybookStepStatus> steps;
    QMap<QString, FactId> operations; //!< by step: each is asked for once
    QList<PlaybookDecision> decisions;
    std::optional<PlaybookEnded> ended;
    std::optional<Said> endSaid;
    bool removed = false; //!< its start was edited or deleted in the chat: it goes no further

    bool isRunning() const { return !ended && !removed; }
};

QJsonObject toJson(const PlaybookRun &run);

} // namespace wardroom::domain
