// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "connectors/crowdsec/crowdsecapi.h"
#include "connectors/securitytool.h"

#include <QSet>
#include <QTimer>

namespace wardroom::connectors {

//! CrowdSec as a security tool. Arguments of its actions: `address` (or `ip`): an address, or a range such as
//! 203.0.113.0/24; for block also `duration` (or `for`), "4h" by default, and `reason`.
//!
//! Answers: block {"alert":"17","address","until":ms}; unblock {"deleted":n}; check {"active","until","id","type",
//! "origin","scenario","decisions":n}. Integers and strings only, so that they can stand in facts.
//!
//! Alerts: polled, newest first, by a growing limit until one is met that was seen before, so that none is missed
//! however many came at once (the `since` filter goes by the attack's start, and would miss a slow one) and none is
//! told twice. `transport`, `secrets` and `clock` must outlive it.
class CrowdSecTool final : public SecurityTool
{
    Q_OBJECT

public:
    CrowdSecTool(CrowdSecSettings settings, net::Transport &transport, domain::Secrets &secrets, const Clock &clock,
                 QObject *parent = nullptr);

    QString name() const override;
    QStringList actions() const override;
    //! The body of a block shows its two times as "(when it is sent)": what is approved stays the same until it runs.
    Result<ToolRequest> describe(QString action, QJsonObject args) const override;
    QCoro::Task<Result<QJsonObject>> perform(QString action, QJsonObject args) override;
    //! Answers after the first reading. After an error it goes on trying by itself, and says so by healthChanged.
    QCoro::Task<Result<void>> start() override;
    void stop();

private:
    QCoro::Task<Result<void>> poll();
    QCoro::Task<void> pollAndGoOn();
    //! How many alerts are new; nothing when more have to be asked for.
    Result<std::optional<int>> takeAlerts(const QByteArray &answer, int limit);
    void remember(const QJsonArray &alerts);
    void emitAlert(const QJsonObject &alert, const QByteArray &raw);
    QCoro::Task<Result<QJsonObject>> block(ToolRequest request, QJsonObject args);
    QCoro::Task<Result<QJsonObject>> unblock(QUrl url);
    QCoro::Task<Result<QJsonObject>> check(QUrl url);
    void sayHealth(const Result<void> &polled);

    CrowdSecSettings m_settings;
    const Clock &m_clock;
    CrowdSecApi m_api;
    QTimer m_next;
    QSet<QString> m_seen;
    qint64 m_floor = 0; //!< ms: alerts created before are not told
    int m_failures = 0;
    std::optional<bool> m_isWell;
    QString m_trouble;
    ErrorKind m_lastKind = ErrorKind::transient;
    bool m_isPolling = false;
    bool m_isRunning = false;
};

} // namespace wardroom::connectors
