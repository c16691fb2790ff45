// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "domain/ids.h"

#include <QCoroTask>
#include <QUrl>
#include <functional>

namespace wardroom::chat {

//! Whose account on which server, and under which device. The device stays the same over sign-ins: what was sent once
//! is known to the server by it (Matrix 1.11, "Transaction identifiers").
struct MatrixAccount
{
    QUrl homeserver; //!< base URL, without "/_matrix"
    domain::PersonId user;
    QString device;
};

//! What a sign-in gives (Matrix 1.11, "Refreshing access tokens"). A secret: never logged.
struct MatrixTokens
{
    QString access;
    QString refresh;    //!< empty: the access token does not expire by itself
    qint64 expires = 0; //!< ms by our clock; 0: not known

    QByteArray toBytes() const;
    static Result<MatrixTokens> fromBytes(const QByteArray &bytes);
};

//! Keeps refreshed tokens where a restart finds them; waited for before they are used, because using them is what
//! ends the old ones.
using KeepTokens = std::function<QCoro::Task<Result<void>>(MatrixTokens)>;

} // namespace wardroom::chat
