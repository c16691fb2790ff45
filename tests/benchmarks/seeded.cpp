// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/seeded.h"

#include <algorithm>

namespace wardroom::bench {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

constexpr qint64 kStart = 1'790'000'000'000;

const QStringList &commonWords()
{
    static const QStringList words{
        u"login"_s,   u"host"_s,     u"failed"_s,   u"bastion"_s,     u"nginx"_s,   u"patch"_s,   u"the"_s,
        u"from"_s,    u"address"_s,  u"ban"_s,      u"web-01"_s,      u"deploy"_s,  u"token"_s,   u"ssh"_s,
        u"root"_s,    u"key"_s,      u"is"_s,       u"was"_s,         u"seen"_s,    u"again"_s,   u"alert"_s,
        u"approve"_s, u"rollback"_s, u"timeline"_s, u"kernel"_s,      u"cve"_s,     u"exploit"_s, u"traffic"_s,
        u"dns"_s,     u"vpn"_s,      u"laptop"_s,   u"certificate"_s, u"expired"_s, u"renew"_s,   u"firewall"_s,
        u"rule"_s,    u"backup"_s,   u"restore"_s,  u"database"_s,    u"replica"_s};
    return words;
}

QString rareWord(int number)
{
    static const QStringList parts{u"ka"_s,  u"lo"_s,  u"mi"_s,  u"re"_s,  u"su"_s,  u"to"_s,  u"ven"_s, u"dar"_s,
                                   u"qui"_s, u"zel"_s, u"pho"_s, u"nax"_s, u"bri"_s, u"gor"_s, u"hul"_s, u"wes"_s};
    return parts.at(number % 16) + parts.at(number / 16 % 16) + parts.at(number / 256 % 16);
}

} // namespace

QString Seeded::word()
{
    if (below(3) != 0)
        return commonWords().at(std::min(below(static_cast<int>(commonWords().size())), below(80)));
    return rareWord(below(4096));
}

QString Seeded::chinese()
{
    static const QString characters = u"数据库没有响应主机登录失败告警服务器补丁审批时间线网络证书过期封禁地址"_s;
    QString text;
    const int count = 2 + below(6);
    for (int i = 0; i < count; ++i)
        text += characters.at(below(static_cast<int>(characters.size())));
    return text;
}

QString Seeded::message()
{
    QStringList words;
    const int count = 20 + below(70);
    for (int i = 0; i < count; ++i)
        words.append(word());
    if (below(5) == 0)
        for (int i = 0; i < 6; ++i)
            words.insert(below(count), chinese());
    return words.join(u' ');
}

QList<Entry> Seeded::messages(const RoomId &room, int count, int before)
{
    QList<Entry> entries;
    entries.reserve(count);
    for (int i = before; i < before + count; ++i) {
        Entry entry;
        entry.room = room;
        entry.position = {kStart + i * 60'000LL, EntryId(room.text() + QString::number(i + 1))};
        entry.sender = PersonId(u"person-%1"_s.arg(below(5)));
        entry.text = message();
        entries.append(entry);
    }
    return entries;
}

Fact Seeded::fact()
{
    const int roll = below(10);
    if (m_alerts.isEmpty() || roll < 3) {
        AlertRaised alert;
        alert.tool = u"crowdsec"_s;
        alert.scenario = u"crowdsecurity/ssh-bf"_s;
        alert.title = u"ssh brute force"_s;
        alert.source = u"203.0.113.%1"_s.arg(below(250));
        alert.target = u"bastion-2"_s;
        alert.detail = message().left(200);
        alert.fingerprint = Sha256::of(QByteArray::number(++m_sightings)).hex();
        alert.first = kStart;
        alert.last = kStart + 1000;
        return alert;
    }
    const FactId about = m_alerts.at(below(static_cast<int>(m_alerts.size())));
    if (roll < 8)
        return AlertGrouped{about, ++m_sightings, kStart + m_sightings * 1000};
    if (roll < 9)
        return AlertAcknowledged{about, {}};
    return NoteAdded{message().left(300)};
}

void Seeded::fill(test::RoomBuilder &builder, const RoomId &room, int count, int oneIn,
                  const std::pair<QString, QString> &people)
{
    for (int i = 0; i < count; ++i) {
        const QString who = below(2) == 0 ? people.first : people.second;
        if (i % oneIn != 0) {
            builder.talk(room, who, message());
            continue;
        }
        const Fact said = fact();
        const FactId id = builder.say(room, who, said);
        if (std::holds_alternative<AlertRaised>(said))
            m_alerts.append(id);
    }
}

} // namespace wardroom::bench
