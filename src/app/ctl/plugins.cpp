// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "bot/runtime/runnable.h"
#include "control/calls.h"
#include "localcalls.h"
#include "pluginadvice.h"
#include "plugintest.h"
#include "session/pluginwatch.h"
#include "session/profile.h"
#include "session/resources.h"
#include "terminal.h"

#include <QCoroSignal>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTime>

namespace wardroom::ctl {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Plugins", text);
}

const auto kManifest = R"(# What this plugin can do. Try: wardroomctl plugin check . && wardroomctl plugin test .
# yaml-language-server: $schema=%3
name: %1
version: 0.1.0
author: %2
summary: {en: Counts what a host's log says, zh: 统计主机日志中的内容}
commands:
  - id: %1.count           # said: /%1 count HOST WORD
    risk: read             # read runs by itself; change and disrupt need rehearse, verify and approvals
    summary: {en: How often a word stands in a host's log, zh: 某个词在主机日志中出现的次数}
    title: {en: "“{word}” in the log of {host}", zh: "{host} 日志中的“{word}”"}
    arguments:
      - {name: host, type: host, required: true, help: {en: The host to look at, zh: 要查看的主机}}
      - {name: word, type: word, required: true, help: {en: The word to count, zh: 要统计的词}}
    phrases:
      en: ["count {word} on {host}", "how often does {host} say {word}", "how many {word} are in the log of {host}"]
      zh: ["{host} 的日志里有多少 {word}", "统计 {host} 上的 {word}", "数一下 {host} 日志中的 {word}"]
    examples: ["/%1 count practice-01 sshd"]
    sandbox: isolated      # no network, no environment, nothing of this machine
    host_access: read      # the host's root comes as host.root
    run: [scripts/%1.py, run]
    limits: {seconds: 10, memory_mb: 128}
    tests:
      - name: it counts what is there
        args: {host: practice-01, word: sshd}
        fixture: tests/host        # its folder root/ is the host
        expect: {exit: 0, contains: "2 lines"}
      - name: a log that is not there is said so
        args: {host: practice-01, word: sshd}
        fixture: tests/empty
        expect: {exit: 1, contains: "no log"}
)";

const auto kScript = R"(#!/usr/bin/python3 -B
"""One JSON request on stdin, JSON lines on stdout; the last one is the result, and exit code 0 says that it worked."""
import json
import os
import sys

request = json.load(sys.stdin)
host, word = request["host"], request["args"]["word"]


def say(kind, **more):
    print(json.dumps({"type": kind, **more}, ensure_ascii=False), flush=True)


log = os.path.join(host["root"], "var/log/auth.log")
if not os.path.exists(log):
    say("result", ok=False, summary=f"{host['name']} has no log that can be read from here", data={})
    sys.exit(1)
with open(log, encoding="utf-8", errors="replace") as file:
    lines = [line.rstrip() for line in file if word in line]
say("fields", rows=[{"label": "Lines", "value": str(len(lines)), "tone": "normal", "source": "var/log/auth.log"}])
say("table", columns=["Line"], rows=[[line[:200]] for line in lines[-10:]])
say("result", ok=True, summary=f"{host['name']}: {len(lines)} lines with “{word}”", data={"lines": len(lines)})
)";

const auto kFixture =
    R"(2026-11-22T08:00:00+00:00 practice-01 sshd[1]: Accepted publickey for ops from 10.20.0.14 port 40001 ssh2
2026-11-22T08:01:00+00:00 practice-01 cron[2]: something else
2026-11-22T08:02:00+00:00 practice-01 sshd[3]: Failed password for root from 203.0.113.7 port 51000 ssh2
)";

Result<void> writeFile(const QString &path, const QString &content, bool isProgram)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly | QFile::NewOnly) || file.write(content.toUtf8()) < 0)
        return fail(ErrorKind::storage, tr("%1 cannot be written: %2").arg(path, file.errorString()));
    if (isProgram)
        file.setPermissions(file.permissions() | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
    return {};
}

