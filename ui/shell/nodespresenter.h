// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/nodes.h"
#include "session/workspace.h"
#include "ui/shell/mainwindow.h"

#include <QTimer>

namespace wardroom::ui {

//! The desktops and services in the settings: who is in, who asks, and taking somebody's word.
class NodesPresenter final : public QObject
{
    Q_OBJECT

public:
    NodesPresenter(MainWindow &window, session::Workspace &workspace, QObject *parent = nullptr);
    ~NodesPresenter() override;

    void refresh();

Q_SIGNALS:
    void letInWanted();

private:
    void revoke(const session::NodeLine &node);

    MainWindow &m_window;
    session::Workspace &m_workspace;
    session::Nodes m_nodes;
    QTimer m_soon; //!< every fact of a room asks; once a second is enough
};

} // namespace wardroom::ui
