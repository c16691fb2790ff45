// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/cardviews.h"

namespace wardroom::bot {
struct PlannedStep;
struct Playbook;
struct StepStatus;
} // namespace wardroom::bot

namespace wardroom::session {

class Engine;

//! Makes the card of one run; everything it says of people and results has gone through shownPlainly().
class PlaybookCardMaker
{
public:
    //! All of them outlive this.
    PlaybookCardMaker(const Engine &engine, const RoomId &room, const domain::PlaybookRun &run);

    //! Once.
    PlaybookCard make();

private:
    QString nameOf(const PersonId &person) const;
    QString byline() const;
    void fillSteps();
    PlaybookStepLine lineOf(const bot::StepStatus &status) const;
    QString labelOf(const QString &step, const QString &choice) const;
    QString decisionWords(const bot::PlannedStep &step) const;
    void fillFromRecord();
    void fillStatus();
    QString nodeName() const;
    qint64 lastMoved() const;
    bool isStuck() const;
    void fillQuestion();
    bool mayStop() const;

    const Engine &m_engine;
    const RoomId &m_room;
    const domain::PlaybookRun &m_run;
    const domain::IncidentState &m_state;
    const bot::Playbook *m_playbook;
    PlaybookCard m_card;
};

} // namespace wardroom::session
