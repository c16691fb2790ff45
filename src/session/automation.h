// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/command.h"
#include "session/commandstanding.h"
#include "session/roombook.h"

namespace wardroom::session {

class Engine;

//! No run in any room of \a book ended \a grant.
bool recordHolds(const RoomBook &book, const domain::CommandLevel &grant);

//! The state of \a room by which it is decided at \a nowMs what to run: nothing is begun, and nothing said to stand
//! still, of which a claim or an end was here, even where that was deleted and nobody says it again.
domain::IncidentState stateForRuns(const RoomBook &book, const RoomId &room, qint64 nowMs);

//! The levels of automation, and the evidence they rest on.
class Automation final
{
public:
    explicit Automation(const Engine &engine) : m_engine(engine) {}

    //! Every command of the catalogue that is more than words in a room, by name.
    QList<CommandStanding> commands() const;
    CommandStanding standing(const QString &command) const;
    PolicyStanding policy() const;
    //! The policy as it is, with one command (empty: the workspace) at another level; an error says why not.
    Result<domain::Policy> withLevel(const QString &command, qint64 level) const;
    //! Level 3 that \a wanted grants and the policy as it is does not: a sentence each about what this record says of
    //! it.
    QStringList grantedAnew(const domain::Policy &wanted) const;
    //! The first of those that the record does not bear, and why; empty: all are borne.
    QString unfounded(const domain::Policy &wanted) const;

private:
    domain::EvidenceTable table() const;
    CommandStanding standing(const bot::Plugin &plugin, const bot::Command &command,
                             const domain::EvidenceTable &table) const;
    QString whyNotThree(const domain::Policy &policy, const domain::CommandLevel &grant, const QString &plugin,
                        domain::Risk risk) const;

    const Engine &m_engine;
};

} // namespace wardroom::session
