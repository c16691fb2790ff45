// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/workspace.h"
#include "ui/conversation/rowlayout.h"
#include "ui/shell/mainwindow.h"

namespace wardroom::ui {

//! What the buttons in cards do.
class CardPresenter final : public QObject
{
    Q_OBJECT

public:
    CardPresenter(MainWindow &window, session::Workspace &workspace, QObject *parent = nullptr);
    ~CardPresenter() override;

    //! \a room: where the card stands.
    void act(const session::RoomId &room, const session::ConversationRow &row, RowAction action);

Q_SIGNALS:
    void roomWanted(const wardroom::session::RoomId &room);
    void decisionWanted(const wardroom::session::RoomId &room, const wardroom::session::OpId &op);

private:
    void answer(const session::ConversationRow &row);
    void compose(const QString &line);
    void showRaw(const session::OperationCard &card);
    void runAgain(const session::RoomId &room, const session::OperationCard &card);
    void actOnAlert(const session::RoomId &room, const session::AlertCard &card, RowAction action);
    void actOnOperation(const session::RoomId &room, const session::OperationCard &card, RowAction action);
    void actOnPlaybook(const session::RoomId &room, const session::PlaybookCard &card, RowAction action);
    void stopPlaybook(const session::RoomId &room, const session::PlaybookCard &card);
    void openIncident(const session::RoomId &room, const session::AlertCard &card);
    void askReason(const session::RoomId &room, const session::OperationCard &card, bool undo);

    MainWindow &m_window;
    session::Workspace &m_workspace;
};

} // namespace wardroom::ui
