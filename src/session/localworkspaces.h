// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/engine.h"

namespace wardroom::session {

//! What a program brings to open workspaces with.
struct Environment
{
    Profile *profile = nullptr;
    domain::Secrets *secrets = nullptr;
    const Clock *clock = nullptr;
    bot::Catalogue catalogue;
    QList<connectors::SecurityTool *> tools;
    QString language = QStringLiteral("en");
};

//! Founds, joins and opens workspaces in a folder on this machine. Each step can be taken again after a crash.
class LocalWorkspaces final : public QObject
{
    Q_OBJECT

public:
    explicit LocalWorkspaces(Environment environment);

    //! Makes the workspace's folder, its founding key and this person's first node.
    QCoro::Task<Result<WorkspaceEntry>> found(QString name, QString folder);
    //! Takes a one-time invitation.
    QCoro::Task<Result<WorkspaceEntry>> join(QString invitation);
    //! An engine that is started and settled: enrolled, and with a policy when this node founded the workspace.
    QCoro::Task<Result<std::unique_ptr<Engine>>> open(WorkspaceEntry entry);

private:
    QCoro::Task<Result<SigningKey>> newKey(domain::NodeId node);
    QCoro::Task<Result<void>> settle(Engine *engine);

    Environment m_environment;
};

//! One line to hand to a colleague; good once, for a week.
Result<QString> invitationFor(const Engine &engine);

} // namespace wardroom::session
