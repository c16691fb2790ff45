// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httprequest.h"

namespace wardroom::net {

using namespace Qt::StringLiterals;

QString spokenName(const HttpRequest &request)
{
    const QString port = request.url.port() < 0 ? QString() : u":%1"_s.arg(request.url.port());
    return u"%1 to %2%3"_s.arg(QString::fromLatin1(request.method), request.url.host(), port);
}

} // namespace wardroom::net
