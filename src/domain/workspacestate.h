// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/inventory.h"
#include "domain/playbookstate.h"
#include "domain/policy.h"

#include <QJsonObject>
#include <QMap>

namespace wardroom::domain {

//! One Wardroom, as the control room knows it.
struct Node
{
    NodeId id;
    PersonId person;
    QString machine;
    QString key; //!< Ed25519 public key, hexadecimal
    bool revoked = false;
    QMap<RoomId, qint64> lastGood; //!< once revoked: the last sequence number that counts, by room
    RoomId claimRoom = {};         //!< where its locks point, on platforms that lock so
};

//! An enrolled node's word that another node is whose it says (a first node without invitation, a replaced one).
struct Vouch
{
    PersonId by;
    PersonId person;
    QString key; //!< the other node's, hexadecimal
};

struct Person
{
    PersonId id;
    QString name;
};

//! What the control room says: people, nodes and their keys, every version of policy and inventory.
struct WorkspaceState
{
    WorkspaceId workspace; //!< the founding key's fingerprint: the one thing taken from outside (`--trust`)
    QMap<PersonId, Person> people;
    QMap<NodeId, Node> nodes;
    QMap<qint64, Policy> policies;
    QMap<qint64, Inventory> inventories;
    QMap<NodeId, Node> asking; //!< enrolled themselves and wait for somebody to vouch for them
    QMap<NodeId, QList<Vouch>> vouches;
    QStringList usedInvitations;               //!< one-time keys that have let somebody in
    QMap<FactId, PublishedPlaybook> playbooks; //!< every publication
    QMap<NodeId, QMap<RoomId, qint64>>
        foretold;             //!< revoked by a policy's repetition before it was seen: its last good ones
    qint64 missingPolicy = 0; //!< a later policy waits for this version: nothing starts without it

    const Policy *policy() const; //!< the newest, nullptr before the first
    const Policy *policy(qint64 version) const;
    Inventory inventory() const; //!< the newest, empty before the first
    const Node *node(const NodeId &id) const;
    //! Whose claim room it is; empty: nobody's that counts.
    NodeId claimant(const RoomId &claimRoom) const;
    //! The publications that stand: replaced by none, not taken back.
    QList<PublishedPlaybook> publishedPlaybooks() const;
    QString nameOf(const PersonId &person) const; //!< the id itself when nobody said a name
    PersonId personOf(const NodeId &node) const;
    QJsonObject toJson() const;
};

} // namespace wardroom::domain
