// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/manifestfields.h"
#include "bot/playbook/playbook.h"

//! The parts of a playbook's file that its reader is made of.
namespace wardroom::bot {

//! Names of inputs and steps: they stand in references, so no dot in them.
const QRegularExpression &stepNameShape();
//! "90s", "10m", "4h", "2d" in ms, within bounds; 0 when missing or wrong (which the sink has then).
qint64 readDuration(ManifestFields &fields, const QString &key, Need need, qint64 least, qint64 most);
PlannedStep readPlannedStep(const YamlNode &node, ProblemSink &sink);
//! Names that are there twice, references to what is not there or comes later.
void checkSteps(const Playbook &playbook, ProblemSink &sink);

} // namespace wardroom::bot
