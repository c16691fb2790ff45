// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/hash.h"
#include "domain/ids.h"
#include "domain/inventory.h"
#include "domain/policy.h"

namespace wardroom::domain {

//! What lets a new person's first node in: a one-time key, vouched for by a node that is in already.
struct InvitationProof
{
    NodeId inviter;
    QString key;        //!< the one-time public key
    qint64 expires = 0; //!< ms
    QString vouched;    //!< the inviter's signature over workspace, key and expiry, hexadecimal
    QString proof;      //!< the one-time key's signature over the new node's id and key, hexadecimal
    static void fields(auto &s, auto &&f)
    {
        f("inviter", s.inviter);
        f("key", s.key);
        f("expires", s.expires);
        f("vouched", s.vouched);
        f("proof", s.proof);
    }
};

//! A Wardroom joins. The founding node's key matches the workspace's fingerprint; any other brings an invitation, or
//! waits until others vouch for it by saying the same fact about it: another node of the same person, a policy admin
//! for a new person, two policy admins where a person's nodes are lost.
struct NodeEnrolled
{
    static constexpr const char16_t *kind = u"node.enrolled";
    NodeId node;
    PersonId person;
    QString name;    //!< the person's name
    QString machine; //!< the node's name
    QString key;     //!< Ed25519 public key, hexadecimal
    std::optional<InvitationProof> invitation;
    RoomId claimRoom =
        {}; //!< the node's own private room that its locks point at, where the platform makes them so (Matrix)
    static void fields(auto &s, auto &&f)
    {
        f("node", s.node);
        f("person", s.person);
        f("name", s.name);
        f("machine", s.machine);
        f("key", s.key);
        f("invitation", s.invitation);
        f("claimRoom", s.claimRoom);
    }
};

struct LastGood
{
    RoomId room;
    qint64 seq = 0;
    static void fields(auto &s, auto &&f)
    {
        f("room", s.room);
        f("seq", s.seq);
    }
};

//! A node counts no longer: in each room, what it said after the named sequence number is suspect.
struct NodeRevoked
{
    static constexpr const char16_t *kind = u"node.revoked";
    NodeId node;
    QString reason;
    QList<LastGood> lastGood;
    static void fields(auto &s, auto &&f)
    {
        f("node", s.node);
        f("reason", s.reason);
        f("lastGood", s.lastGood);
    }
};

//! A node that is in, as a policy repeats it.
struct NodeLine
{
    NodeId node;
    PersonId person;
    QString key; //!< Ed25519 public key, hexadecimal
    static void fields(auto &s, auto &&f)
    {
        f("node", s.node);
        f("person", s.person);
        f("key", s.key);
    }
};

//! The next policy. Where the one before asks for approvals, the envelope's op is the request that was approved. It
//! repeats who is in and who counts no longer, for those who never saw what was deleted in the chat.
struct PolicyPublished
{
    static constexpr const char16_t *kind = u"policy.published";
    Policy policy;
    QList<FactId> approvals = {};
    QList<NodeLine> nodes = {};
    QList<NodeRevoked> revoked = {};
    static void fields(auto &s, auto &&f)
    {
        f("policy", s.policy);
        f("approvals", s.approvals);
        f("nodes", s.nodes);
        f("revoked", s.revoked);
    }
};

struct InventoryPublished
{
    static constexpr const char16_t *kind = u"inventory.published";
    Inventory inventory;
    QList<FactId> approvals = {};
    static void fields(auto &s, auto &&f)
    {
        f("inventory", s.inventory);
        f("approvals", s.approvals);
    }
};

//! The envelope of a message that was deleted in the chat after something that counts came to rest on it, for whoever
//! joins later. Taken only where something that is signed waits for it and names it, for its own signature, and only as
//! a removed one: it can prove, and start nothing, whoever says it.
struct RecordKept
{
    static constexpr const char16_t *kind = u"record.kept";
    EntryId entry;
    QString envelope; //!< canonical JSON, as it was sent
    QString spilled;  //!< the attachment that the envelope names; empty: none
    static void fields(auto &s, auto &&f)
    {
        f("entry", s.entry);
        f("envelope", s.envelope);
        f("spilled", s.spilled);
    }
};

//! Count and digest of the room's fact hashes in fold order up to a position, so that two desktops can be compared.
struct RecordAnchored
{
    static constexpr const char16_t *kind = u"record.anchored";
    qint64 count = 0;
    Sha256 digest;
    qint64 untilTime = 0;
    EntryId untilEntry;
    static void fields(auto &s, auto &&f)
    {
        f("count", s.count);
        f("digest", s.digest);
        f("untilTime", s.untilTime);
        f("untilEntry", s.untilEntry);
    }
};

} // namespace wardroom::domain
