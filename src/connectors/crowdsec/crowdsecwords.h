// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "connectors/securitytool.h"

#include <QJsonArray>

namespace wardroom::connectors::crowdsec {

//! CrowdSec's times, in ms since 1970 UTC: RFC 3339 ("created_at") and Go's own ("2026-11-22 06:00:00 +0000 UTC",
//! "start_at"), with or without a fraction. 0 when it is neither.
qint64 parseTime(const QString &text);

//! Go's durations, in ms: "3h59m58.1s", "-1m0s", "500ms". Nothing when it is none, or longer than ten years.
std::optional<qint64> parseDuration(const QString &text);

//! A ban's length as people and manifests say it: "4h", "30m", "1h30m", "7d", or a number of seconds; from one second
//! to a year. In seconds.
Result<qint64> banSeconds(const QJsonValue &value);

//! As Go reads it (it knows no days): "4h", "90m", "75s".
QString goDuration(qint64 seconds);

//! One alert as GET /v1/alerts gives it; \a raw are its own bytes. Wrong types and null lists count as absent.
//! \a target names what this CrowdSec protects; when empty, what the log lines say is taken.
RawAlert toRawAlert(const QJsonObject &alert, const QByteArray &raw, const QString &target);

//! Whether \a alert is for people: not a community block list, and not a ban that Wardroom itself made.
bool isForPeople(const QJsonObject &alert);

//! The scenario that Wardroom's own bans carry.
inline constexpr const char16_t *kOwnScenario = u"wardroom/block";

} // namespace wardroom::connectors::crowdsec
