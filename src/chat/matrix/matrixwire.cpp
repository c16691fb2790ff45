// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixwire.h"

#include "base/plaintext.h"
#include "chat/matrix/matrixids.h"
#include "chat/matrix/matrixtext.h"
#include "net/jsonanswer.h"
#include "net/retrytable.h"

#include <QJsonDocument>

namespace wardroom::chat {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 1024;

struct ErrorWord
{
    QLatin1StringView errcode;
    ErrorKind kind;
};

//! Where the code says more than the HTTP status (Matrix 1.11, "Common error codes" and "Other error codes").
constexpr std::array<ErrorWord, 12> kErrorWords{{
    {"M_UNKNOWN_TOKEN"_L1, ErrorKind::auth},
    {"M_MISSING_TOKEN"_L1, ErrorKind::auth},
    {"M_USER_DEACTIVATED"_L1, ErrorKind::auth},
    {"M_FORBIDDEN"_L1, ErrorKind::forbidden},
    {"M_NOT_FOUND"_L1, ErrorKind::notFound},
    {"M_LIMIT_EXCEEDED"_L1, ErrorKind::rate},
    {"M_TOO_LARGE"_L1, ErrorKind::tooLarge},
    {"M_UNRECOGNIZED"_L1, ErrorKind::unsupported},
    {"M_ROOM_IN_USE"_L1, ErrorKind::conflict},
    {"M_RESOURCE_LIMIT_EXCEEDED"_L1, ErrorKind::forbidden},
    {"M_CONSENT_NOT_GIVEN"_L1, ErrorKind::forbidden},
    {"M_DUPLICATE_ANNOTATION"_L1, ErrorKind::conflict},
}};

//! How long a refusal for the rate wants us to wait (Matrix 1.11, "Rate limiting"); a header goes before it.
std::optional<std::chrono::milliseconds> retryAfterOf(const QByteArray &body)
{
    const Result<QJsonValue> json = net::parsedJson(body, kDeepest);
    if (!json || !json->isObject())
        return std::nullopt;
    const qint64 ms = json->toObject().value("retry_after_ms"_L1).toInteger(1000);
    return std::clamp(std::chrono::milliseconds(ms), std::chrono::milliseconds(50), net::kLongestRetryAfter);
}

//! What a proxy says of itself needs no errcode: too large, too much, not now.
bool isAnybodysWord(ErrorKind kind)
{
    return kind == ErrorKind::tooLarge || kind == ErrorKind::rate || kind == ErrorKind::transient;
}

//! Two changes of the room met in the server; the same event passes a moment later (Synapse, after a quick join).
bool isPassingRefusal(const QString &said)
{
    return said.contains("duplicate auth_events"_L1, Qt::CaseInsensitive);
}

//! What a Matrix server refused has an errcode. A page in its place says nothing about the account, the room or the
//! message, whatever its status.
void judge(MatrixAnswer &answer, int status)
{
    Error &error = *answer.refusal;
    const Result<QJsonValue> json = net::parsedJson(answer.body, kDeepest);
    const QJsonObject object = json ? json->toObject() : QJsonObject();
    answer.errcode = object.value("errcode"_L1).toString().left(100);
    if (answer.errcode.isEmpty() && !isAnybodysWord(error.kind)) {
        error.kind = ErrorKind::protocol;
        error.message = MatrixText::tr("The server did not answer as a Matrix server does.");
        return;
    }
    answer.softLogout = object.value("soft_logout"_L1).toBool();
    const QString said = object.value("error"_L1).toString();
    if (error.kind == ErrorKind::auth)
        error.kind = ErrorKind::protocol; // only a code says that the sign-in has ended, see below
    for (const ErrorWord &word : kErrorWords) {
        if (answer.errcode == word.errcode && status < 500)
            error.kind = word.kind;
    }
    if (error.kind == ErrorKind::forbidden && isPassingRefusal(said))
        error.kind = ErrorKind::transient;
    if (error.kind == ErrorKind::rate && !error.retryAfter)
        error.retryAfter = retryAfterOf(answer.body);
    const QString shown = shownPlainly(said.simplified(), 200);
    if (!shown.isEmpty())
        error.message = MatrixText::tr("%1 The server says: %2").arg(error.message, shown);
}

QUrl urlOf(const QUrl &homeserver, const MatrixCall &call)
{
    QByteArray url =
        homeserver.toEncoded(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment) + call.path;
    char separator = '?';
    for (const auto &[name, value] : call.query) {
        url += separator + name + '=' + urlPart(value);
        separator = '&';
    }
    return QUrl::fromEncoded(url);
}

net::HttpRequest requestOf(const QUrl &homeserver, const QByteArray &token, const MatrixCall &call)
{
    net::HttpRequest request;
    request.method = call.method;
    request.url = urlOf(homeserver, call);
    request.timeout = call.timeout;
    request.maxBytes = call.maxBytes;
    request.progress = call.progress;
    request.refusalsToo = true;
    if (!token.isEmpty())
        request.headers.emplaceBack("Authorization", QByteArray("Bearer " + token));
    if (call.json) {
        request.body = QJsonDocument(*call.json).toJson(QJsonDocument::Compact);
        request.headers.emplaceBack("Content-Type", "application/json");
    } else if (!call.bytesType.isEmpty()) {
        request.body = call.bytes;
        request.headers.emplaceBack("Content-Type", call.bytesType);
    }
    return request;
}

Result<MatrixAnswer> answerOf(const Result<net::HttpAnswer> &got)
{
    if (!got)
        return tl::unexpected(got.error());
    MatrixAnswer answer{got->body, got->contentType, {}, false, got->refusal};
    if (answer.refusal)
        judge(answer, got->status);
    return answer;
}

} // namespace

Result<QJsonObject> MatrixAnswer::json() const
{
    const Result<QJsonValue> value = net::parsedJson(body, kDeepest);
    if (!value)
        return tl::unexpected(value.error());
    if (!value->isObject())
        return fail(ErrorKind::protocol, MatrixText::tr("The server did not answer as a Matrix server does."));
    return value->toObject();
}

QCoro::Task<Result<MatrixAnswer>> matrixExchange(net::RequestEngine *engine, QUrl homeserver, QByteArray token,
                                                 MatrixCall call, std::stop_token stop)
{
    const net::HttpRequest request = requestOf(homeserver, token, call);
    net::CallRules rules;
    rules.lane = call.lane;
    rules.urgency = call.urgency;
    rules.isSafe = call.method == "GET";
    rules.patience = call.patience;
    rules.retryAfterIn = &retryAfterOf;
    const Result<net::HttpAnswer> got = co_await engine->send(request, rules, stop);
    co_return answerOf(got);
}

QCoro::Task<Result<MatrixAnswer>> matrixExchange(net::Transport *transport, QUrl homeserver, QByteArray token,
                                                 MatrixCall call, std::stop_token stop)
{
    const net::HttpRequest request = requestOf(homeserver, token, call);
    const Result<net::HttpAnswer> got = co_await transport->send(request, stop);
    co_return answerOf(got);
}

Result<QJsonObject> jsonOrRefusal(const Result<MatrixAnswer> &answer)
{
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->refusal)
        return tl::unexpected(*answer->refusal);
    return answer->json();
}

} // namespace wardroom::chat
