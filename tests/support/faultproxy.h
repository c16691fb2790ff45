// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QMap>
#include <QObject>
#include <QRegularExpression>
#include <QTcpServer>
#include <QUrl>
#include <chrono>

namespace wardroom::test {

//! What a FaultProxy does to a request.
enum class Fault {
    none,
    delay,       //!< the request reaches the server late, maybe after later ones
    drop,        //!< the connection ends, and the server never heard of it
    lostReply,   //!< the server did it; the connection ends without an answer
    cut,         //!< half of the answer
    duplicate,   //!< the server gets it twice; the client hears the second answer
    tooMany,     //!< 429 with Retry-After
    tooManyMute, //!< 429 that does not say how long
    tooManyBody, //!< 429 with Matrix's retry_after_ms alone
    badGateway,  //!< 502 of something in between
    html,        //!< 200 and a page that is not what was asked for
};

//! How often each fault comes, in thousandths of all requests; what is left is let through.
struct FaultPlan
{
    quint64 seed = 1;
    QMap<Fault, int> perMille;
    std::chrono::milliseconds longestDelay{400};
    std::chrono::milliseconds retryAfter{200};
    QRegularExpression spared; //!< paths that are let through, such as signing in

    static FaultPlan calm() { return {}; }
    //! A bit of everything, every fifth request or so.
    static FaultPlan rough(quint64 seed);
    static FaultPlan only(Fault fault, int perMille = 1000, quint64 seed = 1);
};

//! An HTTP relay in front of a server, on a loopback port that the system chose, that goes wrong by a seeded plan: what
//! happens to a request depends on the seed, its method and path, and how often it came, not on what else goes on.
//! One request a connection. Needs an event loop; one thread.
class FaultProxy final : public QObject
{
    Q_OBJECT

public:
    explicit FaultProxy(QUrl server, FaultPlan plan = FaultPlan::calm());
    ~FaultProxy() override;

    QUrl url() const; //!< "http://127.0.0.1:PORT"
    void setPlan(FaultPlan plan) { m_plan = std::move(plan); }
    //! true: nobody listens at url() any more and every connection is broken; false: back, at the same port.
    void setDown(bool down);
    //! true: connections are taken and nothing comes of them, as behind a dead router.
    void setSilent(bool silent);

    int requests() const { return m_requests; }
    int count(Fault fault) const { return m_counts.value(fault); }
    int faults() const; //!< all but none
    //! "GET /_matrix/… delay", oldest first, for a failed test; without queries and bodies.
    QStringList history() const { return m_history; }

    //! By the plan, for the \a nth time this request comes. Public for its test.
    static Fault chosen(const FaultPlan &plan, const QByteArray &method, const QByteArray &path, int nth);

private:
    friend class FaultyExchange;
    void listen();
    void accept();
    Fault next(const QByteArray &method, const QByteArray &path);

    QUrl m_server;
    FaultPlan m_plan;
    QTcpServer m_listener;
    quint16 m_port = 0;
    bool m_isSilent = false;
    int m_requests = 0;
    QHash<QByteArray, int> m_seen;
    QMap<Fault, int> m_counts;
    QStringList m_history;
};

} // namespace wardroom::test
