// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/catalogue/usage.h"

#include <QCoreApplication>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

QString riskText(domain::Risk risk)
{
    switch (risk) {
    case domain::Risk::read: return QCoreApplication::translate("bot", "Only reads; runs by itself.");
    case domain::Risk::room: return QCoreApplication::translate("bot", "Changes only this room's record.");
    case domain::Risk::change:
        return QCoreApplication::translate("bot", "Changes something; one other person approves.");
    case domain::Risk::disrupt:
        return QCoreApplication::translate("bot", "Can interrupt a service; two other people approve.");
    }
    return {};
}

} // namespace

QString argumentTypeWord(ArgumentType type)
{
    switch (type) {
    case ArgumentType::host: return u"host"_s;
    case ArgumentType::package: return u"package"_s;
    case ArgumentType::cve: return u"cve"_s;
    case ArgumentType::address: return u"address"_s;
    case ArgumentType::duration: return u"duration"_s;
    case ArgumentType::person: return u"person"_s;
    case ArgumentType::text: return u"text"_s;
    case ArgumentType::word: return u"word"_s;
    case ArgumentType::number: return u"number"_s;
    case ArgumentType::severity: return u"severity"_s;
    case ArgumentType::hash: return u"hash"_s;
    case ArgumentType::time: return u"time"_s;
    }
    return {};
}

QString usageOf(const Command &command, const QString &language)
{
    Q_UNUSED(language)
    QString usage = u"/"_s + QString(command.id).replace(u'.', u' ');
    for (const Argument &each : command.arguments) {
        QString word = QString(each.name).replace(u'_', u'-').toUpper();
        if (!each.keyword.isEmpty())
            word = each.keyword + u' ' + word;
        usage += each.required ? u' ' + word : u" ["_s + word + u']';
    }
    return usage;
}

QString helpOf(const Command &command, const QString &language)
{
    QStringList lines{usageOf(command, language), command.summary.in(language)};
    if (const QString longer = command.help.in(language); !longer.isEmpty())
        lines << longer;
    for (const Argument &each : command.arguments) {
        if (const QString about = each.help.in(language); !about.isEmpty())
            lines << u"  %1: %2"_s.arg(QString(each.name).toUpper(), about);
    }
    lines << riskText(command.risk);
    if (const QString harm = command.danger.in(language); !harm.isEmpty())
        lines << harm;
    for (const QString &example : command.examples)
        lines << u"  "_s + example;
    return lines.join(u'\n');
}

} // namespace wardroom::bot
