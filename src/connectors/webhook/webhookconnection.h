// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "connectors/webhook/webhookintake.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

namespace wardroom::connectors {

//! One connection: one request, one answer, closed. Internal to the webhook.
class WebhookConnection final : public QObject
{
    Q_OBJECT

public:
    WebhookConnection(QTcpSocket *socket, WebhookIntake *intake);
    ~WebhookConnection() override;
    void answer(int status, const QJsonObject &body, const QByteArray &more = {});
    void refuse(const Refusal &refusal);

private:
    void read();
    void readHead();
    void sayTaken(qsizetype count);
    QCoro::Task<void> handBody(QByteArray body);
    QCoro::Task<void> sayHealth();

    QTcpSocket *m_socket;
    QPointer<WebhookIntake> m_intake;
    QTimer m_limit;
    QByteArray m_bytes;
    QString m_source;
    qint64 m_length = -1;
    qint64 m_discarded = 0;
    bool m_isAnswered = false;
    bool m_isHanded = false;
    bool m_isHealth = false;
};

} // namespace wardroom::connectors
