// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/incidentstate.h"
#include "domain/workspacestate.h"

namespace wardroom::report {

//! What a fact is about: the timeline's filter.
enum class Category { alerts, commands, decisions, status, notes, workspace };
//! The colour of a fact's dot in the timeline; never the only sign of anything.
enum class Tone { muted, red, amber, green, blue, violet };

//! Who said a fact and what is known of its room. Only the workspace is needed; the rest makes the words better.
struct WordingContext
{
    const domain::WorkspaceState &workspace;
    domain::PersonId by;                         //!< who said it
    domain::OpId op;                             //!< its operation
    const domain::IncidentState *room = nullptr; //!< to name operations, alerts and tasks instead of their ids
};

//! A fact in plain words. All foreign text has gone through shownPlainly; it is still text, not HTML.
struct WordedFact
{
    QString title;  //!< one line: "Accepted by Tomás R."
    QString detail; //!< one short paragraph, often empty
};

WordedFact worded(const domain::Fact &fact, const WordingContext &context);
//! The title alone.
QString sentenceFor(const domain::Fact &fact, const domain::WorkspaceState &workspace);
//! What travels beside the envelope for people in another chat client: several lines of plain text.
QString cardText(const domain::Fact &fact, const WordingContext &context);

Category categoryOf(const domain::Fact &fact);
Tone toneOf(const domain::Fact &fact);
QString categoryName(Category category);

QString severityName(domain::AlertSeverity severity);
QString statusName(domain::IncidentStatus status);
QString riskName(domain::Risk risk);
QString verdictName(domain::Verdict verdict);
QString outcomeName(domain::Outcome outcome);
QString resolutionName(domain::Resolution resolution);

//! "2026-11-23 05:28:59 UTC". Empty for 0.
QString timeWords(qint64 ms);
//! "12 s", "3 min", "2 h 5 min".
QString durationWords(qint64 ms);

} // namespace wardroom::report
