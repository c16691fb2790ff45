// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/catalogue/manifestreader.h"

#include "base/nearest.h"
#include "base/plaintext.h"
#include "bot/catalogue/manifestuse.h"
#include "bot/catalogue/text.h"
#include "bot/catalogue/usage.h"
#include "bot/language/values.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

int lineAt(const YamlNode &node, const QString &key)
{
    for (const auto &each : node.members)
        if (each.key == key)
            return each.line;
    return node.line;
}

int argumentLine(const YamlNode &node, qsizetype index)
{
    const YamlNode *list = node.member(u"arguments"_s);
    return list != nullptr && index < list->items.size() ? list->items.at(index).line : node.line;
}

//! What was taken for a wrong word is no ground for another complaint.
bool knowsRisk(const YamlNode &node)
{
    const YamlNode *risk = node.member(u"risk"_s);
    return risk != nullptr && domain::fromWord<domain::Risk>(risk->text).has_value();
}

bool knowsType(const YamlNode &node, qsizetype index)
{
    const YamlNode *list = node.member(u"arguments"_s);
    const YamlNode *type = list != nullptr ? list->items.at(index).member(u"type"_s) : nullptr;
    for (int each = 0; type != nullptr && each <= int(ArgumentType::time); ++each)
        if (type->text == argumentTypeWord(ArgumentType(each)))
            return true;
    return false;
}

QStringList namesOf(const Command &command)
{
    QStringList names;
    for (const Argument &each : command.arguments)
        names << each.name;
    return names;
}

void checkPlaceholders(const QString &text, const QString &key, const QStringList &names, int line, ProblemSink &sink)
{
    static const QRegularExpression placeholder(u"\\{([^{}]*)\\}"_s);
    auto found = placeholder.globalMatch(text);
    while (found.hasNext()) {
        const QString name = found.next().captured(1);
        if (!names.contains(name))
            sink.add(
                line,
                Text::tr(
                    "“{%1}” in “%2” is not an argument of this command; add it to “arguments:” or name one of them%3")
                    .arg(name, key, didYouMean(name, names)));
    }
    QString rest = text;
    if (rest.remove(placeholder).contains(QRegularExpression(u"[{}]"_s)))
        sink.add(line, Text::tr("a brace in “%1” stands alone; {argument} is expected").arg(key));
}

void checkTexts(const Command &command, const YamlNode &node, ProblemSink &sink)
{
    const QStringList names = namesOf(command);
    if (const YamlNode *title = node.member(u"title"_s); title != nullptr) {
        checkPlaceholders(title->text, u"title"_s, names, title->line, sink);
        for (const auto &each : title->members)
            checkPlaceholders(each.value.text, u"title"_s, names, each.value.line, sink);
    }
    const YamlNode *phrases = node.member(u"phrases"_s);
    for (qsizetype i = 0; phrases != nullptr && i < phrases->members.size(); ++i)
        for (const YamlNode &each : phrases->members.at(i).value.items)
            checkPlaceholders(each.text, u"phrases"_s, names, each.line, sink);
    const QString said = u"/"_s + QString(command.id).replace(u'.', u' ');
    const YamlNode *examples = node.member(u"examples"_s);
    for (qsizetype i = 0; examples != nullptr && i < examples->items.size(); ++i) {
        const QString &example = examples->items.at(i).text;
        if (example != said && !example.startsWith(said + u' '))
            sink.add(examples->items.at(i).line, Text::tr("an example of this command begins with “%1”").arg(said));
    }
}

void checkNext(const Command &command, const YamlNode &node, ProblemSink &sink)
{
    constexpr qsizetype most = 6;
    const YamlNode *next = node.member(u"next"_s);
    if (next != nullptr && next->items.size() > most)
        sink.add(next->line,
                 Text::tr("“next” has more than %1 lines and a card offers three; keep the best").arg(most));
    for (qsizetype i = 0; next != nullptr && i < next->items.size(); ++i) {
        const YamlNode &each = next->items.at(i);
        checkPlaceholders(each.text, u"next"_s, namesOf(command), each.line, sink);
        if (!each.text.startsWith(u'/'))
            sink.add(each.line, Text::tr("a line of “next” is what somebody would type, such as /host logins {host}"));
    }
}

