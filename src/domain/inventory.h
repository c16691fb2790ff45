// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ids.h"

#include <QStringList>

namespace wardroom::domain {

//! A machine commands reach, and how.
struct Host
{
    QString name;
    QStringList aliases;
    QString reach;        //!< "local", "practice" (root is its folder) or "ssh"
    QString root;         //!< practice: the folder; others empty
    QString address;      //!< ssh: a name or address, with ":port" where it is not 22
    QString owner;        //!< a group
    QList<NodeId> nodes;  //!< which nodes reach it; empty: every node
    QString user = {};    //!< ssh: who to be there
    QString secret = {};  //!< ssh: the name of this host's own private key among the secrets
    QString hostKey = {}; //!< ssh: the pinned key, "ssh-ed25519 AAAA…"; another one is not this host
    QString mode =
        {}; //!< ssh: "python" (python3 is fed the script) or "forced" (the key's forced command, wardroom-remote)
    static void fields(auto &s, auto &&f)
    {
        f("name", s.name);
        f("aliases", s.aliases);
        f("reach", s.reach);
        f("root", s.root);
        f("address", s.address);
        f("user", s.user);
        f("secret", s.secret);
        f("hostKey", s.hostKey);
        f("mode", s.mode);
        f("owner", s.owner);
        f("nodes", s.nodes);
    }
};

//! The hosts, one version of the list.
struct Inventory
{
    qint64 version = 0;
    QList<Host> hosts;
    static void fields(auto &s, auto &&f)
    {
        f("version", s.version);
        f("hosts", s.hosts);
    }

    //! By name or alias, ignoring case; nullptr when unknown.
    const Host *find(const QString &nameOrAlias) const;
};

} // namespace wardroom::domain
