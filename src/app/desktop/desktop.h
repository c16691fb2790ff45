// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/workspaces.h"
#include "session/practice.h"
#include "session/tools.h"
#include "session/workspace.h"
#include "ui/shell/mainwindow.h"

namespace wardroom::session {
class DrillPlay;
}

namespace wardroom::ui {
class DrillPresenter;
class WindowPresenter;
}

namespace wardroom::app {

//! What one desktop is made of; all of it outlives the desktop.
struct DesktopParts
{
    session::Profile *profile = nullptr;
    domain::Secrets *secrets = nullptr; //!< null: unlock() is asked when they are needed first
    std::function<QCoro::Task<Result<domain::Secrets *>>()> unlock;
    const Clock *clock = nullptr;
    QString resources;        //!< folder
    QString crowdSecUnpacked; //!< folder; empty: a drill has no intrusion detection
    QString language = QStringLiteral("en");
    bool playsDrill = true; //!< false: a practice workspace without a story
};

//! One person's window on one workspace, from the welcome on. Wires; what people do is in the presenter.
class Desktop final : public QObject
{
    Q_OBJECT

public:
    Desktop(DesktopParts parts, ui::Theme &theme);
    ~Desktop() override;

    //! Shows the window at once; the workspace follows. Empty \a workspace: the first, or the welcome when there is none.
    void show(const QString &workspace);
    ui::MainWindow &window() { return *m_window; }
    ui::WindowPresenter &presenter() { return *m_presenter; }
    //! Null until one is open.
    session::Workspace *workspace() { return m_workspace.get(); }
    //! Null unless this desktop made a drill.
    session::Practice *practice() { return m_practice.get(); }

Q_SIGNALS:
    void opened();

private:
    void connectWelcome();
    void run(const QString &doing, QCoro::Task<Result<void>> task);
    QCoro::Task<Result<void>> prepare(QString personName);
    QCoro::Task<Result<void>> unlocked();
    QCoro::Task<Result<void>> practise(QString personName);
    QCoro::Task<Result<void>> workHere(QString personName);
    QCoro::Task<Result<void>> join(QString personName, QString invitation);
    QCoro::Task<Result<void>> open(session::WorkspaceEntry entry);
    QCoro::Task<Result<void>> startDetection();
    QCoro::Task<Result<void>> startDrill();
    session::Workspaces &workspaces();

    DesktopParts m_parts;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::WindowPresenter> m_presenter;
    std::unique_ptr<session::Tools> m_tools;
    std::unique_ptr<session::Workspaces> m_workspaces;
    std::unique_ptr<session::Practice> m_practice;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<session::DrillPlay> m_drill;
    std::unique_ptr<ui::DrillPresenter> m_drillPresenter;
};

} // namespace wardroom::app
