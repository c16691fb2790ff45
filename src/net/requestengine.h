// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/backoff.h"
#include "net/linkstate.h"
#include "net/rategate.h"
#include "net/transport.h"

namespace wardroom::net {

//! How one call is to be treated beyond what it says.
struct CallRules
{
    QByteArray lane; //!< what the server counts together: usually account and method
    Urgency urgency = Urgency::person;
    bool isSafe = false; //!< doing it twice does no harm: a GET, or made idempotent by a transaction id
    std::chrono::milliseconds patience{60'000}; //!< no try begins later than this after the call
    //! Where a refusal's body says how long to wait: see retryAfterField(). A header goes first.
    std::function<std::optional<std::chrono::milliseconds>(const QByteArray &body)> retryAfterIn = {};
};

//! Reads `"<field>": milliseconds` of a JSON object, as Matrix says it (retry_after_ms).
std::function<std::optional<std::chrono::milliseconds>(const QByteArray &)> retryAfterField(QString field);

//! Waits; ErrorKind::cancelled when stopped. Injected, so that tests do not wait.
using Sleep = std::function<QCoro::Task<Result<void>>(std::chrono::milliseconds, std::stop_token)>;
Sleep realSleep();

//! Everything remote goes through one of these for each server: it waits for its turn in the rate gate, is repeated as
//! the retry table allows (with jitter, and never where a repetition could do something twice), and tells the link's
//! state. The errors are Transport's. One thread.
class RequestEngine final : public QObject
{
    Q_OBJECT

public:
    RequestEngine(const Clock &clock, Random random = systemRandom(), TransportOptions options = {},
                  Sleep sleep = realSleep(), QObject *parent = nullptr);

    QCoro::Task<Result<HttpAnswer>> send(HttpRequest request, CallRules rules, std::stop_token stop = {});

    RateGate &gate() { return m_gate; }
    LinkState &link() { return m_link; }
    Transport &transport() { return m_transport; }

private:
    QCoro::Task<Result<HttpAnswer>> once(HttpRequest request, CallRules rules, std::chrono::milliseconds left,
                                         std::stop_token stop);
    void tellLink(const Result<HttpAnswer> &answer);

    const Clock &m_clock;
    Random m_random;
    Sleep m_sleep;
    Transport m_transport;
    RateGate m_gate;
    LinkState m_link;
    //! The server was gone, or a connection was refused or ended, and nothing but "too much" was heard since: its
    //! program may have been started again and know nothing of the waits it named. One lost request says nothing.
    bool m_mayBeAnew = false;
};

} // namespace wardroom::net
