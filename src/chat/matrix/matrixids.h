// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>

namespace wardroom::chat {

//! Shapes of Matrix identifiers (Matrix 1.11, Appendices, "Identifier Grammar"): at most 255 bytes, no control
//! characters. Room ids of version 12 rooms have no server part.
bool isMatrixRoom(const QString &id);
bool isMatrixEvent(const QString &id);
bool isMatrixUser(const QString &id);
//! "example.org" of "@ada:example.org"; empty when it is not a user id.
QString serverOfUser(const QString &user);
//! One part of a path or a query's value, percent-encoded but for unreserved characters (RFC 3986).
QByteArray urlPart(const QString &text);

//! "mxc://server/id" (Matrix 1.11, "mxc:// URIs").
struct MatrixMedia
{
    QString server;
    QString id;
    QString uri() const { return QStringLiteral("mxc://%1/%2").arg(server, id); }
    bool isNull() const { return id.isEmpty(); }
    //! Null unless well-formed.
    static MatrixMedia fromUri(const QString &uri);
};

} // namespace wardroom::chat
