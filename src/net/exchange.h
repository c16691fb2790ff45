// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/httprequest.h"

#include <QNetworkReply>
#include <QPointer>
#include <QTimer>
#include <memory>
#include <stop_token>

namespace wardroom::net {

//! One request under way: collects a bounded body and says done() exactly once, whatever ends it. Internal to net;
//! owned by the coroutine that waits for it, so that it outlives a Transport that goes away.
class Exchange final : public QObject
{
    Q_OBJECT

public:
    //! Takes \a reply over.
    Exchange(QNetworkReply *reply, const HttpRequest &request, std::stop_token stop, qint64 nowMs);
    ~Exchange() override;

    //! After done().
    Result<HttpAnswer> result() const { return m_result; }

Q_SIGNALS:
    void done();

private:
    void takeHeaders();
    void takeBytes();
    void tellProgress() const;
    void finish();
    void end(Result<HttpAnswer> result);
    Result<HttpAnswer> judged() const;
    Result<HttpAnswer> judgedStatus(int status) const;
    Error errorOfConnection() const;

    HttpRequest m_request;
    qint64 m_startedMs;
    QPointer<QNetworkReply> m_reply;
    QTimer m_limit;
    QByteArray m_body;
    bool m_ended = false;
    Result<HttpAnswer> m_result;
    std::unique_ptr<std::stop_callback<std::function<void()>>> m_stop;
};

} // namespace wardroom::net
