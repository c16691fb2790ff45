// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/sshjob.h"
#include "operationworld.h"
#include "sshserver.h"
#include "support/memorysecrets.h"
#include "support/testmain.h"

using namespace wardroom;
using namespace wardroom::bot;
using namespace wardroom::test;
using domain::Outcome;

namespace {

const QString kResources = QStringLiteral(WARDROOM_SOURCE_DIR "/resources");
constexpr auto kTells = R"(#!/usr/bin/python3
import json, os, sys
given = json.load(sys.stdin)
print(json.dumps({"type": "result", "ok": True, "summary": "told", "data": {"host": given["host"], "step": given["step"],
    "environment": sorted(os.environ), "agent": os.environ.get("SSH_AUTH_SOCK", ""), "folder": os.getcwd(), "pid": os.getpid()}}))
)";

} // namespace

//! Commands on a host over SSH: a real sshd, the same scripts, nothing installed there but python3.
class TstSandboxSsh : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SshServer> server;
    std::unique_ptr<DemoPlugin> plugin;
    MemorySecrets secrets;
    FakeClock clock;

    domain::Host host(const QString &mode = u"python"_s) const
    {
        domain::Host host;
        host.name = u"web-01"_s;
        host.reach = u"ssh"_s;
        host.address = u"127.0.0.1:%1"_s.arg(server->port());
        host.user = SshServer::user();
        host.hostKey = QString::fromLatin1(server->hostKey());
        host.mode = mode;
        host.secret = mode == u"forced" ? u"bound"_s : u"client"_s;
        return host;
    }
    StepRequest request(const QString &step, const domain::Host &host) const
    {
        StepRequest request;
        request.command = u"demo.change"_s;
        request.step = step;
        request.args = {{u"host"_s, host.name}};
        request.host = host;
        return request;
    }
    Result<StepResult> run(const StepRequest &request, const std::function<void(OutputLine)> &line = {})
    {
        StepRunner runner(plugin->catalogue, {}, nullptr, clock);
        runner.setSecrets(&secrets, takerProgram(kResources));
        return QCoro::waitFor(runner.run(request, line));
    }
    Result<StepResult> runScript(const QByteArray &script, const domain::Host &host)
    {
        plugin->write(script);
        plugin->load();
        return run(request(u"run"_s, host));
    }
    static QString why(const Result<StepResult> &ran) { return ran ? ran->summary : ran.error().message; }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(u"/usr/sbin/sshd"_s) || !QFile::exists(u"/usr/bin/ssh"_s))
            QSKIP("openssh-server and openssh-client are not installed");
        server = std::make_unique<SshServer>(kResources + u"/remote/wardroom-remote "_s + u"/nowhere"_s);
        QVERIFY(server->isUp());
    }
    void init()
    {
        plugin = std::make_unique<DemoPlugin>();
        QCoro::waitFor(secrets.write(u"client"_s, server->clientKey()));
        QCoro::waitFor(secrets.write(u"bound"_s, server->boundKey()));
    }
    void cleanupTestCase() { server.reset(); }

    void theSameScriptRunsThereAndLeavesNothingBehind()
    {
        const auto ran = runScript(kTells, host());
        QVERIFY2(ran && ran->ok(), qPrintable(why(ran)));
        QCOMPARE(ran->summary, u"told"_s);
        const QJsonObject there = ran->data.value(u"host"_s).toObject();
        QCOMPARE(there.value(u"kind"_s).toString(), u"ssh"_s);
        QCOMPARE(there.value(u"root"_s).toString(), u"/"_s);
        QVERIFY(ran->data.value(u"agent"_s).toString().isEmpty());
        const QJsonArray expected{u"HOME"_s, u"LANG"_s, u"LC_CTYPE"_s, u"PATH"_s, u"SSH_CONNECTION"_s};
        for (const QJsonValue &name : ran->data.value(u"environment"_s).toArray())
            QVERIFY2(expected.contains(name), qPrintable(name.toString()));
        QVERIFY(!QFile::exists(ran->data.value(u"folder"_s).toString()));
    }

    void aShippedCommandReadsTheHost()
    {
        plugin->catalogue = Catalogue::load({kResources + u"/plugins"_s});
        StepRequest asked = request(u"run"_s, host());
        asked.command = u"host.connections"_s;
        const auto ran = run(asked);
        QVERIFY2(ran && ran->ok(), qPrintable(why(ran)));
        QVERIFY(ran->output.contains(QByteArray::number(server->port())));
        asked.command = u"host.processes"_s;
        const auto processes = run(asked);
        QVERIFY2(processes && processes->ok(), qPrintable(why(processes)));
        QVERIFY(processes->output.contains("sshd"));
    }

    void anotherHostKeyIsAnotherHost()
    {
        const QString marker = server->path(u"ran"_s);
        domain::Host stranger = host();
        stranger.hostKey = QString::fromLatin1(server->otherKey());
        const auto ran = runScript("#!/bin/sh\ntouch " + marker.toUtf8() +
                                       "\necho '{\"type\":\"result\",\"ok\":true,\"summary\":\"x\"}'\n",
                                   stranger);
        QVERIFY(ran.has_value());
        QCOMPARE(ran->outcome, Outcome::failed);
        QVERIFY2(ran->summary.contains(u"host key"_s), qPrintable(ran->summary));
        QVERIFY(!QFile::exists(marker));
    }

    void withoutAPinnedKeyOrAnOwnKeyNothingIsTried()
    {
        domain::Host open = host();
        open.hostKey.clear();
        QVERIFY(!runScript(kTells, open));
        domain::Host keyless = host();
        keyless.secret = u"none"_s;
        const auto ran = runScript(kTells, keyless);
        QVERIFY(!ran);
        QCOMPARE(ran.error().kind, ErrorKind::auth);
        for (const QString &address : {u"-oProxyCommand=id"_s, u"a b"_s, u"host;id"_s, u"host:99999"_s, u""_s}) {
            domain::Host wrong = host();
            wrong.address = address;
            QVERIFY2(!runScript(kTells, wrong), qPrintable(address));
        }
        for (const QString &user : {u"-lroot"_s, u"root root"_s, u""_s, u"ROOT"_s}) {
            domain::Host wrong = host();
            wrong.user = user;
            QVERIFY2(!runScript(kTells, wrong), qPrintable(user));
        }
    }

    void aKeyTheHostDoesNotKnowIsSaidSo()
    {
        QFile other(server->path(u"other"_s));
        QVERIFY(other.open(QFile::ReadOnly));
        QCoro::waitFor(secrets.write(u"client"_s, other.readAll()));
        const auto ran = runScript(kTells, host());
        QVERIFY(ran.has_value());
        QCOMPARE(ran->outcome, Outcome::failed);
        QVERIFY2(ran->summary.contains(u"does not take this node's key"_s), qPrintable(ran->summary));
    }

    void aForcedCommandRunsOnlyWhatItsListAllows()
    {
        // The list's place is part of the forced command, so this needs a server of its own.
        QTemporaryDir lists;
        const QString list = lists.filePath(u"allow"_s);
        std::unique_ptr<SshServer> kept = std::move(server);
        server = std::make_unique<SshServer>(kResources + u"/remote/wardroom-remote "_s + list);
        QVERIFY(server->isUp());
        QCoro::waitFor(secrets.write(u"bound"_s, server->boundKey()));
        const auto refused = runScript(kTells, host(u"forced"_s));
        QVERIFY(refused && !refused->ok());
        QVERIFY2(refused->summary.contains(plugin->hash.hex()), qPrintable(why(refused)));
        QFile file(list);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("# vetted\n" + plugin->hash.hex().toUtf8() + " demo\n");
        file.close();
        const auto ran = run(request(u"run"_s, host(u"forced"_s)));
        QVERIFY2(ran && ran->ok(), qPrintable(why(ran)));
        const auto changed = runScript(QByteArray(kTells) + "# one more byte\n", host(u"forced"_s));
        QVERIFY(changed && !changed->ok());
        server = std::move(kept);
    }

    void aConnectionThatBreaksOffIsUnknownAndEndsTheScript()
    {
        const QString pid = server->path(u"pid"_s);
        plugin->write("#!/bin/sh\necho $$ > " + pid.toUtf8() + ".part; mv " + pid.toUtf8() + ".part " + pid.toUtf8() +
                      "; sleep 60\n");
        plugin->load();
        QTimer poll;
        QObject::connect(&poll, &QTimer::timeout, &poll, [&] {
            if (QFile::exists(pid)) {
                poll.stop();
                server->dropConnections();
            }
        });
        poll.start(50);
        const auto ran = run(request(u"run"_s, host()));
        QVERIFY(ran.has_value());
        QCOMPARE(ran->outcome, Outcome::unknown);
        QVERIFY2(ran->summary.contains(u"somebody has to look"_s), qPrintable(ran->summary));
        QFile file(pid);
        QVERIFY(file.open(QFile::ReadOnly));
        const QString process = u"/proc/"_s + QString::fromLatin1(file.readAll().trimmed());
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(process), 15000);
    }

    void aScriptThatTakesTooLongIsEndedThere()
    {
        const QString pid = server->path(u"slow"_s);
        plugin->write("#!/bin/sh\necho $$ > " + pid.toUtf8() + "; sleep 60\n");
        plugin->load();
        Plugin limited = plugin->catalogue.plugins().first();
        for (Command &each : limited.commands)
            each.limits.seconds = 1;
        plugin->catalogue = Catalogue::of({limited});
        const auto ran = run(request(u"run"_s, host()));
        QVERIFY(ran.has_value() && !ran->ok());
        QFile file(pid);
        QVERIFY(file.open(QFile::ReadOnly));
        const QString process = u"/proc/"_s + QString::fromLatin1(file.readAll().trimmed());
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(process), 15000);
    }
};

WARDROOM_TEST(TstSandboxSsh)
#include "tst_sandboxssh.moc"
