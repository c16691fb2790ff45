// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixhttp.h"

#include "base/firstsignal.h"

#include <QCoroFuture>
#include <QPointer>

namespace wardroom::chat {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kBeforeTheEndMs = 30'000;

} // namespace

MatrixHttp::MatrixHttp(const Clock &clock, MatrixAccount account, MatrixTokens tokens, KeepTokens keep)
    : m_clock(clock)
    , m_engine(clock)
    , m_account(std::move(account))
    , m_tokens(std::move(tokens))
    , m_keep(std::move(keep))
{}

void MatrixHttp::setTokens(MatrixTokens tokens)
{
    m_tokens = std::move(tokens);
    m_needsSignIn = false;
}

bool MatrixHttp::isEnding() const
{
    return !m_tokens.refresh.isEmpty() && m_tokens.expires > 0 && m_tokens.expires - m_clock.nowMs() < kBeforeTheEndMs;
}

void MatrixHttp::signedOut()
{
    if (m_needsSignIn)
        return;
    m_needsSignIn = true;
    Q_EMIT signInNeeded();
}

QCoro::Task<Result<MatrixAnswer>> MatrixHttp::ask(MatrixCall call, std::stop_token stop)
{
    const QPointer<MatrixHttp> self(this);
    for (int attempt = 0;; ++attempt) {
        if (m_needsSignIn || m_tokens.access.isEmpty())
            co_return fail(ErrorKind::auth, tr("Signed out by %1. Sign in again.").arg(m_account.homeserver.host()));
        if (isEnding() && attempt == 0) {
            co_await refresh(m_tokens.access); // when it fails the old one may still do
            if (!self)
                co_return fail(ErrorKind::cancelled, tr("The workspace was closed."));
        }
        const QString used = m_tokens.access;
        const Result<MatrixAnswer> answer =
            co_await matrixExchange(&m_engine, m_account.homeserver, used.toUtf8(), call, stop);
        if (!self)
            co_return fail(ErrorKind::cancelled, tr("The workspace was closed."));
        if (!answer || !answer->refusal || answer->refusal->kind != ErrorKind::auth)
            co_return answer;
        if (attempt > 0 && used == m_tokens.access) {
            signedOut();
            co_return answer;
        }
        const Result<void> renewed = co_await refresh(used);
        if (!self)
            co_return fail(ErrorKind::cancelled, tr("The workspace was closed."));
        if (!renewed)
            co_return tl::unexpected(renewed.error());
    }
}

QCoro::Task<Result<QJsonObject>> MatrixHttp::json(MatrixCall call, std::stop_token stop)
{
    const Result<MatrixAnswer> answer = co_await ask(std::move(call), stop);
    co_return jsonOrRefusal(answer);
}

//! Renews the token after \a used was refused or is about to end; one exchange however many ask for it.
QCoro::Task<Result<void>> MatrixHttp::refresh(QString used)
{
    const QPointer<MatrixHttp> self(this);
    while (m_refreshing) {
        co_await firstSignal(this, &MatrixHttp::refreshed, 30s);
        if (!self)
            co_return fail(ErrorKind::cancelled, tr("The workspace was closed."));
    }
    if (used != m_tokens.access)
        co_return Result<void>();
    if (m_tokens.refresh.isEmpty()) {
        signedOut();
        co_return fail(ErrorKind::auth, tr("Signed out by %1. Sign in again.").arg(m_account.homeserver.host()));
    }
    m_refreshing = true;
    const Result<void> done = co_await exchangeToken();
    if (!self)
        co_return fail(ErrorKind::cancelled, tr("The workspace was closed."));
    m_refreshing = false;
    Q_EMIT refreshed();
    co_return done;
}

QCoro::Task<Result<void>> MatrixHttp::exchangeToken()
{
    const QPointer<MatrixHttp> self(this);
    MatrixCall call{"POST", "/_matrix/client/v3/refresh"};
    call.lane = "refresh";
    call.json = QJsonObject{{u"refresh_token"_s, m_tokens.refresh}};
    const Result<MatrixAnswer> answer = co_await matrixExchange(&m_engine, m_account.homeserver, {}, call);
    if (!self)
        co_return fail(ErrorKind::cancelled, tr("The workspace was closed."));
    if (!answer)
        co_return tl::unexpected(answer.error());
    const Result<QJsonObject> json = jsonOrRefusal(answer);
    if (!json) {
        // The server's own refusal is final; while it is unwell, or something answers in its place, the old tokens stay
        // good (Matrix 1.11, POST /refresh).
        const ErrorKind kind = json.error().kind;
        const bool isFinal = kind == ErrorKind::auth || kind == ErrorKind::forbidden || kind == ErrorKind::invalid;
        if (isFinal)
            signedOut();
        co_return fail(isFinal ? ErrorKind::auth : ErrorKind::transient, json.error().message);
    }
    MatrixTokens fresh{json->value("access_token"_L1).toString(),
                       json->value("refresh_token"_L1).toString(m_tokens.refresh), 0};
    if (const qint64 ms = json->value("expires_in_ms"_L1).toInteger(); ms > 0)
        fresh.expires = m_clock.nowMs() + ms;
    if (fresh.access.isEmpty())
        co_return fail(ErrorKind::transient, tr("%1 gave no new token.").arg(m_account.homeserver.host()));
    if (m_keep) {
        const Result<void> kept = co_await m_keep(fresh);
        if (!self || !kept)
            co_return self ? kept : fail(ErrorKind::cancelled, tr("The workspace was closed."));
    }
    m_tokens = fresh;
    co_return Result<void>();
}

} // namespace wardroom::chat
