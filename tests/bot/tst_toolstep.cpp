// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/toolstep.h"

#include "connectors/crowdsec/crowdsectool.h"
#include "connectors/fakeports.h"
#include "net/scriptedserver.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QCoroTask>
#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Outcome;

//! Commands that a security tool carries out: a real CrowdSecTool, and what may answer at CrowdSec's address.
class TstToolStep : public QObject
{
    Q_OBJECT

private:
    static QByteArray signedIn() { return answer(200, "{\"token\":\"t0k3n\",\"expire\":\"2099-01-01T00:00:00Z\"}"); }
    static QByteArray headed(const QByteArray &status, const QByteArray &headers)
    {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + headers + "\r\n";
    }
    static QByteArray brokenOff() { return headed("200 OK", "Content-Length: 999\r\n") + "["; }
    Outcome outcome(const QString &action, const QByteArray &login, const QByteArray &said)
    {
        ScriptedServer server(
            [&](const SeenRequest &request) { return request.target == "/v1/watchers/login" ? login : said; });
        connectors::CrowdSecSettings settings;
        settings.url = server.url(QString());
        settings.machine = u"wardroom"_s;
        settings.timeout = 20s;
        connectors::CrowdSecTool tool(settings, m_transport, m_secrets, m_clock);
        Command command;
        command.run.tool = u"crowdsec"_s;
        command.run.action = action;
        StepRequest request;
        request.step = u"run"_s;
        request.args = {{u"address"_s, u"203.0.113.7"_s}};
        const auto ran = QCoro::waitFor(runToolStep(&tool, command, command.run, request, {}));
        return ran ? ran->outcome : Outcome::timedOut;
    }

    FakeClock m_clock{1'790'020'810'000};
    net::Transport m_transport{m_clock};
    FakeSecrets m_secrets;

private Q_SLOTS:
    void init() { m_secrets.values = {{u"crowdsec.machine"_s, "pw"}, {u"crowdsec.bouncer"_s, "key"}}; }

    //! Whoever reads "failed" asks again, and then it is done twice.
    void aChangeThatMayHaveBeenMadeIsNotSaidToHaveFailed_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<bool>("open");
        QTest::newRow("a page") << answer(200, "<html>", "text/html") << true;
        QTest::newRow("created, and a page") << answer(201, "<html>", "text/html") << true;
        QTest::newRow("no number") << answer(201, "[]") << true;
        QTest::newRow("nothing said") << answer(201, "") << true;
        QTest::newRow("wrong types") << answer(201, "[{\"a\":[]}]") << true;
        QTest::newRow("too much") << headed("200 OK", "Content-Length: 100000000\r\n") + "[" << true;
        QTest::newRow("sent elsewhere") << headed("302 Found", "Location: /x\r\nContent-Length: 0\r\n") << true;
        QTest::newRow("408") << answer(408, "{}") << true;
        QTest::newRow("500") << answer(500, "{}") << true;
        QTest::newRow("504") << answer(504, "<html>", "text/html") << true;
        QTest::newRow("broken off") << brokenOff() << true;
        QTest::newRow("400") << answer(400, "{}") << false;
        QTest::newRow("401") << answer(401, "{}") << false;
        QTest::newRow("403") << answer(403, "{}") << false;
        QTest::newRow("404") << answer(404, "{}") << false;
    }
    void aChangeThatMayHaveBeenMadeIsNotSaidToHaveFailed()
    {
        QFETCH(QByteArray, said);
        QFETCH(bool, open);
        for (const QString &action : {u"block"_s, u"unblock"_s})
            QCOMPARE(outcome(action, signedIn(), said), open ? Outcome::unknown : Outcome::failed);
        QVERIFY(outcome(u"check"_s, signedIn(), said) != Outcome::unknown); // looking changes nothing
    }

    void whoeverWasNotLetInHasChangedNothing()
    {
        const QByteArray done = answer(201, "[\"1\"]");
        QCOMPARE(outcome(u"block"_s, signedIn(), done), Outcome::done);
        for (const QByteArray &login :
             {answer(403, "{}"), answer(500, "{}"), answer(200, "<html>", "text/html"), answer(200, "{}"), brokenOff()})
            QCOMPARE(outcome(u"block"_s, login, done), Outcome::failed);
    }
};

WARDROOM_TEST(TstToolStep)
#include "tst_toolstep.moc"
