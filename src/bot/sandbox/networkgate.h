// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "bot/catalogue/command.h"

#include <QHostAddress>
#include <QLocalServer>
#include <functional>

namespace wardroom::bot {

//! The one way out of a sandbox: a proxy on a socket in the file system, that takes HTTP CONNECT for declared places
//! and nothing else. Names are looked up here, once for each connection, and what is connected to is the address that
//! was judged. A script can therefore neither choose another place, nor be led to one by a name or an answer, nor ask a
//! name server anything. What is inside a connection is the script's and the place's own.
class NetworkGate final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostConnections = 16;
    static constexpr qint64 kMostBytes = 256LL * 1024 * 1024; //!< both ways, all connections

    //! Answers \a name's addresses to \a then, unless \a context has gone meanwhile.
    using Lookup =
        std::function<void(const QString &name, QObject *context, std::function<void(QList<QHostAddress>)> then)>;

    //! Without \a lookup, the system's resolver is asked.
    explicit NetworkGate(QList<NetworkNeed> needs, Lookup lookup = {}, QObject *parent = nullptr);

    //! Takes connections on \a path, which must not exist yet, from everybody who can reach it.
    Result<void> listen(const QString &path);
    //! The need that declares \a host and \a port; null: nobody declared them.
    const NetworkNeed *find(const QString &host, int port) const;
    void lookUp(const QString &name, QObject *context, std::function<void(QList<QHostAddress>)> then) const;
    //! False when all that may pass has passed.
    bool count(qint64 bytes);

Q_SIGNALS:
    //! Somebody wanted out who may not; a sentence, with what was asked for neutralised and cut.
    void refused(const QString &sentence);

private:
    void takeAll();

    QList<NetworkNeed> m_needs;
    Lookup m_lookup;
    QLocalServer m_server;
    int m_open = 0;
    qint64 m_passed = 0;
};

} // namespace wardroom::bot
