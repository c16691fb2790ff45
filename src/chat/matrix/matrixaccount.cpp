// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixaccount.h"

#include "chat/matrix/matrixtext.h"
#include "net/jsonanswer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace wardroom::chat {

using namespace Qt::StringLiterals;

QByteArray MatrixTokens::toBytes() const
{
    const QJsonObject object{{u"access"_s, access}, {u"refresh"_s, refresh}, {u"expires"_s, expires}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<MatrixTokens> MatrixTokens::fromBytes(const QByteArray &bytes)
{
    const Result<QJsonValue> json = net::parsedJson(bytes, 4);
    MatrixTokens tokens;
    if (json) {
        const QJsonObject object = json->toObject();
        tokens = {object.value("access"_L1).toString(), object.value("refresh"_L1).toString(),
                  object.value("expires"_L1).toInteger()};
    }
    if (tokens.access.isEmpty())
        return fail(ErrorKind::corrupt, MatrixText::tr("The stored sign-in is damaged. Sign in again."));
    return tokens;
}

} // namespace wardroom::chat
