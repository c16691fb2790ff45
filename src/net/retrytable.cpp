// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retrytable.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace wardroom::net {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

const RetryRule *retryRule(ErrorKind kind)
{
    const auto rule =
        std::find_if(kRetryTable.begin(), kRetryTable.end(), [&](const RetryRule &each) { return each.kind == kind; });
    return rule == kRetryTable.end() ? nullptr : &*rule;
}

std::optional<milliseconds> retryDelay(const Error &error, int attempt, bool safe)
{
    const RetryRule *rule = retryRule(error.kind);
    if (!rule || (rule->whenSafeOnly && !safe))
        return std::nullopt;
    const int doublings = std::clamp(attempt - 1, 0, 16);
    const milliseconds own = std::min(rule->longest, milliseconds(rule->first.count() << doublings));
    return std::max(own, error.retryAfter.value_or(milliseconds(0)));
}

std::optional<milliseconds> parseRetryAfter(const QByteArray &value, qint64 nowMs)
{
    const QByteArray text = value.trimmed();
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return seconds < 0
                   ? std::nullopt
                   : std::optional(milliseconds(std::min<qint64>(seconds, kLongestRetryAfter.count() / 1000) * 1000));
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return std::clamp(milliseconds(date.toMSecsSinceEpoch() - nowMs), milliseconds(0), kLongestRetryAfter);
}

} // namespace wardroom::net
