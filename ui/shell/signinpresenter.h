// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/matrixplace.h"
#include "ui/welcome/signinpage.h"

namespace wardroom::ui {

//! Finds a Matrix server, signs in and founds or joins a workspace there, as the sign-in page asks. What is going on
//! can be cancelled at any time: nothing is kept of it then.
class SignInPresenter final : public QObject
{
    Q_OBJECT

public:
    //! Asked when the first key is needed; \a page and \a clock outlive this.
    using Prepare = std::function<QCoro::Task<Result<session::Environment>>()>;
    SignInPresenter(SignInPage &page, const Clock &clock, Prepare prepare, QObject *parent = nullptr);
    ~SignInPresenter() override;

    //! Instead of the desktop's own browser.
    void setBrowser(std::function<void(QUrl)> browser) { m_browser = std::move(browser); }
    //! A sentence that says what went wrong and what to do.
    static QString problemWords(const Error &error);

Q_SIGNALS:
    //! The profile has it now; whoever listens opens it.
    void entered(const wardroom::session::WorkspaceEntry &entry);

private:
    void readInvitation(const QString &text);
    void look(const QString &server);
    void signIn(const SignInWish &wish);
    QCoro::Task<Result<session::WorkspaceEntry>> enter(SignInWish wish, int mine);
    void cancel();

    SignInPage &m_page;
    const Clock &m_clock;
    Prepare m_prepare;
    std::function<void(QUrl)> m_browser;
    chat::MatrixLogin *m_login = nullptr;
    session::MatrixPlace *m_place = nullptr;
    int m_attempt = 0;
};

} // namespace wardroom::ui
