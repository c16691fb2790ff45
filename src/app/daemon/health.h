// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "connectors/webhook/webhookintake.h"
#include "session/workspace.h"

namespace wardroom::daemon {

//! What GET /healthz says: whether this program does its work, and if not, what is in its way. Nothing secret, and
//! nothing of what is said in rooms.
class Health final : public QObject
{
    Q_OBJECT

public:
    Health(session::Workspace &workspace, const Clock &clock, QObject *parent);

    //! What went wrong; empty: well again.
    void note(const QString &sentence);

    //! `{"live":true,"ready","link","syncedAt","outbox","failed","lastError","lastErrorAt"}`; times in ms, 0 for never.
    //! Ready: caught up, and connected or held up by the server's rate alone.
    QCoro::Task<connectors::HealthAnswer> ask();

private:
    QPointer<session::Workspace> m_workspace;
    const Clock &m_clock;
    QString m_lastError;
    qint64 m_lastErrorAt = 0;
};

} // namespace wardroom::daemon
