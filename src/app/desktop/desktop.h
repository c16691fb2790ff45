// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/practice.h"
#include "session/practicetools.h"
#include "session/tools.h"
#include "session/workspace.h"
#include "session/workspaces.h"
#include "ui/shell/mainwindow.h"

#include <QTimer>
#include <map>

namespace wardroom::session {
class DrillPlay;
struct DrillStory;
} // namespace wardroom::session

namespace wardroom::ui {
class DrillPresenter;
class SignInPresenter;
class WindowPresenter;
} // namespace wardroom::ui

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
    int drillPatience = 8;  //!< seconds in which the scripted colleagues decide
};

//! One person's window on their workspaces, from the welcome on: all are open, one is in front. Wires; what people do
//! is in the presenter.
class Desktop final : public QObject
{
    Q_OBJECT

public:
    Desktop(DesktopParts parts, ui::Theme &theme);
    ~Desktop() override;

    //! Shows the window at once; the workspace follows. Empty \a workspace: the first, or the welcome when there is
    //! none.
    void show(const QString &workspace);
    ui::MainWindow &window() { return *m_window; }
    ui::WindowPresenter &presenter() { return *m_presenter; }
    //! The one in front; null until one is open.
    session::Workspace *workspace() { return m_workspace; }
    session::DrillPlay *drill() { return m_drill.get(); } //!< null: none was begun
    //! After the server of an open workspace has ended the sign-in.
    QCoro::Task<Result<void>> signInAgain(session::WorkspaceEntry entry, session::MatrixCredentials who);
    //! Null unless this desktop made a drill.
    session::Practice *practice() { return m_practice.get(); }

Q_SIGNALS:
    void opened();
    void settled(); //!< what was begun has ended, well or not

private:
    void connectWelcome();
    void connectTeam(const QString &personName, const QString &invitation);
    void run(const QString &doing, QCoro::Task<Result<void>> task);
    QCoro::Task<Result<void>> prepare(QString personName);
    QCoro::Task<Result<void>> unlocked();
    void offerDrills();
    QCoro::Task<Result<void>> practise(QString personName, QString drill);
    QCoro::Task<Result<void>> workHere(QString personName);
    QCoro::Task<Result<void>> join(QString personName, QString invitation);
    QCoro::Task<Result<void>> open(session::WorkspaceEntry entry);
    //! Opened for the first time: forgotten again where the workspace does not take it.
    QCoro::Task<Result<void>> openNew(session::WorkspaceEntry entry);
    QCoro::Task<Result<void>> openOthers();
    QCoro::Task<Result<session::Workspace *>> engineOf(session::WorkspaceEntry entry);
    QCoro::Task<Result<session::Environment>> environment();
    void bringToFront(const QString &name);
    void connectSwitcher();
    void connectBackground(session::Workspace &workspace);
    void refreshSwitcher();
    QCoro::Task<Result<void>> startDetection();
    QCoro::Task<Result<void>> startDrill(session::DrillStory story);
    QString freeName(const QString &wanted) const;
    session::Workspaces &workspaces();
    session::Environment makeEnvironment();
    void playDrill();
    void renewWorkspaces();

    DesktopParts m_parts;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::WindowPresenter> m_presenter;
    std::vector<std::unique_ptr<session::PracticeTools>> m_drillTools; //!< the last is of the drill in front
    std::vector<std::unique_ptr<session::Workspaces>> m_earlierWorkspaces;
    std::unique_ptr<session::Tools> m_tools;
    std::unique_ptr<session::Workspaces> m_workspaces;
    std::unique_ptr<session::Practice> m_practice;
    std::map<QString, std::unique_ptr<session::Workspace>> m_opened;
    QSet<QString> m_opening;
    session::Workspace *m_workspace = nullptr; //!< in front
    QString m_drillName;
    QString m_toPractise; //!< a command that waits for a practice host
    QTimer m_soon;
    std::unique_ptr<ui::SignInPresenter> m_signIn;
    std::unique_ptr<session::DrillPlay> m_drill;
    std::unique_ptr<ui::DrillPresenter> m_drillPresenter;
};

} // namespace wardroom::app
