// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/speech.h"
#include "report/wording.h"

#include <QDateTime>
#include <QTimeZone>

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

QString categoryName(Category category)
{
    switch (category) {
    case Category::alerts: return translate("wording", "Alerts");
    case Category::commands: return translate("wording", "Commands");
    case Category::decisions: return translate("wording", "Decisions");
    case Category::status: return translate("wording", "Status");
    case Category::notes: return translate("wording", "Notes");
    case Category::workspace: return translate("wording", "Workspace");
    }
    return {};
}

QString severityName(AlertSeverity severity)
{
    switch (severity) {
    case AlertSeverity::info: return translate("wording", "info");
    case AlertSeverity::low: return translate("wording", "low");
    case AlertSeverity::medium: return translate("wording", "medium");
    case AlertSeverity::high: return translate("wording", "high");
    case AlertSeverity::critical: return translate("wording", "critical");
    }
    return {};
}

QString statusName(IncidentStatus status)
{
    switch (status) {
    case IncidentStatus::detected: return translate("wording", "detected");
    case IncidentStatus::triaged: return translate("wording", "triaged");
    case IncidentStatus::containing: return translate("wording", "containing");
    case IncidentStatus::eradicated: return translate("wording", "eradicated");
    case IncidentStatus::recovered: return translate("wording", "recovered");
    case IncidentStatus::reviewed: return translate("wording", "reviewed");
    }
    return {};
}

QString riskName(Risk risk)
{
    switch (risk) {
    case Risk::read: return translate("wording", "read only");
    case Risk::room: return translate("wording", "changes the room");
    case Risk::change: return translate("wording", "change");
    case Risk::disrupt: return translate("wording", "disruptive");
    }
    return {};
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::verified: return translate("wording", "Verified");
    case Verdict::notVerified: return translate("wording", "Not verified");
    case Verdict::drifted: return translate("wording", "Drifted");
    }
    return {};
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::done: return translate("wording", "Ran");
    case Outcome::failed: return translate("wording", "Failed");
    case Outcome::timedOut: return translate("wording", "Ran out of time");
    case Outcome::killed: return translate("wording", "Stopped");
    case Outcome::unknown: return translate("wording", "Ended, how is unknown");
    }
    return {};
}

QString resolutionName(Resolution resolution)
{
    switch (resolution) {
    case Resolution::trueAlert: return translate("wording", "a true alert");
    case Resolution::falseAlert: return translate("wording", "a false alert");
    case Resolution::benign: return translate("wording", "harmless");
    }
    return {};
}

QString timeWords(qint64 ms)
{
    if (ms <= 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s) + u" UTC"_s;
}

QString durationWords(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    if (ms < 1000)
        return translate("wording", "%1 ms").arg(ms);
    if (seconds < 60)
        return translate("wording", "%1 s").arg(seconds);
    if (seconds < 3600)
        return translate("wording", "%1 min").arg(seconds / 60);
    if (seconds % 3600 < 60)
        return translate("wording", "%1 h").arg(seconds / 3600);
    return translate("wording", "%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

} // namespace wardroom::report
