// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"

#include <QJsonValue>

namespace wardroom::bot {

//! One value as somebody said it, checked and made canonical: hosts by their inventory name, people by their id,
//! CVE ids in capitals, addresses as QHostAddress writes them, durations "4h", hashes in small letters; severities and
//! numbers are JSON numbers, the rest are texts. The error says what to say instead.
Result<QJsonValue> typedValue(const Argument &argument, const QString &said, const Vocabulary &vocabulary);

//! The same without a sentence for the error: does \a said fit \a type?
bool fitsType(ArgumentType type, const QString &said, const Vocabulary &vocabulary);

//! Whoever is meant by "@name", a name or an id, ignoring case; nullptr when nobody or more than one is.
const domain::Person *findPerson(const QString &said, const QList<domain::Person> &people);

//! The names of hosts, for messages; at most eight.
QString knownHosts(const domain::Inventory &inventory);

//! Risks whose requests carry a reason.
bool takesReason(const Command &command);

} // namespace wardroom::bot
