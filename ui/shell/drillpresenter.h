// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/drillplay.h"
#include "session/workspace.h"
#include "ui/shell/mainwindow.h"

namespace wardroom::ui {

//! Shows a drill above the conversation while it is played, and the debrief when it is over.
class DrillPresenter final : public QObject
{
    Q_OBJECT

public:
    //! All outlive it.
    DrillPresenter(MainWindow &window, session::Workspace &workspace, session::DrillPlay &play,
                   QObject *parent = nullptr);
    ~DrillPresenter() override;

private:
    void refresh();
    void debrief();

    MainWindow &m_window;
    session::Workspace &m_workspace;
    session::DrillPlay &m_play;
};

} // namespace wardroom::ui
