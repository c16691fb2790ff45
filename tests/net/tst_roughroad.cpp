// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/requestengine.h"
#include "support/faultproxy.h"
#include "support/synapse.h"
#include "support/testmain.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace wardroom;
using namespace wardroom::net;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! The request engine against a real Synapse, over a road that goes wrong.
class TstRoughRoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachMessageIsThereOnceWhateverTheRoadDid();
    void aPersonsMessageGoesBeforeAStormOnAStockServer();

private:
    QUrl urlOf(const QUrl &base, const QString &txn) const
    {
        return QUrl(u"%1/_matrix/client/v3/rooms/%2/send/m.room.message/%3"_s.arg(base.toString(), m_room, txn));
    }
    HttpRequest message(const QUrl &base, const QString &txn) const;
    QStringList bodies() const;

    SystemClock m_clock;
    Synapse m_server;
    SynapseUser m_ana;
    QString m_room;
};

void TstRoughRoad::initTestCase()
{
    const Result<void> started = m_server.start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().message));
    m_ana = m_server.user(u"ana"_s).value_or(SynapseUser());
    m_room =
        m_server.call("POST", u"/_matrix/client/v3/createRoom"_s, m_ana.token, {}).body.value("room_id"_L1).toString();
    QVERIFY(!m_room.isEmpty());
}

HttpRequest TstRoughRoad::message(const QUrl &base, const QString &txn) const
{
    HttpRequest request;
    request.method = "PUT";
    request.url = urlOf(base, txn);
    request.headers = {{"Authorization", "Bearer " + m_ana.token.toUtf8()}, {"Content-Type", "application/json"}};
    request.body = QJsonDocument(QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, txn}}).toJson();
    request.expects = "application/json";
    request.timeout = 20s;
    return request;
}

//! What the room holds, oldest first, asked directly.
QStringList TstRoughRoad::bodies() const
{
    QStringList found;
    const SynapseAnswer answer =
        m_server.call("GET", u"/_matrix/client/v3/rooms/%1/messages?dir=f&limit=1000"_s.arg(m_room), m_ana.token);
    for (const QJsonValue &event : answer.body.value("chunk"_L1).toArray()) {
        if (event["type"_L1] == "m.room.message"_L1)
            found += event["content"_L1]["body"_L1].toString();
    }
    return found;
}

void TstRoughRoad::eachMessageIsThereOnceWhateverTheRoadDid()
{
    constexpr int kMessages = 80;
    bool isNumber = false;
    const uint given = qEnvironmentVariable("WARDROOM_SEED").toUInt(&isNumber);
    const quint64 seed = isNumber ? given : 11;
    FaultProxy proxy(m_server.url(), FaultPlan::rough(seed));
    RequestEngine engine(m_clock);
    QSet<QString> events;
    int ended = 0;
    for (int i = 0; i < kMessages; ++i) {
        const HttpRequest request = message(proxy.url(), u"m%1"_s.arg(i));
        const CallRules rules{"ana send", Urgency::record, true, 5min, retryAfterField(u"retry_after_ms"_s)};
        QCoro::connect(engine.send(request, rules), this, [&](const Result<HttpAnswer> &answer) {
            ++ended;
            if (answer)
                events += QJsonDocument::fromJson(answer->body)["event_id"_L1].toString();
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(ended, kMessages, 300'000);
    const QByteArray told = "seed " + QByteArray::number(seed) + '\n' + proxy.history().join(u'\n').toUtf8();
    QVERIFY2(events.size() == kMessages, told.constData());
    QStringList got = bodies();
    QVERIFY2(got.size() == kMessages, told.constData());
    QCOMPARE(QSet<QString>(got.begin(), got.end()).size(), kMessages);
    QVERIFY2(proxy.faults() > 5, told.constData());
}

void TstRoughRoad::aPersonsMessageGoesBeforeAStormOnAStockServer()
{
    m_server.stop();
    m_server.reconfigure(Synapse::stockRates()); // one message in five seconds after the first ten
    QVERIFY(m_server.start());
    RequestEngine engine(m_clock);
    QStringList order;
    const auto send = [&](const QString &txn, Urgency urgency) {
        const CallRules rules{"ana send", urgency, true, 5min, retryAfterField(u"retry_after_ms"_s)};
        QCoro::connect(engine.send(message(m_server.url(), txn), rules), this,
                       [&order, txn](const Result<HttpAnswer> &answer) {
                           if (answer)
                               order += txn;
                       });
    };
    for (int i = 0; i < 40; ++i)
        send(u"alert %1"_s.arg(i), Urgency::alert);
    QTRY_VERIFY_WITH_TIMEOUT(engine.gate().closedUntilMs("ana send"), 60'000);
    const auto before = order.size();
    send(u"typed"_s, Urgency::person);
    QTRY_VERIFY_WITH_TIMEOUT(order.contains(u"typed"_s), 60'000);
    QVERIFY2(order.indexOf(u"typed"_s) <= before + 1, qPrintable(order.join(u", "_s)));
    QVERIFY(order.size() < 30);
    QVERIFY(bodies().contains(u"typed"_s));
}

WARDROOM_TEST(TstRoughRoad)
#include "tst_roughroad.moc"
