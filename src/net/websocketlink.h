// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/error.h"
#include "net/backoff.h"

#include <QCoroTask>
#include <QTimer>
#include <QUrl>
#include <memory>

class QWebSocket;

namespace wardroom::net {

struct WebSocketOptions
{
    std::chrono::milliseconds connectWithin{15'000};
    std::chrono::milliseconds pingEvery{20'000};
    std::chrono::milliseconds pongWithin{10'000}; //!< later than this the link counts as dead
    std::chrono::milliseconds shortestWait{500};  //!< before a new connection
    std::chrono::milliseconds longestWait{60'000};
    std::chrono::milliseconds steadyAfter{30'000}; //!< a link that lasted so long begins again with short waits
    qint64 maxMessage = 4 * 1024 * 1024;           //!< bytes; a larger one ends the link
    bool plainAnywhere = false;                    //!< otherwise ws:// is for this machine only, and others need wss://
};

//! A WebSocket that is always being brought back: asks for its address anew each time (some are good for one connection
//! only), pings, takes a missing pong for the end, and waits with jitter between tries. Certificates are checked. Sends
//! no Origin. Messages in between are lost: whoever uses it catches up at each opened(). One thread.
class WebSocketLink final : public QObject
{
    Q_OBJECT

public:
    struct Place
    {
        QUrl url;
        QList<std::pair<QByteArray, QByteArray>> headers;
    };
    //! Where to connect now; ErrorKind::auth or forbidden ends the tries (see stopped()).
    using Ask = std::function<QCoro::Task<Result<Place>>()>;

    WebSocketLink(Ask ask, Random random = systemRandom(), WebSocketOptions options = {}, QObject *parent = nullptr);
    ~WebSocketLink() override;

    void open();     //!< and keep open
    void close();    //!< and stay so
    void retryNow(); //!< does not wait any longer for the next try

    bool isOpen() const { return m_isOpen; }
    //! false when it is not open: nothing is kept for later.
    bool send(const QString &text);

Q_SIGNALS:
    void opened();
    void textReceived(QString text);
    void lost(wardroom::Error error, std::chrono::milliseconds nextTry); //!< not open, and trying again
    void stopped(wardroom::Error error);                                 //!< no use to try again without a person

private:
    QCoro::Task<void> connectOnce();
    Result<void> start(const Place &place);
    void wire(QWebSocket *socket);
    void ping();
    void drop(Error error);
    void discard();

    Ask m_ask;
    WebSocketOptions m_options;
    Backoff m_backoff;
    QTimer m_retry;
    QTimer m_deadline; //!< of the connection, then of the pong
    QTimer m_ping;
    QTimer m_steady;
    QWebSocket *m_socket = nullptr;
    quint64 m_turn = 0; //!< which connection: an answer for an older one is nobody's
    bool m_isWanted = false;
    bool m_isOpen = false;
};

} // namespace wardroom::net
