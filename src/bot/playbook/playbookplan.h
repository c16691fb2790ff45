// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/catalogue.h"
#include "bot/language/understand.h"
#include "bot/playbook/playbook.h"
#include "domain/incidentstate.h"

//! What a playbook does next, from its file and the record alone: pure, so that a node that was restarted goes on where
//! it was, and every desktop shows the same.
namespace wardroom::bot {

enum class StepStanding { ahead, running, asking, waiting, skipped, passed, failed };

struct StepStatus
{
    StepStanding standing = StepStanding::ahead;
    QString note;    //!< why, or what was found
    domain::OpId op; //!< the operation of a command that was asked for
};

//! One run and all that its next step depends on. What it points to outlives it.
struct PlaybookScene
{
    const Playbook &playbook;
    const domain::PlaybookRun &run;
    const domain::IncidentState &room;
    const Catalogue &catalogue;
};

StepStatus stepStatus(const PlannedStep &step, const PlaybookScene &scene);
//! What \a from names, if it is there: a text or a whole number, never more.
std::optional<QJsonValue> valueOf(const QString &from, const PlaybookScene &scene);
//! The arguments of a command, each typed as if a person had said it; the error says which does not fit.
Result<QJsonObject> argumentsFor(const PlannedStep &step, const PlaybookScene &scene, const Vocabulary &vocabulary);

struct PlaybookAct
{
    enum class Kind { nothing, request, say, tell, count, end } kind = Kind::nothing;
    QString step;
    QJsonObject args;          //!< request, say
    domain::PlaybookStep told; //!< tell
    domain::PlaybookEnded end; //!< end
};

//! \a nowMs is the running node's clock. `say`: the command is a fact in the room. `count`: people have answered, or
//! the time is up; see settleQuestion().
PlaybookAct nextAct(const PlaybookScene &scene, const Vocabulary &vocabulary, const QString &language, qint64 nowMs);
//! The first answer that counts, by a member where a group decides; what stands in the file once the time is up.
std::optional<domain::PlaybookStep> settleQuestion(const PlannedStep &step, const domain::PlaybookRun &run,
                                                   const QList<domain::PersonId> &members, qint64 nowMs);

} // namespace wardroom::bot
