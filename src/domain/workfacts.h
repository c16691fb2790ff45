// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alertfacts.h"

namespace wardroom::domain {

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
