// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/crowdsec/crowdsecwords.h"
#include "connectors/sighting.h"
#include "connectors/webhook/alertmapping.h"
#include "connectors/webhook/requesthead.h"
#include "fuzz/target.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace wardroom::fuzz {
using namespace connectors;

namespace {

constexpr qint64 kNow = 1'790'000'000'000;

void check(const RawAlert &alert)
{
    const Sighting sighting = cleaned(alert, kNow);
    for (const QString &line : {sighting.tool, sighting.scenario, sighting.title, sighting.source, sighting.target}) {
        hold(isWholeText(line, 200), "an alert's line is bounded, without half a character");
        hold(!line.contains(u'\n') && !line.contains(QChar(0)), "a line is one line");
    }
    hold(isWholeText(sighting.detail, 600), "an alert's detail is bounded, without half a character");
    hold(sighting.first > 0 && sighting.first <= sighting.last, "an alert's times are in order");
    hold(sighting.last <= kNow + 24 * 60 * 60 * 1000, "no alert is of the future");
    hold(sighting.count >= 1, "an alert was seen");
}

void crowdsec(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    QJsonArray alerts = document.array();
    alerts.append(document.object());
    for (const QJsonValue &alert : std::as_const(alerts)) {
        crowdsec::isForPeople(alert.toObject());
        check(crowdsec::toRawAlert(alert.toObject(), bytes, {}));
    }
    const QString text = QString::fromUtf8(bytes.left(100));
    hold(crowdsec::parseTime(text) >= 0, "a time is a time, or none");
    crowdsec::parseDuration(text);
    const Result<qint64> seconds = crowdsec::banSeconds(text);
    hold(!seconds || (*seconds >= 1 && *seconds <= 366LL * 86400), "a ban is between a second and a year");
    if (seconds)
        hold(crowdsec::parseDuration(crowdsec::goDuration(*seconds)) == *seconds * 1000, "Go reads the same length");
}

const QList<AlertMapping> &shipped()
{
    static const QList<AlertMapping> mappings = [] {
        QList<AlertMapping> list;
        for (const char *name : {"generic", "alertmanager"}) {
            QFile file(QStringLiteral(WARDROOM_SOURCE_DIR "/resources/mappings/%1.yaml").arg(QLatin1String(name)));
            hold(file.open(QIODevice::ReadOnly), "the shipped mappings are there");
            list.append(AlertMapping::fromYaml(file.readAll()).value());
        }
        return list;
    }();
    return mappings;
}

void take(const AlertMapping &mapping, const QByteArray &body)
{
    const Result<QList<RawAlert>> alerts = mapping.apply(body);
    hold(!alerts || alerts->size() <= AlertMapping::kMost, "one request brings so many alerts, no more");
    for (const RawAlert &alert : alerts.value_or(QList<RawAlert>()))
        check(alert);
}

void webhook(const QByteArray &bytes)
{
    for (const AlertMapping &mapping : shipped())
        take(mapping, bytes);
}

//! The mapping, and after a line "---" what a tool sends.
void mapping(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\n---\n");
    if (const Result<AlertMapping> mapping = AlertMapping::fromYaml(bytes.left(end)))
        take(*mapping, end < 0 ? QByteArray("{}") : bytes.mid(end + 5));
}

void requestHead(const QByteArray &bytes)
{
    const tl::expected<RequestHead, Refusal> head = parseHead(bytes);
    if (!head) {
        hold(head.error().status >= 400 && !head.error().sentence.isEmpty(), "a refusal says why");
        return;
    }
    hold(bytes.size() <= RequestHead::kLongest, "a head is bounded");
    hold(!head->method.isEmpty() && head->path.startsWith('/'), "a request has a method and a path");
    hold(head->length >= -1, "a body is not shorter than nothing");
}

const Registration ofCrowdSec{"crowdsec", crowdsec, 16384};
const Registration ofWebhook{"webhook", webhook, 16384};
const Registration ofMapping{"mapping", mapping, 8192};
const Registration ofRequestHead{"requesthead", requestHead, 20000};

} // namespace

} // namespace wardroom::fuzz
