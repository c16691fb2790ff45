// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/hash.h"
#include "domain/ids.h"

namespace wardroom::report {

struct BundleFile
{
    QString name; //!< with '/' between folders
    qint64 size = 0;
    Sha256 sha256;
    static void fields(auto &s, auto &&f)
    {
        f("name", s.name);
        f("size", s.size);
        f("sha256", s.sha256);
    }
};

//! The last sequence number of one node in one room, with the hash of that envelope.
struct ChainHead
{
    domain::NodeId node;
    domain::RoomId room;
    qint64 seq = 0;
    Sha256 hash;
    static void fields(auto &s, auto &&f)
    {
        f("node", s.node);
        f("room", s.room);
        f("seq", s.seq);
        f("hash", s.hash);
    }
};

//! A record.anchored of the room, as the manifest repeats it.
struct BundleAnchor
{
    qint64 line = 0;
    domain::FactId fact;
    domain::NodeId node;
    qint64 count = 0;
    Sha256 digest;
    static void fields(auto &s, auto &&f)
    {
        f("line", s.line);
        f("fact", s.fact);
        f("node", s.node);
        f("count", s.count);
        f("digest", s.digest);
    }
};

struct WithheldEntry
{
    qint64 line = 0;
    domain::EntryId entry;
    domain::FactId fact;
    QString reason;
    static void fields(auto &s, auto &&f)
    {
        f("line", s.line);
        f("entry", s.entry);
        f("fact", s.fact);
        f("reason", s.reason);
    }
};

//! An attachment that a fact names and that the exporter did not have.
struct AbsentAttachment
{
    qint64 line = 0;
    Sha256 sha256;
    static void fields(auto &s, auto &&f)
    {
        f("line", s.line);
        f("sha256", s.sha256);
    }
};

struct BundleCounts
{
    qint64 lines = 0;
    qint64 control = 0; //!< lines of the control room
    qint64 accepted = 0;
    qint64 waiting = 0;
    qint64 suspect = 0;
    qint64 duplicate = 0;
    qint64 plain = 0;
    qint64 withheld = 0; //!< counted besides their standing
    static void fields(auto &s, auto &&f)
    {
        f("lines", s.lines);
        f("control", s.control);
        f("accepted", s.accepted);
        f("waiting", s.waiting);
        f("suspect", s.suspect);
        f("duplicate", s.duplicate);
        f("plain", s.plain);
        f("withheld", s.withheld);
    }
    friend bool operator==(const BundleCounts &, const BundleCounts &) = default;
};

} // namespace wardroom::report
