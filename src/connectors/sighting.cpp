// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/sighting.h"

#include <algorithm>

namespace wardroom::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDay = 24 * 60 * 60 * 1000;
constexpr qint64 kMostAtOnce = 1'000'000'000;

QChar cleanChar(const QString &text, qsizetype i, bool keepLines)
{
    const QChar c = text[i];
    if (c.isHighSurrogate())
        return i + 1 < text.size() && text[i + 1].isLowSurrogate() ? c : QChar(QChar::ReplacementCharacter);
    if (c.isLowSurrogate())
        return i > 0 && text[i - 1].isHighSurrogate() ? c : QChar(QChar::ReplacementCharacter);
    if (c == u'\n' && keepLines)
        return c;
    return c.category() == QChar::Other_Control || c.unicode() == 0x2028 || c.unicode() == 0x2029 ? QChar(u' ') : c;
}

} // namespace

QString cleanText(const QString &text, qsizetype longest, bool keepLines)
{
    // Twice the bound is looked at, so that leading spaces do not hide the words; a giant string costs nothing.
    const QString bounded = text.left(2 * longest);
    QString clean;
    clean.reserve(bounded.size());
    for (qsizetype i = 0; i < bounded.size(); ++i)
        clean += cleanChar(bounded, i, keepLines);
    clean = clean.trimmed();
    if (clean.size() <= longest && text.size() <= 2 * longest)
        return clean;
    clean.truncate(longest - 1);
    if (!clean.isEmpty() && clean.back().isHighSurrogate())
        clean.chop(1);
    return clean + u'…';
}

QString fingerprintOf(const QString &tool, const QString &scenario, const QString &source, const QString &target)
{
    return Sha256::of(QStringList{tool, scenario, source, target}.join(QChar(0x1F)).toUtf8()).hex();
}

Sighting cleaned(const RawAlert &alert, qint64 nowMs)
{
    Sighting sighting;
    sighting.tool = cleanText(alert.tool, 40);
    sighting.key = alert.toolId.isEmpty() ? QString() : Sha256::of(alert.toolId.toUtf8()).hex();
    sighting.scenario = cleanText(alert.scenario, 120);
    sighting.title = cleanText(alert.title, 200);
    sighting.severity = domain::fromWord<domain::AlertSeverity>(alert.severity.left(16).toLower())
                            .value_or(domain::AlertSeverity::medium);
    sighting.source = cleanText(alert.source, 120);
    sighting.target = cleanText(alert.target, 120);
    sighting.detail = cleanText(alert.detail, 600, true);
    if (sighting.title.isEmpty())
        sighting.title = sighting.scenario.isEmpty() ? sighting.tool : sighting.scenario;
    // Over more than is shown: two long texts that differ only at their end stay two alerts.
    sighting.fingerprint = fingerprintOf(sighting.tool, cleanText(alert.scenario, 4096), cleanText(alert.source, 4096),
                                         cleanText(alert.target, 4096));
    const auto isInRange = [&](qint64 ms) { return ms > 0 && ms <= nowMs + kDay; };
    const auto inRange = [&](qint64 ms) { return isInRange(ms) ? ms : nowMs; };
    const qint64 first = alert.first > 0 ? alert.first : alert.last;
    sighting.dated = isInRange(first);
    sighting.first = inRange(first);
    sighting.last = std::max(sighting.first, inRange(alert.last > 0 ? alert.last : alert.first));
    sighting.count = std::clamp<qint64>(alert.count, 1, kMostAtOnce);
    return sighting;
}

} // namespace wardroom::connectors
