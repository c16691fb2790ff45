// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixlogin.h"

#include "base/firstsignal.h"
#include "chat/matrix/loopbackreturn.h"
#include "chat/matrix/matrixids.h"

#include <QCoroFuture>
#include <QJsonArray>
#include <QPointer>
#include <QRegularExpression>

namespace wardroom::chat {

using namespace Qt::StringLiterals;

namespace {

Error closed()
{
    return {ErrorKind::cancelled, MatrixLogin::tr("Signing in was stopped."), std::nullopt};
}

//! "v1.11" or later (the media calls with a token are since 1.11).
bool isNewEnough(const QStringList &versions)
{
    static const QRegularExpression shape(u"^v1\\.(\\d{1,4})$"_s);
    return std::any_of(versions.begin(), versions.end(), [](const QString &version) {
        const auto match = shape.match(version);
        return match.hasMatch() && match.captured(1).toInt() >= 11;
    });
}

} // namespace

//! The address that /.well-known/matrix/client names, or the server's own.
QCoro::Task<Result<QUrl>> MatrixLogin::baseOf(QString server)
{
    const QPointer<MatrixLogin> self(this);
    const QString name = server.startsWith(u'@') ? serverOfUser(server) : server.trimmed();
    const QUrl given(name.contains("://"_L1) ? name : QString(u"https://"_s + name), QUrl::StrictMode);
    if (name.isEmpty() || !given.isValid() || given.host().isEmpty())
        co_return fail(ErrorKind::invalid, tr("This is not the name of a server."));
    const MatrixCall question{"GET", "/.well-known/matrix/client"};
    const Result<MatrixAnswer> answer = co_await matrixExchange(&m_transport, given, {}, question);
    if (!self)
        co_return tl::unexpected(closed());
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (answer->refusal)
        co_return given; // 404: the server is where its name says
    const Result<QJsonObject> json = answer->json();
    const QJsonObject server_ = json ? json->value("m.homeserver"_L1).toObject() : QJsonObject();
    const QUrl base(server_.value("base_url"_L1).toString(), QUrl::StrictMode);
    if (!base.isValid() || base.host().isEmpty() || (base.scheme() != "https"_L1 && base.scheme() != given.scheme()))
        co_return fail(ErrorKind::protocol,
                       tr("What %1 says about its Matrix server makes no sense. Give the Matrix server's own address.")
                           .arg(given.host()));
    co_return base;
}

QCoro::Task<Result<MatrixServer>> MatrixLogin::discover(QString server)
{
    const QPointer<MatrixLogin> self(this);
    const Result<QUrl> base = co_await baseOf(server);
    if (!self || !base)
        co_return tl::unexpected(self ? base.error() : closed());
    MatrixServer found;
    found.homeserver = base->adjusted(QUrl::StripTrailingSlash);
    const MatrixCall versions{"GET", "/_matrix/client/versions"};
    const Result<MatrixAnswer> said = co_await matrixExchange(&m_transport, found.homeserver, {}, versions);
    const Result<QJsonObject> json = jsonOrRefusal(said);
    if (!self || !json)
        co_return tl::unexpected(self ? json.error() : closed());
    const QJsonArray list = json->value("versions"_L1).toArray();
    for (const QJsonValue &version : list)
        found.versions.append(version.toString().left(20));
    if (!isNewEnough(found.versions))
        co_return fail(ErrorKind::unsupported,
                       tr("The server at %1 does not speak Matrix 1.11. It has to be updated first.")
                           .arg(found.homeserver.host()));
    const MatrixCall kinds{"GET", "/_matrix/client/v3/login"};
    const Result<MatrixAnswer> ways = co_await matrixExchange(&m_transport, found.homeserver, {}, kinds);
    const Result<QJsonObject> flows = jsonOrRefusal(ways);
    if (!self || !flows)
        co_return tl::unexpected(self ? flows.error() : closed());
    const QJsonArray offered = flows->value("flows"_L1).toArray();
    for (const QJsonValue &flow : offered) {
        const QString type = flow.toObject().value("type"_L1).toString();
        found.password = found.password || type == "m.login.password"_L1;
        found.token = found.token || type == "m.login.token"_L1;
        found.sso = found.sso || type == "m.login.sso"_L1;
    }
    co_return found;
}

QCoro::Task<Result<MatrixSignIn>> MatrixLogin::login(QUrl homeserver, QJsonObject body, QString device,
                                                     QString deviceName)
{
    const QPointer<MatrixLogin> self(this);
    body.insert(u"refresh_token"_s, true);
    body.insert(u"initial_device_display_name"_s, deviceName.isEmpty() ? u"Wardroom"_s : deviceName.left(60));
    if (!device.isEmpty())
        body.insert(u"device_id"_s, device);
    MatrixCall call{"POST", "/_matrix/client/v3/login"};
    call.json = body;
    const Result<MatrixAnswer> answer = co_await matrixExchange(&m_transport, homeserver, {}, call);
    if (!self)
        co_return tl::unexpected(closed());
    if (answer && answer->refusal && answer->errcode == "M_FORBIDDEN"_L1)
        co_return fail(ErrorKind::auth, tr("%1 does not accept the name or the password.").arg(homeserver.host()));
    const Result<QJsonObject> json = jsonOrRefusal(answer);
    if (!json)
        co_return tl::unexpected(json.error());
    MatrixSignIn in;
    in.account = {homeserver, domain::PersonId(json->value("user_id"_L1).toString()),
                  json->value("device_id"_L1).toString()};
    in.tokens = {json->value("access_token"_L1).toString(), json->value("refresh_token"_L1).toString(), 0};
    if (const qint64 ms = json->value("expires_in_ms"_L1).toInteger(); ms > 0)
        in.tokens.expires = m_clock.nowMs() + ms;
    if (!isMatrixUser(in.account.user.text()) || in.account.device.isEmpty() || in.tokens.access.isEmpty())
        co_return fail(ErrorKind::protocol, tr("The server did not answer as a Matrix server does."));
    co_return in;
}

QCoro::Task<Result<MatrixSignIn>> MatrixLogin::byPassword(QUrl homeserver, QString user, QString password,
                                                          QString device, QString deviceName)
{
    const QJsonObject who{{u"type"_s, u"m.id.user"_s}, {u"user"_s, user}};
    const QJsonObject body{{u"type"_s, u"m.login.password"_s}, {u"identifier"_s, who}, {u"password"_s, password}};
    return login(homeserver, body, device, deviceName);
}

QCoro::Task<Result<MatrixSignIn>> MatrixLogin::byToken(QUrl homeserver, QString loginToken, QString device,
                                                       QString deviceName)
{
    const QJsonObject body{{u"type"_s, u"m.login.token"_s}, {u"token"_s, loginToken}};
    return login(homeserver, body, device, deviceName);
}

QCoro::Task<Result<MatrixSignIn>> MatrixLogin::byAccessToken(QUrl homeserver, QString access)
{
    const MatrixCall call{"GET", "/_matrix/client/v3/account/whoami"};
    const Result<MatrixAnswer> answer = co_await matrixExchange(&m_transport, homeserver, access.toUtf8(), call);
    const Result<QJsonObject> json = jsonOrRefusal(answer);
    if (!json)
        co_return tl::unexpected(json.error());
    const MatrixSignIn in{
        {homeserver, domain::PersonId(json->value("user_id"_L1).toString()), json->value("device_id"_L1).toString()},
        {access, {}, 0}};
    if (!isMatrixUser(in.account.user.text()))
        co_return fail(ErrorKind::protocol, tr("The server did not answer as a Matrix server does."));
    // Without a device nothing tells one sending from another.
    if (in.account.device.isEmpty())
        co_return fail(ErrorKind::unsupported, tr("This token belongs to no device. Sign in instead."));
    co_return in;
}

QCoro::Task<Result<MatrixSignIn>> MatrixLogin::bySso(QUrl homeserver, std::function<void(QUrl)> open, QString device,
                                                     QString deviceName, std::chrono::milliseconds patience,
                                                     std::stop_token stop)
{
    const QPointer<MatrixLogin> self(this);
    LoopbackReturn back;
    if (const Result<void> listening = back.listen(); !listening)
        co_return tl::unexpected(listening.error());
    QUrl page(homeserver.toString(QUrl::StripTrailingSlash) + u"/_matrix/client/v3/login/sso/redirect"_s);
    page.setQuery(u"redirectUrl="_s + QString::fromLatin1(QUrl::toPercentEncoding(back.address().toString())));
    open(page);
    const std::stop_callback stopped(stop, [&back] { back.giveUp(); });
    if (!back.isDone())
        co_await firstSignal(&back, &LoopbackReturn::done, patience);
    if (!self || stop.stop_requested())
        co_return tl::unexpected(closed());
    if (back.token().isEmpty())
        co_return fail(ErrorKind::timeout, tr("The browser did not come back. Try again."));
    co_return co_await byToken(homeserver, back.token(), device, deviceName);
}

QCoro::Task<Result<void>> MatrixLogin::signOut(MatrixSignIn who)
{
    MatrixCall call{"POST", "/_matrix/client/v3/logout"};
    call.json = QJsonObject();
    const Result<MatrixAnswer> answer =
        co_await matrixExchange(&m_transport, who.account.homeserver, who.tokens.access.toUtf8(), call);
    const Result<QJsonObject> json = jsonOrRefusal(answer);
    // Signed out already is signed out.
    co_return json || json.error().kind == ErrorKind::auth ? Result<void>() : tl::unexpected(json.error());
}

} // namespace wardroom::chat
