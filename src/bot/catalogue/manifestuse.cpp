// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/catalogue/manifestuse.h"

#include "base/nearest.h"
#include "base/plaintext.h"
#include "bot/catalogue/text.h"
#include "bot/catalogue/usage.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

QList<std::pair<QString, const Step *>> stepsOf(const Command &command)
{
    return {{u"run"_s, &command.run},
            {u"rehearse"_s, &command.rehearse},
            {u"verify"_s, &command.verify},
            {u"undo"_s, &command.undo},
            {u"verify_undo"_s, &command.verifyUndo}};
}

bool hasOnly(const QJsonObject &args, const Command &command)
{
    const QStringList given = args.keys();
    return std::all_of(given.begin(), given.end(), [&](const QString &name) {
        return std::any_of(command.arguments.begin(), command.arguments.end(),
                           [&](const Argument &each) { return each.name == name; });
    });
}

void checkTests(const Command &command, const YamlNode &node, ProblemSink &sink)
{
    const YamlNode *list = node.member(u"tests"_s);
    for (qsizetype i = 0; list != nullptr && i < list->items.size() && i < command.tests.size(); ++i) {
        const PluginTest &test = command.tests.at(i);
        const int line = list->items.at(i).line;
        // Of a step with a mistake in it nothing is known, and that mistake is told.
        for (const auto &[key, step] : stepsOf(command))
            if (key == test.step && step->kind == StepKind::none && node.member(key) == nullptr && key != "run"_L1)
                sink.add(line, Text::tr("a test is of the step “%1”, which this command does not have; write “%1:”, or "
                                        "test another one")
                                   .arg(key));
        if (!hasOnly(test.args, command))
            continue; // most likely that is the one that is missing here
        for (const Argument &each : command.arguments)
            if (each.required && !each.name.isEmpty() && !test.args.contains(each.name))
                sink.add(line, Text::tr("“args” of a test lacks “%1”, which is required; write it like “args: {%1: …}”")
                                   .arg(each.name));
    }
}

void checkExamples(const Command &command, const YamlNode &node, ProblemSink &sink)
{
    QStringList places, keywords;
    for (const Argument &each : command.arguments)
        if (each.required)
            (each.keyword.isEmpty() ? places : keywords) << (each.keyword.isEmpty() ? each.name : each.keyword);
    const qsizetype begin = 1 + command.id.count(u'.');
    const YamlNode *list = node.member(u"examples"_s);
    for (qsizetype i = 0; list != nullptr && i < list->items.size(); ++i) {
        const YamlNode &each = list->items.at(i);
        if (!(each.text + u' ').startsWith(u'/' + QString(command.id).replace(u'.', u' ') + u' '))
            continue;
        const QStringList words = each.text.split(u' ', Qt::SkipEmptyParts).mid(begin);
        const auto isSaid = [&words](const QString &keyword) { return words.contains(keyword); };
        const auto missing = std::find_if_not(keywords.begin(), keywords.end(), isSaid);
        const QString lacks = words.size() < places.size() ? places.at(words.size())
                              : missing != keywords.end()  ? *missing
                                                           : QString();
        if (!lacks.isEmpty())
            sink.add(each.line, Text::tr("the example “%1” lacks “%2”, which is required; it is said like %3")
                                    .arg(shownPlainly(each.text, 80), lacks, usageOf(command, u"en"_s)));
    }
}

//! Words of its own are what a message is known by.
void checkPhrases(const YamlNode *phrases, ProblemSink &sink)
{
    static const QRegularExpression placeholder(u"\\{[^{}]*\\}"_s);
    for (qsizetype i = 0; phrases != nullptr && i < phrases->members.size(); ++i)
        for (const YamlNode &each : phrases->members.at(i).value.items) {
            const QString own = QString(each.text).remove(placeholder);
            if (!each.text.isEmpty() &&
                std::none_of(own.begin(), own.end(), [](QChar c) { return c.isLetterOrNumber(); }))
                sink.add(each.line, Text::tr("the phrase “%1” has no word of its own, so that anything would fit it; "
                                             "write one like “look up {word}”")
                                        .arg(shownPlainly(each.text, 80)));
        }
}

void checkCallText(const QString &text, const QString &where, const QStringList &names, int line, ProblemSink &sink)
{
    static const QRegularExpression placeholder(u"\\{([a-zA-Z0-9_.-]+)\\}"_s);
    for (auto found = placeholder.globalMatch(text); found.hasNext();) {
        const QString name = found.next().captured(1);
        if (!names.contains(name))
            sink.add(line, Text::tr("“{%1}” in the “%2” of a call is not an argument of this command, and would be "
                                    "empty; add it to “arguments:” or name one of them%3")
                               .arg(name, where, didYouMean(name, names)));
    }
}

void checkBody(const YamlNode &body, const QStringList &names, ProblemSink &sink)
{
    if (body.kind == YamlNode::Kind::scalar)
        checkCallText(body.text, u"body"_s, names, body.line, sink);
    for (const YamlNode &each : body.items)
        checkBody(each, names, sink);
    for (const auto &each : body.members)
        checkBody(each.value, names, sink);
}

void checkCalls(const Command &command, const YamlNode &node, ProblemSink &sink)
{
    QStringList names;
    for (const Argument &each : command.arguments)
        names << each.name;
    for (const auto &[key, step] : stepsOf(command)) {
        const YamlNode *written = node.member(key);
        const YamlNode *http = written != nullptr ? written->member(u"http"_s) : nullptr;
        if (http == nullptr)
            continue;
        if (const YamlNode *url = http->member(u"url"_s))
            checkCallText(url->text, u"url"_s, names, url->line, sink);
        if (const YamlNode *body = http->member(u"body"_s))
            checkBody(*body, names, sink);
    }
}

} // namespace

void checkUse(const Command &command, const YamlNode &node, ProblemSink &sink)
{
    checkTests(command, node, sink);
    checkExamples(command, node, sink);
    checkPhrases(node.member(u"phrases"_s), sink);
    const YamlNode *aliases = node.member(u"aliases"_s);
    for (qsizetype i = 0; aliases != nullptr && i < aliases->items.size(); ++i)
        checkPhrases(aliases->items.at(i).member(u"phrases"_s), sink);
    checkCalls(command, node, sink);
}

} // namespace wardroom::bot
