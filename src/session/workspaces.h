// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/environment.h"
#include "session/liveplugins.h"
#include "session/matrixplace.h"

namespace wardroom::session {

//! Founds, joins and opens this profile's workspaces, on a folder of this machine or on a Matrix server. Each step can
//! be taken again after a crash.
class Workspaces final : public QObject
{
    Q_OBJECT

public:
    explicit Workspaces(Environment environment);

    //! A local one: makes its folder, its founding key and this person's first node.
    QCoro::Task<Result<WorkspaceEntry>> found(QString name, QString folder);
    //! One for drills, in this profile. Its own folder says so, and whoever opens it, now or later, as this person or
    //! another, reaches practice hosts only.
    QCoro::Task<Result<WorkspaceEntry>> foundForPractice(QString name);
    //! Takes a one-time invitation into a local workspace. ErrorKind::auth: it is on a server, where one signs in.
    QCoro::Task<Result<WorkspaceEntry>> join(QString invitation);
    //! The commands of all of them, which follow the files of the profile's own plugins.
    const LivePlugins &plugins() const { return m_plugins; }
    //! What is on a Matrix server.
    MatrixPlace &matrix() { return m_matrix; }
    //! An engine that is started and settled: enrolled, or asking to be; with a policy when this node founded it.
    QCoro::Task<Result<std::unique_ptr<Engine>>> open(WorkspaceEntry entry);

private:
    QCoro::Task<Result<WorkspaceEntry>> make(QString name, QString folder, bool practice);
    QCoro::Task<Result<std::unique_ptr<chat::ChatPlatform>>> platformFor(WorkspaceEntry entry,
                                                                         std::shared_ptr<QPointer<Engine>> engine);
    QCoro::Task<Result<void>> settle(Engine *engine);

    Environment m_environment;
    LivePlugins m_plugins;
    MatrixPlace m_matrix;
};

//! One line to hand to a colleague; good once, for a week.
Result<QString> invitationFor(const Engine &engine);

} // namespace wardroom::session
