// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/scriptedserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrlQuery>

//! What stands in for somebody's browser and for a team's single sign-on.
namespace wardroom::test {

using namespace Qt::StringLiterals;

//! Somebody's browser: keeps cookies, follows every redirect, in the end to the window that sent it.
class Browser final
{
public:
    Browser() { m_network.setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy); }
    std::function<void(QUrl)> opener()
    {
        return [this](const QUrl &page) {
            ++m_opened;
            QNetworkReply *reply = m_network.get(QNetworkRequest(page));
            QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
        };
    }
    int opened() const { return m_opened; }

private:
    QNetworkAccessManager m_network;
    int m_opened = 0;
};

//! A stand-in for a team's single sign-on (CAS 2.0) that takes everybody for \a who.
inline ScriptedServer::Script casOf(const QString *who)
{
    return [who](const SeenRequest &request) {
        const QUrlQuery query(QUrl::fromEncoded(request.target));
        if (request.target.startsWith("/login")) {
            const QByteArray service = query.queryItemValue(u"service"_s, QUrl::FullyDecoded).toUtf8();
            return answer(302, {}, "text/html", "Location: " + service + "&ticket=ST-1\r\n");
        }
        return answer(
            200,
            "<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'><cas:authenticationSuccess><cas:user>" +
                who->toUtf8() + "</cas:user></cas:authenticationSuccess></cas:serviceResponse>",
            "application/xml");
    };
}

inline QJsonObject signOnBy(const ScriptedServer &cas)
{
    return {{u"cas_config"_s, QJsonObject{{u"enabled"_s, true}, {u"server_url"_s, cas.url(u""_s).toString()}}},
            {u"sso"_s, QJsonObject{{u"client_whitelist"_s, QJsonArray{u"http://127.0.0.1:"_s}}}}};
}

} // namespace wardroom::test
