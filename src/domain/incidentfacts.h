// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alertfacts.h"

namespace wardroom::domain {

struct IncidentOpened
{
    static constexpr const char16_t *kind = u"incident.opened";
    QString title;
    qint64 severity = 3; //!< 1 (worst) to 4
    PersonId lead;
    std::optional<Link> alert;
    static void fields(auto &s, auto &&f)
    {
        f("title", s.title);
        f("severity", s.severity);
        f("lead", s.lead);
        f("alert", s.alert);
    }
};

//! \a replaces names the status fact it replaces, so that two at once do not depend on order.
struct IncidentStatusSet
{
    static constexpr const char16_t *kind = u"incident.status";
    IncidentStatus status = IncidentStatus::detected;
    FactId replaces;
    static void fields(auto &s, auto &&f)
    {
        f("status", s.status);
        f("replaces", s.replaces);
    }
};

struct IncidentSeveritySet
{
    static constexpr const char16_t *kind = u"incident.severity";
    qint64 severity = 3;
    QString reason;
    static void fields(auto &s, auto &&f)
    {
        f("severity", s.severity);
        f("reason", s.reason);
    }
};

struct IncidentTlpSet
{
    static constexpr const char16_t *kind = u"incident.tlp";
    Tlp tlp = Tlp::amber;
    QString reason;
    static void fields(auto &s, auto &&f)
    {
        f("tlp", s.tlp);
        f("reason", s.reason);
    }
};

struct IncidentRoleSet
{
    static constexpr const char16_t *kind = u"incident.role";
    QString role; //!< "lead", "scribe", "liaison"
    PersonId person;
    static void fields(auto &s, auto &&f)
    {
        f("role", s.role);
        f("person", s.person);
    }
};

//! What is going on, in plain words for people who are not responders.
struct IncidentSummary
{
    static constexpr const char16_t *kind = u"incident.summary";
    QString text;
    static void fields(auto &s, auto &&f) { f("text", s.text); }
};

struct IncidentNextUpdate
{
    static constexpr const char16_t *kind = u"incident.nextupdate";
    qint64 due = 0; //!< ms
    static void fields(auto &s, auto &&f) { f("due", s.due); }
};

struct IncidentClosed
{
    static constexpr const char16_t *kind = u"incident.closed";
    QString summary;
    static void fields(auto &s, auto &&f) { f("summary", s.summary); }
};

struct IncidentReopened
{
    static constexpr const char16_t *kind = u"incident.reopened";
    QString reason;
    static void fields(auto &s, auto &&f) { f("reason", s.reason); }
};

} // namespace wardroom::domain
