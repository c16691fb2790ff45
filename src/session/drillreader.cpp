// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/drill.h"

#include "bot/catalogue/manifestfields.h"
#include "bot/catalogue/yamltree.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

// A drill from its file. Strict, with the line of every mistake: a key that is not read would be a promise not kept.
namespace wardroom::session {
using namespace Qt::StringLiterals;
using bot::ManifestFields;
using bot::Need;
using bot::ProblemSink;
using bot::YamlNode;

namespace {

constexpr qsizetype kMostSteps = 50;
constexpr qsizetype kLongestWords = 600;

QString tr(const char *text)
{
    return QCoreApplication::translate("Drill", text);
}

QRegularExpression shape(const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

const QRegularExpression &plainName()
{
    static const QRegularExpression name = shape(u"[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?"_s);
    return name;
}

QList<YamlNode> listOf(ManifestFields &fields, const QString &key, qsizetype most, ProblemSink &sink)
{
    const YamlNode *node = fields.node(key, Need::required);
    if (node && (node->kind != YamlNode::Kind::list || node->items.isEmpty() || node->items.size() > most))
        sink.add(node->line, tr("“%1” must be a list of 1 to %2").arg(key).arg(most));
    return node ? node->items.first(std::min(most, node->items.size())) : QList<YamlNode>();
}

DrillAlert alertFrom(const YamlNode &node, ProblemSink &sink)
{
    ManifestFields fields(node, tr("an alert"), sink);
    DrillAlert alert;
    alert.scenario =
        fields.shaped(u"scenario"_s, Need::required, shape(u"[a-z0-9/-]{1,80}"_s), tr("small letters and /"));
    const QStringList severities{u"low"_s, u"medium"_s, u"high"_s, u"critical"_s};
    if (const qsizetype severity = fields.choice(u"severity"_s, Need::required, severities); severity >= 0)
        alert.severity = domain::fromWord<domain::AlertSeverity>(severities.at(severity)).value_or(alert.severity);
    alert.source = fields.text(u"source"_s, Need::required);
    alert.title = fields.wording(u"title"_s, Need::required);
    alert.detail = fields.wording(u"detail"_s, Need::required);
    fields.finish();
    return alert;
}

void readEvents(DrillStep &step, const YamlNode &node, ProblemSink &sink)
{
    ManifestFields fields(node, tr("what happens"), sink);
    if (const YamlNode *attack = fields.node(u"attack"_s)) {
        ManifestFields parts(*attack, tr("an attack"), sink);
        step.attackAddress = parts.shaped(u"address"_s, Need::required, shape(u"[0-9a-f.:]{3,45}"_s), tr("an address"));
        step.attackLines = parts.number(u"lines"_s, 12, 1, 10'000);
        parts.finish();
    }
    if (const YamlNode *alert = fields.node(u"alert"_s))
        step.alert = alertFrom(*alert, sink);
    step.breaks = fields.shaped(u"break"_s, Need::optional, plainName(), tr("a package's name"));
    step.mends = !fields.shaped(u"mend"_s, Need::optional, plainName(), tr("a package's name")).isEmpty();
    step.stage = fields.shaped(u"stage"_s, Need::optional, plainName(), tr("a name that the host's kind knows"));
    fields.finish();
}

DrillGoal goalFrom(const YamlNode *node, ProblemSink &sink)
{
    DrillGoal goal;
    if (!node)
        return goal;
    ManifestFields fields(*node, tr("“done”"), sink);
    const QStringList ends{u"opened"_s, u"closed"_s}, verdicts{u"verified"_s, u"not_verified"_s, u"drifted"_s};
    const QStringList judgements{u"true"_s, u"false"_s, u"benign"_s, u"any"_s};
    goal.incident = ends.value(fields.choice(u"incident"_s, Need::optional, ends));
    goal.count = fields.number(u"count"_s, 0, 1, 1'000'000);
    const QRegularExpression id = shape(u"[a-z]+\\.[a-z]+"_s);
    goal.command = fields.shaped(u"command"_s, Need::optional, id, tr("a command like host.status"));
    goal.verdict = verdicts.value(fields.choice(u"verdict"_s, Need::optional, verdicts));
    goal.undone = fields.shaped(u"undone"_s, Need::optional, id, tr("a command like host.status"));
    goal.resolved = judgements.value(fields.choice(u"resolved"_s, Need::optional, judgements));
    fields.finish();
    const int goals = !goal.incident.isEmpty() + (goal.count > 0) + !goal.command.isEmpty() + !goal.undone.isEmpty() +
                      !goal.resolved.isEmpty();
    if (goals != 1)
        sink.add(node->line, tr("“done” says one thing that the record has to show"));
    return goal;
}

DrillStep stepFrom(const YamlNode &node, ProblemSink &sink)
{
    ManifestFields fields(node, tr("a step"), sink);
    DrillStep step;
    step.id = fields.shaped(u"id"_s, Need::required, plainName(), tr("a name of small letters"));
    step.after = fields.number(u"after"_s, 0, 0, 3600);
    step.within = fields.number(u"within"_s, 0, 10, 7200);
    step.words = bot::Wording({{u"en"_s, fields.text(u"en"_s, Need::required, kLongestWords)},
                               {u"zh"_s, fields.text(u"zh"_s, Need::required, kLongestWords)}});
    step.goal = fields.wording(u"goal"_s, Need::required);
    step.says = fields.wording(u"says"_s, Need::optional);
    if (const YamlNode *does = fields.node(u"does"_s))
        readEvents(step, *does, sink);
    step.done = goalFrom(fields.node(u"done"_s, Need::required), sink);
    fields.finish();
    return step;
}

//! The one host of a drill is made for it. How another could be reached, there is no key for.
void readHost(DrillStory &story, const YamlNode &node, ProblemSink &sink)
{
    ManifestFields fields(node, tr("a drill's host"), sink);
    story.host = fields.shaped(u"name"_s, Need::required, plainName(), tr("a host's name"));
    story.hostNames = fields.texts(u"aliases"_s, Need::optional);
    if (fields.text(u"reach"_s, Need::required) != "practice"_L1)
        fields.problem(u"reach"_s,
                       tr("a drill reaches a practice host and nothing else: “reach: practice” is expected"));
    const QStringList kinds{u"webshop"_s, u"bastion"_s, u"workstation"_s};
    story.hostKind = kinds.value(fields.choice(u"drill"_s, Need::required, kinds));
    fields.finish();
}

DrillStory storyFrom(const YamlNode &node, ProblemSink &sink)
{
    ManifestFields fields(node, tr("a drill"), sink);
    DrillStory story;
    story.name = fields.shaped(u"name"_s, Need::required, plainName(), tr("a name of small letters"));
    fields.number(u"version"_s, 1, 1, 1);
    story.title = fields.wording(u"title"_s, Need::required);
    story.summary = fields.wording(u"summary"_s, Need::required);
    story.lesson = fields.wording(u"lesson"_s, Need::optional);
    story.minutes = fields.number(u"minutes"_s, 15, 1, 240);
    for (const YamlNode &host : listOf(fields, u"hosts"_s, 1, sink))
        readHost(story, host, sink);
    for (const YamlNode &person : listOf(fields, u"people"_s, 3, sink)) {
        ManifestFields parts(person, tr("a colleague"), sink);
        parts.shaped(u"id"_s, Need::required, plainName(), tr("a name of small letters"));
        story.colleagues.append(parts.text(u"name"_s, Need::required));
        parts.choice(u"role"_s, Need::required, {u"it"_s});
        parts.finish();
    }
    for (const YamlNode &step : listOf(fields, u"story"_s, kMostSteps, sink))
        story.steps.append(stepFrom(step, sink));
    fields.finish();
    return story;
}

} // namespace

Result<DrillStory> loadDrill(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    const auto node = file.open(QFile::ReadOnly) ? bot::parseYaml(file.read(256 * 1024 + 1), name)
                                                 : tl::unexpected(bot::ManifestProblem{name, 0, file.errorString()});
    const auto said = [](const bot::ManifestProblem &problem) {
        return u"%1:%2: %3"_s.arg(problem.file).arg(problem.line).arg(problem.message);
    };
    if (!node)
        return fail(ErrorKind::invalid, said(node.error()));
    ProblemSink sink(name);
    const DrillStory story = storyFrom(*node, sink);
    if (!sink.problems().isEmpty())
        return fail(ErrorKind::invalid, said(sink.problems().first()));
    return story;
}

QList<DrillStory> loadDrills(const QString &folder)
{
    QList<DrillStory> stories;
    for (const QString &name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        if (const Result<DrillStory> story = loadDrill(folder + u'/' + name + u"/drill.yaml"_s))
            stories.append(*story);
    std::stable_sort(stories.begin(), stories.end(),
                     [](const DrillStory &a, const DrillStory &b) { return a.minutes < b.minutes; });
    return stories;
}

} // namespace wardroom::session
