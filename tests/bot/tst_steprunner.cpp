// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operationworld.h"
#include "support/memorysecrets.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace wardroom::test;
using domain::Outcome;

namespace {

using Type = OutputLine::Type;

class KnownThings final : public domain::Record
{
public:
    QCoro::Task<QList<domain::Known>> knownOf(QString subject) override
    {
        asked.append(subject);
        const domain::Known known{asked.size(), u"of "_s + subject};
        co_return QList<domain::Known>{known, known}; // as of what names two subjects; the script is told once
    }
    QStringList asked;
};

//! A tool in memory: what it would be sent, and whether an address is out.
class ToolInMemory final : public connectors::SecurityTool
{
public:
    QString name() const override { return u"crowdsec"_s; }
    QStringList actions() const override { return {u"block"_s, u"unblock"_s, u"check"_s}; }
    Result<connectors::ToolRequest> describe(QString action, QJsonObject args) const override
    {
        if (action == "check"_L1)
            return connectors::ToolRequest{u"GET"_s, u"http://127.0.0.1/v1/decisions"_s, {}};
        return connectors::ToolRequest{action == "block"_L1 ? u"POST"_s : u"DELETE"_s, u"http://127.0.0.1/v1/alerts"_s,
                                       args};
    }
    QCoro::Task<Result<QJsonObject>> perform(QString action, QJsonObject) override
    {
        if (isDown)
            co_return fail(ErrorKind::timeout, u"no answer"_s);
        if (action != "check"_L1)
            isBlocked = action == "block"_L1;
        co_return QJsonObject{{u"active"_s, isBlocked}, {u"until"_s, isBlocked ? qint64(1'790'000'000'000) : 0}};
    }
    QCoro::Task<Result<void>> start() override { co_return Result<void>(); }
    bool isBlocked = false;
    bool isDown = false;
};

} // namespace

//! One step of a command, from the folder to its one result.
class TstStepRunner : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DemoPlugin> plugin;
    FakeClock clock;
    KnownThings record;

    StepRequest request(const QString &step)
    {
        StepRequest request;
        request.command = u"demo.change"_s;
        request.step = step;
        request.args = {{u"host"_s, u"practice-01"_s}};
        request.host = {u"practice-01"_s, {}, u"practice"_s, plugin->hostRoot, {}, {}, {}};
        return request;
    }
    Result<StepResult> run(const StepRequest &request, QList<OutputLine> *lines = nullptr)
    {
        StepRunner runner(plugin->catalogue, {}, &record, clock);
        return QCoro::waitFor(runner.run(request, [lines](OutputLine line) {
            if (lines)
                lines->append(line);
        }));
    }
    Result<StepResult> runScript(const QByteArray &script)
    {
        plugin->write("#!/bin/sh\n" + script);
        plugin->load();
        return run(request(u"run"_s));
    }
    static QSet<QString> stagingFolders()
    {
        const QStringList all = QDir(u"/tmp"_s).entryList({u"wardroom-??????"_s}, QDir::Dirs | QDir::Hidden);
        return QSet<QString>(all.begin(), all.end());
    }

