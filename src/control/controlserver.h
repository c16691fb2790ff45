// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "control/calls.h"
#include "session/matrixplace.h"

#include <QLocalServer>

class QLocalSocket;

namespace wardroom::control {

//! What the program that runs on a profile serves to wardroomctl: a local socket (0600, same user only).
class ControlServer final : public QObject
{
    Q_OBJECT

public:
    using SignIn = std::function<QCoro::Task<Result<void>>(session::MatrixCredentials)>;

    explicit ControlServer(QObject *parent = nullptr);
    ~ControlServer() override;

    //! \a profileFolder must be locked by this program. The socket's path is noted in it as "socket".
    Result<void> listen(const QString &profileFolder);
    //! Which workspace is served; nullptr: none is open yet.
    void setWorkspace(session::Workspace *workspace);
    //! How the open workspace signs in again where its server has ended the sign-in; without one it cannot be done
    //! here.
    void setSignIn(SignIn signIn) { m_signIn = std::move(signIn); }
    //! One is being opened: calls wait for it until it is set or this is taken back, at most half a minute.
    void setOpening(bool opening) { m_isOpening = opening; }
    //! Takes no more calls; those that run go on.
    void close();
    bool isBusy() const { return m_running > 0; }

Q_SIGNALS:
    //! A second window was asked for: show the first one.
    void raiseAsked();
    void becameIdle();

private:
    class Caller;
    static bool mayAsk(const QLocalSocket &socket);
    void accept();
    QCoro::Task<Answer> carry(Call call);
    QCoro::Task<Answer> signInAgain(Call call);

    QLocalServer m_server;
    QPointer<session::Workspace> m_workspace;
    SignIn m_signIn;
    QString m_note; //!< the file that names the socket
    int m_callers = 0;
    int m_running = 0;
    bool m_isOpening = false;
};

} // namespace wardroom::control
