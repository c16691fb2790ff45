// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/httpstep.h"
#include "support/fakeclock.h"
#include "support/memorysecrets.h"
#include "support/testmain.h"

#include <QCoroTask>
#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

//! Answers every request with the same bytes and keeps what it was asked.
class OneAnswer : public QTcpServer
{
public:
    explicit OneAnswer(QByteArray answer)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, answer] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, answer] {
                asked += socket->readAll();
                if (asked.contains("\r\n\r\n")) {
                    socket->write(answer);
                    socket->disconnectFromHost();
                }
            });
        });
    }
    QByteArray asked;
};

QByteArray ok(const QByteArray &body, const QByteArray &status = "200 OK", const QByteArray &more = {})
{
    return "HTTP/1.1 " + status +
           "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more +
           "Connection: close\r\n\r\n" + body;
}

} // namespace

//! Commands without a script: an HTTP call that the manifest describes.
class TstHttpStep : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    MemorySecrets secrets;
    FakeClock clock;

    tl::expected<Plugin, QList<ManifestProblem>> load(const QByteArray &http, const QByteArray &risk = "read")
    {
        QFile file(m_dir.filePath(u"plugin.yaml"_s));
        if (!file.open(QFile::WriteOnly))
            return {};
        file.write("name: reputation\nversion: 1.0.0\nauthor: Somebody\nsummary: Asks about an address\ncommands:\n"
                   "  - id: reputation.ask\n    risk: " +
                   risk +
                   "\n    summary: Asks about an address\n"
                   "    arguments:\n      - {name: address, type: word}\n"
                   "    limits: {seconds: 5, output_kb: 16}\n" +
                   http);
        file.close();
        return Catalogue::loadPlugin(m_dir.path());
    }
    static QByteArray call(quint16 port, const QByteArray &more = {})
    {
        return "    run:\n      http:\n        method: POST\n        url: \"http://127.0.0.1:" +
               QByteArray::number(port) +
               "/v1/{address}?q={address}\"\n        body: {ask: \"is {address} bad\", n: 1}\n" + more +
               "        answer: {summary: \"{address}: {data.0.verdict}\", fields: {Verdict: data.0.verdict, Seen: "
               "count}}\n";
    }
    Result<StepResult> run(const Plugin &plugin, const QString &address)
    {
        const Catalogue catalogue = Catalogue::of({plugin});
        StepRunner runner(catalogue, {}, nullptr, clock);
        runner.setSecrets(&secrets, {});
        StepRequest request;
        request.command = u"reputation.ask"_s;
        request.step = u"run"_s;
        request.args = {{u"address"_s, address}};
        return QCoro::waitFor(runner.run(request, {}));
    }

