// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/crowdsec/crowdsectool.h"

#include "connectors/crowdsec/crowdsecwords.h"
#include "net/jsonanswer.h"
#include "net/retrytable.h"

#include <QPointer>

namespace wardroom::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kLimits{5, 100, 0}; // 0: all there are
constexpr int kMostSeen = 20'000;
constexpr std::chrono::milliseconds kAfterRefusal(30'000); // a wrong password: somebody has to do something first

QString keyOf(const QJsonObject &alert)
{
    return u"%1|%2"_s.arg(alert.value("id"_L1).toInteger()).arg(alert.value("created_at"_L1).toString().left(64));
}

} // namespace

CrowdSecTool::CrowdSecTool(CrowdSecSettings settings, net::Transport &transport, domain::Secrets &secrets,
                           const Clock &clock, QObject *parent)
    : SecurityTool(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_api(settings, transport, secrets, clock)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, [this] { pollAndGoOn(); });
}

QString CrowdSecTool::name() const
{
    return u"crowdsec"_s;
}

QStringList CrowdSecTool::actions() const
{
    return {u"block"_s, u"unblock"_s, u"check"_s};
}

QCoro::Task<Result<void>> CrowdSecTool::start()
{
    if (m_isRunning)
        co_return Result<void>();
    m_isRunning = true;
    m_floor = m_clock.nowMs() - m_settings.lookBack.count();
    const QPointer<CrowdSecTool> self(this);
    co_await pollAndGoOn();
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (m_isWell.value_or(false))
        co_return Result<void>();
    co_return fail(m_lastKind, m_trouble);
}

void CrowdSecTool::stop()
{
    m_isRunning = false;
    m_next.stop();
}

QCoro::Task<void> CrowdSecTool::pollAndGoOn()
{
    if (m_isPolling || !m_isRunning)
        co_return;
    m_isPolling = true;
    const QPointer<CrowdSecTool> self(this);
    const Result<void> polled = co_await poll();
    if (!self)
        co_return;
    m_isPolling = false;
    m_failures = polled ? 0 : m_failures + 1;
    if (!polled)
        m_lastKind = polled.error().kind;
    sayHealth(polled);
    if (!self || !m_isRunning)
        co_return;
    const auto pause = polled ? m_settings.pollEvery
                              : std::max(m_settings.pollEvery,
                                         net::retryDelay(polled.error(), m_failures, true).value_or(kAfterRefusal));
    m_next.start(pause);
}

void CrowdSecTool::sayHealth(const Result<void> &polled)
{
    const bool isWell = polled.has_value();
    const QString sentence = isWell ? tr("CrowdSec is connected.") : polled.error().message;
    if (m_isWell == isWell && m_trouble == sentence)
        return;
    m_isWell = isWell;
    m_trouble = sentence;
    Q_EMIT healthChanged(isWell, sentence);
}

QCoro::Task<Result<void>> CrowdSecTool::poll()
{
    const QPointer<CrowdSecTool> self(this);
    for (const int limit : kLimits) {
        QUrlQuery query;
        query.addQueryItem(u"limit"_s, QString::number(limit));
        const auto answer = co_await m_api.asMachine("GET", m_api.urlOf(u"/v1/alerts"_s, query), {});
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
        if (!answer)
            co_return tl::unexpected(answer.error());
        const auto taken = takeAlerts(*answer, limit);
        if (!taken)
            co_return tl::unexpected(taken.error());
        if (taken->has_value())
            co_return Result<void>();
    }
    co_return Result<void>();
}

Result<std::optional<int>> CrowdSecTool::takeAlerts(const QByteArray &answer, int limit)
{
    const auto json = net::parsedJson(answer);
    if (!json)
        return tl::unexpected(json.error());
    if (!json->isArray() && !json->isNull()) // an empty list is null
        return fail(ErrorKind::protocol, tr("CrowdSec's list of alerts is not a list."));
    const QJsonArray alerts = json->toArray();
    const QList<QByteArray> raws = net::elementsOf(answer);
    QList<std::pair<QJsonObject, QByteArray>> fresh;
    bool isComplete = limit == 0 || alerts.size() < limit;
    for (qsizetype i = 0; i < alerts.size() && i < raws.size(); ++i) {
        const QJsonObject alert = alerts[i].toObject();
        const qint64 created = crowdsec::parseTime(alert.value("created_at"_L1).toString());
        const bool isOld = created > 0 && created < m_floor;
        if (m_seen.contains(keyOf(alert)) || isOld)
            isComplete = true;
        else if (!alert.isEmpty())
            fresh.append({alert, raws[i]});
    }
    if (!isComplete)
        return std::optional<int>();
    remember(alerts);
    const QPointer<CrowdSecTool> self(this);
    for (auto each = fresh.rbegin(); each != fresh.rend() && self; ++each) // oldest first
        emitAlert(each->first, each->second);
    return std::optional<int>(int(fresh.size()));
}

void CrowdSecTool::remember(const QJsonArray &alerts)
{
    if (m_seen.size() > kMostSeen && !alerts.isEmpty()) {
        // The floor takes the place of what is forgotten: whatever was created before this list is old.
        m_seen.clear();
        const QString oldest = alerts.last().toObject().value("created_at"_L1).toString();
        m_floor = std::max(m_floor, crowdsec::parseTime(oldest));
    }
    for (const QJsonValue alert : alerts)
        m_seen.insert(keyOf(alert.toObject()));
}

void CrowdSecTool::emitAlert(const QJsonObject &alert, const QByteArray &raw)
{
    if (crowdsec::isForPeople(alert))
        Q_EMIT alertSeen(crowdsec::toRawAlert(alert, raw, m_settings.target));
}

} // namespace wardroom::connectors
