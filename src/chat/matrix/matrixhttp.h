// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/matrix/matrixaccount.h"
#include "chat/matrix/matrixwire.h"

namespace wardroom::chat {

//! Calls under one sign-in: adds the token, refreshes it when it ends (Matrix 1.11, "Refreshing access tokens"), and
//! knows when a person has to sign in again ("Soft logout"). One thread.
class MatrixHttp final : public QObject
{
    Q_OBJECT

public:
    MatrixHttp(const Clock &clock, MatrixAccount account, MatrixTokens tokens, KeepTokens keep);

    const MatrixAccount &account() const { return m_account; }
    //! Its gate knows until when the server wants nothing of a lane.
    net::RequestEngine &engine() { return m_engine; }
    bool needsSignIn() const { return m_needsSignIn; }
    //! After a new sign-in under the same device.
    void setTokens(MatrixTokens tokens);

    //! ErrorKind::auth: signInNeeded() was said.
    QCoro::Task<Result<MatrixAnswer>> ask(MatrixCall call, std::stop_token stop = {});
    QCoro::Task<Result<QJsonObject>> json(MatrixCall call, std::stop_token stop = {});

Q_SIGNALS:
    void signInNeeded();
    void refreshed(); //!< or failed to

private:
    bool isEnding() const;
    QCoro::Task<Result<void>> refresh(QString used);
    QCoro::Task<Result<void>> exchangeToken();
    void signedOut();

    const Clock &m_clock;
    net::RequestEngine m_engine;
    MatrixAccount m_account;
    MatrixTokens m_tokens;
    KeepTokens m_keep;
    bool m_needsSignIn = false;
    bool m_refreshing = false;
};

} // namespace wardroom::chat
