// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/fold.h"
#include "report/wording.h"

namespace wardroom::report {

//! What a row of the timeline stands for.
enum class RowState {
    accepted,
    waiting, //!< known, but something it refers to is not here yet
    suspect, //!< received and kept, changes nothing
    gap,     //!< a sequence number nobody has seen
};

//! One row of the timeline. Texts are plain and safe to show; escape them for HTML.
struct TimelineRow
{
    qint64 n = 0;  //!< from 1, in fold order
    qint64 at = 0; //!< ms, the server's clock
    QString kind;
    domain::PersonId actor;
    QString actorName;
    domain::NodeId node;
    domain::Via via = domain::Via::wardroom;
    QString summary;
    QString detail;
    domain::OpId op;
    domain::FactId id;
    domain::Position position;
    Category category = Category::notes;
    Tone tone = Tone::muted;
    RowState state = RowState::accepted;
    QString reason; //!< why it waits, is suspect, or what is missing; empty for accepted

    //! As `wardroomctl timeline --json` prints it.
    QJsonObject toJson() const;
};

//! Every fact of the room in fold order, what waits and what is suspect with the reason, and a row for each sequence
//! number that is missing, before the fact that came after it. Facts said again are left out.
QList<TimelineRow> timelineOf(const domain::RoomFold &fold, const domain::WorkspaceState &workspace);
//! The same of the control room.
QList<TimelineRow> timelineOf(const domain::WorkspaceFold &control);

} // namespace wardroom::report
