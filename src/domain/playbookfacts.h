// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/hash.h"
#include "domain/ids.h"
#include "domain/platformword.h"
#include "domain/words.h"

#include <QJsonObject>
#include <QStringList>

namespace wardroom::domain {

enum class PlaybookTrigger { hand, alert, schedule };
//! In this order: what was said of a step is never taken back by something that stands before it in the list.
enum class PlaybookStepState { waiting, asking, skipped, passed, failed };
enum class PlaybookOutcome { done, failed, stopped };

template <> struct Words<PlaybookTrigger>
{
    static constexpr WordTable<PlaybookTrigger, 3> all{{{PlaybookTrigger::hand, u"hand"},
                                                        {PlaybookTrigger::alert, u"alert"},
                                                        {PlaybookTrigger::schedule, u"schedule"}}};
};
template <> struct Words<PlaybookStepState>
{
    static constexpr WordTable<PlaybookStepState, 5> all{{{PlaybookStepState::waiting, u"waiting"},
                                                          {PlaybookStepState::asking, u"asking"},
                                                          {PlaybookStepState::skipped, u"skipped"},
                                                          {PlaybookStepState::passed, u"passed"},
                                                          {PlaybookStepState::failed, u"failed"}}};
};
template <> struct Words<PlaybookOutcome>
{
    static constexpr WordTable<PlaybookOutcome, 3> all{{{PlaybookOutcome::done, u"done"},
                                                        {PlaybookOutcome::failed, u"failed"},
                                                        {PlaybookOutcome::stopped, u"stopped"}}};
};

//! A policy admin signs for the bytes of a playbook: nothing but these bytes is started. In the control room.
struct PlaybookPublished
{
    static constexpr const char16_t *kind = u"playbook.published";
    QString playbook; //!< its name
    QString version;
    Sha256 file;     //!< of its bytes, an attachment; null: taken back
    FactId replaces; //!< the publication that ends with this one
    static void fields(auto &s, auto &&f)
    {
        f("playbook", s.playbook);
        f("version", s.version);
        f("file", s.file);
        f("replaces", s.replaces);
    }
};

//! A run begins, on the node that says so. Its id follows from file and cause where no person started it.
struct PlaybookStarted
{
    static constexpr const char16_t *kind = u"playbook.started";
    QString playbook;
    QString version;
    Sha256 file;        //!< an attachment
    FactId publication; //!< the playbook.published it rests on
    PlaybookTrigger trigger = PlaybookTrigger::hand;
    QJsonObject inputs;         //!< typed: texts and whole numbers
    FactId alert;               //!< what set it off, or what it is about
    QList<PersonId> requesters; //!< who started it (or whose node), and who published it: of every step, too
    static void fields(auto &s, auto &&f)
    {
        f("playbook", s.playbook);
        f("version", s.version);
        f("file", s.file);
        f("publication", s.publication);
        f("trigger", s.trigger);
        f("inputs", s.inputs);
        f("alert", s.alert);
        f("requesters", s.requesters);
    }
};

//! What the node that runs it says of a step that is no command, or of a command that is not asked for.
struct PlaybookStep
{
    static constexpr const char16_t *kind = u"playbook.step";
    FactId run;
    QString step;
    PlaybookStepState state = PlaybookStepState::waiting;
    QString question;
    QStringList options;
    QString group;       //!< whose members decide; the running node asks the platform who they are
    QList<PersonId> who; //!< who decides, by name; both empty: anybody
    qint64 until = 0;    //!< ms: the wait's end, or when nobody's decision counts any more
    QString choice;      //!< passed: which was taken
    FactId decision;     //!< whose word it was; empty: the time was up
    QString note;
    static void fields(auto &s, auto &&f)
    {
        f("run", s.run);
        f("step", s.step);
        f("state", s.state);
        f("question", s.question);
        f("options", s.options);
        f("group", s.group);
        f("who", s.who);
        f("until", s.until);
        f("choice", s.choice);
        f("decision", s.decision);
        f("note", s.note);
    }
};

//! A person answers a playbook's question.
struct PlaybookDecided
{
    static constexpr const char16_t *kind = u"playbook.decided";
    FactId run;
    FactId question; //!< the playbook.step that asks
    QString choice;
    QString reason;
    std::optional<PlatformWord> platform = {};
    static void fields(auto &s, auto &&f)
    {
        f("run", s.run);
        f("question", s.question);
        f("choice", s.choice);
        f("reason", s.reason);
        f("platform", s.platform);
    }
};

struct PlaybookEnded
{
    static constexpr const char16_t *kind = u"playbook.ended";
    FactId run;
    PlaybookOutcome outcome = PlaybookOutcome::done;
    QString reason;
    static void fields(auto &s, auto &&f)
    {
        f("run", s.run);
        f("outcome", s.outcome);
        f("reason", s.reason);
    }
};

} // namespace wardroom::domain
