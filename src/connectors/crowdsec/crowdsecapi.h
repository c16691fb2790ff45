// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "domain/ports.h"
#include "net/transport.h"

#include <QUrlQuery>

namespace wardroom::connectors {

struct CrowdSecSettings
{
    QUrl url;                                                   //!< of the local API: http://127.0.0.1:8080
    QString machine;                                            //!< reads alerts and bans
    QString machineSecret = QStringLiteral("crowdsec.machine"); //!< name of its password in domain::Secrets
    QString bouncerSecret = QStringLiteral("crowdsec.bouncer"); //!< name of the key that reads decisions
    QString target;                                             //!< the host it protects; empty: as its log lines say
    std::chrono::milliseconds pollEvery{1'000};
    std::chrono::milliseconds lookBack{24 * 3'600'000}; //!< at the start, alerts this old are read again
    std::chrono::milliseconds timeout{10'000};
};

//! CrowdSec's local API (v1.4 and newer) behind its two accounts: a machine signs in and gets a token of an hour; a
//! bouncer has a key. `transport`, `secrets` and `clock` must outlive it.
class CrowdSecApi final : public QObject
{
    Q_OBJECT

public:
    CrowdSecApi(CrowdSecSettings settings, net::Transport &transport, domain::Secrets &secrets, const Clock &clock);

    QUrl urlOf(const QString &path, const QUrlQuery &query = {}) const;
    QCoro::Task<Result<void>> signIn();
    //! Signs in when there is no token, it is about to expire, or the server no longer takes it (which it does after
    //! each of its restarts); the request itself is then sent once more, since a 401 did nothing.
    QCoro::Task<Result<QByteArray>> asMachine(QByteArray method, QUrl url, QByteArray body);
    QCoro::Task<Result<QByteArray>> asBouncer(QUrl url);

private:
    QCoro::Task<Result<QByteArray>> send(QByteArray method, QUrl url, QByteArray body,
                                         std::pair<QByteArray, QByteArray> credential);
    Result<void> takeToken(const QByteArray &answer);

    CrowdSecSettings m_settings;
    net::Transport &m_transport;
    domain::Secrets &m_secrets;
    const Clock &m_clock;
    QByteArray m_token;
    qint64 m_tokenEnds = 0; //!< ms
};

} // namespace wardroom::connectors
