// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/playbook/playbookreader.h"

#include "base/plaintext.h"
#include "bot/catalogue/manifestfields.h"
#include "bot/catalogue/text.h"
#include "bot/catalogue/usage.h"
#include "bot/playbook/playbooksteps.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostInputs = 16;
constexpr qsizetype kMostSteps = 60;
constexpr qint64 kLeastEvery = 5 * 60'000;
constexpr qint64 kMostEvery = 31 * 86'400'000LL;

QStringList typeWords()
{
    QStringList words;
    for (int type = 0; type <= int(ArgumentType::time); ++type)
        words << argumentTypeWord(ArgumentType(type));
    return words;
}

PlaybookInput readInput(const YamlNode &node, ProblemSink &sink)
{
    ManifestFields fields(node, Text::tr("an input"), sink);
    PlaybookInput input;
    input.argument.name =
        fields.shaped(u"name"_s, Need::required, stepNameShape(), Text::tr("a name of small letters, digits and _"));
    if (const qsizetype type = fields.choice(u"type"_s, Need::required, typeWords()); type >= 0)
        input.argument.type = ArgumentType(type);
    input.argument.required = fields.flag(u"required"_s, true);
    input.argument.fallback = fields.text(u"default"_s, Need::optional);
    input.argument.help = fields.wording(u"help"_s, Need::optional);
    const QStringList known{u"source"_s, u"target"_s, u"scenario"_s, u"title"_s, u"tool"_s, u"severity"_s};
    QStringList words;
    for (const QString &field : known)
        words << u"alert."_s + field;
    if (const qsizetype field = fields.choice(u"from"_s, Need::optional, words); field >= 0)
        input.fromAlert = known.at(field);
    fields.finish();
    return input;
}

AlertTrigger readAlertTrigger(const YamlNode &node, ProblemSink &sink)
{
    ManifestFields fields(node, Text::tr("“alert”"), sink);
    AlertTrigger trigger;
    trigger.source = fields.text(u"source"_s, Need::optional);
    trigger.target = fields.text(u"target"_s, Need::optional);
    trigger.scenario = fields.text(u"scenario"_s, Need::optional);
    trigger.tool = fields.text(u"tool"_s, Need::optional);
    QStringList severities;
    for (const auto &[severity, word] : domain::Words<domain::AlertSeverity>::all)
        severities << QString::fromUtf16(word);
    if (const qsizetype least = fields.choice(u"severity"_s, Need::optional, severities); least >= 0)
        trigger.least = domain::AlertSeverity(least);
    fields.finish();
    return trigger;
}

PlaybookSchedule readSchedule(const YamlNode &node, ProblemSink &sink)
{
    static const QRegularExpression clock(u"([01][0-9]|2[0-3]):[0-5][0-9]"_s);
    static const QRegularExpression whole(QRegularExpression::anchoredPattern(clock.pattern()));
    ManifestFields fields(node, Text::tr("“schedule”"), sink);
    PlaybookSchedule schedule;
    const QString daily =
        fields.shaped(u"daily"_s, Need::optional, whole, Text::tr("a time of the UTC day like \"02:30\""));
    schedule.every = readDuration(fields, u"every"_s, Need::optional, kLeastEvery, kMostEvery);
    if (whole.match(daily).hasMatch())
        schedule.daily = daily.first(2).toInt() * 60 + daily.last(2).toInt();
    if ((schedule.every > 0) == (schedule.daily >= 0))
        sink.add(node.line, Text::tr("“schedule” needs either “every: 6h” or “daily: \"02:30\"”"));
    fields.finish();
    return schedule;
}

void readTrigger(const YamlNode &node, Playbook &playbook, ProblemSink &sink)
{
    ManifestFields fields(node, Text::tr("“trigger”"), sink);
    if (const YamlNode *alert = fields.node(u"alert"_s))
        playbook.onAlert = readAlertTrigger(*alert, sink);
    if (const YamlNode *schedule = fields.node(u"schedule"_s))
        playbook.schedule = readSchedule(*schedule, sink);
    playbook.runsAnHour = fields.number(u"runs_an_hour"_s, 20, 1, 200);
    fields.finish();
    if (!playbook.onAlert && !playbook.schedule)
        sink.add(
            node.line,
            Text::tr("“trigger” needs “alert:” or “schedule:”; without either, leave it out: it is started by hand"));
}

