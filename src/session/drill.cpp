// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/drill.h"

#include "bot/catalogue/yamltree.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using bot::YamlNode;

namespace {

QString textOf(const YamlNode *node, const QString &key)
{
    const YamlNode *member = node ? node->member(key) : nullptr;
    return member ? member->text : QString();
}

QMap<QString, QString> textsOf(const YamlNode *node)
{
    QMap<QString, QString> texts;
    for (const YamlNode::Member &each : node ? node->members : QList<YamlNode::Member>())
        if (each.key == u"en" || each.key == u"zh")
            texts.insert(each.key, each.value.text);
    return texts;
}

DrillStep stepFrom(const YamlNode &node)
{
    DrillStep step;
    step.id = textOf(&node, u"id"_s);
    step.after = textOf(&node, u"after"_s).toInt();
    step.words = textsOf(&node);
    step.goals = textsOf(node.member(u"goal"_s));
    step.says = textsOf(node.member(u"says"_s));
    if (const YamlNode *does = node.member(u"does"_s)) {
        const YamlNode *attack = does->member(u"attack"_s);
        step.attackAddress = textOf(attack, u"address"_s);
        step.attackLines = textOf(attack, u"lines"_s).toInt();
        step.breaks = textOf(does, u"break"_s);
        step.mends = does->member(u"mend"_s) != nullptr;
    }
    const YamlNode *done = node.member(u"done"_s);
    step.done = {textOf(done, u"incident"_s), textOf(done, u"count"_s).toLongLong(), textOf(done, u"command"_s),
                 textOf(done, u"verdict"_s), textOf(done, u"undone"_s)};
    return step;
}

bool isWhole(const DrillStep &step)
{
    const DrillGoal &done = step.done;
    const int goals = !done.incident.isEmpty() + (done.count > 0) + !done.command.isEmpty() + !done.undone.isEmpty();
    return !step.id.isEmpty() && step.words.contains(u"en"_s) && step.goals.contains(u"en"_s) && goals == 1;
}

bool isFinished(const domain::OperationState &operation, const DrillGoal &goal)
{
    if (operation.request.command != goal.command || !operation.finish)
        return false;
    return goal.verdict.isEmpty() || (operation.verification && domain::wordOf(operation.verification->verdict) == goal.verdict);
}

} // namespace

bool DrillGoal::isReached(const QList<domain::IncidentState> &rooms, qint64 since) const
{
    for (const domain::IncidentState &room : rooms) {
        if (!incident.isEmpty() && room.incident.opened && (incident == u"opened" || room.incident.closed))
            return true;
        for (const domain::AlertState &alert : room.alerts)
            if (count > 0 && alert.count >= count)
                return true;
        for (const domain::OperationState &operation : room.operations) {
            if (operation.said.at < since)
                continue;
            if (!command.isEmpty() && isFinished(operation, *this))
                return true;
            if (!undone.isEmpty() && operation.request.command == undone && !operation.undoneBy.isEmpty())
                if (const domain::OperationState *undo = room.operation(operation.undoneBy); undo && undo->finish)
                    return true;
        }
    }
    return false;
}

Result<DrillStory> loadDrill(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    const auto node = file.open(QFile::ReadOnly) ? bot::parseYaml(file.read(256 * 1024 + 1), name)
                                                 : tl::unexpected(bot::ManifestProblem{name, 0, file.errorString()});
    if (!node)
        return fail(ErrorKind::invalid, u"%1:%2: %3"_s.arg(name).arg(node.error().line).arg(node.error().message));
    DrillStory story{textOf(&*node, u"name"_s), textsOf(node->member(u"title"_s)), textsOf(node->member(u"summary"_s)),
                     textOf(&*node, u"minutes"_s).toInt(), {}, {}};
    const YamlNode *people = node->member(u"people"_s);
    for (const YamlNode &person : people ? people->items : QList<YamlNode>())
        if (textOf(&person, u"role"_s) == u"it")
            story.colleague = textOf(&person, u"name"_s);
    const YamlNode *steps = node->member(u"story"_s);
    for (const YamlNode &step : steps ? steps->items : QList<YamlNode>()) {
        story.steps.append(stepFrom(step));
        if (!isWhole(story.steps.last()))
            return fail(ErrorKind::invalid, QCoreApplication::translate("Drill", "%1:%2: this step needs an id, words, a goal and one thing that makes it done.").arg(name).arg(step.line));
    }
    if (story.steps.isEmpty() || !story.titles.contains(u"en"_s) || story.colleague.isEmpty())
        return fail(ErrorKind::invalid, QCoreApplication::translate("Drill", "%1 tells no whole story.").arg(name));
    return story;
}

} // namespace wardroom::session
