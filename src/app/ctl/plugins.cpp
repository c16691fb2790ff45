// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "bot/runtime/runnable.h"
#include "bot/sandbox/sshjob.h"
#include "control/calls.h"
#include "localcalls.h"
#include "pluginadvice.h"
#include "plugintest.h"
#include "session/pluginwatch.h"
#include "session/profile.h"
#include "session/resources.h"
#include "sshtesthost.h"
#include "terminal.h"

#include <QCoroSignal>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTime>
#include <array>

namespace wardroom::ctl {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Plugins", text);
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

QCoro::Task<Answer> testAnswer(bot::Plugin plugin, SshTestHost *ssh = nullptr)
{
    const QList<TestVerdict> verdicts = co_await runTests(plugin, ssh);
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
    const bool isUntested = verdicts.isEmpty() && hasOwn && !ssh;
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

//! A plugin's own, or the key of the host it runs on.
bool needsSecrets(const bot::Command &command, const bot::StepRequest &step)
{
    const auto calls = [](const bot::Step *each) { return each->http && !each->http->secret.isEmpty(); };
    const std::array<const bot::Step *, 5> steps{&command.rehearse, &command.run, &command.verify, &command.undo,
                                                 &command.verifyUndo};
    return !command.secrets.isEmpty() || std::any_of(steps.begin(), steps.end(), calls) ||
           (step.host.reach == "ssh"_L1 && command.hostAccess != bot::HostAccess::none);
}

//! Who vetted what, by the policy of the profile's workspace; nothing where it has none, or does not say.
std::optional<QJsonArray> vettingsFor(const Call &call, QStringList &notes)
{
    const std::optional<Result<QByteArray>> said = askedInWorkspace(call, {u"policy"_s, u"vettings"_s});
    if (said && !*said)
        notes.append(tr("What is vetted could not be read: %1").arg(said->error().message));
    if (!said || !*said)
        return std::nullopt;
    QJsonArray vettings;
    for (const QByteArray &line : (**said).split('\n'))
        if (!line.isEmpty())
            vettings.append(QJsonDocument::fromJson(line).object());
    return vettings;
}

//! Adds to a plugin's line whether its bytes are vetted; the same in words.
QString addVetting(QJsonObject &line, const QJsonArray &vettings)
{
    const auto isOf = [&](const QJsonValue &each, const QString &field) { return each[field] == line.value(field); };
    bool wasVetted = false;
    for (const QJsonValue &each : vettings) {
        if (!isOf(each, u"plugin"_s))
            continue;
        wasVetted = true;
        if (!isOf(each, u"hash"_s))
            continue;
        line.insert(u"vetted"_s, true);
        line.insert(u"vettedBy"_s, each[u"by"_s]);
        return tr("vetted by %1").arg(shownPlainly(each[u"by"_s].toString(), 60));
    }
    line.insert(u"vetted"_s, false);
    return wasVetted ? tr("changed since it was vetted") : tr("not vetted");
}

} // namespace

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
    if (!call.has(u"over-ssh"_s))
        co_return co_await testAnswer(*plugin);
    const auto ssh = co_await SshTestHost::start(session::resourceFolder() + u"/remote/wardroom-remote"_s);
    if (!ssh)
        co_return Answer::failed(ssh.error());
    co_return co_await testAnswer(*plugin, ssh->get());
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
    QStringList notes;
    const std::optional<QJsonArray> vettings = vettingsFor(call, notes);
    QJsonArray json;
    QList<QStringList> rows;
    for (const bot::Plugin &plugin : catalogue.plugins()) {
        const QStringList commands = idsOf(plugin);
        QJsonObject line{{u"plugin"_s, plugin.name},
                         {u"version"_s, plugin.version},
                         {u"folder"_s, plugin.folder},
                         {u"hash"_s, plugin.hash.hex()},
                         {u"commands"_s, QJsonArray::fromStringList(commands)}};
        rows.append({plugin.name, plugin.version});
        if (vettings)
            rows.last().append(addVetting(line, *vettings));
        rows.last().append(commands.join(u' '));
        json.append(line);
    }
    for (const bot::ManifestProblem &problem : catalogue.problems())
        notes.append(u"%1:%2: %3"_s.arg(problem.file).arg(std::max(1, problem.line)).arg(problem.message));
    co_return Answer{catalogue.problems().isEmpty() ? control::yes : control::no, json, control::columns(rows),
                     notes.join(u'\n')};
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
        co_return Answer::wrongUsage(
            tr("This plugin has no command %1. It has: %2.").arg(id, idsOf(*plugin).join(u", "_s)));
    if (!needsTest(*command))
        co_return Answer::wrongUsage(
            tr("%1 is neither a script nor a call; ask for it in a room: wardroomctl say ROOM /…").arg(id));
    const Result<bot::Vocabulary> vocabulary = co_await vocabularyFor(call);
    Result<bot::StepRequest> step =
        vocabulary ? stepFor(call, *command, *vocabulary) : tl::unexpected(vocabulary.error());
    if (!step)
        co_return Answer::failed(step.error());
    Result<OwnSecrets> own{OwnSecrets()};
    if (needsSecrets(*command, *step))
        own = co_await ownSecrets(call);
    if (!own)
        co_return Answer::failed(own.error());
    const SystemClock clock;
    bot::StepRunner runner(catalogue, {}, nullptr, clock);
    if (own->secrets)
        runner.setSecrets(own->secrets.get(), bot::takerProgram(session::resourceFolder()));
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
