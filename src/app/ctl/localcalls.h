// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"
#include "control/answer.h"
#include "control/usage.h"
#include "domain/ports.h"
#include "session/profile.h"

#include <QCoroTask>

//! What wardroomctl does by itself: no workspace has to be open for it.
namespace wardroom::ctl {

using control::Answer;
using control::Call;

QCoro::Task<Answer> doctor(Call call);
QCoro::Task<Answer> addWorkspace(Call call);
QCoro::Task<Answer> joinWorkspace(Call call);
QCoro::Task<Answer> loginWorkspace(Call call);
QCoro::Task<Answer> listWorkspaces(Call call);
QCoro::Task<Answer> understand(Call call);
QCoro::Task<Answer> replay(Call call);
QCoro::Task<Answer> verify(Call call);
QCoro::Task<Answer> drawReport(Call call);
QCoro::Task<Answer> newPlugin(Call call);
QCoro::Task<Answer> checkPlugin(Call call);
QCoro::Task<Answer> testPlugin(Call call);
QCoro::Task<Answer> vetPlugin(Call call);
QCoro::Task<Answer> listPlugins(Call call);
QCoro::Task<Answer> runPlugin(Call call);
QCoro::Task<Answer> checkPlaybook(Call call);
QCoro::Task<Answer> addSecret(Call call);
QCoro::Task<Answer> removeSecret(Call call);
QCoro::Task<Answer> addTool(Call call);
QCoro::Task<Answer> listTools(Call call);

//! What needs the workspace: by the program that runs on the profile, or with an engine of its own. \a arguments as
//! they were given.
QCoro::Task<Answer> inWorkspace(Call call, QStringList arguments);

//! What "wardroomctl --json WHAT" says of the profile's workspace; nothing where it has none. By a program of its own,
//! because what is said on stdout there is not what was asked for here. Waits for it.
std::optional<Result<QByteArray>> askedInWorkspace(const Call &call, const QStringList &what);

//! The inventory that was given with --inventory, or what the profile's workspace can name.
QCoro::Task<Result<bot::Vocabulary>> vocabularyFor(Call call);
QString profileOf(const Call &call);

//! The profile's secrets, to be read by what is done here for it.
struct OwnSecrets
{
    std::unique_ptr<session::Profile> profile; //!< outlives what it keeps
    std::unique_ptr<domain::Secrets> secrets;
};
QCoro::Task<Result<OwnSecrets>> ownSecrets(Call call);
//! Everything of a file, or of stdin for "-"; at most \a longest bytes.
Result<QByteArray> readInput(const Call &call, const QString &file, qint64 longest);

} // namespace wardroom::ctl
