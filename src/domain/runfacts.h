// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/hash.h"
#include "domain/ids.h"
#include "domain/platformword.h"
#include "domain/words.h"

#include <QJsonObject>

namespace wardroom::domain {

//! One approval as the claiming node counted it.
struct CountedApproval
{
    FactId fact;
    PersonId person;
    Via via = Via::wardroom;
    qint64 seen = 0; //!< ms, the claiming node's clock
    static void fields(auto &s, auto &&f)
    {
        f("fact", s.fact);
        f("person", s.person);
        f("via", s.via);
        f("seen", s.seen);
    }
};

//! The claiming node's decision, once: what it counted and on what ground. Readers check that it adds up.
struct CommandClaimed
{
    static constexpr const char16_t *kind = u"command.claimed";
    Sha256 request;
    QList<CountedApproval> approvals;
    QList<PersonId> members; //!< of the approving group, read fresh
    Sha256 policyHash;
    static void fields(auto &s, auto &&f)
    {
        f("request", s.request);
        f("approvals", s.approvals);
        f("members", s.members);
        f("policyHash", s.policyHash);
    }
};

struct CommandFinished
{
    static constexpr const char16_t *kind = u"command.finished";
    Outcome outcome = Outcome::done;
    qint64 exitCode = 0;
    qint64 took = 0; //!< ms
    QString summary;
    Sha256 log;       //!< the whole output, an attachment
    QJsonObject data; //!< the result's own data, small
    static void fields(auto &s, auto &&f)
    {
        f("outcome", s.outcome);
        f("exitCode", s.exitCode);
        f("took", s.took);
        f("summary", s.summary);
        f("log", s.log);
        f("data", s.data);
    }
};

//! The state read back after the run.
struct CommandVerified
{
    static constexpr const char16_t *kind = u"command.verified";
    Verdict verdict = Verdict::notVerified;
    QString before;
    QString after;
    QString expected;
    QString detail;
    static void fields(auto &s, auto &&f)
    {
        f("verdict", s.verdict);
        f("before", s.before);
        f("after", s.after);
        f("expected", s.expected);
        f("detail", s.detail);
    }
};

struct CommandCancelled
{
    static constexpr const char16_t *kind = u"command.cancelled";
    QString reason;
    std::optional<PlatformWord> platform = {};
    static void fields(auto &s, auto &&f)
    {
        f("reason", s.reason);
        f("platform", s.platform);
    }
};

//! Won but never claimed, or started and then silence: a person must look.
struct CommandStalled
{
    static constexpr const char16_t *kind = u"command.stalled";
    QString reason;
    static void fields(auto &s, auto &&f) { f("reason", s.reason); }
};

} // namespace wardroom::domain