private Q_SLOTS:
    void init() { plugin = std::make_unique<DemoPlugin>(); }

    void aStepRunsAndLeavesNothingBehind()
    {
        const QSet<QString> before = stagingFolders();
        QList<OutputLine> lines;
        const auto ran = run(request(u"run"_s), &lines);
        QVERIFY2(ran.has_value(), ran ? "" : qPrintable(ran.error().message));
        QVERIFY(ran->ok());
        QCOMPARE(ran->summary, u"did it"_s);
        QCOMPARE(ran->data.value("kept"_L1).toString(), u"yes"_s);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.value(0).type, Type::progress);
        QCOMPARE(lines.value(1).type, Type::result);
        QCOMPARE(ran->output.count('\n'), 2);
        QVERIFY(QFile::exists(plugin->hostRoot + u"/ran"_s));
        // Those of other programs' steps go with those; one of this step would stay.
        const QSet<QString> left = stagingFolders() - before;
        QTRY_VERIFY_WITH_TIMEOUT(!stagingFolders().intersects(left), 30'000);
    }

    void theInputSaysEverythingTheScriptMayKnow()
    {
        clock.jumpTo(1'790'000'000'123);
        plugin->write("#!/bin/sh\nread -r l; printf '{\"type\":\"log\",\"text\":\"%s\"}\\n' \"$(printf %s \"$l\" | "
                      "base64 -w0)\"; "
                      "echo '{\"type\":\"result\",\"ok\":true}'\n");
        Plugin changed = plugin->catalogue.plugins().first();
        changed.hash = hashFolder(plugin->folder).value_or(Sha256());
        for (Command &command : changed.commands)
            command.usesRecord = true;
        plugin->catalogue = Catalogue::of({changed});
        StepRequest all = request(u"verify"_s);
        all.rehearsal = {{u"before"_s, u"1"_s}};
        all.run = {{u"n"_s, 2}};
        all.language = u"zh"_s;
        const auto ran = run(all);
        QVERIFY(ran.has_value());
        const QJsonObject line = QJsonDocument::fromJson(ran->output.split('\n').first()).object();
        const QJsonObject input =
            QJsonDocument::fromJson(QByteArray::fromBase64(line.value("text"_L1).toString().toLatin1())).object();
        const QJsonObject host{
            {u"name"_s, u"practice-01"_s}, {u"kind"_s, u"practice"_s}, {u"root"_s, plugin->hostRoot}};
        const QJsonObject known{{u"at"_s, 1}, {u"text"_s, u"of practice-01"_s}};
        const QJsonObject expected{{u"command"_s, u"demo.change"_s},
                                   {u"step"_s, u"verify"_s},
                                   {u"args"_s, all.args},
                                   {u"host"_s, host},
                                   {u"now"_s, qint64(1'790'000'000'123)},
                                   {u"lang"_s, u"zh"_s},
                                   {u"record"_s, QJsonArray{known}},
                                   {u"rehearsal"_s, all.rehearsal},
                                   {u"run"_s, all.run}};
        QCOMPARE(input, expected);
        QCOMPARE(record.asked, QStringList{u"practice-01"_s});
    }

    void onlyRunAndUndoMayWriteTheHost()
    {
        StepRunner runner(plugin->catalogue, {}, nullptr, clock);
        const auto plan = QCoro::waitFor(runner.rehearse(request(u"rehearse"_s))); // its script fails when it can write
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
        QCOMPARE(plan->argv, (QStringList{u"touch"_s, u"ran"_s}));
        QCOMPARE(plan->undo, (QStringList{u"rm"_s, u"ran"_s}));
        QCOMPARE(plan->effect, u"one line"_s);
        QCOMPARE(plan->before, u"0"_s);
        QVERIFY(!QFile::exists(plugin->hostRoot + u"/y"_s));
    }

    void aRehearsalHasNoNetwork()
    {
        plugin->write("#!/bin/sh\necho "
                      "'{\"type\":\"result\",\"ok\":true,\"data\":{\"argv\":[\"call\"],\"effect\":\"'${https_proxy:-"
                      "none}'.\"}}'\n");
        Plugin changed = plugin->catalogue.plugins().first();
        changed.hash = hashFolder(plugin->folder).value_or(Sha256());
        for (Command &command : changed.commands)
            command.network = {{u"api.example.org"_s, 443, false}};
        plugin->catalogue = Catalogue::of({changed});
        StepRunner runner(plugin->catalogue, {}, nullptr, clock);
        const auto plan = QCoro::waitFor(runner.rehearse(request(u"rehearse"_s)));
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
        // Who approves it reads whom the script may speak to.
        QCOMPARE(plan->effect, u"none. Its script may speak to api.example.org:443, and to nobody else."_s);
        const auto ran = run(request(u"run"_s));
        QVERIFY(ran && ran->data.value("effect"_L1).toString().startsWith(u"http://127.0.0.1:"_s));
        StepRequest overSsh = request(u"run"_s);
        overSsh.host.reach = u"ssh"_s;
        const auto there = run(overSsh);
        QVERIFY(!there && there.error().kind == ErrorKind::unsupported);
    }

    void onAHostTheScriptDoesItAndWithoutOneTheTool()
    {
        ToolInMemory tool;
        plugin->write("#!/bin/sh\necho '{\"type\":\"result\",\"ok\":true,\"summary\":\"the "
                      "script\",\"data\":{\"argv\":[\"nft\"]}}'\n");
        Plugin changed = plugin->catalogue.plugins().first();
        changed.hash = hashFolder(plugin->folder).value_or(Sha256());
        for (Command &command : changed.commands) {
            command.run = {StepKind::tool, {}, u"crowdsec"_s, u"block"_s, {}, {u"demo.sh"_s, u"run"_s}};
            command.rehearse = {StepKind::tool, {}, {}, {}, {}, {u"demo.sh"_s, u"rehearse"_s}};
        }
        plugin->catalogue = Catalogue::of({changed});
        StepRunner runner(plugin->catalogue, {&tool}, nullptr, clock);
        const auto there = QCoro::waitFor(runner.run(request(u"run"_s), {}));
        QVERIFY2(there && there->summary == u"the script", there ? "" : qPrintable(there.error().message));
        QVERIFY(!tool.isBlocked);
        QCOMPARE(QCoro::waitFor(runner.rehearse(request(u"rehearse"_s)))->argv, QStringList{u"nft"_s});
        StepRequest everywhere = request(u"run"_s);
        everywhere.host = {};
        everywhere.args = {{u"address"_s, u"203.0.113.7"_s}};
        QVERIFY(QCoro::waitFor(runner.run(everywhere, {})).has_value());
        QVERIFY(tool.isBlocked);
        QCOMPARE(QCoro::waitFor(runner.rehearse(everywhere))->argv.value(0), u"POST"_s);
    }

    void whoPractisesReachesNothingElse()
    {
        StepRunner runner(plugin->catalogue, {}, nullptr, clock);
        runner.practiseOnly();
        const auto unmarked = QCoro::waitFor(runner.run(request(u"run"_s), {})); // says it is one; its folder does not
        QVERIFY(!unmarked && unmarked.error().kind == ErrorKind::forbidden);
        QDir(plugin->hostRoot).mkpath(u"etc/wardroom"_s);
        QFile mark(plugin->hostRoot + u"/etc/wardroom/host.json"_s);
        QVERIFY(mark.open(QFile::WriteOnly) && mark.write("{\"kind\":\"practice\"}") > 0);
        mark.close();
        QVERIFY(QCoro::waitFor(runner.run(request(u"run"_s), {})).has_value());
        Plugin calling = plugin->catalogue.plugins().first();
        for (Command &command : calling.commands)
            command.network = {{u"api.example.org"_s, 443, false}};
        plugin->catalogue = Catalogue::of({calling});
        const auto called = QCoro::waitFor(runner.run(request(u"run"_s), {}));
        QVERIFY(!called && called.error().kind == ErrorKind::forbidden);
    }

    void aRehearsalThatDoesNotSayWhatWillRunIsNoPlan()
    {
        for (const QByteArray &data : {"{}"_ba, "{\"argv\":[]}"_ba, "{\"argv\":[1]}"_ba, "{\"argv\":\"rm\"}"_ba}) {
            plugin->write("#!/bin/sh\necho '{\"type\":\"result\",\"ok\":true,\"data\":" + data + "}'\n");
            plugin->load();
            StepRunner runner(plugin->catalogue, {}, nullptr, clock);
            QVERIFY2(!QCoro::waitFor(runner.rehearse(request(u"rehearse"_s))).has_value(), data.constData());
        }
    }

    void aPluginThatIsNotTheApprovedOneDoesNotRun()
    {
        StepRequest approved = request(u"run"_s);
        approved.expectedHash = plugin->hash;
        QVERIFY(run(approved).has_value());
        QFile::remove(plugin->hostRoot + u"/ran"_s);
        plugin->write(DemoPlugin::script() + "#\n");
        const auto changed = run(approved);
        QVERIFY(!changed.has_value());
        QCOMPARE(changed.error().kind, ErrorKind::conflict);
        plugin->load(); // the catalogue knows the new one, the approval still the old one
        QCOMPARE(run(approved).error().kind, ErrorKind::conflict);
        QVERIFY(!QFile::exists(plugin->hostRoot + u"/ran"_s));
    }

    void exactlyOneResultCounts_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("outcome");
        const QByteArray good = "echo '{\"type\":\"result\",\"ok\":true,\"summary\":\"s\"}'\n";
        const auto row = [](const char *name, const QByteArray &script, Outcome outcome) {
            QTest::newRow(name) << script << int(outcome);
        };
        row("one", good, Outcome::done);
        row("none", "echo hello\n", Outcome::failed);
        row("nothing at all", "true\n", Outcome::failed);
        row("two", good + good, Outcome::failed);
        row("good but exit 3", good + "exit 3\n", Outcome::failed);
        row("not ok but exit 0", "echo '{\"type\":\"result\",\"ok\":false,\"summary\":\"s\"}'\n", Outcome::failed);
        row("ok is no truth value", "echo '{\"type\":\"result\",\"ok\":1}'\n", Outcome::failed);
        row("half a line", "printf '{\"type\":\"result\",\"ok\":tr'\n", Outcome::failed);
        row("invalid UTF-8 around it", "printf '\\377\\376\\n'\n" + good, Outcome::done);
        row("killed itself", good + "kill -9 $$\n", Outcome::failed);
    }
    void exactlyOneResultCounts()
    {
        QFETCH(QByteArray, script);
        QFETCH(int, outcome);
        const auto ran = runScript(script);
        QVERIFY(ran.has_value());
        QCOMPARE(ran->outcome, Outcome(outcome));
        QVERIFY(ran->ok() || !ran->summary.isEmpty());
    }

    void linesAreParsedStrictlyAndBounded()
    {
        QCOMPARE(parseOutputLine("{\"type\":\"progress\",\"step\":1,\"of\":2,\"text\":\"x\"}").type, Type::progress);
        QCOMPARE(parseOutputLine("{\"type\":\"table\",\"columns\":[\"a\"],\"rows\":[[\"b\"]]}").type, Type::table);
        QCOMPARE(parseOutputLine("{\"type\":\"fields\",\"rows\":[{\"label\":\"a\",\"value\":\"b\"}]}").type,
                 Type::fields);
        for (const QByteArray &bad :
             {""_ba, "plain"_ba, "[1]"_ba, "null"_ba, "{"_ba, "{\"type\":\"approve\"}"_ba, "{\"type\":1}"_ba,
              "{\"type\":\"table\",\"columns\":[1],\"rows\":[]}"_ba, "{\"type\":\"fields\",\"rows\":[null]}"_ba,
              "{\"type\":\"result\",\"ok\":true,\"data\":[]}"_ba, "{\"type\":\"progress\"}"_ba,
              "{\"type\":\"log\",\"text\":null}"_ba, QByteArray(200000, '{'), "{\"a\":" + QByteArray(5000, '[') + "}"})
            QCOMPARE(parseOutputLine(bad).type, Type::log);
        QByteArray deep = "{\"type\":\"result\",\"ok\":true,\"data\":{\"a\":";
        deep += QByteArray(200, '[') + QByteArray(200, ']') + "}}";
        QVERIFY(QJsonDocument(parseOutputLine(deep).json).toJson().size() < 4000);
        const auto numbers =
            parseOutputLine("{\"type\":\"result\",\"ok\":true,\"data\":{\"a\":1.5,\"b\":7,\"c\":1e300}}").json;
        QCOMPARE(numbers.value("data"_L1)["a"_L1].toString(), u"1.5"_s);
        QCOMPARE(numbers.value("data"_L1)["b"_L1].toInteger(), 7);
        QVERIFY(numbers.value("data"_L1)["c"_L1].isString());
        const auto longText = parseOutputLine("{\"type\":\"log\",\"text\":\"" + QByteArray(60000, 'x') + "\"}");
        QVERIFY(longText.json.value("text"_L1).toString().size() <= 8000);
    }

    void aSecretIsInTheStoredLogInNoForm()
    {
        plugin->write("#!/usr/bin/python3\n"
                      "import base64, json, os\n"
                      "s = os.read(3, 200).decode()\n"
                      "def line(**each): print(json.dumps(each))\n"
                      "line(type='log', text='escaped: ' + s)\n"
                      "print(json.dumps({'type': 'log', 'text': 'slashes: ' + s}).replace('/', '\\\\/'))\n"
                      "print('{\"type\":\"log\",\"text\":\"' + ''.join('\\\\u%04x' % ord(c) for c in s) + '\"}')\n"
                      "print(base64.encodebytes(s.encode() * 4).decode(), end='')\n"
                      "line(type='log', text='first half: ' + s[:20])\n"
                      "line(type='log', text=s[20:] + ' and second')\n"
                      "line(type='table', columns=['a', 'b'], rows=[[s[:20], s[20:]]])\n"
                      "line(type='result', ok=True, summary='it is ' + json.dumps(s), data={'it': json.dumps(s)})\n");
        Plugin changed = plugin->catalogue.plugins().first();
        changed.hash = hashFolder(plugin->folder).value_or(Sha256());
        for (Command &command : changed.commands)
            command.secrets = {{u"key"_s, 3}};
        plugin->catalogue = Catalogue::of({changed});
        MemorySecrets secrets;
        const QString secret = u"schlüssel/der \"Kammer\"/für-9f27-alle"_s;
        QVERIFY(QCoro::waitFor(secrets.write(u"plugin.demo.key"_s, secret.toUtf8())));
        StepRunner runner(plugin->catalogue, {}, nullptr, clock);
        runner.setSecrets(&secrets, {});
        QByteArray seen;
        const auto ran = QCoro::waitFor(runner.run(request(u"run"_s), [&](OutputLine line) {
            seen += QJsonDocument(line.json).toJson(QJsonDocument::Compact) + '\n';
        }));
        QVERIFY2(ran && ran->ok(), ran ? qPrintable(ran->summary) : qPrintable(ran.error().message));
        QCOMPARE(ran->output, seen);
        QVERIFY2(seen.count("[redacted]") >= 9, seen.constData());
        for (const QByteArray &part : {"schl"_ba, "ssel"_ba, "der "_ba, "Kammer"_ba, "9f27"_ba, "alle"_ba})
            QVERIFY2(!seen.contains(part), seen.constData());
        for (const QByteArray &line : seen.split('\n'))
            QVERIFY2(!QByteArray::fromBase64(QJsonDocument::fromJson(line)["text"_L1].toString().toLatin1())
                          .contains("9f27"),
                     line.constData());
        QCOMPARE(ran->summary, u"it is \"[redacted]\""_s);
    }

    void aHostWithoutRightsIsSaidPlainly()
    {
        StepRequest remote = request(u"run"_s);
        remote.host.reach = u"ssh"_s;
        QCOMPARE(run(remote).error().kind, ErrorKind::unsupported);
        remote.host.reach = u"local"_s; // and it wants to write
        QCOMPARE(run(remote).error().kind, ErrorKind::unsupported);
        remote.host.reach = u"practice"_s;
        remote.host.root = u"/etc"_s;
        QCOMPARE(run(remote).error().kind, ErrorKind::forbidden);
    }

    void unknownCommandsAndStepsAreRefused()
    {
        StepRequest wrong = request(u"destroy"_s);
        QCOMPARE(run(wrong).error().kind, ErrorKind::notFound);
        wrong.command = u"demo.none"_s;
        QCOMPARE(run(wrong).error().kind, ErrorKind::notFound);
    }

    void aToolStepSaysExactlyWhatItSendsAndReadsItBack()
    {
        Plugin ip = plugin->catalogue.plugins().first();
        Command block = DemoPlugin::command(u"ip.block"_s, domain::Risk::change);
        const auto step = [](const QString &action) { return Step{StepKind::tool, {}, u"crowdsec"_s, action}; };
        block.rehearse = {};
        block.run = step(u"block"_s);
        block.verify = block.verifyUndo = step(u"check"_s);
        block.undo = step(u"unblock"_s);
        ip.commands = {block};
        const Catalogue catalogue = Catalogue::of({ip});
        ToolInMemory tool;
        StepRunner runner(catalogue, {&tool}, nullptr, clock);
        StepRequest request;
        request.command = u"ip.block"_s;
        request.args = {{u"address"_s, u"203.0.113.7"_s}};
        request.expectedHash = plugin->hash;
        const auto plan = QCoro::waitFor(runner.rehearse(request));
        QVERIFY(plan.has_value());
        QCOMPARE(plan->argv,
                 (QStringList{u"POST"_s, u"http://127.0.0.1/v1/alerts"_s, u"{\"address\":\"203.0.113.7\"}"_s}));
        QCOMPARE(plan->undo.value(0), u"DELETE"_s);
        QVERIFY(!tool.isBlocked);
        const auto verdict = [&](const QString &step) {
            request.step = step;
            const auto ran = QCoro::waitFor(runner.run(request, {}));
            return ran ? ran->data.value("verdict"_L1).toString() : ran.error().message;
        };
        QCOMPARE(verdict(u"verify"_s), u"not_verified"_s);
        QCOMPARE(verdict(u"run"_s), QString());
        QCOMPARE(verdict(u"verify"_s), u"verified"_s);
        QCOMPARE(verdict(u"verify_undo"_s), u"not_verified"_s);
        QCOMPARE(verdict(u"undo"_s), QString());
        QCOMPARE(verdict(u"verify_undo"_s), u"verified"_s);
        tool.isDown = true;
        request.step = u"run"_s;
        QCOMPARE(QCoro::waitFor(runner.run(request, {}))->outcome, Outcome::unknown); // it may have arrived
        request.step = u"verify"_s;
        QCOMPARE(QCoro::waitFor(runner.run(request, {}))->outcome, Outcome::failed);
        plugin->write("changed");
        QCOMPARE(QCoro::waitFor(runner.run(request, {})).error().kind, ErrorKind::conflict);
    }

    void destroyingTheRunnerEndsWhatRuns()
    {
        plugin->write("#!/bin/sh\necho begun\nsleep 77\n");
        plugin->load();
        auto runner =
            std::make_unique<StepRunner>(plugin->catalogue, QList<connectors::SecurityTool *>(), nullptr, clock);
        int lines = 0;
        auto task = runner->run(request(u"run"_s), [&](OutputLine) { ++lines; });
        QTRY_COMPARE(lines, 1);
        runner.reset();
        const auto ran = QCoro::waitFor(task);
        QVERIFY(ran.has_value());
        QCOMPARE(ran->outcome, Outcome::killed);
    }
};

WARDROOM_TEST(TstStepRunner)
#include "tst_steprunner.moc"
