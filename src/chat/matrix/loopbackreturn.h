// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QTcpServer>
#include <QUrl>

namespace wardroom::chat {

//! Where the browser comes back to after a single sign-on: one page on a loopback port that the system chose, under a
//! path that nobody can guess (RFC 8252, 7.3). Takes one `loginToken`, answers with a page that says so, and is deaf
//! to everything else.
class LoopbackReturn final : public QObject
{
    Q_OBJECT

public:
    LoopbackReturn();

    Result<void> listen();
    //! "http://127.0.0.1:PORT/…".
    QUrl address() const;
    bool isDone() const { return m_done; }
    //! Empty when it was given up.
    QString token() const { return m_token; }
    void giveUp();

Q_SIGNALS:
    void done();

private:
    void greet();
    void read(QTcpSocket *socket);

    QTcpServer m_server;
    QString m_path;
    QString m_token;
    bool m_done = false;
};

} // namespace wardroom::chat
