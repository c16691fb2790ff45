// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/commandbook.h"
#include "session/views.h"
#include "ui/shell/mainwindow.h"

//! Values as a workspace in the middle of an incident would show them: the story of the design's pictures.
namespace wardroom::test {

qint64 at(int hour, int minute, int second = 0); //!< a moment of the story's night, ms
QList<session::RoomLine> someRooms();
QList<session::ConversationRow> someConversation();
//! \a count plain messages, one a minute, with keys "r<first>" onwards.
QList<session::ConversationRow> manyMessages(int first, int count);
session::ConversationRow message(const QString &key, const QString &author, qint64 when, const QString &text);
session::AlertCard someAlert();
session::OperationCard someRun();
session::HeaderView someHeader();
QList<session::TimelineLine> someTimeline();
session::DeadlineLine someClock(); //!< 20 h 47 min are left
session::ApprovalView someApproval();
session::BoardView someBoard();
QList<session::CommandLine> someCommands();
//! The whole window with all of it.
void fill(ui::MainWindow &window);

} // namespace wardroom::test
