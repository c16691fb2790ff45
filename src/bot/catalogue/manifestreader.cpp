// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/catalogue/manifestreader.h"

#include "base/nearest.h"
#include "base/plaintext.h"
#include "bot/catalogue/manifesthttp.h"
#include "bot/catalogue/manifestnetwork.h"
#include "bot/catalogue/text.h"
#include "bot/catalogue/usage.h"

#include <QFileInfo>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCommands = 200;
constexpr qsizetype mostArguments = 16;

QRegularExpression shape(const char16_t *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QStringView(pattern)));
}

const YamlNode *mapping(ManifestFields &fields, const QString &key, ProblemSink &sink)
{
    const YamlNode *node = fields.node(key);
    if (node != nullptr && node->kind != YamlNode::Kind::map) {
        sink.add(node->line, Text::tr("“%1” must be a mapping like “%1: {name: value}”").arg(key));
        return nullptr;
    }
    return node;
}

const QList<YamlNode> &listOf(ManifestFields &fields, const QString &key, Need need, qsizetype most, ProblemSink &sink)
{
    static const QList<YamlNode> none;
    const YamlNode *node = fields.node(key, need);
    if (node == nullptr)
        return none;
    if (node->kind != YamlNode::Kind::list || node->items.size() > most) {
        sink.add(node->line, Text::tr("“%1” must be a list of at most %2").arg(key).arg(most));
        return none;
    }
    return node->items;
}

//! A path below the plugin's folder that leads to something that is there; links are judged when it is hashed.
bool isInside(const QString &folder, const QString &path)
{
    return !path.startsWith(u'/') && !path.split(u'/').contains(u".."_s) && QFileInfo::exists(folder + u'/' + path);
}

Argument readArgument(const YamlNode &node, ProblemSink &sink)
{
    static const QStringList types = [] {
        QStringList words;
        for (int type = 0; type <= int(ArgumentType::time); ++type)
            words << argumentTypeWord(ArgumentType(type));
        return words;
    }();
    ManifestFields fields(node, Text::tr("an argument"), sink);
    Argument argument;
    argument.name = fields.shaped(u"name"_s, Need::required, shape(u"[a-z][a-z0-9_]{0,39}"),
                                  Text::tr("a name of small letters, digits and _"));
    if (const qsizetype type = fields.choice(u"type"_s, Need::required, types); type >= 0)
        argument.type = ArgumentType(type);
    argument.required = fields.flag(u"required"_s, true);
    argument.keyword =
        fields.shaped(u"keyword"_s, Need::optional, shape(u"[a-z][a-z-]{0,19}"), Text::tr("one word of small letters"));
    argument.fallback = fields.text(u"default"_s, Need::optional);
    argument.help = fields.wording(u"help"_s, Need::optional);
    fields.finish();
    return argument;
}

QStringList readArgv(const YamlNode &node, const QString &key, const QString &folder, ProblemSink &sink)
{
    const QStringList argv = textsOf(node, key, sink);
    if (argv.isEmpty())
        sink.add(node.line,
                 Text::tr("“%1” is empty; a script and its arguments are expected: [scripts/x.py, run]").arg(key));
    else if (!isInside(folder, argv.first()) || !QFileInfo(folder + u'/' + argv.first()).isFile())
        sink.add(
            node.items.first().line,
            Text::tr("“%1” of “%2” is not a script in the plugin's folder; put it there, or name one that is there")
                .arg(shownPlainly(argv.first(), 120), key));
    return argv;
}

Step readStep(ManifestFields &fields, const QString &key, const QString &folder, ProblemSink &sink)
{
    const YamlNode *node = fields.node(key);
    if (node == nullptr)
        return {};
    Step step;
    if (node->kind == YamlNode::Kind::list) {
        step.kind = StepKind::script;
        step.argv = readArgv(*node, key, folder, sink);
        return step;
    }
    if (node->kind != YamlNode::Kind::map) {
        sink.add(node->line,
                 Text::tr("“%1” must be a list [script, argument …], {tool: …, action: …}, {room: …} or {http: …}")
                     .arg(key));
        return {};
    }
    if (const YamlNode *http = node->member(u"http"_s)) {
        step.kind = StepKind::http;
        step.http = readHttp(*http, sink);
        return step;
    }
    ManifestFields parts(*node, Text::tr("a step"), sink);
    if (node->member(u"room"_s) != nullptr) {
        step.kind = StepKind::room;
        step.action = parts.shaped(u"room"_s, Need::required, shape(u"[a-z]+(\\.[a-z_]+)+"),
                                   Text::tr("a kind of fact like incident.open"));
    } else if (node->member(u"tool"_s) != nullptr || node->member(u"on_host"_s) == nullptr) {
        step.kind = StepKind::tool;
        step.tool =
            parts.shaped(u"tool"_s, Need::required, shape(u"[a-z][a-z0-9-]*"), Text::tr("a tool's name like crowdsec"));
        const QStringList actions{u"block"_s, u"check"_s, u"unblock"_s};
        if (const qsizetype action = parts.choice(u"action"_s, Need::required, actions); action >= 0)
            step.action = actions.at(action);
    }
    if (const YamlNode *onHost = parts.node(u"on_host"_s); onHost != nullptr)
        step.onHost = readArgv(*onHost, key, folder, sink);
    parts.finish();
    return step;
}

