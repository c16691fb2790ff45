// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/matrix/matrixaccount.h"
#include "chat/matrix/matrixwire.h"

#include <QStringList>

namespace wardroom::chat {

//! A server as it introduces itself (Matrix 1.11, "Server discovery", GET /versions, GET /v3/login).
struct MatrixServer
{
    QUrl homeserver;      //!< base URL
    QStringList versions; //!< "v1.11" …
    bool password = false;
    bool token = false;
    bool sso = false;
};

//! What signing in gives.
struct MatrixSignIn
{
    MatrixAccount account;
    MatrixTokens tokens;
};

//! Signing in and out (Matrix 1.11, "Login", "Single sign-on client login/authentication"). Give the device of an
//! earlier sign-in again, so that what was sent under it stays known; empty makes a new one. One thread.
class MatrixLogin final : public QObject
{
    Q_OBJECT

public:
    explicit MatrixLogin(const Clock &clock) : m_clock(clock), m_transport(clock) {}

    //! \a server: "example.org", "@ada:example.org" or an address. unsupported: it does not speak 1.11.
    QCoro::Task<Result<MatrixServer>> discover(QString server);
    QCoro::Task<Result<MatrixSignIn>> byPassword(QUrl homeserver, QString user, QString password, QString device,
                                                 QString deviceName);
    //! A login token (m.login.token), such as single sign-on ends with.
    QCoro::Task<Result<MatrixSignIn>> byToken(QUrl homeserver, QString loginToken, QString device, QString deviceName);
    //! An access token somebody made elsewhere: asks whose it is.
    QCoro::Task<Result<MatrixSignIn>> byAccessToken(QUrl homeserver, QString access);
    //! In the browser: \a open is handed the address to show and may be called once; the browser comes back to a port
    //! of this machine. Ends by itself after \a patience. cancelled, timeout.
    QCoro::Task<Result<MatrixSignIn>> bySso(QUrl homeserver, std::function<void(QUrl)> open, QString device,
                                            QString deviceName, std::chrono::milliseconds patience,
                                            std::stop_token stop = {});
    QCoro::Task<Result<void>> signOut(MatrixSignIn who);

private:
    QCoro::Task<Result<QUrl>> baseOf(QString server);
    QCoro::Task<Result<MatrixSignIn>> login(QUrl homeserver, QJsonObject body, QString device, QString deviceName);

    const Clock &m_clock;
    net::Transport m_transport;
};

} // namespace wardroom::chat
