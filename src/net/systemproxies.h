// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QNetworkProxyFactory>

namespace wardroom::net {

bool isThisMachine(const QUrl &url);

//! The proxies that the system names for an address. What stays on this machine goes to nobody else: a proxy would read
//! tokens that are not encrypted on the way.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
};

} // namespace wardroom::net
