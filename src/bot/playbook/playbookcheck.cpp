// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/nearest.h"
#include "bot/catalogue/text.h"
#include "bot/language/values.h"
#include "bot/playbook/playbookreader.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

QString literalProblem(const Argument &argument, const PlaybookValue &value)
{
    // Hosts and people are known to a workspace only.
    const bool isName = argument.type == ArgumentType::host || argument.type == ArgumentType::person;
    if (value.literal.isEmpty() || isName)
        return {};
    const auto typed = typedValue(argument, value.literal, {});
    return typed ? QString() : typed.error().message;
}

//! What says one fact, the same whoever asks and whatever stands in the room.
const QStringList &sayable()
{
    static const QStringList actions{u"note.add"_s,         u"task.add"_s,        u"room.remind"_s,
                                     u"incident.page"_s,    u"incident.status"_s, u"incident.severity"_s,
                                     u"incident.summary"_s, u"incident.update"_s};
    return actions;
}

void checkStep(const PlannedStep &step, const Catalogue &catalogue, const std::function<void(const QString &)> &add)
{
    const Command *command = catalogue.command(step.command);
    if (command == nullptr) {
        add(Text::tr("there is no command “%1”%2").arg(step.command, didYouMean(step.command, catalogue.commandIds())));
        return;
    }
    if (command->run.kind == StepKind::room && !sayable().contains(command->run.action)) {
        add(Text::tr("“%1” is for people; of what is only said in the room, a step may be: %2")
                .arg(step.command, sayable().join(u", "_s)));
        return;
    }
    QStringList names;
    for (const Argument &argument : command->arguments) {
        names << argument.name;
        const auto value = step.args.constFind(argument.name);
        if (value == step.args.cend() && argument.required && argument.fallback.isEmpty())
            add(Text::tr("“%1” needs the argument “%2”").arg(step.command, argument.name));
        else if (value != step.args.cend() && !literalProblem(argument, *value).isEmpty())
            add(literalProblem(argument, *value));
    }
    for (auto it = step.args.begin(); it != step.args.end(); ++it)
        if (!names.contains(it.key()))
            add(Text::tr("“%1” has no argument “%2”%3").arg(step.command, it.key(), didYouMean(it.key(), names)));
}

} // namespace

QList<ManifestProblem> checkPlaybook(const Playbook &playbook, const QString &file, const Catalogue &catalogue)
{
    QList<ManifestProblem> problems;
    for (const PlannedStep &step : playbook.steps)
        if (step.isCommand())
            checkStep(step, catalogue, [&](const QString &message) { problems.append({file, step.line, message}); });
    return problems;
}

} // namespace wardroom::bot
