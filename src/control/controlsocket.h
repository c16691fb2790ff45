// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "control/answer.h"

#include <optional>

class QLocalSocket;

namespace wardroom::control {

//! The protocol between wardroomctl and the program that runs on a profile, one JSON document a line. Request:
//! {"v":1,"args":[…],"folder":…}. Answer: any number of {"line":…,"text":…}, then
//! {"exit":…,"json":…,"text":…,"note":…}.
inline constexpr qint64 kLongestRequest = 1024 * 1024;      //!< bytes
inline constexpr qint64 kLongestAnswer = 256 * 1024 * 1024; //!< bytes, of one line

//! Where the program that runs on a profile listens: a short path in a folder of this user's own (sun_path holds 108
//! bytes). Empty where no private folder can be had.
QString socketPathFor(const QString &profileFolder);
//! Whose process the other end is (SO_PEERCRED); nothing where the system does not say.
std::optional<uint> userOf(const QLocalSocket &socket);

QJsonObject toJson(const Answer &answer);
Answer answerFrom(const QJsonObject &json);

} // namespace wardroom::control
