// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/timesasked.h"

#include "bot/catalogue/text.h"
#include "bot/language/options.h"

#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;
using domain::IntentKind;
using domain::Understanding;

namespace {

//! "since the reboot", "since" at the end, 自重启以来; "since it crawls" tells why.
bool saysSince(const QString &text)
{
    static const QRegularExpression since(
        u"\\bsince\\b(?!\\s*,?\\s*(?:it|its|it's|i|i'm|i've|we|we're|we've|he|he's|she|she's|they|they're|you|that|"
        u"this|"
        u"there|nobody|somebody|someone|everyone|no\\s+one)\\b)|以来|(?:自|自从|从)[^，,。]{1,12}(?:起|开始)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.contains("since"_L1, Qt::CaseInsensitive) || text.contains(u'来') || text.contains(u'起') ||
                   text.contains(u'始')
               ? since.match(text).hasMatch()
               : false;
}

bool saysForever(const QString &text)
{
    static const QRegularExpression forever(
        u"\\b(?:for\\s?ever|permanent(?:ly)?|indefinitely|until\\s+further\\s+notice|for\\s+life)\\b|永久|永远|无限期|长期"_s,
        QRegularExpression::CaseInsensitiveOption);
    return forever.match(text).hasMatch();
}

//! A point of time to come, which only a clock could count to.
bool saysWhen(const QString &text)
{
    static const QRegularExpression when(u"\\b(?:tomorrow|tonight|noon|midnight|\\w+day|next\\s+week)\\b|\\d:\\d\\d|"
                                         u"\\d\\s*[ap]\\.?m\\b|明天|后天|今晚|点|周"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return when.match(text).hasMatch();
}

bool isNeeded(const Command &command, const QString &argument)
{
    return std::any_of(command.arguments.begin(), command.arguments.end(), [&](const Argument &each) {
        return each.name == argument && each.required && each.fallback.isEmpty();
    });
}

//! "since the reboot": whatever stands there is nobody's account.
void dropWhatFollowsSince(QJsonObject &given, const Command &command, const QString &text)
{
    for (const Argument &each : command.arguments) {
        const QString value = given.value(each.name).toString();
        if (value.isEmpty() || each.type != ArgumentType::word)
            continue;
        const QRegularExpression behind(u"\\bsince\\s+(?:(?!(?:as|by|for|of|user|account)\\b)[^\\s,;.]+\\s+){0,3}"_s +
                                            QRegularExpression::escape(value) + u"\\b"_s,
                                        QRegularExpression::CaseInsensitiveOption);
        if (behind.match(text).hasMatch())
            given.remove(each.name);
    }
}

QString spokenId(const QString &id)
{
    return u'/' + QString(id).replace(u'.', u' ');
}

//! The same, asked for: whole lines with likely values where they can be had, else the line begun.
Understanding asked(const Understanding &meant, const Command &command, const QString &argument,
                    const QStringList &values, const QString &question, const Vocabulary &vocabulary)
{
    QJsonObject given = meant.args;
    given.remove(argument);
    QStringList lines = linesWith(command, given, argument, values, vocabulary);
    if (lines.isEmpty())
        lines << spokenId(command.id) + u' ';
    return {IntentKind::clarify, command.id, {}, meant.confidence, question, lines};
}

} // namespace

Understanding withTimesAsked(Understanding meant, const QString &text, const Catalogue &catalogue,
                             const Vocabulary &vocabulary)
{
    const Command *command = meant.command.isEmpty() ? nullptr : catalogue.command(meant.command);
    if (command == nullptr)
        return meant;
    const QString since = argumentOf(*command, ArgumentType::time);
    if (!since.isEmpty() && !meant.args.contains(since) && text.contains("since"_L1, Qt::CaseInsensitive))
        dropWhatFollowsSince(meant.args, *command, text);
    if (!since.isEmpty() && meant.intent == IntentKind::command && !meant.args.contains(since) && saysSince(text))
        return asked(meant, *command, since, {u"1h"_s, u"today"_s, u"yesterday"_s},
                     Text::tr("Since when? Say it like midnight, yesterday, tuesday, 14:30, 2h or 2026-11-22T14:30."),
                     vocabulary);
    const QString length = argumentOf(*command, ArgumentType::duration);
    if (length.isEmpty())
        return meant;
    if (!meant.args.isEmpty() && saysForever(text))
        return asked(meant, *command, length, {u"1h"_s, u"4h"_s, u"1d"_s},
                     Text::tr("For how long? Say it like “for 4h” or “for 2d”."), vocabulary);
    if (meant.intent == IntentKind::clarify && meant.args.isEmpty() && isNeeded(*command, length) && saysWhen(text))
        meant.question = Text::tr("When? Say it like “in 30m”, “in 1d”, “at 14:30” or “tomorrow at 9:00”.");
    return meant;
}

} // namespace wardroom::bot
