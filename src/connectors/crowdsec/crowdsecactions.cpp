// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What CrowdSecTool does to CrowdSec, and how it reads it back.
#include "connectors/crowdsec/crowdsectool.h"
#include "connectors/crowdsec/crowdsecwords.h"
#include "connectors/sighting.h"
#include "net/jsonanswer.h"

#include <QDateTime>
#include <QHostAddress>
#include <QJsonDocument>
#include <QPointer>

namespace wardroom::connectors {

using namespace Qt::StringLiterals;

namespace {

struct Subject
{
    QString scope; //!< "Ip" or "Range"
    QString value; //!< normalised
};

QJsonValue firstOf(const QJsonObject &args, QLatin1String one, QLatin1String other)
{
    return args.contains(one) ? args.value(one) : args.value(other);
}

Result<Subject> subjectOf(const QJsonObject &args)
{
    const QString text = firstOf(args, "address"_L1, "ip"_L1).toString();
    const auto wrong =
        fail(ErrorKind::invalid, CrowdSecTool::tr("Name one address, for example 203.0.113.7 or 2001:db8::1."));
    if (text.isEmpty() || text.size() > 60 || text.contains(u'%'))
        return wrong;
    if (text.contains(u'/')) {
        const auto [network, bits] = QHostAddress::parseSubnet(text);
        // A range shorter than this is a whole provider or more: a slip of the finger, not an attacker.
        const int least = network.protocol() == QAbstractSocket::IPv6Protocol ? 32 : 8;
        if (network.isNull() || bits < least)
            return wrong;
        return Subject{u"Range"_s, u"%1/%2"_s.arg(network.toString()).arg(bits)};
    }
    const QHostAddress address(text);
    // Qt also takes "127.1" and "1"; only what is written out counts.
    const bool isWrittenOut = address.protocol() == QAbstractSocket::IPv6Protocol || text.count(u'.') == 3;
    if (address.isNull() || !isWrittenOut || address == QHostAddress(QHostAddress::AnyIPv4) ||
        address == QHostAddress(QHostAddress::AnyIPv6))
        return wrong;
    return Subject{u"Ip"_s, address.toString()};
}

QUrlQuery filterOf(const Subject &subject, bool exactly)
{
    QUrlQuery query;
    query.addQueryItem(subject.scope == "Ip"_L1 ? u"ip"_s : u"range"_s, subject.value);
    if (exactly) // otherwise deleting one address also ends the ban of every range it lies in
        query.addQueryItem(u"contains"_s, u"false"_s);
    return query;
}

QJsonObject blockBody(const Subject &subject, qint64 seconds, const QString &reason, const QString &when)
{
    const QString scenario = QString::fromUtf16(crowdsec::kOwnScenario);
    QJsonObject source{{u"scope"_s, subject.scope}, {u"value"_s, subject.value}};
    source.insert(subject.scope == "Ip"_L1 ? u"ip"_s : u"range"_s, subject.value);
    const QJsonObject decision{{u"duration"_s, crowdsec::goDuration(seconds)},
                               {u"origin"_s, u"wardroom"_s},
                               {u"scenario"_s, scenario},
                               {u"scope"_s, subject.scope},
                               {u"type"_s, u"ban"_s},
                               {u"value"_s, subject.value},
                               {u"simulated"_s, false}};
    return {{u"scenario"_s, scenario},
            {u"scenario_hash"_s, QString()},
            {u"scenario_version"_s, QString()},
            {u"message"_s, reason},
            {u"events_count"_s, 1},
            {u"start_at"_s, when},
            {u"stop_at"_s, when},
            {u"capacity"_s, 0},
            {u"leakspeed"_s, u"0"_s},
            {u"simulated"_s, false},
            {u"events"_s, QJsonArray()},
            {u"source"_s, source},
            {u"decisions"_s, QJsonArray{decision}}};
}

// Built outside the coroutines: GCC 12 cannot compile an initialiser list inside one.
QByteArray blockBytes(QJsonObject body, qint64 now)
{
    const QString when = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(u"yyyy-MM-ddThh:mm:ss.zzzZ"_s);
    body.insert(u"start_at"_s, when);
    body.insert(u"stop_at"_s, when); // CrowdSec counts the ban from here
    return QJsonDocument(QJsonArray{body}).toJson(QJsonDocument::Compact);
}

Result<QJsonObject> blocked(const QByteArray &answer, const QJsonObject &body, qint64 until)
{
    const auto json = net::parsedJson(answer);
    const QString alert = json ? json->toArray().at(0).toString() : QString();
    if (alert.isEmpty())
        return fail(
            ErrorKind::protocol,
            CrowdSecTool::tr("CrowdSec took the block but did not say under which number. Check whether it is there."));
    const QString address = body.value("source"_L1).toObject().value("value"_L1).toString();
    return QJsonObject{{u"alert"_s, cleanText(alert, 40)}, {u"address"_s, address}, {u"until"_s, until}};
}

Result<QJsonObject> unblocked(const QByteArray &answer)
{
    const auto json = net::parsedJson(answer);
    bool isNumber = false;
    const int deleted = json ? json->toObject().value("nbDeleted"_L1).toVariant().toString().toInt(&isNumber) : 0;
    if (!isNumber)
        return fail(ErrorKind::protocol,
                    CrowdSecTool::tr("CrowdSec did not say how many blocks it ended. Check what is left."));
    return QJsonObject{{u"deleted"_s, deleted}};
}

Result<QJsonObject> checked(const QByteArray &answer, qint64 now)
{
    const auto json = net::parsedJson(answer);
    if (!json || (!json->isArray() && !json->isNull())) // an empty list is null
        return fail(ErrorKind::protocol, CrowdSecTool::tr("CrowdSec's list of decisions is not a list."));
    QJsonObject longest;
    qint64 left = 0;
    int active = 0;
    const QJsonArray decisions = json->toArray();
    for (const QJsonValue each : decisions) {
        const QJsonObject decision = each.toObject();
        const qint64 ms = crowdsec::parseDuration(decision.value("duration"_L1).toString()).value_or(0);
        active += ms > 0;
        if (ms > left) {
            left = ms;
            longest = decision;
        }
    }
    const auto text = [&](QLatin1String key) { return cleanText(longest.value(key).toString(), 120); };
    return QJsonObject{{u"active"_s, active > 0},
                       {u"until"_s, active > 0 ? now + left : 0},
                       {u"id"_s, longest.value("id"_L1).toInteger()},
                       {u"type"_s, text("type"_L1)},
                       {u"origin"_s, text("origin"_L1)},
                       {u"scenario"_s, text("scenario"_L1)},
                       {u"decisions"_s, active}};
}

QJsonValue durationOf(const QJsonObject &args)
{
    const QJsonValue said = firstOf(args, "duration"_L1, "for"_L1);
    return said.isUndefined() ? QJsonValue(u"4h"_s) : said;
}

} // namespace

Result<ToolRequest> CrowdSecTool::describe(QString action, QJsonObject args) const
{
    const auto subject = subjectOf(args);
    if (!subject)
        return tl::unexpected(subject.error());
    if (action == "check"_L1)
        return ToolRequest{u"GET"_s, m_api.urlOf(u"/v1/decisions"_s, filterOf(*subject, false)).toString(), {}};
    if (action == "unblock"_L1) {
        const QUrl url = m_api.urlOf(u"/v1/decisions"_s, filterOf(*subject, true));
        if (url.query().isEmpty()) // without a filter CrowdSec deletes every decision there is
            return fail(ErrorKind::invalid, tr("Refused to delete every block at once."));
        return ToolRequest{u"DELETE"_s, url.toString(), {}};
    }
    if (action != "block"_L1)
        return fail(ErrorKind::unsupported, tr("CrowdSec cannot do \"%1\".").arg(cleanText(action, 40)));
    const auto seconds = crowdsec::banSeconds(durationOf(args));
    if (!seconds)
        return tl::unexpected(seconds.error());
    const QString said = cleanText(args.value("reason"_L1).toString(), 200);
    const QString reason = said.isEmpty() ? u"Blocked from Wardroom"_s : u"Blocked from Wardroom: "_s + said;
    return ToolRequest{u"POST"_s, m_api.urlOf(u"/v1/alerts"_s).toString(),
                       blockBody(*subject, *seconds, reason, u"(when it is sent)"_s)};
}

QCoro::Task<Result<QJsonObject>> CrowdSecTool::perform(QString action, QJsonObject args)
{
    const auto request = describe(action, args);
    if (!request)
        co_return tl::unexpected(request.error());
    if (action == "block"_L1)
        co_return co_await block(*request, args);
    if (action == "unblock"_L1)
        co_return co_await unblock(QUrl(request->url));
    co_return co_await check(QUrl(request->url));
}

QCoro::Task<Result<QJsonObject>> CrowdSecTool::block(ToolRequest request, QJsonObject args)
{
    const qint64 now = m_clock.nowMs();
    const qint64 until = now + crowdsec::banSeconds(durationOf(args)).value_or(0) * 1000;
    const auto answer = co_await m_api.asMachine("POST", QUrl(request.url), blockBytes(request.body, now));
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return blocked(*answer, request.body, until);
}

QCoro::Task<Result<QJsonObject>> CrowdSecTool::unblock(QUrl url)
{
    const auto answer = co_await m_api.asMachine("DELETE", std::move(url), {});
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return unblocked(*answer);
}

QCoro::Task<Result<QJsonObject>> CrowdSecTool::check(QUrl url)
{
    const QPointer<CrowdSecTool> self(this);
    const auto answer = co_await m_api.asBouncer(std::move(url));
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return checked(*answer, m_clock.nowMs());
}

} // namespace wardroom::connectors
