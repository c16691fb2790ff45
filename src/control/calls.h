// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "control/answer.h"
#include "control/usage.h"
#include "session/governance.h"
#include "session/workspace.h"

#include <QCoroTask>
#include <QPointer>

namespace wardroom::control {

//! Carries out what wardroomctl says on an open workspace; the same for the program that runs on the profile and for
//! wardroomctl by itself. \a workspace may go while a call is carried out.
QCoro::Task<Answer> carryOut(session::Workspace &workspace, Call call);

//! The room a word names; ErrorKind::notFound says which it was.
Result<session::RoomId> roomOf(session::Workspace &workspace, const QString &word);
//! A person by id or name, "me" for oneself.
Result<session::PersonId> personOf(session::Workspace &workspace, const QString &word);
//! The same, and on a chat server somebody by their whole account: whoever has only a phone is in no workspace. In a
//! Local one a person is an enrolled key and nothing else.
Result<session::PersonId> memberOf(session::Workspace &workspace, const QString &word);
//! Lines for people, columns apart by two spaces.
QString columns(const QList<QStringList> &rows);

//! What came of proposing a policy or an inventory; \a holds: the words where it holds already.
Answer proposedAnswer(const session::Proposed &proposed, const QString &holds);

using Carry = QCoro::Task<Answer> (*)(session::Workspace &workspace, Call call);

//! By the path of the command. One table a concern.
const QMap<QString, Carry> &roomCalls();
const QMap<QString, Carry> &memberCalls();
const QMap<QString, Carry> &peopleCalls();
const QMap<QString, Carry> &policyCalls();
const QMap<QString, Carry> &alertCalls();
const QMap<QString, Carry> &operationCalls();
const QMap<QString, Carry> &recordCalls();
const QMap<QString, Carry> &importCalls();
const QMap<QString, Carry> &outboxCalls();
const QMap<QString, Carry> &inventoryCalls();
const QMap<QString, Carry> &playbookCalls();

} // namespace wardroom::control