//! The plugin, or an answer that names every mistake with file and line.
tl::expected<bot::Plugin, Answer> load(const Call &call)
{
    auto plugin = bot::Catalogue::loadPlugin(call.pathOf(call.word(0)));
    if (plugin)
        return *plugin;
    QJsonArray json;
    QString text;
    for (const bot::ManifestProblem &problem : plugin.error()) {
        const int line = std::max(1, problem.line); // what is about the whole file stands at its first line
        json.append(QJsonObject{{u"file"_s, problem.file}, {u"line"_s, line}, {u"message"_s, problem.message}});
        text += u"%1:%2: %3\n"_s.arg(problem.file).arg(line).arg(problem.message);
    }
    const bool isThere = QFile::exists(call.pathOf(call.word(0)) + u"/plugin.yaml"_s);
    return tl::unexpected(Answer{isThere ? control::no : control::wrong, json, text, {}});
}

//! The end of what a failed test's script said, below its line.
QString saidBy(const TestVerdict &verdict)
{
    constexpr qsizetype mostLines = 8, longest = 300;
    const QStringList lines = verdict.output.split(u'\n', Qt::SkipEmptyParts);
    QString text;
    for (const QString &line : lines.mid(std::max(qsizetype(0), lines.size() - mostLines)))
        text += u"        "_s + shownPlainly(line, longest) + u'\n';
    return text.isEmpty() ? u"        "_s + tr("It said nothing.") + u'\n' : text;
}

QCoro::Task<Answer> testAnswer(bot::Plugin plugin)
{
    const QList<TestVerdict> verdicts = co_await runTests(plugin);
    QJsonArray json;
    QString text;
    qsizetype failed = 0;
    for (const TestVerdict &verdict : verdicts) {
        failed += verdict.passed ? 0 : 1;
        json.append(QJsonObject{{u"command"_s, verdict.command},
                                {u"name"_s, verdict.name},
                                {u"passed"_s, verdict.passed},
                                {u"problem"_s, verdict.problem},
                                {u"output"_s, verdict.passed ? QString() : verdict.output}});
        text += u"%1  %2: %3%4\n"_s.arg(verdict.passed ? tr("passed") : tr("FAILED"), verdict.command, verdict.name,
                                        verdict.passed ? QString() : u" — "_s + shownPlainly(verdict.problem, 500));
        if (!verdict.passed)
            text += saidBy(verdict);
    }
    const bool hasOwn = std::any_of(plugin.commands.begin(), plugin.commands.end(), &needsTest);
    const bool isUntested = verdicts.isEmpty() && hasOwn;
    text += tr("%1 passed, %2 failed").arg(verdicts.size() - failed).arg(failed) + u'\n';
    co_return Answer{failed > 0 || isUntested ? control::no : control::yes, json, text,
                     isUntested ? tr("The manifest has no tests.") : QString()};
}

QJsonObject argumentsOf(const QStringList &words)
{
    QJsonObject given;
    for (const QString &word : words)
        given.insert(word.section(u'=', 0, 0), word.section(u'=', 1));
    return given;
}

Result<bot::StepRequest> stepFor(const Call &call, const bot::Command &command, const bot::Vocabulary &vocabulary)
{
    for (const QString &word : call.words.mid(2))
        if (!word.contains(u'='))
            return fail(ErrorKind::invalid, tr("“%1” is not name=value.").arg(word));
    bot::StepRequest step;
    const Result<QJsonObject> args = bot::typedArguments(command, argumentsOf(call.words.mid(2)), vocabulary);
    if (!args)
        return tl::unexpected(args.error());
    step.command = command.id;
    step.args = *args;
    step.args.remove(u"reason"_s);
    step.language = u"en"_s;
    if (const domain::Host *host = vocabulary.inventory.find(args->value(u"host"_s).toString()))
        step.host = *host;
    return step;
}

} // namespace

