// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/crowdsec/crowdsecwords.h"

#include "connectors/crowdsec/scenariotable.h"
#include "connectors/sighting.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>
#include <algorithm>

namespace wardroom::connectors::crowdsec {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kYear = 365LL * 24 * 60 * 60;

const ScenarioRow *rowOf(const QString &scenario)
{
    const auto row = std::find_if(kScenarios.begin(), kScenarios.end(), [&](const ScenarioRow &each) {
        return scenario.contains(QLatin1String(each.part), Qt::CaseInsensitive);
    });
    return row == kScenarios.end() ? nullptr : &*row;
}

//! A number and a unit at a time; nothing when anything else is in \a text. \a unitMs gives a unit's length, 0 for
//! none.
std::optional<double> sumOfParts(const QString &text, auto &&unitMs)
{
    static const QRegularExpression part(u"\\G(\\d{1,12}(?:\\.\\d{1,9})?)(ns|us|µs|μs|ms|[smhdw])"_s);
    if (text.isEmpty() || text.size() > 64)
        return std::nullopt;
    double sum = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto match = part.match(text, at);
        const double unit = match.hasMatch() ? unitMs(match.captured(2)) : 0;
        if (unit <= 0)
            return std::nullopt;
        sum += match.captured(1).toDouble() * unit;
        at = match.capturedEnd();
    }
    return sum;
}

double goUnit(const QString &unit)
{
    if (unit == "h"_L1)
        return 3'600'000;
    if (unit == "m"_L1)
        return 60'000;
    if (unit == "s"_L1)
        return 1'000;
    if (unit == "ms"_L1)
        return 1;
    return unit.endsWith(u's') ? (unit == "ns"_L1 ? 1e-6 : 1e-3) : 0;
}

double spokenUnit(const QString &unit)
{
    if (unit == "d"_L1)
        return 24.0 * 3'600'000;
    if (unit == "w"_L1)
        return 7 * 24.0 * 3'600'000;
    return unit == "h"_L1 || unit == "m"_L1 || unit == "s"_L1 ? goUnit(unit) : 0;
}

//! Values of \a key among the events' marks, each once, at most \a most.
QStringList marks(const QJsonObject &alert, const QString &key, qsizetype most)
{
    QStringList values;
    const QJsonArray events = alert.value("events"_L1).toArray();
    for (const QJsonValue event : events) {
        const QJsonArray meta = event.toObject().value("meta"_L1).toArray();
        for (const QJsonValue each : meta) {
            const QString value = cleanText(each.toObject().value("value"_L1).toString(), 60);
            if (each.toObject().value("key"_L1).toString() == key && !value.isEmpty() && !values.contains(value))
                values.append(value);
            if (values.size() >= most)
                return values;
        }
    }
    return values;
}

//! "events: 6, within a second (crowdsecurity/ssh-bf)": CrowdSec's own sentence says the same with nine digits behind
//! the second. It stays where the numbers are not there; custody has it in any case.
QString seenWords(const QJsonObject &alert)
{
    const qint64 events = alert.value("events_count"_L1).toInteger();
    const qint64 first = parseTime(alert.value("start_at"_L1).toString());
    const qint64 last = parseTime(alert.value("stop_at"_L1).toString());
    const QString scenario = cleanText(alert.value("scenario"_L1).toString(), 100);
    if (events <= 0 || first <= 0 || last < first || scenario.isEmpty())
        return cleanText(alert.value("message"_L1).toString(), 300);
    const qint64 seconds = (last - first) / 1000;
    const QString within = seconds < 1
                               ? QCoreApplication::translate("CrowdSecTool", "within a second")
                               : QCoreApplication::translate("CrowdSecTool", "within %1").arg(goDuration(seconds));
    return QCoreApplication::translate("CrowdSecTool", "events: %1, %2 (%3)")
        .arg(QString::number(events), within, scenario);
}

