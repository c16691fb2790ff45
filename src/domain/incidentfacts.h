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

//! Nobody answered in time: the next person on the rota is called. Its id follows from alert and step.
struct ResponderCalled
{
    static constexpr const char16_t *kind = u"responder.called";
    PersonId person;
    FactId alert;
    qint64 step = 1;
    QString reason;
    static void fields(auto &s, auto &&f)
    {
        f("person", s.person);
        f("alert", s.alert);
        f("step", s.step);
        f("reason", s.reason);
    }
};

struct ResponderJoined
{
    static constexpr const char16_t *kind = u"responder.joined";
    PersonId person;
    static void fields(auto &s, auto &&f) { f("person", s.person); }
};

struct TaskAdded
{
    static constexpr const char16_t *kind = u"task.added";
    QString title;
    PersonId assignee;
    static void fields(auto &s, auto &&f)
    {
        f("title", s.title);
        f("assignee", s.assignee);
    }
};

struct TaskAssigned
{
    static constexpr const char16_t *kind = u"task.assigned";
    FactId task;
    PersonId assignee;
    static void fields(auto &s, auto &&f)
    {
        f("task", s.task);
        f("assignee", s.assignee);
    }
};

struct TaskDone
{
    static constexpr const char16_t *kind = u"task.done";
    FactId task;
    static void fields(auto &s, auto &&f) { f("task", s.task); }
};

struct EvidenceAdded
{
    static constexpr const char16_t *kind = u"evidence.added";
    QString name;
    qint64 size = 0; //!< bytes
    Sha256 hash;
    QString note;
    static void fields(auto &s, auto &&f)
    {
        f("name", s.name);
        f("size", s.size);
        f("hash", s.hash);
        f("note", s.note);
    }
};

struct NoteAdded
{
    static constexpr const char16_t *kind = u"note.added";
    QString text;
    static void fields(auto &s, auto &&f) { f("text", s.text); }
};

//! A legal clock that started, e.g. the NIS2 early warning.
struct DeadlineStarted
{
    static constexpr const char16_t *kind = u"deadline.started";
    QString regime;
    QString name;
    qint64 due = 0; //!< ms
    static void fields(auto &s, auto &&f)
    {
        f("regime", s.regime);
        f("name", s.name);
        f("due", s.due);
    }
};

struct DeadlineMet
{
    static constexpr const char16_t *kind = u"deadline.met";
    FactId deadline;
    QString note;
    static void fields(auto &s, auto &&f)
    {
        f("deadline", s.deadline);
        f("note", s.note);
    }
};

} // namespace wardroom::domain
