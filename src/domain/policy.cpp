// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/policy.h"

#include "base/canonicaljson.h"
#include "domain/fields.h"

#include <QSet>

namespace wardroom::domain {

const ApprovalRule *Policy::ruleFor(Risk risk) const
{
    const auto rule =
        std::find_if(approvals.begin(), approvals.end(), [risk](const auto &r) { return r.risk == risk; });
    return rule == approvals.end() ? nullptr : &*rule;
}

RoomId Policy::roomOf(const QString &group) const
{
    for (const Group &each : groups)
        if (each.name == group)
            return each.room;
    return {};
}

bool Policy::isVetted(const QString &plugin, const Sha256 &hash) const
{
    return std::any_of(vetted.begin(), vetted.end(),
                       [&](const Vetting &v) { return v.plugin == plugin && v.hash == hash && !hash.isNull(); });
}

bool Policy::isWithinWindow(qint64 atMs) const
{
    const qint64 minute = (atMs / 60'000) % (24 * 60);
    return windows.isEmpty() || std::any_of(windows.begin(), windows.end(), [minute](const ChangeWindow &w) {
               return w.from <= w.until ? minute >= w.from && minute < w.until : minute >= w.from || minute < w.until;
           });
}

qint64 Policy::levelOf(const QString &command) const
{
    if (!automation)
        return level < 1 ? 0 : 2;
    const auto own = std::find_if(automation->commands.begin(), automation->commands.end(),
                                  [&](const CommandLevel &each) { return each.command == command; });
    return std::min(level, own == automation->commands.end() ? 2 : own->level);
}

const CommandLevel *Policy::grantFor(const QString &command, const QString &plugin, const Sha256 &hash, Risk risk) const
{
    const bool mayEver = risk == Risk::change || (risk == Risk::disrupt && automation && automation->disrupt == 1);
    if (!automation || !mayEver || levelOf(command) < 3 || !isVetted(plugin, hash))
        return nullptr;
    for (const CommandLevel &each : automation->commands)
        if (each.command == command)
            return each.hash == hash && each.since > 0 && each.since <= version ? &each : nullptr;
    return nullptr;
}

qint64 Policy::approvalsForChange(const PersonId &asker) const
{
    QSet<PersonId> others(admins.begin(), admins.end());
    others.remove(asker);
    for (const PersonId &bot : bots)
        others.remove(bot);
    return std::clamp<qint64>(policyApprovals.value_or(0), 0, others.size());
}

Sha256 Policy::hash() const
{
    return Sha256::of(canonicalJson(FieldWriter::write(*this)).value_or(QByteArray()));
}

} // namespace wardroom::domain
