// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/options.h"

#include "base/nearest.h"
#include "bot/language/values.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMost = 3;
constexpr qsizetype kMostTried = 12;

QString saidFor(const Argument &argument, const QJsonObject &given)
{
    const QJsonValue value = given.value(argument.name);
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

//! The first argument that is missing or wrong; nullptr: none is.
const Argument *openArgument(const Command &command, const QJsonObject &given, const Vocabulary &vocabulary)
{
    for (const Argument &each : command.arguments) {
        const bool isGiven = given.contains(each.name);
        if (!isGiven && each.required && each.fallback.isEmpty())
            return &each;
        if (isGiven && !typedValue(each, saidFor(each, given), vocabulary))
            return &each;
    }
    return nullptr;
}

//! The known host that \a said is, by its name or another; nearest first, and all that are as near.
QStringList hostsLike(const QString &said, const domain::Inventory &inventory)
{
    QStringList names, all;
    for (const domain::Host &each : inventory.hosts) {
        names << each.name;
        all << each.name << each.aliases;
    }
    const QString near = nearest(said, all);
    if (said.isEmpty() || near.isEmpty())
        return names;
    const QString folded = said.toCaseFolded();
    const int distance = editDistance(folded, near.toCaseFolded(), 2);
    QStringList found;
    for (const QString &each : std::as_const(all))
        if (const domain::Host *host = inventory.find(each);
            host != nullptr && editDistance(folded, each.toCaseFolded(), distance) == distance &&
            !found.contains(host->name))
            found << host->name;
    return found.isEmpty() ? names : found;
}

QStringList peopleOf(const Vocabulary &vocabulary)
{
    QStringList names;
    for (const domain::Person &each : vocabulary.people)
        if (!each.name.isEmpty() && findPerson(each.name, vocabulary.people) != nullptr)
            names << each.name;
    names.sort();
    return names;
}

QStringList valuesFor(const Argument &argument, const QString &said, const Vocabulary &vocabulary)
{
    switch (argument.type) {
    case ArgumentType::host: return hostsLike(said, vocabulary.inventory);
    case ArgumentType::person: return peopleOf(vocabulary);
    case ArgumentType::duration: return {u"1h"_s, u"4h"_s, u"1d"_s};
    case ArgumentType::severity: return {u"1"_s, u"2"_s, u"3"_s};
    default: return {};
    }
}

//! "/user lock deploy web-01": the host stands in another's place.
QStringList turnedRound(const Command &command, const Argument &open, const QJsonObject &given,
                        const Vocabulary &vocabulary)
{
    if (open.type != ArgumentType::host || !given.contains(open.name))
        return {};
    for (const Argument &each : command.arguments) {
        const QString value = given.value(each.name).toString();
        if (each.type != ArgumentType::word && each.type != ArgumentType::package)
            continue;
        if (value.isEmpty() || !typedValue(open, value, vocabulary))
            continue;
        QJsonObject turned = given;
        turned.insert(each.name, given.value(open.name));
        return linesWith(command, turned, open.name, {value}, vocabulary);
    }
    return {};
}

} // namespace

QStringList linesWith(const Command &command, const QJsonObject &given, const QString &argument,
                      const QStringList &values, const Vocabulary &vocabulary)
{
    QStringList lines;
    for (const QString &value : values.first(std::min(kMostTried, values.size()))) {
        QJsonObject filled = given;
        filled.insert(argument, value);
        const auto typed = typedArguments(command, filled, vocabulary);
        if (!typed || lines.size() >= kMost)
            continue;
        // People by the name that they are known by, not by their account.
        QJsonObject spoken = *typed;
        for (const Argument &each : command.arguments)
            if (each.type == ArgumentType::person && filled.contains(each.name))
                spoken.insert(each.name, filled.value(each.name));
        if (const QString line = spokenForm(command, spoken); !lines.contains(line))
            lines << line;
    }
    return lines;
}

QStringList optionsFor(const Command &command, const QJsonObject &given, const Vocabulary &vocabulary)
{
    const Argument *open = openArgument(command, given, vocabulary);
    if (open == nullptr)
        return {};
    if (const QStringList turned = turnedRound(command, *open, given, vocabulary); !turned.isEmpty())
        return turned;
    const QStringList values = valuesFor(*open, saidFor(*open, given), vocabulary);
    return linesWith(command, given, open->name, values, vocabulary);
}

domain::Understanding clarify(const Command &command, int confidence, const QString &question,
                              const QStringList &options, const QJsonObject &args)
{
    return {domain::IntentKind::clarify, command.id, args, confidence, question, options};
}

QString argumentOf(const Command &command, ArgumentType type)
{
    for (const Argument &each : command.arguments)
        if (each.type == type)
            return each.name;
    return {};
}

} // namespace wardroom::bot