const QList<YamlNode> &listOf(ManifestFields &fields, const QString &key, Need need, qsizetype most)
{
    static const QList<YamlNode> none;
    const YamlNode *node = fields.node(key, need);
    if (node == nullptr)
        return none;
    if (node->kind != YamlNode::Kind::list || node->items.isEmpty() || node->items.size() > most) {
        fields.problem(key, Text::tr("“%1” must be a list of 1 to %2").arg(key).arg(most));
        return none;
    }
    return node->items;
}

//! An input that nobody can give must not be asked for by what starts by itself.
void checkInputs(const Playbook &playbook, int line, ProblemSink &sink)
{
    QStringList names;
    for (const PlaybookInput &input : playbook.inputs) {
        if (names.contains(input.argument.name))
            sink.add(line, Text::tr("the input “%1” is there twice").arg(input.argument.name));
        names << input.argument.name;
        const bool isGiven = !input.argument.required || !input.argument.fallback.isEmpty();
        if (!isGiven && playbook.schedule)
            sink.add(line, Text::tr("a schedule gives no inputs: “%1” needs “required: false” or “default:”")
                               .arg(input.argument.name));
        else if (!isGiven && playbook.onAlert && input.fromAlert.isEmpty())
            sink.add(line, Text::tr("an alert does not give “%1”: it needs “from:”, “required: false” or “default:”")
                               .arg(input.argument.name));
    }
}

Playbook readFields(const YamlNode &root, ProblemSink &sink)
{
    static const QRegularExpression name(QRegularExpression::anchoredPattern(u"[a-z][a-z0-9-]{0,59}"_s));
    static const QRegularExpression version(QRegularExpression::anchoredPattern(u"[0-9]+(\\.[0-9]+){0,3}"_s));
    ManifestFields fields(root, Text::tr("a playbook"), sink);
    Playbook playbook;
    playbook.name = fields.shaped(u"name"_s, Need::required, name, Text::tr("a name like malware-containment"));
    playbook.version = fields.shaped(u"version"_s, Need::required, version, Text::tr("a version like 1.0.0"));
    playbook.author = fields.text(u"author"_s, Need::required);
    playbook.summary = fields.wording(u"summary"_s, Need::required);
    if (const YamlNode *trigger = fields.node(u"trigger"_s))
        readTrigger(*trigger, playbook, sink);
    if (root.member(u"inputs"_s) != nullptr)
        for (const YamlNode &each : listOf(fields, u"inputs"_s, Need::optional, kMostInputs))
            playbook.inputs << readInput(each, sink);
    for (const YamlNode &each : listOf(fields, u"steps"_s, Need::required, kMostSteps))
        playbook.steps << readPlannedStep(each, sink);
    fields.finish();
    checkInputs(playbook, fields.lineOf(u"inputs"_s), sink);
    checkSteps(playbook, sink);
    return playbook;
}

} // namespace

const PlannedStep *Playbook::step(const QString &id) const
{
    for (const PlannedStep &each : steps)
        if (each.id == id)
            return &each;
    return nullptr;
}

tl::expected<Playbook, QList<ManifestProblem>> readPlaybook(const QByteArray &bytes, const QString &file)
{
    const auto tree = parseYaml(bytes, file);
    if (!tree)
        return tl::unexpected(QList<ManifestProblem>{tree.error()});
    ProblemSink sink(file);
    Playbook playbook = readFields(*tree, sink);
    if (!sink.problems().isEmpty())
        return tl::unexpected(sink.problems());
    playbook.hash = Sha256::of(bytes);
    return playbook;
}

} // namespace wardroom::bot
