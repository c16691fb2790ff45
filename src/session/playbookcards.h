// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/cardviews.h"

namespace wardroom::session {

class Engine;

//! The card of a run, from the record and the playbook's own bytes; while those are not here, from the record alone.
PlaybookCard playbookCard(const Engine &engine, const RoomId &room, const domain::PlaybookRun &run);
//! The same as lines of plain text, for a shell and for whoever reads without a window.
QStringList playbookLines(const PlaybookCard &card);
//! "done", "waits for approval": a state never stands as a colour or a sign alone.
QString playbookStepWords(PlaybookStepLook look);
QString playbookStepSign(PlaybookStepLook look);
//! What a screen reader says.
QString playbookSpoken(const PlaybookCard &card);
//! Whether this person may answer the question that \a step asks, as far as is known without asking the platform.
bool mayChoose(const Engine &engine, const domain::PlaybookRun &run, const domain::PlaybookStepStatus &step);

//! Somebody who wants to choose, and when.
struct Chooser
{
    domain::PersonId person;
    QList<domain::PersonId> members; //!< of the group that was asked
    qint64 nowMs = 0;
};
bool mayChoose(const domain::PlaybookRun &run, const domain::PlaybookStepStatus &step, const Chooser &chooser,
               const domain::Policy &policy);

} // namespace wardroom::session