private Q_SLOTS:
    void anAnswerBecomesACard()
    {
        OneAnswer server(ok(R"({"data":[{"verdict":"bad"}],"count":7})"));
        const auto plugin = load(call(server.serverPort()));
        QVERIFY2(plugin, plugin ? "" : qPrintable(plugin.error().first().message));
        const auto ran = run(*plugin, u"203.0.113.7"_s);
        QVERIFY2(ran && ran->ok(), qPrintable(ran ? ran->summary : ran.error().message));
        QCOMPARE(ran->summary, u"203.0.113.7: bad"_s);
        QCOMPARE(ran->data.value(u"count"_s).toString(), u"7"_s);
        QVERIFY(server.asked.startsWith("POST /v1/203.0.113.7?q=203.0.113.7 HTTP/1.1"));
        QVERIFY(server.asked.endsWith(R"({"ask":"is 203.0.113.7 bad","n":1})"));
    }

    void anArgumentIsNeverStructure()
    {
        OneAnswer server(ok(R"({"data":[{"verdict":"x"}]})"));
        const auto plugin = load(call(server.serverPort()));
        QVERIFY(plugin);
        QVERIFY(run(*plugin, u"../admin?x=1#\",\"n\":2"_s));
        QVERIFY2(server.asked.startsWith("POST /v1/..%2Fadmin%3Fx%3D1%23%22%2C%22n%22%3A2?q="),
                 server.asked.left(80).constData());
        QVERIFY(server.asked.endsWith(",\"n\":1}"));
        const auto up = prepared(*plugin->commands.first().run.http, {{u"address"_s, u".."_s}});
        QVERIFY(up && !up->url.path(QUrl::FullyEncoded).contains(u".."_s));
    }

    void theSecretGoesOutInItsHeaderAndNeverComesBack()
    {
        OneAnswer server(ok(R"({"data":[{"verdict":"you said hunter2-hunter2"}],"count":"aHVudGVyMi1odW50ZXIy"})"));
        const QByteArray more = "        secret: api-key\n        secret_header: \"Authorization: Bearer {secret}\"\n";
        const auto plugin = load(call(server.serverPort(), more));
        QVERIFY2(plugin, plugin ? "" : qPrintable(plugin.error().first().message));
        const auto without = run(*plugin, u"x"_s);
        QVERIFY(!without);
        QCOMPARE(without.error().kind, ErrorKind::auth);
        QVERIFY(server.asked.isEmpty());
        QCoro::waitFor(secrets.write(u"plugin.reputation.api-key"_s, "hunter2-hunter2\n"));
        const auto ran = run(*plugin, u"x"_s);
        QVERIFY(ran && ran->ok());
        QVERIFY(server.asked.contains("Authorization: Bearer hunter2-hunter2\r\n"));
        QVERIFY(!ran->output.contains("hunter2") && !ran->output.contains("aHVudGVy"));
        QVERIFY(ran->summary.contains(u"[redacted]"_s));
        const Catalogue catalogue = Catalogue::of({*plugin});
        StepRunner runner(catalogue, {}, nullptr, clock);
        StepRequest request;
        request.command = u"reputation.ask"_s;
        request.args = {{u"address"_s, u"x"_s}};
        const auto plan = QCoro::waitFor(runner.rehearse(request));
        QVERIFY(plan);
        QVERIFY(!plan->argv.join(u' ').contains(u"hunter2"_s));
        QCOMPARE(plan->argv.value(0), u"POST"_s);
    }

    void anotherAnswerIsAFailureThatSaysWhy()
    {
        for (const auto &[answer, words] :
             {std::pair{ok("{}", "403 Forbidden"), u"403"_s}, std::pair{ok("<html>"), u"no JSON"_s},
              std::pair{ok("{}", "302 Found", "Location: http://127.0.0.1:1/\r\n"), u"302"_s},
              std::pair{QByteArray("nonsense\r\n\r\n"), u"127.0.0.1"_s}}) {
            OneAnswer server(answer);
            const auto plugin = load(call(server.serverPort()));
            const auto ran = run(*plugin, u"x"_s);
            QVERIFY(ran.has_value() && !ran->ok());
            QVERIFY2(ran->summary.contains(words), qPrintable(ran->summary));
        }
        OneAnswer large(ok("[\"" + QByteArray(100'000, 'x') + "\"]"));
        const auto plugin = load(call(large.serverPort()));
        QVERIFY(!run(*plugin, u"x"_s)->ok());
    }

    //! A change that was asked for and may have been made is looked at by a person, not said to have failed.
    void anAnswerThatSaysNothingAboutAChangeLeavesItOpen_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("open");
        for (const char *status : {"500 Internal Server Error", "502 Bad Gateway", "503 Service Unavailable",
                                   "504 Gateway Timeout", "408 Request Timeout", "303 See Other"})
            QTest::newRow(status) << ok("{}", status) << true;
        QTest::newRow("a page") << ok("<html>") << true;
        QTest::newRow("another form") << ok("{}") << true;
        QTest::newRow("too much") << ok("[\"" + QByteArray(100'000, 'x') + "\"]") << true;
        for (const char *status : {"400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 Not Found",
                                   "409 Conflict", "422 Unprocessable Entity", "429 Too Many Requests"})
            QTest::newRow(status) << ok("{}", status) << false;
    }
    void anAnswerThatSaysNothingAboutAChangeLeavesItOpen()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, open);
        OneAnswer server(answer);
        const QByteArray verify =
            "    verify:\n      http: {method: GET, url: \"https://a.example/\", answer: {summary: x}}\n";
        const auto change = load(call(server.serverPort()) + verify, "change");
        QVERIFY2(change, change ? "" : qPrintable(change.error().first().message));
        const auto changed = run(*change, u"x"_s);
        QVERIFY(changed.has_value());
        QCOMPARE(changed->outcome, open ? domain::Outcome::unknown : domain::Outcome::failed);
        OneAnswer other(answer);
        const auto read = run(*load(call(other.serverPort())), u"x"_s);
        QVERIFY(read.has_value());
        QCOMPARE(read->outcome, domain::Outcome::failed);
    }

    void anAnswerOfAnotherFormIsAFailureThatNamesWhatIsMissing()
    {
        for (const auto &[body, path] :
             {std::pair{"{}"_ba, u"data.0.verdict"_s}, std::pair{"[]"_ba, u"data.0.verdict"_s},
              std::pair{"{\"data\":[],\"count\":1}"_ba, u"data.0.verdict"_s},
              std::pair{"{\"data\":[{\"verdict\":\"bad\"}],\"counts\":7}"_ba, u"count"_s}}) {
            OneAnswer server(ok(body));
            const auto plugin = load(call(server.serverPort()));
            const auto ran = run(*plugin, u"x"_s);
            QVERIFY(ran.has_value());
            QVERIFY2(!ran->ok() && ran->data.isEmpty(), body.constData());
            QCOMPARE(ran->outcome, domain::Outcome::failed);
            QVERIFY2(ran->summary.contains(u'“' + path + u'”') && ran->summary.contains(u"another form"_s),
                     qPrintable(ran->summary));
        }
    }

    void whatMayBeMissingIsSaidWithAQuestionMark()
    {
        const QByteArray http = "    run:\n      http:\n        method: GET\n        url: \"http://127.0.0.1:%1/\"\n"
                                "        answer: {summary: \"{address}: {note?}\", fields: {Seen: \"count?\"}}\n";
        for (const auto &[body, summary] :
             {std::pair{"{}"_ba, u"x: "_s}, std::pair{"{\"note\":\"new\",\"count\":2}"_ba, u"x: new"_s},
              std::pair{"{\"note\":null}"_ba, u"x: "_s}}) {
            OneAnswer server(ok(body));
            const auto plugin = load(QByteArray(http).replace("%1", QByteArray::number(server.serverPort())));
            QVERIFY2(plugin, plugin ? "" : qPrintable(plugin.error().first().message));
            const auto ran = run(*plugin, u"x"_s);
            QVERIFY2(ran && ran->ok(), qPrintable(ran ? ran->summary : ran.error().message));
            QCOMPARE(ran->summary, summary);
            QVERIFY(ran->data.contains(u"count"_s));
        }
    }

    void theHostStandsInTheManifest()
    {
        for (const QByteArray &url :
             {"https://{address}/x"_ba, "https://a.example{address}/"_ba, "http://a.example/x"_ba, "ftp://a/"_ba,
              "https://user:pw@a.example/"_ba, "file:///etc/passwd"_ba, "https://"_ba}) {
            const auto plugin =
                load("    run:\n      http: {method: GET, url: \"" + url + "\", answer: {summary: x}}\n");
            QVERIFY2(!plugin, url.constData());
            QVERIFY(plugin.error().first().line > 0);
        }
        QVERIFY(
            load("    run:\n      http: {method: GET, url: \"https://a.example/{address}\", answer: {summary: x}}\n"));
        QVERIFY(!load(
            "    run:\n      http: {method: GET, url: \"https://a.example/\", secret: key, answer: {summary: x}}\n"));
    }
};

WARDROOM_TEST(TstHttpStep)
#include "tst_httpstep.moc"