SecretNeed readSecret(const YamlNode &node, ProblemSink &sink)
{
    ManifestFields fields(node, Text::tr("a secret"), sink);
    SecretNeed need;
    need.name = fields.shaped(u"name"_s, Need::required, shape(u"[a-z][a-z0-9-]{0,39}"),
                              Text::tr("a name of small letters, digits and -"));
    need.descriptor = fields.number(u"fd"_s, 3, 3, 39);
    fields.finish();
    return need;
}

Limits readLimits(ManifestFields &fields, ProblemSink &sink)
{
    Limits limits;
    const YamlNode *node = mapping(fields, u"limits"_s, sink);
    if (node == nullptr)
        return limits;
    ManifestFields parts(*node, Text::tr("limits"), sink);
    limits.seconds = parts.number(u"seconds"_s, limits.seconds, 1, 3600);
    limits.memoryMb = parts.number(u"memory_mb"_s, limits.memoryMb, 16, 8192);
    limits.processes = parts.number(u"processes"_s, limits.processes, 1, 1024);
    limits.outputKb = parts.number(u"output_kb"_s, limits.outputKb, 1, 65536);
    parts.finish();
    return limits;
}

void checkTestArguments(const Command &command, const PluginTest &test, const YamlNode &node, ProblemSink &sink)
{
    QStringList known;
    for (const Argument &each : command.arguments)
        known << each.name;
    for (const QString &given : test.args.keys())
        if (!known.contains(given))
            sink.add(node.line, Text::tr("“%1” in “args” of a test is not an argument of this command; add it to "
                                         "“arguments:” or name one of them%2")
                                    .arg(shownPlainly(given, 60), didYouMean(given, known)));
}

PluginTest readTest(const YamlNode &node, const QString &folder, ProblemSink &sink)
{
    ManifestFields fields(node, Text::tr("a test"), sink);
    PluginTest test;
    test.name = fields.text(u"name"_s, Need::required);
    const QStringList steps{u"run"_s, u"rehearse"_s, u"verify"_s, u"undo"_s, u"verify_undo"_s};
    const qsizetype step = fields.choice(u"step"_s, Need::optional, steps);
    test.step = steps.value(step, u"run"_s);
    if (const YamlNode *args = mapping(fields, u"args"_s, sink))
        test.args = jsonOf(*args).toObject();
    test.fixture = fields.text(u"fixture"_s, Need::optional);
    if (!test.fixture.isEmpty() && !isInside(folder, test.fixture))
        fields.problem(u"fixture"_s,
                       Text::tr("“%1” is not in the plugin's folder; put it there, or name one that is there")
                           .arg(shownPlainly(test.fixture, 120)));
    const YamlNode *expect = mapping(fields, u"expect"_s, sink);
    if (expect != nullptr) {
        ManifestFields parts(*expect, Text::tr("expect"), sink);
        parts.number(u"exit"_s, 0, 0, 255);
        parts.choice(u"verdict"_s, Need::optional, {u"verified"_s, u"not_verified"_s, u"drifted"_s});
        if (const YamlNode *contains = parts.node(u"contains"_s);
            contains != nullptr && contains->kind == YamlNode::Kind::map)
            sink.add(contains->line, Text::tr("“contains” must be a text or a list of texts"));
        parts.finish();
        test.expect = jsonOf(*expect).toObject();
    }
    if (expect == nullptr || test.expect.isEmpty())
        sink.add(node.line, Text::tr("a test needs “expect:” with exit, verdict or contains, or it proves nothing"));
    fields.finish();
    return test;
}

QMap<QString, QStringList> readPhrases(ManifestFields &fields, ProblemSink &sink)
{
    QMap<QString, QStringList> phrases;
    const YamlNode *node = mapping(fields, u"phrases"_s, sink);
    for (qsizetype i = 0; node != nullptr && i < node->members.size(); ++i) {
        const auto &each = node->members.at(i);
        if (!isLanguage(each.key))
            sink.add(each.line,
                     Text::tr("“%1” is not a language; “en” or “zh” is expected below “phrases”").arg(each.key));
        phrases.insert(each.key, textsOf(each.value, u"phrases"_s, sink));
    }
    return phrases;
}

Alias readAlias(const YamlNode &node, ProblemSink &sink)
{
    ManifestFields fields(node, Text::tr("an alias"), sink);
    Alias alias;
    if (const YamlNode *set = mapping(fields, u"set"_s, sink))
        alias.set = jsonOf(*set).toObject();
    alias.phrases = readPhrases(fields, sink);
    if (alias.set.isEmpty() || alias.phrases.isEmpty())
        sink.add(node.line, Text::tr("an alias needs “set:”, the arguments it decides, and “phrases:”"));
    fields.finish();
    return alias;
}

