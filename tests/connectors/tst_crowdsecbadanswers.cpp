// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a CrowdSec, or whatever sits at its address, may say instead of the truth.
#include "connectors/crowdsec/crowdsectool.h"
#include "connectors/crowdsec/crowdsecwords.h"
#include "connectors/sighting.h"

#include "connectors/fakeports.h"
#include "net/scriptedserver.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QCoroTask>
#include <QJsonDocument>
#include <QTest>

using namespace wardroom;
using namespace wardroom::connectors;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TstCrowdSecBadAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anErrorIsSaidOnceAndTakesNothing_data();
    void anErrorIsSaidOnceAndTakesNothing();
    void badAlertsNeitherCrashNorLie_data();
    void badAlertsNeitherCrashNorLie();
    void itRecoversWhenTheServerDoes();
    void aTokenThatDiedIsRenewed();
    void manyAtOnceAreAllTakenAndNoneTwice();
    void aDatabaseMadeAnewIsNotMistakenForTheOldOne();
    void aBlockThatFailsIsAnError_data();
    void aBlockThatFailsIsAnError();
    void timesAndDurationsAreReadInAllForms();
    void secretsAreNotInWhatIsShown();

private:
    static QByteArray alertJson(int id, const QByteArray &created = "2026-09-21T20:00:00Z")
    {
        return "{\"id\":" + QByteArray::number(id) + ",\"scenario\":\"crowdsecurity/ssh-bf\",\"created_at\":\"" +
               created +
               "\",\"start_at\":\"2026-09-21 20:00:00 +0000 UTC\",\"stop_at\":\"2026-09-21 20:00:01 +0000 UTC\","
               "\"source\":{\"scope\":\"Ip\",\"value\":\"203.0.113.7\"},\"decisions\":null,\"events\":null}";
    }
    static QByteArray signedIn()
    {
        return answer(200, "{\"code\":200,\"token\":\"t0k3n\",\"expire\":\"2099-01-01T00:00:00Z\"}");
    }
    static QByteArray list(const QList<QByteArray> &alerts)
    {
        return answer(200, alerts.isEmpty() ? "null" : "[" + alerts.join(',') + "]");
    }
    std::unique_ptr<CrowdSecTool> tool(ScriptedServer &server)
    {
        CrowdSecSettings settings;
        settings.url = server.url(QString());
        settings.machine = u"wardroom"_s;
        settings.pollEvery = 20ms;
        settings.timeout = 300ms;
        auto made = std::make_unique<CrowdSecTool>(settings, m_transport, m_secrets, m_clock);
        m_seen.clear();
        m_health.clear();
        connect(made.get(), &SecurityTool::alertSeen, this, [this](const RawAlert &alert) { m_seen.append(alert); });
        connect(made.get(), &SecurityTool::healthChanged, this, [this](bool well, const QString &text) {
            m_health.append({well, text});
        });
        return made;
    }
    void init() { m_secrets.values = {{u"crowdsec.machine"_s, "s3cr3t-pw"}, {u"crowdsec.bouncer"_s, "s3cr3t-key"}}; }

    FakeClock m_clock{1'790'020'810'000}; // 2026-09-21T20:00:10Z
    net::Transport m_transport{m_clock};
    FakeSecrets m_secrets;
    QList<RawAlert> m_seen;
    QList<std::pair<bool, QString>> m_health;
};