//! What an alias decides must be arguments with good values, and its phrases must not ask for them again.
void checkAliases(const Command &command, const YamlNode &node, ProblemSink &sink)
{
    const YamlNode *list = node.member(u"aliases"_s);
    for (qsizetype i = 0; list != nullptr && i < list->items.size() && i < command.aliases.size(); ++i) {
        const QJsonObject &set = command.aliases.at(i).set;
        const int line = list->items.at(i).line;
        QStringList open = namesOf(command);
        for (auto it = set.begin(); it != set.end(); ++it) {
            const auto argument = std::find_if(command.arguments.begin(), command.arguments.end(),
                                               [&](const Argument &each) { return each.name == it.key(); });
            const QString value = it->isString() ? it->toString() : QString::number(it->toInteger());
            if (argument == command.arguments.end())
                sink.add(
                    line,
                    Text::tr("“%1” is not an argument of this command; add it to “arguments:” or name one of them%2")
                        .arg(it.key(), didYouMean(it.key(), namesOf(command))));
            else if (argument->type != ArgumentType::host && argument->type != ArgumentType::person &&
                     !typedValue(*argument, value, {}))
                sink.add(line, Text::tr("“%1” is no good value for “%2”; write one that its type takes")
                                   .arg(shownPlainly(value, 60), it.key()));
            open.removeAll(it.key());
        }
        const YamlNode *phrases = list->items.at(i).member(u"phrases"_s);
        for (qsizetype j = 0; phrases != nullptr && j < phrases->members.size(); ++j)
            for (const YamlNode &each : phrases->members.at(j).value.items)
                checkPlaceholders(each.text, u"phrases"_s, open, each.line, sink);
    }
}

void checkDefault(const Argument &argument, int line, ProblemSink &sink)
{
    if (argument.fallback.isEmpty())
        return;
    if (argument.required)
        sink.add(line,
                 Text::tr("“%1” is required and has a default; it can be only one of the two").arg(argument.name));
    if (argument.type == ArgumentType::host || argument.type == ArgumentType::person)
        return; // the names are not known here
    if (const auto value = typedValue(argument, argument.fallback, {}); !value)
        sink.add(line, Text::tr("the default of “%1” is wrong: %2").arg(argument.name, value.error().message));
}

void checkArguments(const Command &command, const YamlNode &node, ProblemSink &sink)
{
    QStringList names;
    QStringList keywords;
    bool optionalSeen = false;
    bool textSeen = false;
    for (qsizetype i = 0; i < command.arguments.size(); ++i) {
        const Argument &each = command.arguments.at(i);
        const int line = argumentLine(node, i);
        if (!each.name.isEmpty() && names.contains(each.name))
            sink.add(line, Text::tr("the argument “%1” is there twice; rename or remove one of them").arg(each.name));
        names << each.name;
        if (!knowsType(node, i))
            continue;
        checkDefault(each, line, sink);
        if (!each.keyword.isEmpty()) {
            if (keywords.contains(each.keyword))
                sink.add(line,
                         Text::tr("the keyword “%1” is there twice; rename or remove one of them").arg(each.keyword));
            keywords << each.keyword;
            continue;
        }
        if (textSeen)
            sink.add(line, Text::tr("“%1” can never be said: the text before it takes the rest of the line; put it "
                                    "before the text, or give it a “keyword:”")
                               .arg(each.name));
        if (optionalSeen && each.required)
            sink.add(line, Text::tr("“%1” is required and stands behind an optional argument; required ones come first")
                               .arg(each.name));
        optionalSeen = optionalSeen || !each.required;
        textSeen = textSeen || each.type == ArgumentType::text;
    }
}

