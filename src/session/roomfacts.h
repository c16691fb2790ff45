// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "domain/fact.h"

namespace wardroom::session {

class Engine;

//! The regime of a deadline that is somebody's reminder and no legal clock.
inline const QString kReminder = QStringLiteral("reminder");

//! A typed argument, as text or as a whole number.
QString argumentText(const QJsonObject &args, const QString &name);
qint64 argumentNumber(const QJsonObject &args, const QString &name, qint64 otherwise);

//! What a room command says, for those that say exactly one fact whoever asks and whatever stands in the room:
//! "note.add", "room.remind" … ErrorKind::unsupported: \a action is none of these.
Result<domain::Fact> roomFactOf(const Engine &engine, const domain::RoomId &room, const QString &action,
                                const QJsonObject &args);

} // namespace wardroom::session
