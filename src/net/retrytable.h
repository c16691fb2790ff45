// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <array>

namespace wardroom::net {

//! What to do after an error of one kind. The waits double from \a first up to \a longest.
struct RetryRule
{
    ErrorKind kind;
    bool whenSafeOnly; //!< only for requests that may be repeated without a second effect (GET, or made idempotent)
    std::chrono::milliseconds first;
    std::chrono::milliseconds longest;
};

//! The kinds that are worth another try; every other kind is final until something changes.
//! A timeout may hide a success, so it is repeated only when that does no harm; a 429 was certainly not carried out.
inline constexpr std::array<RetryRule, 4> kRetryTable{{
    {ErrorKind::rate, false, std::chrono::milliseconds(1'000), std::chrono::milliseconds(60'000)},
    {ErrorKind::transient, true, std::chrono::milliseconds(500), std::chrono::milliseconds(30'000)},
    {ErrorKind::timeout, true, std::chrono::milliseconds(1'000), std::chrono::milliseconds(30'000)},
    {ErrorKind::protocol, true, std::chrono::milliseconds(2'000), std::chrono::milliseconds(60'000)},
}};

//! The longest wait that a server can ask for with Retry-After.
inline constexpr std::chrono::milliseconds kLongestRetryAfter{15 * 60 * 1'000};

//! The rule for \a kind; null when trying again is no use.
const RetryRule *retryRule(ErrorKind kind);

//! How long to wait before try \a attempt + 1 (the first try is attempt 1); nothing when trying again is no use.
//! What the server asked for (Error::retryAfter) is the least.
std::optional<std::chrono::milliseconds> retryDelay(const Error &error, int attempt, bool safe);

//! Retry-After as RFC 9110 §10.2.3 writes it: seconds, or an HTTP date compared with \a nowMs. Bounded.
std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray &value, qint64 nowMs);

} // namespace wardroom::net
