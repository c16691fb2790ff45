// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/engine.h"

namespace wardroom::session {

//! Files that people write: JSON or YAML, the same keys as the facts have. Strict: an unknown key is an error.

//! What such a file changes of the policy \a now; keys it does not name stay as they are.
Result<domain::Policy> policyFrom(const QByteArray &file, const QString &fileName, const domain::Policy &now);
//! The same of the policy that holds, with people and rooms also by name.
Result<domain::Policy> policyFromText(const Engine &engine, const QByteArray &file, const QString &fileName);
QJsonObject policyJson(const domain::Policy &policy);

//! `hosts` (name, aliases, reach, root, address, owner, nodes) and `people` (name, aliases): what sentences can name.
Result<bot::Vocabulary> vocabularyFrom(const QByteArray &file, const QString &fileName);
QJsonObject vocabularyJson(const bot::Vocabulary &vocabulary);
QJsonObject hostJson(const domain::Host &host);

//! From now on, what this node says does not count. For policy admins, and for one's own nodes.
//! Whether the inventory says enough of \a host to reach it; the error names what is missing or wrong.
Result<void> checkReach(const domain::Host &host);
//! Says that a node which asks to be let in is whose it says. Whether it is in then, the fold decides: a person's own
//! node suffices, an admin for a new person, two admins for somebody who is there already.
QCoro::Task<Result<domain::FactId>> vouchForNode(Engine &engine, domain::NodeId node);
QCoro::Task<Result<domain::FactId>> revokeNode(Engine &engine, domain::NodeId node, QString reason);

} // namespace wardroom::session
