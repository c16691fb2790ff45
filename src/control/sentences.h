// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/talk.h"
#include "session/workspace.h"

#include <QCoroTask>

namespace wardroom::control {

//! "2026-11-22 06:00:00 UTC"
QString utc(qint64 ms);
//! What an operation came to, in lines for a terminal. A read that runs by itself is waited for, two minutes at most;
//! of any other it says what it waits for.
QCoro::Task<QString> resultWords(session::Workspace &workspace, session::RoomId room, session::OpId op);
QString stageWord(domain::Stage stage);
//! What "wardroomctl understand" prints of one line, whoever understood it.
QJsonObject understandingJson(const QString &text, const domain::Understanding &meant);

} // namespace wardroom::control
