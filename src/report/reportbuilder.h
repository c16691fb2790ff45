// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/fold.h"
#include "report/reportdocument.h"
#include "report/timeline.h"

namespace wardroom::report {

//! What a report is written from.
struct ReportInput
{
    const domain::RoomFold &fold; //!< without what is withheld
    const domain::WorkspaceState &workspace;
    domain::RoomId room;
    QString roomName;
    QString exporterName;
    QString language;
    qint64 madeAt = 0;
    qint64 from = 0;
    qint64 until = 0;
    QList<domain::Entry> messages;              //!< words without envelope, in order
    QList<std::pair<qint64, QString>> withheld; //!< line and reason
    QList<Sha256> attachments;                  //!< in the bundle
};

ReportDocument buildReport(const ReportInput &input, const QList<TimelineRow> &timeline);

} // namespace wardroom::report
