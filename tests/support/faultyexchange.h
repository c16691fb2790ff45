// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "support/faultproxy.h"

#include <QPointer>
#include <QTcpSocket>

namespace wardroom::test {

//! One connection to a FaultProxy: one request, and what becomes of it. Internal to it.
class FaultyExchange final : public QObject
{
    Q_OBJECT

public:
    FaultyExchange(QTcpSocket *client, FaultProxy *proxy);

private:
    void read();
    void act();
    void forward(bool again);
    void replied();
    void say(const QByteArray &status, const QByteArray &type, const QByteArray &body, const QByteArray &more = {});
    void hangUp();
    qint64 wholeLength(qsizetype head) const;

    QTcpSocket *m_client;
    QPointer<FaultProxy> m_proxy;
    QPointer<QTcpSocket> m_server;
    QByteArray m_request;
    QByteArray m_reply;
    Fault m_fault = Fault::none;
    bool m_isWhole = false;
    bool m_isAgain = false;
};

} // namespace wardroom::test
