// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/hash.h"
#include "domain/ids.h"
#include "domain/platformword.h"
#include "domain/words.h"

namespace wardroom::domain {

//! Points at a fact in another room; the signed envelope itself never moves.
struct Link
{
    RoomId room;
    EntryId entry;
    FactId fact;
    Sha256 hash; //!< of the whole envelope
    static void fields(auto &s, auto &&f)
    {
        f("room", s.room);
        f("entry", s.entry);
        f("fact", s.fact);
        f("hash", s.hash);
    }
};

//! A security tool saw something. The fact's id follows from tool and fingerprint, so two nodes say it once.
struct AlertRaised
{
    static constexpr const char16_t *kind = u"alert.raised";
    QString tool;
    QString scenario;
    QString title;
    AlertSeverity severity = AlertSeverity::medium;
    QString source; //!< what it came from, usually an address
    QString target; //!< what it was aimed at, usually a host
    QString detail; //!< what was seen, one paragraph
    QString fingerprint;
    qint64 first = 0; //!< ms
    qint64 last = 0;  //!< ms
    qint64 count = 1;
    Sha256 raw; //!< the tool's own bytes, in custody
    std::optional<Link> from;
    static void fields(auto &s, auto &&f)
    {
        f("tool", s.tool);
        f("scenario", s.scenario);
        f("title", s.title);
        f("severity", s.severity);
        f("source", s.source);
        f("target", s.target);
        f("detail", s.detail);
        f("fingerprint", s.fingerprint);
        f("first", s.first);
        f("last", s.last);
        f("count", s.count);
        f("raw", s.raw);
        f("from", s.from);
    }
};

//! More of the same: \a count is the new total, \a last the newest sighting.
struct AlertGrouped
{
    static constexpr const char16_t *kind = u"alert.grouped";
    FactId alert;
    qint64 count = 0;
    qint64 last = 0;
    static void fields(auto &s, auto &&f)
    {
        f("alert", s.alert);
        f("count", s.count);
        f("last", s.last);
    }
};

struct AlertAcknowledged
{
    static constexpr const char16_t *kind = u"alert.acknowledged";
    FactId alert;
    RoomId incident; //!< the room opened for it, when acknowledging was opening
    std::optional<PlatformWord> platform = {};
    static void fields(auto &s, auto &&f)
    {
        f("alert", s.alert);
        f("incident", s.incident);
        f("platform", s.platform);
    }
};

//! "That was me": somebody says on the record that it was their own doing.
struct AlertClaimed
{
    static constexpr const char16_t *kind = u"alert.claimed";
    FactId alert;
    QString words;
    std::optional<PlatformWord> platform = {};
    static void fields(auto &s, auto &&f)
    {
        f("alert", s.alert);
        f("words", s.words);
        f("platform", s.platform);
    }
};

struct AlertResolved
{
    static constexpr const char16_t *kind = u"alert.resolved";
    FactId alert;
    Resolution as = Resolution::trueAlert;
    QString note;
    std::optional<PlatformWord> platform = {};
    static void fields(auto &s, auto &&f)
    {
        f("alert", s.alert);
        f("as", s.as);
        f("note", s.note);
        f("platform", s.platform);
    }
};

} // namespace wardroom::domain
