// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixids.h"

#include <QRegularExpression>
#include <QUrl>
#include <algorithm>

namespace wardroom::chat {

using namespace Qt::StringLiterals;

namespace {

bool isId(const QString &id, QChar sigil)
{
    return id.size() > 1 && id.at(0) == sigil && id.toUtf8().size() <= 255 &&
           std::none_of(id.begin(), id.end(), [](QChar c) { return c.unicode() <= 0x20 || c.unicode() == 0x7f; });
}

} // namespace

bool isMatrixRoom(const QString &id)
{
    return isId(id, u'!');
}

bool isMatrixEvent(const QString &id)
{
    return isId(id, u'$');
}

bool isMatrixUser(const QString &id)
{
    return isId(id, u'@') && id.indexOf(u':') > 1 && !id.endsWith(u':');
}

QString serverOfUser(const QString &user)
{
    return isMatrixUser(user) ? user.section(u':', 1) : QString();
}

QByteArray urlPart(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

MatrixMedia MatrixMedia::fromUri(const QString &uri)
{
    static const QRegularExpression shape(uR"(^mxc://([A-Za-z0-9.:\[\]-]{1,255})/([A-Za-z0-9_-]{1,255})$)"_s);
    const auto match = shape.match(uri);
    return match.hasMatch() ? MatrixMedia{match.captured(1), match.captured(2)} : MatrixMedia();
}

} // namespace wardroom::chat
