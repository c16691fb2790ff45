// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/policy.h"

#include "base/canonicaljson.h"
#include "domain/fields.h"

namespace wardroom::domain {

const ApprovalRule *Policy::ruleFor(Risk risk) const
{
    const auto rule = std::find_if(approvals.begin(), approvals.end(), [risk](const auto &r) { return r.risk == risk; });
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

Sha256 Policy::hash() const
{
    return Sha256::of(canonicalJson(FieldWriter::write(*this)).value_or(QByteArray()));
}

} // namespace wardroom::domain