void TstCrowdSecBadAnswers::anErrorIsSaidOnceAndTakesNothing_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<int>("kind");
    QTest::newRow("401") << answer(401, "{}") << int(ErrorKind::auth);
    QTest::newRow("403") << answer(403, "{}") << int(ErrorKind::forbidden);
    QTest::newRow("500") << answer(500, "{}") << int(ErrorKind::transient);
    QTest::newRow("html") << answer(200, "<html>Sign in</html>", "text/html") << int(ErrorKind::protocol);
    QTest::newRow("half a body")
        << "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n[{\"id\":1,"_ba
        << int(ErrorKind::transient);
    QTest::newRow("half of JSON") << answer(200, "[{\"id\":1,") << int(ErrorKind::protocol);
    QTest::newRow("an object") << answer(200, "{\"message\":\"hello\"}") << int(ErrorKind::protocol);
    QTest::newRow("deep") << answer(200, QByteArray(100'000, '[')) << int(ErrorKind::protocol);
    QTest::newRow("100 MB") << answer(200, QByteArray(100'000'000, ' ')) << int(ErrorKind::tooLarge);
    QTest::newRow("nothing") << QByteArray() << int(ErrorKind::timeout);
}

void TstCrowdSecBadAnswers::anErrorIsSaidOnceAndTakesNothing()
{
    QFETCH(QByteArray, said);
    QFETCH(int, kind);
    init();
    ScriptedServer server(
        [&](const SeenRequest &request) { return request.target == "/v1/watchers/login" ? signedIn() : said; });
    const auto crowdsec = tool(server);
    const auto started = QCoro::waitFor(crowdsec->start());
    QVERIFY(!started);
    QCOMPARE(int(started.error().kind), kind);
    QTest::qWait(100);
    QCOMPARE(m_health.size(), 1); // not once a second
    QVERIFY(!m_health.first().first && !m_health.first().second.isEmpty());
    QVERIFY(m_seen.isEmpty());
}

void TstCrowdSecBadAnswers::badAlertsNeitherCrashNorLie_data()
{
    QTest::addColumn<QByteArray>("alerts");
    QTest::addColumn<int>("seen");
    QTest::newRow("null") << "null"_ba << 0;
    QTest::newRow("empty") << "[]"_ba << 0;
    QTest::newRow("empty alerts") << "[{},{}]"_ba << 0;
    QTest::newRow("not alerts") << "[null,1,\"x\",[],true]"_ba << 0;
    QTest::newRow("wrong types")
        << R"([{"id":"x","scenario":[],"created_at":7,"source":"me","events":{"a":1},"decisions":"no","start_at":{},"message":[1]}])"_ba
        << 1;
    QTest::newRow("null lists") << "[" + alertJson(1) + "]" << 1;
    QTest::newRow("null everything")
        << R"([{"id":null,"scenario":null,"source":null,"events":[null,{"meta":null},{"meta":[null]}],"decisions":[null]}])"_ba
        << 1;
    QTest::newRow("no alert of people's")
        << R"([{"id":5,"scenario":"x","source":{"scope":"crowdsecurity/community-blocklist"}},{"id":6,"scenario":"wardroom/block"}])"_ba
        << 0;
    QTest::newRow("hostile")
        << R"([{"id":9,"scenario":"\u202E<img src=x onerror=alert(1)>\u0000","message":"<script>\r\n\u001b[2J","source":{"value":"\u202E203.0.113.7"}}])"_ba
        << 1;
    QTest::newRow("huge text") << "[{\"id\":9,\"scenario\":\"" + QByteArray(2'000'000, 'A') + "\"}]" << 1;
}

void TstCrowdSecBadAnswers::badAlertsNeitherCrashNorLie()
{
    QFETCH(QByteArray, alerts);
    QFETCH(int, seen);
    init();
    ScriptedServer server([&](const SeenRequest &request) {
        return request.target == "/v1/watchers/login" ? signedIn() : answer(200, alerts);
    });
    const auto crowdsec = tool(server);
    QVERIFY(QCoro::waitFor(crowdsec->start()));
    QTest::qWait(60);
    QCOMPARE(m_seen.size(), seen);
    for (const RawAlert &alert : std::as_const(m_seen)) {
        const Sighting sighting = cleaned(alert, m_clock.nowMs());
        QVERIFY(sighting.title.size() <= 200 && sighting.count == 1 && sighting.first > 0);
        QVERIFY(alerts.contains(alert.raw)); // exactly what was said
    }
}

void TstCrowdSecBadAnswers::itRecoversWhenTheServerDoes()
{
    init();
    bool isDown = true;
    ScriptedServer server([&](const SeenRequest &request) {
        if (isDown)
            return answer(503, "{}");
        return request.target == "/v1/watchers/login" ? signedIn() : list({alertJson(1)});
    });
    const auto crowdsec = tool(server);
    QVERIFY(!QCoro::waitFor(crowdsec->start()));
    isDown = false;
    QTRY_COMPARE_WITH_TIMEOUT(m_seen.size(), 1, 5000);
    QCOMPARE(m_health.size(), 2);
    QVERIFY(m_health.last().first);
}

void TstCrowdSecBadAnswers::aTokenThatDiedIsRenewed()
{
    init();
    int logins = 0;
    ScriptedServer server([&](const SeenRequest &request) {
        if (request.target == "/v1/watchers/login")
            return answer(200,
                          "{\"token\":\"t" + QByteArray::number(++logins) + "\",\"expire\":\"2099-01-01T00:00:00Z\"}");
        return request.headers.value("authorization") == "Bearer t2"
                   ? list({})
                   : answer(401, "{\"message\":\"signature is invalid\"}");
    });
    const auto crowdsec = tool(server);
    QVERIFY(QCoro::waitFor(crowdsec->start()));
    QCOMPARE(logins, 2);
    QTest::qWait(100);
    QCOMPARE(logins, 2);
    QCOMPARE(m_health.size(), 1);
}

void TstCrowdSecBadAnswers::manyAtOnceAreAllTakenAndNoneTwice()
{
    init();
    QList<QByteArray> alerts; // newest first, as CrowdSec lists them
    ScriptedServer server([&](const SeenRequest &request) {
        if (request.target == "/v1/watchers/login")
            return signedIn();
        const int limit = request.target.mid(request.target.indexOf("limit=") + 6).toInt();
        return list(limit == 0 ? alerts : alerts.mid(0, limit));
    });
    for (int i = 1; i <= 3; ++i)
        alerts.prepend(alertJson(i));
    const auto crowdsec = tool(server);
    QVERIFY(QCoro::waitFor(crowdsec->start()));
    QCOMPARE(m_seen.size(), 3);
    int id = 3;
    for (const int burst : {1, 4, 5, 6, 99, 250}) {
        for (int i = 0; i < burst; ++i)
            alerts.prepend(alertJson(++id));
        QTRY_COMPARE_WITH_TIMEOUT(m_seen.size(), id, 5000);
        QTest::qWait(60);
        QCOMPARE(m_seen.size(), id);
    }
    for (int i = 0; i < id; ++i)
        QVERIFY(m_seen[i].toolId.startsWith(QString::number(i + 1) + u'|')); // oldest first
    alerts.prepend(alertJson(id + 1, "2026-09-19T20:00:00Z"));               // older than we look back
    QTest::qWait(100);
    QCOMPARE(m_seen.size(), id);
}

void TstCrowdSecBadAnswers::aDatabaseMadeAnewIsNotMistakenForTheOldOne()
{
    init();
    QList<QByteArray> alerts{alertJson(1)};
    ScriptedServer server(
        [&](const SeenRequest &request) { return request.target == "/v1/watchers/login" ? signedIn() : list(alerts); });
    const auto crowdsec = tool(server);
    QVERIFY(QCoro::waitFor(crowdsec->start()));
    QCOMPARE(m_seen.size(), 1);
    alerts = {alertJson(1, "2026-09-21T20:00:05Z")};
    QTRY_COMPARE_WITH_TIMEOUT(m_seen.size(), 2, 3000);
}

void TstCrowdSecBadAnswers::aBlockThatFailsIsAnError_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("401") << answer(401, "{}");
    QTest::newRow("403") << answer(403, "{}");
    QTest::newRow("500") << answer(500, "{}");
    QTest::newRow("html") << answer(200, "<html>", "text/html");
    QTest::newRow("no number") << answer(201, "[]");
    QTest::newRow("nothing said") << answer(201, "");
    QTest::newRow("wrong types") << answer(201, "[{\"a\":[]}]");
    QTest::newRow("nothing") << QByteArray();
}

void TstCrowdSecBadAnswers::aBlockThatFailsIsAnError()
{
    QFETCH(QByteArray, said);
    init();
    ScriptedServer server(
        [&](const SeenRequest &request) { return request.target == "/v1/watchers/login" ? signedIn() : said; });
    const auto crowdsec = tool(server);
    for (const QString &action : {u"block"_s, u"unblock"_s}) {
        const auto before = server.seen().size();
        QVERIFY(!QCoro::waitFor(crowdsec->perform(action, {{u"address"_s, u"203.0.113.7"_s}})));
        int tries = 0;
        for (const SeenRequest &request : server.seen().mid(before))
            tries += request.target != "/v1/watchers/login";
        QVERIFY(tries == 1 || said.contains(" 401 ")); // only what was certainly not done is tried again
    }
}

void TstCrowdSecBadAnswers::timesAndDurationsAreReadInAllForms()
{
    const qint64 at = 1'795'327'200'000; // 2026-11-22T06:00:00Z
    QCOMPARE(crowdsec::parseTime(u"2026-11-22 06:00:00 +0000 UTC"_s), at);
    QCOMPARE(crowdsec::parseTime(u"2026-11-22 06:00:00.735446454 +0000 UTC"_s), at + 735);
    QCOMPARE(crowdsec::parseTime(u"2026-11-22T06:00:00Z"_s), at);
    QCOMPARE(crowdsec::parseTime(u"2026-11-22T08:00:00.5+02:00"_s), at + 500);
    for (const QString &wrong :
         {u""_s, u"yesterday"_s, u"2026-13-22T06:00:00Z"_s, u"2026-11-22"_s, u"0001-01-01T00:00:00Z"_s})
        QCOMPARE(crowdsec::parseTime(wrong), 0);
    QCOMPARE(crowdsec::parseDuration(u"3h59m58.1s"_s), std::optional<qint64>(14'398'100));
    QCOMPARE(crowdsec::parseDuration(u"-1m0s"_s), std::optional<qint64>(-60'000));
    QCOMPARE(crowdsec::parseDuration(u"500ms"_s), std::optional<qint64>(500));
    QVERIFY(!crowdsec::parseDuration(u"7d"_s) && !crowdsec::parseDuration(u"1"_s) &&
            !crowdsec::parseDuration(u"99999999999h"_s));
    QCOMPARE(crowdsec::banSeconds(u"1h30m"_s).value_or(0), 5400);
    QCOMPARE(crowdsec::goDuration(7 * 86'400), u"168h"_s);
}

void TstCrowdSecBadAnswers::secretsAreNotInWhatIsShown()
{
    init();
    ScriptedServer server([](const SeenRequest &) { return answer(401, "{}"); });
    const auto crowdsec = tool(server);
    QString shown = QCoro::waitFor(crowdsec->start()).error().message;
    for (const QString &action : crowdsec->actions()) {
        const auto request = crowdsec->describe(action, {{u"address"_s, u"203.0.113.7"_s}});
        shown += request->url + QString::fromUtf8(QJsonDocument(request->body).toJson());
        shown += QCoro::waitFor(crowdsec->perform(action, {{u"address"_s, u"203.0.113.7"_s}})).error().message;
    }
    QVERIFY(!shown.contains(u"s3cr3t"_s));
}

WARDROOM_TEST(TstCrowdSecBadAnswers)
#include "tst_crowdsecbadanswers.moc"
