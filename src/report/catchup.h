// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "report/wording.h"

namespace wardroom::report {

//! An incident in five lines for somebody who joins late.
struct CatchUp
{
    QString what;    //!< what happened
    QString howBad;  //!< severity, status, who leads
    QString done;    //!< what was done so far
    QString pending; //!< what is still open
    QString next;    //!< when the next update comes

    QStringList lines() const { return {what, howBad, done, pending, next}; }
};

//! \a nowMs decides only whether the next update is overdue; 0 leaves that out.
CatchUp catchUp(const domain::IncidentState &state, const domain::WorkspaceState &workspace, qint64 nowMs = 0);

} // namespace wardroom::report
