// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/playbook/playbooksteps.h"

#include "base/nearest.h"
#include "base/plaintext.h"
#include "bot/catalogue/text.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestWait = 7 * 86'400'000LL;
constexpr qsizetype kMostOptions = 6;
constexpr qsizetype kMostConditions = 8;

QRegularExpression whole(const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

const QRegularExpression &referenceShape()
{
    static const QRegularExpression shape = whole(u"[a-z][a-z0-9_]{0,39}(\\.[A-Za-z0-9_]{1,60}){1,5}"_s);
    return shape;
}

QString readReference(ManifestFields &fields, Need need)
{
    return fields.shaped(u"from"_s, need, referenceShape(),
                         Text::tr("input.NAME, or a step and what it found: scan.data.infected.count, decide.choice"));
}

PlaybookValue readValue(const QString &name, const YamlNode &node, ProblemSink &sink)
{
    PlaybookValue value;
    if (node.kind == YamlNode::Kind::scalar) {
        value.literal = node.text;
        if (node.text.trimmed().isEmpty() || shownPlainly(node.text, 1000) != node.text)
            sink.add(node.line, Text::tr("“%1” must be one line without hidden characters").arg(name));
        return value;
    }
    if (node.kind != YamlNode::Kind::map) {
        sink.add(node.line, Text::tr("“%1” must be a value, or {from: input.NAME}").arg(name));
        return value;
    }
    ManifestFields fields(node, Text::tr("a value"), sink);
    value.from = readReference(fields, Need::required);
    fields.finish();
    return value;
}

void readArgs(ManifestFields &fields, PlannedStep &step, ProblemSink &sink)
{
    const YamlNode *args = fields.node(u"args"_s);
    if (args == nullptr)
        return;
    if (args->kind != YamlNode::Kind::map) {
        sink.add(args->line, Text::tr("“args” must be a mapping (argument: value)"));
        return;
    }
    for (const auto &each : args->members)
        step.args.insert(each.key, readValue(each.key, each.value, sink));
}

PlaybookCondition readCondition(const YamlNode &node, ProblemSink &sink)
{
    ManifestFields fields(node, Text::tr("a condition"), sink);
    PlaybookCondition condition;
    condition.from = readReference(fields, Need::required);
    int tests = 0;
    const auto has = [&](const QString &key) { return node.member(key) != nullptr && ++tests > 0; };
    if (has(u"is"_s))
        condition.value = fields.text(u"is"_s, Need::required);
    if (has(u"not"_s)) {
        condition.test = PlaybookTest::isNot;
        condition.value = fields.text(u"not"_s, Need::required);
    }
    if (has(u"at_least"_s)) {
        condition.test = PlaybookTest::atLeast;
        condition.number = fields.number(u"at_least"_s, 0, -1'000'000'000, 1'000'000'000);
    }
    if (has(u"known"_s)) {
        condition.test = PlaybookTest::known;
        condition.isKnown = fields.flag(u"known"_s, true);
    }
    if (tests != 1)
        sink.add(node.line, Text::tr("a condition needs one of “is:”, “not:”, “at_least:” and “known:”"));
    fields.finish();
    return condition;
}

void readWhen(ManifestFields &fields, PlannedStep &step, ProblemSink &sink)
{
    const YamlNode *when = fields.node(u"when"_s);
    if (when == nullptr)
        return;
    if (when->kind != YamlNode::Kind::list || when->items.isEmpty() || when->items.size() > kMostConditions) {
        sink.add(when->line,
                 Text::tr("“when” must be a list of 1 to %1 conditions; all of them must hold").arg(kMostConditions));
        return;
    }
    for (const YamlNode &each : when->items)
        step.when << readCondition(each, sink);
}

PlaybookOption readOption(const YamlNode &node, ProblemSink &sink)
{
    ManifestFields fields(node, Text::tr("an option"), sink);
    PlaybookOption option;
    option.id =
        fields.shaped(u"id"_s, Need::required, stepNameShape(), Text::tr("a name of small letters, digits and _"));
    option.label = fields.wording(u"label"_s, Need::required);
    fields.finish();
    return option;
}

void readQuestion(ManifestFields &fields, PlannedStep &step, ProblemSink &sink)
{
    static const QRegularExpression who = whole(u"anybody|starter|group [^\\s].{0,59}"_s);
    step.question = fields.wording(u"ask"_s, Need::required);
    const YamlNode *options = fields.node(u"options"_s, Need::required);
    if (options != nullptr &&
        (options->kind != YamlNode::Kind::list || options->items.size() < 2 || options->items.size() > kMostOptions))
        sink.add(options->line, Text::tr("“options” must be a list of 2 to %1").arg(kMostOptions));
    else if (options != nullptr)
        for (const YamlNode &each : options->items)
            step.options << readOption(each, sink);
    const QString decides =
        fields.shaped(u"who"_s, Need::required, who, Text::tr("“group IT”, “starter” or “anybody”"));
    step.byStarter = decides == "starter"_L1;
    if (decides.startsWith("group "_L1))
        step.group = decides.sliced(6);
    step.timeout = readDuration(fields, u"timeout"_s, Need::required, 60'000, kLongestWait);
    step.otherwise = fields.text(u"otherwise"_s, Need::optional);
    const auto is = [&](const PlaybookOption &option) { return option.id == step.otherwise; };
    if (!step.otherwise.isEmpty() && std::none_of(step.options.begin(), step.options.end(), is))
        fields.problem(u"otherwise"_s,
                       Text::tr("“otherwise: %1” is none of the options").arg(shownPlainly(step.otherwise, 60)));
}

void checkReference(const QString &from, const Playbook &playbook, const QStringList &before, int line,
                    ProblemSink &sink)
{
    const QString first = from.section(u'.', 0, 0);
    const QString second = from.section(u'.', 1, 1);
    if (from.isEmpty())
        return;
    if (first == "input"_L1) {
        const auto is = [&](const PlaybookInput &input) { return input.argument.name == second; };
        if (std::none_of(playbook.inputs.begin(), playbook.inputs.end(), is) || from.count(u'.') != 1)
            sink.add(line, Text::tr("“%1” is no input of this playbook").arg(from));
        return;
    }
    if (!before.contains(first)) {
        sink.add(line, Text::tr("“%1” names no step before this one%2").arg(from, didYouMean(first, before)));
        return;
    }
    static const QStringList parts{u"data"_s, u"outcome"_s, u"choice"_s};
    if (!parts.contains(second) || (second == "data"_L1) == (from.count(u'.') == 1))
        sink.add(
            line,
            Text::tr("“%1” is not understood; %2.data.NAME, %2.outcome or %2.choice is expected").arg(from, first));
}

} // namespace

const QRegularExpression &stepNameShape()
{
    static const QRegularExpression shape = whole(u"[a-z][a-z0-9_]{0,39}"_s);
    return shape;
}

qint64 readDuration(ManifestFields &fields, const QString &key, Need need, qint64 least, qint64 most)
{
    static const QRegularExpression shape = whole(u"[1-9][0-9]{0,5}[smhd]"_s);
    static const QMap<QChar, qint64> units{{u's', 1000}, {u'm', 60'000}, {u'h', 3'600'000}, {u'd', 86'400'000}};
    const QString text = fields.shaped(key, need, shape, Text::tr("a duration like 10m, 4h or 2d"));
    if (!shape.match(text).hasMatch())
        return 0;
    const qint64 ms = text.chopped(1).toLongLong() * units.value(text.back());
    if (ms >= least && ms <= most)
        return ms;
    fields.problem(key, Text::tr("“%1” must last from %2 to %3 seconds").arg(key).arg(least / 1000).arg(most / 1000));
    return 0;
}

PlannedStep readPlannedStep(const YamlNode &node, ProblemSink &sink)
{
    static const QRegularExpression command = whole(u"[a-z]+\\.[a-z_]+"_s);
    ManifestFields fields(node, Text::tr("a step"), sink);
    PlannedStep step;
    step.line = node.line;
    step.id =
        fields.shaped(u"id"_s, Need::required, stepNameShape(), Text::tr("a name of small letters, digits and _"));
    step.title = fields.wording(u"title"_s, Need::required);
    const int kinds = (node.member(u"command"_s) != nullptr) + (node.member(u"wait"_s) != nullptr) +
                      (node.member(u"ask"_s) != nullptr);
    if (kinds != 1)
        sink.add(node.line, Text::tr("a step needs one of “command:”, “wait:” and “ask:”"));
    if (node.member(u"command"_s) != nullptr) {
        // A word of the file and nothing else: what an alert says never chooses what runs.
        step.command =
            fields.shaped(u"command"_s, Need::required, command, Text::tr("a command's id like host.status"));
        readArgs(fields, step, sink);
    } else if (node.member(u"wait"_s) != nullptr) {
        step.wait = readDuration(fields, u"wait"_s, Need::required, 1000, kLongestWait);
    } else if (node.member(u"ask"_s) != nullptr) {
        readQuestion(fields, step, sink);
    }
    readWhen(fields, step, sink);
    if (const qsizetype then = fields.choice(u"on_failure"_s, Need::optional, {u"stop"_s, u"continue"_s}); then == 1)
        step.goesOn = true;
    fields.finish();
    return step;
}

void checkSteps(const Playbook &playbook, ProblemSink &sink)
{
    QStringList before;
    for (const PlannedStep &step : playbook.steps) {
        if (before.contains(step.id) || step.id == "input"_L1 || step.id == "alert"_L1)
            sink.add(step.line, Text::tr("“%1” is taken; a step needs a name of its own").arg(step.id));
        for (const PlaybookValue &value : step.args)
            checkReference(value.from, playbook, before, step.line, sink);
        for (const PlaybookCondition &condition : step.when)
            checkReference(condition.from, playbook, before, step.line, sink);
        before << step.id;
    }
}

} // namespace wardroom::bot
