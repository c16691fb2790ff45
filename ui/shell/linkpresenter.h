// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "session/matrixplace.h"
#include "session/team.h"
#include "session/workspace.h"
#include "ui/shell/mainwindow.h"

#include <QTimer>

namespace wardroom::ui {

struct LinkWords;

//! \a words, with those \a failed messages and facts that were refused for good and that nothing sends by itself.
LinkWords withFailed(LinkWords words, qint64 failed);

//! Whether the workspace is reached, whether this desktop is in it, and who waits to be let in: shown at all times.
class LinkPresenter final : public QObject
{
    Q_OBJECT

public:
    //! Signs in under the same device and lets the running platform go on.
    using SignInAgain = std::function<QCoro::Task<Result<void>>(session::MatrixCredentials)>;

    LinkPresenter(MainWindow &window, session::Workspace &workspace, const Clock &clock, QObject *parent = nullptr);
    ~LinkPresenter() override;

    void setSignInAgain(SignInAgain again) { m_again = std::move(again); }
    //! Instead of the desktop's own browser.
    void setBrowser(std::function<void(QUrl)> browser) { m_browser = std::move(browser); }
    void refresh();
    void askSignIn();
    void askLetIn();

private:
    void showWaiting();

    MainWindow &m_window;
    session::Workspace &m_workspace;
    const Clock &m_clock;
    session::Team m_team;
    std::function<void(QUrl)> m_browser;
    SignInAgain m_again;
    QTimer m_soon;
};

} // namespace wardroom::ui
