// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/commandstanding.h"
#include "session/workspace.h"
#include "ui/shell/mainwindow.h"

#include <QTimer>

namespace wardroom::ui {

//! The policy in the settings: what holds, the evidence, and proposing another one.
class PolicyPresenter final : public QObject
{
    Q_OBJECT

public:
    PolicyPresenter(MainWindow &window, session::Workspace &workspace, QObject *parent = nullptr);
    ~PolicyPresenter() override;

    void refresh();

private:
    void changeLevel(const session::CommandStanding &command);
    void changeText();

    MainWindow &m_window;
    session::Workspace &m_workspace;
    QTimer m_soon; //!< every fact of a room asks; once a second is enough
};

} // namespace wardroom::ui