QString detailOf(const QJsonObject &alert)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("CrowdSecTool", text); };
    QStringList lines{seenWords(alert)};
    const QStringList users = marks(alert, u"target_user"_s, 6);
    if (!users.isEmpty())
        lines.append(tr("Names that were tried: %1").arg(users.join(u", "_s)));
    const QJsonObject decision = alert.value("decisions"_L1).toArray().at(0).toObject();
    const qint64 left = parseDuration(decision.value("duration"_L1).toString()).value_or(0);
    if (left > 0)
        lines.append(
            tr("CrowdSec answered with \"%1\", for another %2.")
                .arg(cleanText(decision.value("type"_L1).toString(), 20), goDuration((left / 60'000 + 1) * 60)));
    return lines.join(u'\n');
}

} // namespace

qint64 parseTime(const QString &text)
{
    static const QRegularExpression form(
        u"^(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(\\.\\d{1,9})? ?(Z|[+-]\\d\\d:?\\d\\d)(?: [A-Z]{1,5})?$"_s);
    const auto match = text.size() <= 64 ? form.match(text) : QRegularExpressionMatch();
    if (!match.hasMatch())
        return 0;
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const QTime time = QTime::fromString(match.captured(2), Qt::ISODate);
    if (!date.isValid() || !time.isValid())
        return 0;
    const QString zone = match.captured(4);
    const int sign = zone.startsWith(u'-') ? -1 : 1;
    const int offset = zone == "Z"_L1 ? 0 : sign * (zone.mid(1, 2).toInt() * 3600 + zone.right(2).toInt() * 60);
    const qint64 fraction = match.captured(3).mid(1).leftJustified(3, u'0').left(3).toLongLong();
    return std::max<qint64>(0, QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() - offset * 1000LL + fraction);
}

std::optional<qint64> parseDuration(const QString &text)
{
    const bool isNegative = text.startsWith(u'-');
    if (text == "0"_L1)
        return 0;
    const auto sum = sumOfParts(isNegative ? text.mid(1) : text, goUnit);
    if (!sum || *sum > 10.0 * kYear * 1000)
        return std::nullopt;
    return isNegative ? -qint64(*sum) : qint64(*sum);
}

Result<qint64> banSeconds(const QJsonValue &value)
{
    const auto sum =
        value.isDouble() ? std::optional(value.toDouble() * 1000) : sumOfParts(value.toString(), spokenUnit);
    if (!sum || *sum < 1000 || *sum > double(kYear) * 1000)
        return fail(ErrorKind::invalid,
                    QCoreApplication::translate("CrowdSecTool", "Say for how long, from 1s to 365d, for example 4h."));
    return qint64(*sum / 1000);
}

QString goDuration(qint64 seconds)
{
    if (seconds % 3600 == 0)
        return u"%1h"_s.arg(seconds / 3600);
    return seconds % 60 == 0 ? u"%1m"_s.arg(seconds / 60) : u"%1s"_s.arg(seconds);
}

RawAlert toRawAlert(const QJsonObject &alert, const QByteArray &raw, const QString &target)
{
    const QString scenario = alert.value("scenario"_L1).toString();
    const QJsonObject source = alert.value("source"_L1).toObject();
    const ScenarioRow *row = rowOf(scenario);
    RawAlert result;
    result.tool = u"crowdsec"_s;
    // Ids begin anew when CrowdSec's database is made anew; the time of creation keeps them apart.
    result.toolId =
        u"%1|%2"_s.arg(alert.value("id"_L1).toInteger()).arg(alert.value("created_at"_L1).toString().left(64));
    result.scenario = row && *row->family ? QString::fromLatin1(row->family) : scenario;
    result.severity = QString::fromLatin1(row ? row->severity : "medium");
    result.source = source.value("value"_L1).toString();
    if (result.source.isEmpty())
        result.source = source.value("ip"_L1).toString();
    const QString from = cleanText(result.source, 60);
    result.title = row ? QCoreApplication::translate("CrowdSecTool", row->title).arg(from)
                       : QCoreApplication::translate("CrowdSecTool", "%1 from %2").arg(cleanText(scenario, 100), from);
    const QStringList machines = marks(alert, u"machine"_s, 1);
    result.target = target.isEmpty() && !machines.isEmpty() ? machines.first() : target;
    result.detail = detailOf(alert);
    result.first = parseTime(alert.value("start_at"_L1).toString());
    result.last = parseTime(alert.value("stop_at"_L1).toString());
    result.count = 1; // sightings, not log lines: several scenarios count the same lines
    result.raw = raw;
    return result;
}

bool isForPeople(const QJsonObject &alert)
{
    const QString scope = alert.value("source"_L1).toObject().value("scope"_L1).toString();
    return !scope.startsWith("crowdsecurity/community-blocklist"_L1) && !scope.startsWith("lists:"_L1) &&
           alert.value("scenario"_L1).toString() != QStringView(kOwnScenario);
}

} // namespace wardroom::connectors::crowdsec
