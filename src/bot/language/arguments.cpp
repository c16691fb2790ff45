// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/understand.h"

#include "base/nearest.h"
#include "base/plaintext.h"
#include "bot/catalogue/text.h"
#include "bot/catalogue/usage.h"
#include "bot/language/clocktimes.h"
#include "bot/language/values.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

//! JSON numbers are taken for texts of digits, so that callers may hand either; anything else is no value.
std::optional<QString> saidAs(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const qint64 number = value.toInteger(-1);
    if (value.isDouble() && double(number) == value.toDouble())
        return QString::number(number);
    return std::nullopt;
}

//! As it is typed, which is the same in every language, and as it is said in one whose words the command knows.
QString sayableAs(const Command &command, const QString &language)
{
    QString usage = usageOf(command, language);
    if (language == "en"_L1)
        return usage;
    for (const QString &phrase : command.phrases.value(language)) {
        if (!phrase.contains("{"_L1))
            continue;
        QString said = phrase;
        for (const Argument &each : command.arguments)
            said.replace(u"{%1}"_s.arg(each.name), QString(each.name).replace(u'_', u'-').toUpper());
        return said.contains("{"_L1) ? usage : usage + u" · "_s + said;
    }
    return usage;
}

QString missing(const Command &command, const Argument &argument, const Vocabulary &vocabulary)
{
    QString question = Text::tr("Which %1?").arg(argument.name);
    if (argument.type == ArgumentType::host && !vocabulary.inventory.hosts.isEmpty())
        question = Text::tr("Which host? Known: %1.").arg(knownHosts(vocabulary.inventory));
    if (const QString about = argument.help.in(vocabulary.language);
        argument.type != ArgumentType::host && !about.isEmpty())
        question += u" (%1)"_s.arg(about);
    return question + u' ' + Text::tr("Say it like: %1").arg(sayableAs(command, vocabulary.language));
}

QString unknownName(const Command &command, const QString &name, const QString &language)
{
    QStringList names;
    for (const Argument &each : command.arguments)
        names << each.name;
    return Text::tr("There is no argument “%1”%2 Say it like: %3")
        .arg(shownPlainly(name, 40), didYouMean(name, names), sayableAs(command, language));
}

bool isKnown(const Command &command, const QString &name)
{
    return std::any_of(command.arguments.begin(), command.arguments.end(),
                       [&](const Argument &each) { return each.name == name; });
}

} // namespace

Result<QJsonObject> typedArguments(const Command &command, const QJsonObject &given, const Vocabulary &vocabulary)
{
    QJsonObject typed;
    const QStringList names = given.keys();
    for (const QString &name : names) {
        if (isKnown(command, name))
            continue;
        if (name != "reason"_L1 || !takesReason(command))
            return fail(ErrorKind::invalid, unknownName(command, name, vocabulary.language));
        Argument reason;
        const auto value = typedValue(reason, given.value(name).toString(), vocabulary);
        if (!value)
            return fail(ErrorKind::invalid, Text::tr("The reason: %1").arg(value.error().message));
        typed.insert(name, *value);
    }
    for (const Argument &each : command.arguments) {
        const bool isGiven = given.contains(each.name);
        if (!isGiven && each.fallback.isEmpty()) {
            if (each.required)
                return fail(ErrorKind::invalid, missing(command, each, vocabulary));
            continue;
        }
        const auto said = isGiven ? saidAs(given.value(each.name)) : std::optional(each.fallback);
        if (!said)
            return fail(ErrorKind::invalid, Text::tr("“%1” must be a text or a whole number").arg(each.name));
        const auto value = typedValue(each, *said, vocabulary);
        if (!value)
            return tl::unexpected(value.error());
        typed.insert(each.name, *value);
    }
    return typed;
}

QString spokenForm(const Command &command, const QJsonObject &args)
{
    QString line = u"/"_s + QString(command.id).replace(u'.', u' ');
    QString last;
    for (const Argument &each : command.arguments) {
        const auto said = saidAs(args.value(each.name));
        if (!said)
            continue;
        const bool plain = each.type != ArgumentType::text && !said->contains(u' ');
        QString value = plain ? *said : u'"' + QString(*said).replace(u'"', u'\'') + u'"';
        if (each.type == ArgumentType::person && !value.startsWith(u'@') && plain)
            value.prepend(u'@');
        if (each.keyword.isEmpty())
            line += u' ' + value;
        else
            last += u' ' + (isFromNow(each) && !clockTime(value).isEmpty() ? u"at"_s : each.keyword) + u' ' + value;
    }
    line += last;
    if (args.contains(u"reason"_s) && !isKnown(command, u"reason"_s))
        line += u" because "_s + args.value(u"reason"_s).toString();
    return line;
}

} // namespace wardroom::bot
