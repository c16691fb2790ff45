// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/keys.h"
#include "domain/ports.h"

namespace wardroom::session {

struct WorkspaceEntry;

//! A new signing key for \a node, kept among the secrets before it is used.
QCoro::Task<Result<SigningKey>> newNodeKey(domain::Secrets &secrets, domain::NodeId node);
//! ErrorKind::corrupt: what is kept is no key.
QCoro::Task<Result<SigningKey>> nodeKey(domain::Secrets &secrets, domain::NodeId node);
//! Where a profile keeps the invitation with which a node will enrol.
QString invitationSetting(const WorkspaceEntry &entry);

} // namespace wardroom::session