void readWords(Command &command, ManifestFields &fields, ProblemSink &sink)
{
    command.summary = fields.wording(u"summary"_s, Need::required);
    command.help = fields.wording(u"help"_s, Need::optional);
    command.title = fields.wording(u"title"_s, Need::optional);
    if (command.title.in(u"en"_s).isEmpty())
        command.title = command.summary;
    command.danger = fields.wording(u"danger"_s, Need::optional);
    command.phrases = readPhrases(fields, sink);
    for (const YamlNode &each : listOf(fields, u"aliases"_s, Need::optional, 40, sink))
        command.aliases.append(readAlias(each, sink));
    command.examples = fields.texts(u"examples"_s, Need::optional);
    command.next = fields.texts(u"next"_s, Need::optional);
}

Command readCommand(const YamlNode &node, const QString &folder, ProblemSink &sink)
{
    ManifestFields fields(node, Text::tr("a command"), sink);
    Command command;
    command.id = fields.shaped(u"id"_s, Need::required, shape(u"[a-z][a-z0-9-]{0,39}(\\.[a-z][a-z0-9-]{0,39})?"),
                               Text::tr("a word, or two with a dot, like patch.apply"));
    const QStringList risks{u"read"_s, u"room"_s, u"change"_s, u"disrupt"_s};
    if (const qsizetype risk = fields.choice(u"risk"_s, Need::required, risks); risk >= 0)
        command.risk = domain::Risk(risk);
    readWords(command, fields, sink);
    for (const YamlNode &each : listOf(fields, u"arguments"_s, Need::optional, mostArguments, sink))
        command.arguments.append(readArgument(each, sink));
    if (fields.choice(u"sandbox"_s, Need::optional, {u"isolated"_s, u"observe"_s}) == 1)
        command.sandbox = SandboxKind::observe;
    const qsizetype access = fields.choice(u"host_access"_s, Need::optional, {u"none"_s, u"read"_s, u"write"_s});
    command.hostAccess = access < 0 ? HostAccess::none : HostAccess(access);
    command.usesRecord = fields.flag(u"record"_s, false);
    for (const YamlNode &each : listOf(fields, u"secrets"_s, Need::optional, 8, sink))
        command.secrets.append(readSecret(each, sink));
    command.readOnly = fields.texts(u"read_only"_s, Need::optional);
    for (const YamlNode &each : listOf(fields, u"network"_s, Need::optional, 16, sink))
        command.network.append(readNetwork(each, sink));
    command.netfilter = fields.flag(u"netfilter"_s, false);
    command.usesRoom = fields.flag(u"room"_s, false);
    command.rehearse = readStep(fields, u"rehearse"_s, folder, sink);
    command.run = readStep(fields, u"run"_s, folder, sink);
    command.verify = readStep(fields, u"verify"_s, folder, sink);
    command.undo = readStep(fields, u"undo"_s, folder, sink);
    command.verifyUndo = readStep(fields, u"verify_undo"_s, folder, sink);
    command.limits = readLimits(fields, sink);
    for (const YamlNode &each : listOf(fields, u"tests"_s, Need::optional, 200, sink)) {
        command.tests.append(readTest(each, folder, sink));
        checkTestArguments(command, command.tests.last(), each, sink);
    }
    fields.finish();
    checkCommand(command, node, sink);
    return command;
}

} // namespace

Plugin readManifest(const YamlNode &root, const QString &folder, ProblemSink &sink)
{
    ManifestFields fields(root, Text::tr("the manifest"), sink);
    Plugin plugin;
    plugin.folder = folder;
    plugin.name = fields.shaped(u"name"_s, Need::required, shape(u"[a-z][a-z0-9-]{0,39}"),
                                Text::tr("a name of small letters, digits and -"));
    plugin.version = fields.shaped(u"version"_s, Need::required, shape(u"[0-9]+\\.[0-9]+\\.[0-9]+([-+][A-Za-z0-9.]+)?"),
                                   Text::tr("a version like 1.0.0"));
    plugin.author = fields.text(u"author"_s, Need::required);
    plugin.summary = fields.wording(u"summary"_s, Need::required);
    QStringList ids;
    const QList<YamlNode> &commands = listOf(fields, u"commands"_s, Need::required, mostCommands, sink);
    for (const YamlNode &each : commands) {
        const Command command = readCommand(each, folder, sink);
        if (!command.id.isEmpty() && ids.contains(command.id))
            sink.add(each.line,
                     Text::tr("the command “%1” is there twice; rename or remove one of them").arg(command.id));
        ids << command.id;
        plugin.commands.append(command);
    }
    if (root.member(u"commands"_s) != nullptr && commands.isEmpty())
        sink.add(fields.lineOf(u"commands"_s), Text::tr("“commands” is empty; at least one command is expected"));
    fields.finish();
    return plugin;
}

} // namespace wardroom::bot