QCoro::Task<Answer> newPlugin(Call call)
{
    const QString folder = call.pathOf(call.word(0));
    const QString name = QFileInfo(folder).fileName();
    static const QRegularExpression good(u"^[a-z][a-z0-9]{0,30}$"_s);
    if (!good.match(name).hasMatch())
        co_return Answer::wrongUsage(tr("A plugin's folder is named with small letters and digits."));
    if (QFile::exists(folder))
        co_return Answer::wrongUsage(tr("%1 is there already.").arg(folder));
    for (const QString &inside : {u"/scripts"_s, u"/tests/host/root/var/log"_s, u"/tests/empty/root"_s})
        QDir().mkpath(folder + inside);
    // Named as in the workspace: nobody vets their own, and that is known by this name.
    const auto profile = session::Profile::open(profileOf(call), false);
    const QString own = profile ? (*profile)->personName() : QString();
    QString author = own.isEmpty() ? qEnvironmentVariable("USER", u"somebody"_s) : own;
    author = u'"' + author.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"'; // as YAML quotes
    const QString schema = session::resourceFolder() + u"/plugin.schema.json"_s;
    const Result<void> manifest =
        writeFile(folder + u"/plugin.yaml"_s, QString::fromUtf8(kManifest).arg(name, author, schema), false);
    const Result<void> script = writeFile(folder + u"/scripts/%1.py"_s.arg(name), QString::fromUtf8(kScript), true);
    const Result<void> log =
        writeFile(folder + u"/tests/host/root/var/log/auth.log"_s, QString::fromUtf8(kFixture), false);
    const Result<void> empty = writeFile(folder + u"/tests/empty/root/hostname"_s, u"practice-01\n"_s, false);
    for (const Result<void> *each : {&manifest, &script, &log, &empty})
        if (!*each)
            co_return Answer::failed(each->error());
    co_return Answer{control::yes, QJsonObject{{u"folder"_s, folder}}, folder + u'\n',
                     tr("Try it: wardroomctl plugin test %1").arg(folder)};
}

QCoro::Task<Answer> checkPlugin(Call call)
{
    const auto plugin = load(call);
    if (!plugin)
        co_return plugin.error();
    QJsonArray json;
    QString text;
    bool isGood = true;
    for (const Advice &each : adviceFor(*plugin, bot::Catalogue::load({session::resourceFolder() + u"/plugins"_s}))) {
        isGood = isGood && !each.isMistake;
        json.append(QJsonObject{{u"file"_s, each.file},
                                {u"line"_s, each.line},
                                {u"message"_s, each.message},
                                {u"fix"_s, each.fix},
                                {u"mistake"_s, each.isMistake}});
        text += u"%1:%2: %3%4\n  %5\n"_s.arg(each.file).arg(each.line).arg(each.isMistake ? QString() : tr("advice: "),
                                                                           each.message, tr("fix: %1").arg(each.fix));
    }
    if (isGood)
        text +=
            tr("%1 %2 is well-formed; its hash is %3").arg(plugin->name, plugin->version, plugin->hash.hex()) + u'\n';
    co_return Answer{isGood ? control::yes : control::no,
                     QJsonObject{{u"plugin"_s, plugin->name},
                                 {u"version"_s, plugin->version},
                                 {u"hash"_s, plugin->hash.hex()},
                                 {u"advice"_s, json}},
                     text,
                     {}};
}

//! Checks and tests again at every save, until somebody ends it.
QCoro::Task<Answer> testAtEverySave(Call call)
{
    session::PluginWatch watch({call.pathOf(call.word(0))});
    for (;;) {
        const auto plugin = load(call);
        Answer answer = plugin ? Answer() : plugin.error();
        if (plugin)
            answer = co_await testAnswer(*plugin);
        print(answer.json,
              answer.text + QTime::currentTime().toString(u"HH:mm:ss"_s) + u" · "_s + tr("waiting for the next save") +
                  u'\n',
              false);
        co_await qCoro(&watch, &session::PluginWatch::changed);
    }
}

QCoro::Task<Answer> testPlugin(Call call)
{
    if (call.has(u"watch"_s))
        co_return co_await testAtEverySave(call);
    const auto plugin = load(call);
    if (!plugin)
        co_return plugin.error();
    co_return co_await testAnswer(*plugin);
}

