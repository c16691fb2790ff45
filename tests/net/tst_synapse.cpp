// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/synapse.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

//! The tests' own Synapse does what other suites rest on.
class TstSynapse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aRoomIsThereAfterKill9();
    void aFullDiskRefusesAndRecovers();
    void theClockCanBeOff();
    void aliasesCanBeForbidden();
    void stockRatesAreRates();

private:
    QString roomOf(const SynapseUser &user);
    SynapseAnswer say(const QString &text);

    Synapse m_server;
    SynapseUser m_ana;
    QString m_room;
    int m_said = 0;
};

QString TstSynapse::roomOf(const SynapseUser &user)
{
    return m_server.call("POST", u"/_matrix/client/v3/createRoom"_s, user.token, {{u"preset"_s, u"private_chat"_s}})
        .body.value("room_id"_L1)
        .toString();
}

SynapseAnswer TstSynapse::say(const QString &text)
{
    return m_server.call("PUT", u"/_matrix/client/v3/rooms/%1/send/m.room.message/t%2"_s.arg(m_room).arg(++m_said),
                         m_ana.token, {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, text}});
}

void TstSynapse::initTestCase()
{
    const Result<void> started = m_server.start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().message));
    const Result<SynapseUser> ana = m_server.user(u"ana"_s, true);
    QVERIFY2(ana, ana ? "" : qPrintable(ana.error().message));
    m_ana = *ana;
    QCOMPARE(m_ana.id, u"@ana:localhost"_s);
    m_room = roomOf(m_ana);
    QVERIFY(!m_room.isEmpty());
}

void TstSynapse::aRoomIsThereAfterKill9()
{
    const SynapseAnswer said = say(u"before"_s);
    QCOMPARE(said.status, 200);
    const quint16 port = m_server.port();
    m_server.kill9();
    QVERIFY(!m_server.isRunning());
    QCOMPARE(m_server.call("GET", u"/_matrix/client/versions"_s).status, 0);
    QVERIFY(m_server.start());
    QCOMPARE(m_server.port(), port);
    const QString event = said.body.value("event_id"_L1).toString();
    const SynapseAnswer read =
        m_server.call("GET", u"/_matrix/client/v3/rooms/%1/event/%2"_s.arg(m_room, event), m_ana.token);
    QCOMPARE(read.body.value("content"_L1).toObject().value("body"_L1).toString(), u"before"_s);
}

void TstSynapse::aFullDiskRefusesAndRecovers()
{
    QCOMPARE(say(u"there is room"_s).status, 200);
    m_server.setDiskFull(true);
    QCOMPARE(say(u"there is none"_s).status, 500);
    m_server.setDiskFull(false);
    QCOMPARE(say(u"there is room again"_s).status, 200);
}

void TstSynapse::theClockCanBeOff()
{
    const auto saidAt = [this] {
        const QString event = say(u"when?"_s).body.value("event_id"_L1).toString();
        return qint64(m_server.call("GET", u"/_matrix/client/v3/rooms/%1/event/%2"_s.arg(m_room, event), m_ana.token)
                          .body.value("origin_server_ts"_L1)
                          .toDouble());
    };
    const qint64 before = saidAt();
    m_server.setClockOffset(-std::chrono::hours(1));
    const qint64 back = saidAt();
    m_server.setClockOffset(std::chrono::milliseconds(0));
    QVERIFY2(before - back > 50 * 60'000, qPrintable(QString::number(before - back)));
    QVERIFY(saidAt() >= before);
}

void TstSynapse::aliasesCanBeForbidden()
{
    const auto alias = [this](const QString &name) {
        return m_server
            .call("PUT", u"/_matrix/client/v3/directory/room/%23"_s + name + u"%3Alocalhost"_s, m_ana.token,
                  {{u"room_id"_s, m_room}})
            .status;
    };
    QCOMPARE(alias(u"one"_s), 200);
    m_server.stop();
    m_server.reconfigure(Synapse::noAliases());
    QVERIFY(m_server.start());
    QCOMPARE(alias(u"two"_s), 403);
    m_server.stop();
    m_server.reconfigure({{u"alias_creation_rules"_s, QJsonValue::Null}});
    QVERIFY(m_server.start());
    QCOMPARE(alias(u"two"_s), 200);
}

void TstSynapse::stockRatesAreRates()
{
    m_server.stop();
    m_server.reconfigure(Synapse::stockRates());
    QVERIFY(m_server.start());
    SynapseAnswer last;
    for (int i = 0; i < 30 && last.status != 429; ++i)
        last = say(u"quick"_s);
    QCOMPARE(last.status, 429);
    QCOMPARE(last.errcode(), u"M_LIMIT_EXCEEDED"_s);
}

WARDROOM_TEST(TstSynapse)
#include "tst_synapse.moc"
