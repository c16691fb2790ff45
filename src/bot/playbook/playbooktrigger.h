// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"
#include "bot/playbook/playbook.h"
#include "domain/alertfacts.h"

//! What sets a playbook off by itself. Pure.
namespace wardroom::bot {

bool matches(const AlertTrigger &trigger, const domain::AlertRaised &alert);
//! What is said by hand, typed. The error says which input is missing or does not fit.
Result<QJsonObject> inputsSaid(const Playbook &playbook, const QJsonObject &said, const Vocabulary &vocabulary);
//! What an alert gives. A field that does not fit the input's type is not given, whatever it says.
Result<QJsonObject> inputsFrom(const Playbook &playbook, const domain::AlertRaised &alert,
                               const Vocabulary &vocabulary);
//! The latest time it was due after \a sinceMs, if that is not long past; 0: none.
qint64 dueSlot(const PlaybookSchedule &schedule, qint64 sinceMs, qint64 nowMs);
//! The run's id: every node that hears the same cause comes to the same.
domain::FactId runOfAlert(const Sha256 &file, const domain::FactId &alert);
domain::FactId runOfSlot(const Sha256 &file, qint64 slotMs);

} // namespace wardroom::bot
