// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/membership.h"
#include "session/workspace.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/paced.h"
#include "ui/shell/roomheader.h"

namespace wardroom::ui {

//! Answers invitations, and what the menu of a room asks for about the room itself: its name and topic, taking somebody
//! out, leaving it.
class MembershipPresenter final : public QObject
{
    Q_OBJECT

public:
    MembershipPresenter(MainWindow &window, session::Workspace &workspace, QObject *parent = nullptr);
    ~MembershipPresenter() override;

Q_SIGNALS:
    void roomLeft(const wardroom::session::RoomId &room);

private:
    void refresh();
    void refreshInvited();
    void runCommand(RoomCommand command);
    void askWords(bool name);
    void askRemove();
    void askLeave();

    MainWindow &m_window;
    session::Workspace &m_workspace;
    Paced m_invited;
    session::RoomId m_invitedInto; //!< whose invited are shown
};

} // namespace wardroom::ui
