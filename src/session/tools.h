// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "connectors/alertintake.h"
#include "connectors/crowdsec/crowdsectool.h"
#include "connectors/webhook/webhookintake.h"
#include "net/transport.h"
#include "session/engine.h"

namespace wardroom::session {

//! What is needed to speak to a CrowdSec.
struct CrowdSecAccount
{
    QUrl url;
    QString machine;
    QByteArray password; //!< the machine's
    QByteArray bouncer;  //!< the key that reads decisions; may be empty
};

//! The security tools of a profile, and the way of their alerts into the room that the policy names. Outlives the
//! engine that is given its tools; detach() before that engine goes. \a profile, \a secrets and \a clock outlive this.
class Tools final : public QObject
{
    Q_OBJECT

public:
    Tools(const Profile &profile, domain::Secrets &secrets, const Clock &clock);
    ~Tools() override;

    //! Keeps the account in the profile and its secrets; it is used from the next start on.
    static QCoro::Task<Result<void>> keep(Profile &profile, domain::Secrets &secrets, CrowdSecAccount account);
    //! A tool that posts its alerts. Answers the token it has to send.
    static QCoro::Task<Result<QByteArray>> keepWebhook(Profile &profile, domain::Secrets &secrets, QString name,
                                                       QByteArray mapping);
    static QStringList webhooksOf(const Profile &profile);

    QList<connectors::SecurityTool *> all() const;
    //! Signs in to each tool and says its alerts in the room for alerts, as soon as a policy names one.
    void attach(Engine &engine);
    bool isAttached() const { return !m_engine.isNull(); }
    void detach();
    //! Takes posted alerts on loopback; answers the port. After attach().
    QCoro::Task<Result<quint16>> listen(quint16 port);
    //! What GET /healthz answers there; before listen().
    void setHealth(connectors::WebhookIntake::Health health) { m_health = std::move(health); }

Q_SIGNALS:
    //! A tool is not reachable, or an alert could not be kept; empty: well again.
    void troubled(const QString &sentence);

private:
    void makeIntake();
    bool isGone(const domain::FactId &fact) const;
    std::optional<connectors::KnownAlert> knownAlert(const QString &fingerprint) const;
    QCoro::Task<Result<void>> take(QList<connectors::RawAlert> alerts);

    const Profile &m_profile;
    domain::Secrets &m_secrets;
    const Clock &m_clock;
    net::Transport m_transport;
    std::unique_ptr<connectors::CrowdSecTool> m_crowdSec;
    QPointer<Engine> m_engine;
    domain::RoomId m_room;
    std::unique_ptr<connectors::AlertIntake> m_intake;
    std::unique_ptr<connectors::WebhookIntake> m_webhook;
    connectors::WebhookIntake::Health m_health;
};

} // namespace wardroom::session
