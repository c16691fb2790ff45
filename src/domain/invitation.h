// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "base/keys.h"
#include "domain/workspacefacts.h"
#include "domain/workspacestate.h"

namespace wardroom::domain {

//! What somebody hands to a new colleague: where the workspace is, its founding fingerprint, and a one-time key that
//! a node which is in already has vouched for. Whoever holds the text can use it once.
struct Invitation
{
    WorkspaceId workspace;
    QString name;  //!< the workspace's
    QString place; //!< local: its folder
    NodeId inviter;
    qint64 expires = 0; //!< ms
    QByteArray seed;    //!< of the one-time key
    QString vouched;    //!< the inviter's signature, hexadecimal

    //! One line without spaces.
    QString toText() const;
    static Result<Invitation> fromText(const QString &text);
};

Invitation makeInvitation(const WorkspaceId &workspace, const QString &name, const QString &place,
                          const NodeId &inviter, const SigningKey &inviterKey, qint64 expires);
InvitationProof proveInvitation(const Invitation &invitation, const NodeId &node, const PublicKey &nodeKey);
//! Empty when \a fact's invitation holds at \a serverTime; otherwise why not.
QString invitationProblem(const NodeEnrolled &fact, const Node &inviter, const WorkspaceId &workspace,
                          qint64 serverTime);

} // namespace wardroom::domain
