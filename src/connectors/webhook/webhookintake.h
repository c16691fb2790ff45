// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/hash.h"
#include "connectors/webhook/alertmapping.h"
#include "connectors/webhook/requesthead.h"

#include <QCoroTask>
#include <QHash>
#include <QJsonObject>
#include <QTcpServer>
#include <QUrl>
#include <functional>

namespace wardroom::connectors {

//! One tool that may post: POST /alerts/<name> with "Authorization: Bearer <token>".
struct WebhookSource
{
    QString name;
    QByteArray token; //!< at least 16 bytes; only its hash is kept
    AlertMapping mapping;
};

struct WebhookLimits
{
    qint64 largestBody = 1024 * 1024;          //!< bytes
    std::chrono::milliseconds slowest{10'000}; //!< from the connection to the end of the request
    int connections = 32;                      //!< at once
    int perMinute = 20'000;                    //!< requests of one source; twice a storm of many tools behind one
};

//! What GET /healthz answers: 200 when ready, 503 when not, with \a body, in which nothing is secret.
struct HealthAnswer
{
    bool isReady = false;
    QJsonObject body;
};

//! Alerts posted over HTTP on this machine's loopback, by any tool. (Own and small: Qt's HTTP server reads a body
//! whole before anybody can refuse it.) The head is judged before the body is read: 400 malformed, 401 no or a wrong
//! token, 403 another source's token or a browser, 404 no such place, 405 not POST, 411 no length, 413 too large,
//! 415 not JSON, 422 JSON that the mapping cannot read, 429 too many, 503 cannot be kept now. 200 only when every
//! alert of the request is safe; otherwise none was taken.
class WebhookIntake final : public QObject
{
    Q_OBJECT

public:
    //! Usually AlertIntake::take.
    using Take = std::function<QCoro::Task<Result<void>>(QList<RawAlert>)>;

    using Health = std::function<QCoro::Task<HealthAnswer>()>;

    WebhookIntake(QList<WebhookSource> sources, Take take, const Clock &clock, WebhookLimits limits = {},
                  QObject *parent = nullptr);

    //! \a port 0: the system chooses. Answers the port.
    Result<quint16> listen(quint16 port = 0);
    QUrl urlOf(const QString &source) const;
    //! For whoever watches over this program, without a token; not for pages in a browser. Without it: 404.
    void setHealth(Health health) { m_health = std::move(health); }

private:
    friend class WebhookConnection;
    struct Known
    {
        Sha256 token;
        AlertMapping mapping;
        qint64 minute = 0;
        int inMinute = 0;
    };
    //! The source's name.
    tl::expected<QString, Refusal> judge(const RequestHead &head);
    tl::expected<QString, Refusal> judgeSender(const RequestHead &head) const;
    tl::expected<void, Refusal> judgeHealth(const RequestHead &head) const;
    QCoro::Task<tl::expected<qsizetype, Refusal>> deliver(QString source, QByteArray body);
    void accept();

    QTcpServer m_server;
    QHash<QString, Known> m_sources;
    Take m_take;
    Health m_health;
    const Clock &m_clock;
    WebhookLimits m_limits;
    int m_open = 0;
};

} // namespace wardroom::connectors
