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

//! What the rehearsal found: exactly what will happen, shown to those who decide.
struct Plan
{
    QStringList argv; //!< the exact command on the host, or the HTTP request as a line
    QString as;       //!< as which user, where
    QString effect;   //!< "1 upgraded, 0 newly installed, 0 to remove · needs 12 kB"
    QString verify;   //!< what will be read back, in plain words
    QStringList undo; //!< the exact command that undoes it
    QString before;
    QString after;
    QString danger; //!< said plainly
    static void fields(auto &s, auto &&f)
    {
        f("argv", s.argv);
        f("as", s.as);
        f("effect", s.effect);
        f("verify", s.verify);
        f("undo", s.undo);
        f("before", s.before);
        f("after", s.after);
        f("danger", s.danger);
    }
};

//! Somebody asks for a command to run. The hash of this fact's whole envelope is what approvals bind.
struct CommandRequested
{
    static constexpr const char16_t *kind = u"command.requested";
    QString command;  //!< "patch.apply"
    QString title;    //!< "Patch nginx on web-01"
    QString words;    //!< as typed
    QJsonObject args; //!< strings and whole numbers, after typing and defaults
    QString plugin;
    QString pluginVersion;
    Sha256 pluginHash; //!< of the whole plugin folder
    QStringList run;   //!< the plugin's own argv
    Risk risk = Risk::read;
    QString host;
    qint64 needs = 0; //!< approvals
    QString group;    //!< whose members approve
    QString reason;
    QList<PersonId> requesters; //!< everybody in the cause chain
    NodeId runner;              //!< who may claim; empty: any node that can reach the host
    qint64 expires = 0;         //!< ms
    QString nonce;
    OpId undoes;          //!< the operation this undoes
    FactId playbook = {}; //!< the run of a playbook that asks
    QString step = {};    //!< which of its steps this is
    Plan plan;
    std::optional<PlatformWord> platform = {}; //!< asked for from a phone
    static void fields(auto &s, auto &&f)
    {
        f("command", s.command);
        f("title", s.title);
        f("words", s.words);
        f("args", s.args);
        f("plugin", s.plugin);
        f("pluginVersion", s.pluginVersion);
        f("pluginHash", s.pluginHash);
        f("run", s.run);
        f("risk", s.risk);
        f("host", s.host);
        f("needs", s.needs);
        f("group", s.group);
        f("reason", s.reason);
        f("requesters", s.requesters);
        f("runner", s.runner);
        f("expires", s.expires);
        f("nonce", s.nonce);
        f("undoes", s.undoes);
        f("playbook", s.playbook);
        f("step", s.step);
        f("plan", s.plan);
        f("platform", s.platform);
    }
};

} // namespace wardroom::domain