void checkReach(const Command &command, const YamlNode &node, ProblemSink &sink)
{
    using domain::Risk;
    const bool quiet = command.risk == Risk::read || command.risk == Risk::room;
    const QString risk = domain::wordOf(command.risk);
    if (quiet && command.hostAccess == HostAccess::write)
        sink.add(lineAt(node, u"host_access"_s),
                 Text::tr("risk “%1” cannot have host_access “write”; “change” or “disrupt” is expected").arg(risk));
    if (command.sandbox == SandboxKind::observe && command.hostAccess == HostAccess::write)
        sink.add(lineAt(node, u"sandbox"_s),
                 Text::tr("the sandbox “observe” only reads; host_access “write” needs “isolated”"));
    for (const auto &[key, step] :
         {std::pair{u"run"_s, command.run}, std::pair{u"rehearse"_s, command.rehearse},
          std::pair{u"verify"_s, command.verify}, std::pair{u"verify_undo"_s, command.verifyUndo}}) {
        const bool mustOnlyRead = quiet || key != "run"_L1;
        if (step.kind == StepKind::tool && mustOnlyRead && !step.action.isEmpty() && step.action != "check"_L1)
            sink.add(lineAt(node, key),
                     Text::tr("“%1” of a command with risk “%2” may only check, not %3; write “action: check”")
                         .arg(key, risk, step.action));
        // With risk read, the session answers the asker alone and says no fact.
        if (step.kind == StepKind::room && (key != "run"_L1 || !quiet))
            sink.add(lineAt(node, key),
                     Text::tr("a fact in the room is said by “run” of a command with risk “room” or “read”"));
    }
    if (!command.network.isEmpty() && command.sandbox != SandboxKind::isolated)
        sink.add(lineAt(node, u"network"_s), Text::tr("“network” needs the sandbox “isolated”"));
    if (command.netfilter && (quiet || command.sandbox != SandboxKind::isolated))
        sink.add(lineAt(node, u"netfilter"_s),
                 Text::tr("“netfilter: true” needs the sandbox “isolated” and the risk “change” or “disrupt”"));
    if (command.usesRoom && command.risk != Risk::read)
        sink.add(lineAt(node, u"room"_s), Text::tr("“room: true” is for commands with risk “read”"));
}

void checkSteps(const Command &command, const YamlNode &node, ProblemSink &sink)
{
    using domain::Risk;
    const bool changes = command.risk == Risk::change || command.risk == Risk::disrupt;
    if (changes && command.verify.kind == StepKind::none)
        sink.add(node.line, Text::tr("a command that changes something needs “verify:”, which reads back what it did"));
    if (changes && command.run.kind == StepKind::script && command.rehearse.kind == StepKind::none)
        sink.add(node.line,
                 Text::tr("a command that changes something needs “rehearse:”, so that approvers see what will run"));
    const bool onHost = !command.run.onHost.isEmpty();
    if (onHost && changes && (command.rehearse.onHost.isEmpty() || command.verify.onHost.isEmpty()))
        sink.add(lineAt(node, u"run"_s), Text::tr("“on_host” of “run” needs “on_host” in “rehearse” and “verify” too"));
    if (command.verifyUndo.kind != StepKind::none && command.undo.kind == StepKind::none)
        sink.add(lineAt(node, u"verify_undo"_s),
                 Text::tr("“verify_undo” stands without “undo”; add “undo:” or remove it"));
    if (!changes && command.undo.kind != StepKind::none)
        sink.add(
            lineAt(node, u"undo"_s),
            Text::tr(
                "“undo” stands in a command that changes nothing outside the room; remove it, or say “risk: change”"));
}

} // namespace

void checkCommand(const Command &command, const YamlNode &node, ProblemSink &sink)
{
    if (node.kind != YamlNode::Kind::map)
        return;
    checkTexts(command, node, sink);
    checkNext(command, node, sink);
    checkAliases(command, node, sink);
    checkArguments(command, node, sink);
    if (node.member(u"run"_s) == nullptr)
        sink.add(node.line, Text::tr("a command needs “run:”, such as “run: [scripts/x.py, run]”"));
    checkUse(command, node, sink);
    if (!knowsRisk(node))
        return;
    checkReach(command, node, sink);
    checkSteps(command, node, sink);
}

} // namespace wardroom::bot