QCoro::Task<Answer> vetPlugin(Call call)
{
    const auto plugin = load(call);
    if (!plugin)
        co_return plugin.error();
    const Answer tested = co_await testAnswer(*plugin);
    if (tested.exitCode != control::yes)
        co_return tested;
    Call vet = call;
    vet.path = u"policy vet"_s;
    vet.words = {plugin->name, plugin->hash.hex(), plugin->author};
    QStringList arguments{u"policy"_s, u"vet"_s, u"--"_s};
    if (call.has(u"workspace"_s))
        arguments = QStringList{u"--workspace"_s, call.option(u"workspace"_s)} + arguments;
    co_return co_await inWorkspace(vet, arguments + vet.words);
}

QCoro::Task<Answer> listPlugins(Call call)
{
    const QStringList roots =
        call.words.isEmpty() ? session::pluginRoots(profileOf(call)) : QStringList{call.pathOf(call.word(0))};
    const bot::Catalogue catalogue = bot::Catalogue::load(roots);
    QJsonArray json;
    QList<QStringList> rows;
    for (const bot::Plugin &plugin : catalogue.plugins()) {
        QStringList commands;
        for (const bot::Command &command : plugin.commands)
            commands.append(command.id);
        json.append(QJsonObject{{u"plugin"_s, plugin.name},
                                {u"version"_s, plugin.version},
                                {u"folder"_s, plugin.folder},
                                {u"hash"_s, plugin.hash.hex()},
                                {u"commands"_s, QJsonArray::fromStringList(commands)}});
        rows.append({plugin.name, plugin.version, commands.join(u' ')});
    }
    QStringList notes;
    for (const bot::ManifestProblem &problem : catalogue.problems())
        notes.append(u"%1:%2: %3"_s.arg(problem.file).arg(problem.line).arg(problem.message));
    co_return Answer{notes.isEmpty() ? control::yes : control::no, json, control::columns(rows), notes.join(u'\n')};
}

QCoro::Task<Answer> runPlugin(Call call)
{
    const auto plugin = load(call);
    if (!plugin)
        co_return plugin.error();
    const bot::Catalogue catalogue = bot::Catalogue::of({*plugin});
    const QString id = call.word(1).contains(u'.') ? call.word(1) : plugin->name + u'.' + call.word(1);
    const bot::Command *command = catalogue.command(id);
    if (!command)
        co_return Answer::wrongUsage(tr("This plugin has no command %1.").arg(id));
    if (!needsTest(*command))
        co_return Answer::wrongUsage(
            tr("%1 is neither a script nor a call; ask for it in a room: wardroomctl say ROOM /…").arg(id));
    const Result<bot::Vocabulary> vocabulary = co_await vocabularyFor(call);
    Result<bot::StepRequest> step =
        vocabulary ? stepFor(call, *command, *vocabulary) : tl::unexpected(vocabulary.error());
    if (!step)
        co_return Answer::failed(step.error());
    const SystemClock clock;
    bot::StepRunner runner(catalogue, {}, nullptr, clock);
    const bool rehearses = command->rehearse.kind != bot::StepKind::none;
    if (rehearses && !call.has(u"rehearse"_s)) {
        bot::StepRequest first = *step;
        first.step = u"rehearse"_s;
        const Result<domain::Plan> plan = co_await runner.rehearse(first);
        if (!plan)
            co_return Answer::failed(plan.error());
        step->rehearsal = bot::rehearsalOf(*plan);
    }
    step->step = call.has(u"rehearse"_s) ? u"rehearse"_s : u"run"_s;
    if (call.has(u"rehearse"_s) && !rehearses)
        co_return Answer::wrongUsage(tr("%1 has nothing to rehearse.").arg(id));
    const std::function<void(bot::OutputLine)> show = [](const bot::OutputLine &line) { print(line.json, {}, true); };
    const Result<bot::StepResult> result = co_await runner.run(*step, show);
    if (!result)
        co_return Answer::failed(result.error());
    co_return Answer{result->ok() ? control::yes : control::no,
                     QJsonValue(QJsonValue::Undefined),
                     {},
                     result->ok() ? QString() : result->summary};
}

} // namespace wardroom::ctl
