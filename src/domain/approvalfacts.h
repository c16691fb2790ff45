// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/hash.h"
#include "domain/ids.h"
#include "domain/platformword.h"

#include <optional>

namespace wardroom::domain {

struct ApprovalGiven
{
    static constexpr const char16_t *kind = u"approval.given";
    Sha256 request;
    QString reason;
    QString from; //!< "window", "shell", "reply", "reaction"
    std::optional<PlatformWord> platform = {};
    static void fields(auto &s, auto &&f)
    {
        f("request", s.request);
        f("reason", s.reason);
        f("from", s.from);
        f("platform", s.platform);
    }
};

struct ApprovalDeclined
{
    static constexpr const char16_t *kind = u"approval.declined";
    Sha256 request;
    QString reason;
    QString from;
    std::optional<PlatformWord> platform = {};
    static void fields(auto &s, auto &&f)
    {
        f("request", s.request);
        f("reason", s.reason);
        f("from", s.from);
        f("platform", s.platform);
    }
};

struct ApprovalWithdrawn
{
    static constexpr const char16_t *kind = u"approval.withdrawn";
    FactId approval;
    QString reason;
    std::optional<PlatformWord> platform = {};
    static void fields(auto &s, auto &&f)
    {
        f("approval", s.approval);
        f("reason", s.reason);
        f("platform", s.platform);
    }
};

} // namespace wardroom::domain
