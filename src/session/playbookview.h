// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ids.h"

#include <QList>

namespace wardroom::session {

enum class PlaybookStepLook { ahead, running, approval, asking, waiting, skipped, done, failed };

struct PlaybookStepLine
{
    QString title;
    QString note; //!< what was found, why it failed, who decided
    PlaybookStepLook look = PlaybookStepLook::ahead;
    domain::OpId op;        //!< its operation, once it was asked for
    bool canDecide = false; //!< this person may open the approval dialog of \a op
    friend bool operator==(const PlaybookStepLine &, const PlaybookStepLine &) = default;
};

struct PlaybookChoice
{
    QString id;
    QString label;
    friend bool operator==(const PlaybookChoice &, const PlaybookChoice &) = default;
};

enum class PlaybookLook { running, asking, done, failed, stopped };

//! A run of a playbook in a conversation: all its steps in one place.
struct PlaybookCard
{
    domain::FactId run;
    QString title;  //!< "Malware containment"
    QString byline; //!< "malware-containment 1.0.0 · started by Ana · published by Priya"
    QString status; //!< "step 3 of 7", "stopped by Ana: wrong host"
    PlaybookLook look = PlaybookLook::running;
    QList<PlaybookStepLine> steps;
    domain::FactId questionFact; //!< not empty: a decision is waited for
    QString question;
    QString asked; //!< "IT decides, until 10:20 UTC"
    QList<PlaybookChoice> choices;
    bool canChoose = false;
    bool canStop = false;
    friend bool operator==(const PlaybookCard &, const PlaybookCard &) = default;
};

} // namespace wardroom::session
