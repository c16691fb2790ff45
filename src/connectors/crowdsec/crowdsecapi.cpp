// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/crowdsec/crowdsecapi.h"

#include "connectors/crowdsec/crowdsecwords.h"
#include "net/jsonanswer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

namespace wardroom::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kRefreshBefore = 5 * 60 * 1000;
constexpr qint64 kTokenLives = 50 * 60 * 1000;
constexpr qint64 kLargestAnswer = 64 * 1024 * 1024; // 5,000 alerts, CrowdSec's own limit, with their events

// Outside the coroutine: GCC 12 cannot compile an initialiser list inside one.
QByteArray signInBody(const QString &machine, const QByteArray &password)
{
    const QJsonObject body{{u"machine_id"_s, machine},
                           {u"password"_s, QString::fromUtf8(password.trimmed())},
                           {u"scenarios"_s, QJsonArray()}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

//! Whoever was not let in has asked for nothing: no doubt is left about a change, as an answer that is lost leaves one.
Error notAsked(Error error, const QByteArray &method)
{
    if (method != "GET" && error.kind != ErrorKind::cancelled)
        error.kind = ErrorKind::auth;
    return error;
}

} // namespace

CrowdSecApi::CrowdSecApi(CrowdSecSettings settings, net::Transport &transport, domain::Secrets &secrets,
                         const Clock &clock)
    : m_settings(std::move(settings))
    , m_transport(transport)
    , m_secrets(secrets)
    , m_clock(clock)
{}

QUrl CrowdSecApi::urlOf(const QString &path, const QUrlQuery &query) const
{
    QUrl url = m_settings.url;
    url.setPath(path);
    url.setQuery(query);
    return url;
}

QCoro::Task<Result<QByteArray>> CrowdSecApi::send(QByteArray method, QUrl url, QByteArray body,
                                                  std::pair<QByteArray, QByteArray> credential)
{
    net::HttpRequest request;
    request.method = std::move(method);
    request.url = std::move(url);
    request.body = std::move(body);
    request.expects = "application/json";
    request.timeout = m_settings.timeout;
    request.maxBytes = kLargestAnswer;
    if (!credential.first.isEmpty())
        request.headers.append(credential);
    if (!request.body.isEmpty())
        request.headers.emplaceBack("Content-Type", "application/json");
    const auto answer = co_await m_transport.send(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return answer->body;
}

QCoro::Task<Result<void>> CrowdSecApi::signIn()
{
    const QPointer<CrowdSecApi> self(this);
    const auto password = co_await m_secrets.read(m_settings.machineSecret);
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (!password)
        co_return tl::unexpected(password.error());
    const QByteArray body = signInBody(m_settings.machine, *password);
    const auto answer = co_await send("POST", urlOf(u"/v1/watchers/login"_s), body, {});
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (!answer && (answer.error().kind == ErrorKind::auth || answer.error().kind == ErrorKind::forbidden))
        co_return fail(ErrorKind::auth,
                       tr("CrowdSec does not accept the machine \"%1\" or its password. Check both with "
                          "\"cscli machines list\".")
                           .arg(m_settings.machine));
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return takeToken(*answer);
}

Result<void> CrowdSecApi::takeToken(const QByteArray &answer)
{
    const auto json = net::parsedJson(answer);
    const QString token = json ? json->toObject().value("token"_L1).toString() : QString();
    if (token.isEmpty() || token.size() > 8192)
        return fail(ErrorKind::protocol, tr("CrowdSec's answer to signing in holds no token."));
    m_token = "Bearer " + token.toLatin1();
    const qint64 ends = crowdsec::parseTime(json->toObject().value("expire"_L1).toString());
    m_tokenEnds = ends > 0 ? ends : m_clock.nowMs() + kTokenLives;
    return {};
}

QCoro::Task<Result<QByteArray>> CrowdSecApi::asMachine(QByteArray method, QUrl url, QByteArray body)
{
    const QPointer<CrowdSecApi> self(this);
    for (int attempt = 1;; ++attempt) {
        if (m_token.isEmpty() || m_clock.nowMs() > m_tokenEnds - kRefreshBefore) {
            const auto signedIn = co_await signIn();
            if (!self)
                co_return fail(ErrorKind::cancelled, {});
            if (!signedIn)
                co_return tl::unexpected(notAsked(signedIn.error(), method));
        }
        const auto answer = co_await send(method, url, body, {"Authorization", m_token});
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
        if (answer || answer.error().kind != ErrorKind::auth)
            co_return answer;
        m_token.clear();
        if (attempt == 2)
            co_return answer;
    }
}

QCoro::Task<Result<QByteArray>> CrowdSecApi::asBouncer(QUrl url)
{
    const QPointer<CrowdSecApi> self(this);
    const auto key = co_await m_secrets.read(m_settings.bouncerSecret);
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (!key)
        co_return tl::unexpected(key.error());
    const auto answer = co_await send("GET", std::move(url), {}, {"X-Api-Key", key->trimmed()});
    if (!answer && (answer.error().kind == ErrorKind::auth || answer.error().kind == ErrorKind::forbidden))
        co_return fail(
            ErrorKind::auth,
            QCoreApplication::translate(
                "CrowdSecTool",
                "CrowdSec does not accept the key that reads its decisions. Make one with \"cscli bouncers add\"."));
    co_return answer;
}

} // namespace wardroom::connectors
