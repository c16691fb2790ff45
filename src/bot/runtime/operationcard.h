// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/steprunner.h"

#include <QElapsedTimer>

namespace wardroom::bot {

//! The message that follows a running operation: its last progress, at most four times a second.
class OperationCard
{
public:
    OperationCard(domain::Out *out, domain::RoomId room, domain::OpId op, QString title);
    void take(const OutputLine &line);

private:
    domain::Out *m_out;
    domain::RoomId m_room;
    domain::OpId m_op;
    QString m_title;
    QElapsedTimer m_last;
};

} // namespace wardroom::bot
