// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/hash.h"
#include "domain/automation.h"
#include "domain/ids.h"
#include "domain/words.h"

#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace wardroom::domain {

//! A group is the membership of a room whose joining is restricted.
struct Group
{
    QString name; //!< "IT"
    RoomId room;
    static void fields(auto &s, auto &&f)
    {
        f("name", s.name);
        f("room", s.room);
    }
};

//! Whose approval a risk needs, and how many.
struct ApprovalRule
{
    Risk risk = Risk::change;
    QString group;
    qint64 count = 1;
    static void fields(auto &s, auto &&f)
    {
        f("risk", s.risk);
        f("group", s.group);
        f("count", s.count);
    }
};

//! A plugin somebody of the policy's group, not its author, signed for.
struct Vetting
{
    QString plugin;
    Sha256 hash; //!< of the whole folder; one changed byte ends the vetting
    PersonId by;
    qint64 at = 0; //!< ms
    static void fields(auto &s, auto &&f)
    {
        f("plugin", s.plugin);
        f("hash", s.hash);
        f("by", s.by);
        f("at", s.at);
    }
};

//! Minutes of the UTC day in which changes are expected; outside them an approval says so.
struct ChangeWindow
{
    qint64 from = 0;
    qint64 until = 0;
    static void fields(auto &s, auto &&f)
    {
        f("from", s.from);
        f("until", s.until);
    }
};

//! Who may what, one version of it.
struct Policy
{
    qint64 version = 0;
    qint64 level = 1; //!< automation, how far any command may go: 0 suggest only … 3 vetted ones by themselves
    QList<PersonId> admins;
    QList<Group> groups;
    QList<ApprovalRule> approvals;
    QList<PersonId> rota;           //!< who is called when nobody acknowledges, in this order
    qint64 acknowledgeWithin = 300; //!< seconds
    qint64 approveWithin = 900;     //!< seconds until a request expires
    QStringList protectedHosts;
    QList<ChangeWindow> windows; //!< empty: always
    QList<Vetting> vetted;
    NodeId runner;            //!< reads people on phones and speaks for them
    QStringList reactionsFor; //!< risks ("change") that a reaction on a phone may approve
    QList<PersonId> bots;     //!< accounts of programs: they decide on nothing
    RoomId alertRoom;
    std::optional<qint64> policyApprovals =
        {}; //!< of other admins, for the next policy or inventory; none: from before, 0
    std::optional<Automation> automation = {};
    static void fields(auto &s, auto &&f)
    {
        f("version", s.version);
        f("level", s.level);
        f("admins", s.admins);
        f("groups", s.groups);
        f("approvals", s.approvals);
        f("rota", s.rota);
        f("acknowledgeWithin", s.acknowledgeWithin);
        f("approveWithin", s.approveWithin);
        f("protectedHosts", s.protectedHosts);
        f("windows", s.windows);
        f("vetted", s.vetted);
        f("runner", s.runner);
        f("reactionsFor", s.reactionsFor);
        f("bots", s.bots);
        f("alertRoom", s.alertRoom);
        f("policyApprovals", s.policyApprovals);
        f("automation", s.automation);
    }

    const ApprovalRule *ruleFor(Risk risk) const;
    RoomId roomOf(const QString &group) const;
    bool isAdmin(const PersonId &person) const { return admins.contains(person); }
    bool isVetted(const QString &plugin, const Sha256 &hash) const;
    bool isWithinWindow(qint64 atMs) const;
    //! How far \a command may go: 0 only suggested, 1 only reads run, 2 a change runs once approved, 3 see grantFor().
    qint64 levelOf(const QString &command) const;
    //! Its level 3 for exactly these bytes, vetted and as far as the workspace's own level goes; else nullptr.
    const CommandLevel *grantFor(const QString &command, const QString &plugin, const Sha256 &hash, Risk risk) const;
    //! How many other admins have to agree when \a asker wants the policy or the inventory changed.
    qint64 approvalsForChange(const PersonId &asker) const;
    //! SHA-256 of the canonical JSON: what a claim names.
    Sha256 hash() const;
};

} // namespace wardroom::domain
