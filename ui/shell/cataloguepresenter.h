// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/workspace.h"
#include "ui/shell/mainwindow.h"

namespace wardroom::ui {

//! Keeps the page of commands, and the short list beside a room, as they are now: permissions, runs, and the plugins'
//! files, which may change while the program runs.
class CataloguePresenter final : public QObject
{
    Q_OBJECT

public:
    CataloguePresenter(MainWindow &window, session::Workspace &workspace, const Clock &clock,
                       QObject *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void roomWanted(const wardroom::session::RoomId &room);
    void explainWanted(const QString &line);

private:
    void fillShortList();
    void onPlugins(const QStringList &sentences, bool bad);

    MainWindow &m_window;
    session::Workspace &m_workspace;
    const Clock &m_clock;
    bool m_broken = false; //!< what is said at the foot of the window is ours
};

} // namespace wardroom::ui
