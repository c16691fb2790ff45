// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/catalogue/manifestnetwork.h"

#include "base/plaintext.h"
#include "bot/catalogue/text.h"

#include <QHostAddress>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

enum class Reach { nobody, machine, ownNetwork, everybody };

//! IANA's special-purpose registries (RFC 6890): what is not the public internet.
const QList<std::pair<QLatin1StringView, Reach>> &specialNetworks()
{
    static const QList<std::pair<QLatin1StringView, Reach>> networks{
        {"0.0.0.0/8"_L1, Reach::nobody},         {"169.254.0.0/16"_L1, Reach::nobody},
        {"224.0.0.0/4"_L1, Reach::nobody},       {"240.0.0.0/4"_L1, Reach::nobody},
        {"127.0.0.0/8"_L1, Reach::machine},      {"10.0.0.0/8"_L1, Reach::ownNetwork},
        {"172.16.0.0/12"_L1, Reach::ownNetwork}, {"192.168.0.0/16"_L1, Reach::ownNetwork},
        {"100.64.0.0/10"_L1, Reach::ownNetwork}, {"198.18.0.0/15"_L1, Reach::ownNetwork},
        {"192.0.0.0/24"_L1, Reach::nobody},      {"::/128"_L1, Reach::nobody},
        {"fe80::/10"_L1, Reach::nobody},         {"fec0::/10"_L1, Reach::nobody},
        {"ff00::/8"_L1, Reach::nobody},          {"::1/128"_L1, Reach::machine},
        {"fc00::/7"_L1, Reach::ownNetwork},      {"100::/64"_L1, Reach::nobody}};
    return networks;
}

//! An IPv4 address that is written as, or carried in, an IPv6 one is judged as what it is.
QHostAddress plain(const QHostAddress &address)
{
    bool isMapped = false;
    const quint32 four = address.toIPv4Address(&isMapped);
    if (isMapped)
        return QHostAddress(four);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    const auto carried = [&](int at) {
        return QHostAddress(quint32(bytes[at]) << 24 | quint32(bytes[at + 1]) << 16 | quint32(bytes[at + 2]) << 8 |
                            bytes[at + 3]);
    };
    if (address.isInSubnet(QHostAddress(u"64:ff9b::"_s), 96))
        return carried(12); // NAT64
    if (address.isInSubnet(QHostAddress(u"2002::"_s), 16))
        return carried(2); // 6to4
    if (address.isInSubnet(QHostAddress(u"::"_s), 96) && !address.isLoopback() &&
        !address.isEqual(QHostAddress(u"::"_s)))
        return carried(12); // IPv4-compatible
    return address;
}

Reach reachOf(const QHostAddress &address)
{
    const QHostAddress real = plain(address);
    for (const auto &[network, reach] : specialNetworks()) {
        const auto subnet = QHostAddress::parseSubnet(QString(network));
        if (subnet.first.protocol() == real.protocol() && real.isInSubnet(subnet))
            return reach;
    }
    return Reach::everybody;
}

bool isThisMachine(const QString &host)
{
    const QHostAddress address(host);
    return host == "localhost"_L1 || (!address.isNull() && reachOf(address) == Reach::machine);
}

} // namespace

bool mayReach(const NetworkNeed &need, const QHostAddress &address)
{
    if (address.isNull() || !address.scopeId().isEmpty())
        return false;
    switch (reachOf(address)) {
    case Reach::nobody: return false;
    case Reach::machine: return need.isPrivate && isThisMachine(need.host);
    case Reach::ownNetwork: return need.isPrivate;
    case Reach::everybody: return true;
    }
    return false;
}

NetworkNeed readNetwork(const YamlNode &node, ProblemSink &sink)
{
    static const QRegularExpression name(QRegularExpression::anchoredPattern(
        u"(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?"_s));
    ManifestFields fields(node, Text::tr("a place of the network"), sink);
    NetworkNeed need;
    need.host = fields.text(u"host"_s, Need::required);
    need.port = fields.number(u"port"_s, 443, 1, 65535);
    need.isPrivate = fields.flag(u"private"_s, false);
    fields.finish();
    if (need.host.trimmed().isEmpty())
        return need; // that it is missing or empty has been said
    const QHostAddress address(need.host);
    const bool isWritten = !address.isNull() && address.toString() == need.host;
    if (!isWritten && !name.match(need.host).hasMatch())
        fields.problem(u"host"_s, Text::tr("“%1” is no host; one name in small letters, or one address, is "
                                           "expected, like “host: api.example.com”")
                                      .arg(shownPlainly(need.host, 80)));
    else if (isWritten && !mayReach({need.host, need.port, true}, address))
        fields.problem(u"host"_s,
                       Text::tr("“%1” is an address that no script may reach; name another host").arg(need.host));
    else if ((isWritten && !mayReach(need, address)) || (isThisMachine(need.host) && !need.isPrivate))
        fields.problem(u"host"_s,
                       Text::tr("“%1” is in a network of one's own; say so with “private: true”").arg(need.host));
    return need;
}

} // namespace wardroom::bot
