// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/team.h"
#include "session/workspace.h"
#include "ui/shell/mainwindow.h"

namespace wardroom::ui {

//! Letting people in, and into rooms and groups.
class PeoplePresenter final : public QObject
{
    Q_OBJECT

public:
    PeoplePresenter(MainWindow &window, session::Workspace &workspace, QObject *parent = nullptr);

    void invite();
    void add();

private:
    MainWindow &m_window;
    session::Workspace &m_workspace;
    session::Team m_team;
};

} // namespace wardroom::ui
