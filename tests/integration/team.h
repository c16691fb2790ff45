// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "control/programs.h"

#include <QTcpSocket>

namespace wardroom::test {

//! Ada founded a Local workspace and reaches its hosts; Tom joined by invitation and approves. Only programs touch it.
class Team
{
public:
    //! Founds, invites, joins and lets Tom into the rooms; problem() says what went wrong.
    Team();

    const Somebody &ada() const { return *m_ada; }
    const Somebody &tom() const { return *m_tom; }
    QString top() const { return m_top.path(); }
    QString trust() const { return m_trust; }
    QString problem() const { return m_problem; }

private:
    bool did(const Said &said);
    void found();

    QTemporaryDir m_top;
    std::unique_ptr<Somebody> m_ada, m_tom;
    QString m_trust;
    QString m_problem;
};

//! The operations of a room as \a somebody sees them, those for \a host only when it is given.
QList<QJsonObject> operationsOf(const Somebody &somebody, const QString &room, const QString &host = {});
//! How many lines of \a lines have this \a kind for this operation.
qsizetype countOf(const QList<QJsonObject> &timeline, const QString &kind, const QString &op);
//! How often dpkg began to upgrade \a package in the machine under \a root.
qsizetype upgradesOf(const QString &root, const QString &package);
//! Whether dpkg is done with upgrading \a package there.
bool hasUpgraded(const QString &root, const QString &package);

//! Starts \a somebody's engine without a window and waits until it is ready. With \a port it takes alerts there.
std::unique_ptr<QProcess> startDaemon(const Somebody &somebody, quint16 *port = nullptr);

//! One alert as Prometheus' Alertmanager posts it, sent and not waited for.
class AlertPost
{
public:
    AlertPost(quint16 port, const QByteArray &token, const QByteArray &fingerprint, const QByteArray &title);
    //! The HTTP status, 0 when there was none.
    int status();

private:
    QTcpSocket m_socket;
};

} // namespace wardroom::test
