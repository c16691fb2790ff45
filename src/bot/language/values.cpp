// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/values.h"

#include "base/nearest.h"
#include "base/plaintext.h"
#include "bot/catalogue/text.h"
#include "bot/language/clocktimes.h"
#include "bot/language/names.h"
#include "bot/language/shapes.h"
#include "bot/language/timevalue.h"

#include <QHostAddress>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 2000;
constexpr int longestDays = 365;

tl::unexpected<Error> wrong(const QString &message)
{
    return fail(ErrorKind::invalid, message);
}

QString shown(const QString &said)
{
    return shownPlainly(said, 60);
}

Result<QJsonValue> hostValue(const QString &said, const Vocabulary &vocabulary)
{
    if (const domain::Host *host = Names::of(vocabulary)->host(said.toCaseFolded()))
        return host->name;
    if (vocabulary.inventory.hosts.isEmpty())
        return fail(ErrorKind::notFound, Text::tr("“%1” is not a known host; the inventory is still empty "
                                                  "(“wardroomctl inventory add” adds a host, Practise makes one)")
                                             .arg(shown(said)));
    QStringList names;
    for (const domain::Host &each : vocabulary.inventory.hosts)
        names << each.name << each.aliases;
    const QString meant = didYouMean(said, names);
    return fail(ErrorKind::notFound,
                Text::tr("Which host? “%1” is not known%2 Known: %3")
                    .arg(shown(said), meant.isEmpty() ? u"."_s : meant, knownHosts(vocabulary.inventory)));
}

Result<QJsonValue> personValue(const QString &said, const Vocabulary &vocabulary)
{
    if (const domain::Person *person = findPerson(said, vocabulary.people))
        return person->id.text();
    QStringList names;
    for (const domain::Person &each : vocabulary.people)
        names << u'@' + (each.name.isEmpty() ? each.id.text() : each.name);
    names.sort();
    return fail(ErrorKind::notFound, Text::tr("Who? “%1” is not known, or there are several. Known: %2")
                                         .arg(shown(said), names.mid(0, 8).join(u", "_s)));
}

bool has(const QString &said, ArgumentType type)
{
    return (shapesOf(said) & bitOf(type)) != 0;
}

Result<QJsonValue> addressValue(const QString &said)
{
    // QHostAddress also takes "1.2" and octal; somebody who types that rarely means what the C library makes of it.
    if (isDottedQuad(said))
        return said;
    QHostAddress address;
    if (said.size() > 45 || !has(said, ArgumentType::address) || !address.setAddress(said))
        return wrong(Text::tr("“%1” is not an IP address; say one like 203.0.113.7 or 2001:db8::7").arg(shown(said)));
    bool mapped = false;
    const quint32 plain = address.toIPv4Address(&mapped);
    return (mapped ? QHostAddress(plain) : address).toString();
}

Result<QJsonValue> durationValue(const QString &said)
{
    const int unit =
        said.endsWith(u'm', Qt::CaseInsensitive) ? 1 : (said.endsWith(u'h', Qt::CaseInsensitive) ? 60 : 24 * 60);
    const int minutes = has(said, ArgumentType::duration) ? QStringView(said).chopped(1).toInt() * unit : 0;
    if (minutes == 0 || minutes > longestDays * 24 * 60)
        return wrong(Text::tr("“%1” is not a duration; say one like 30m, 4h or 2d, a year at most").arg(shown(said)));
    if (minutes % (24 * 60) == 0 && minutes > 24 * 60)
        return QString::number(minutes / (24 * 60)) + u'd';
    return minutes % 60 == 0 ? QString::number(minutes / 60) + u'h' : QString::number(minutes) + u'm';
}

Result<QJsonValue> numberValue(const QString &said)
{
    bool isNumber = false;
    const qint64 number = said.toLongLong(&isNumber);
    if (!isNumber || !has(said, ArgumentType::number))
        return wrong(Text::tr("“%1” is not a whole number").arg(shown(said)));
    return number;
}

Result<QJsonValue> severityValue(const QString &said)
{
    if (!has(said, ArgumentType::severity))
        return wrong(Text::tr("“%1” is not a severity; say 1 (worst) to 4, or sev1").arg(shown(said)));
    return said.back().unicode() - u'0';
}

//! Letters, digits and signs that nobody can mistake.
bool isPlainAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

Result<QJsonValue> textValue(const QString &said)
{
    const QString text = said.trimmed();
    if (text.isEmpty())
        return wrong(Text::tr("a text is missing"));
    if (text.size() > longestText)
        return fail(ErrorKind::tooLarge,
                    Text::tr("the text is longer than %1 characters; attach it as a file").arg(longestText));
    if (!isPlainAscii(text) && shownPlainly(text) != QString(text).replace(u'\t', u' '))
        return wrong(Text::tr("the text holds hidden or control characters: %1").arg(shown(text)));
    return text;
}

Result<QJsonValue> shapedValue(ArgumentType type, const QString &said)
{
    switch (type) {
    case ArgumentType::package:
        if (has(said, type))
            return said;
        return wrong(Text::tr("“%1” is not a package's name; they are in small letters, like openssl or libssl3")
                         .arg(shown(said)));
    case ArgumentType::cve:
        if (has(said, type))
            return said.toUpper();
        return wrong(Text::tr("“%1” is not a CVE; say one like CVE-2024-3094").arg(shown(said)));
    case ArgumentType::hash:
        if (has(said, type))
            return said.toLower();
        return wrong(Text::tr("“%1” is not a hash; MD5, SHA-1 or SHA-256 in hexadecimal is expected").arg(shown(said)));
    default:
        if (said.size() <= 100 && !std::any_of(said.begin(), said.end(), [](QChar c) { return c.isSpace(); }) &&
            textValue(said))
            return said;
        return wrong(Text::tr("“%1” is not one plain word").arg(shown(said)));
    }
}

} // namespace

Result<QJsonValue> typedValue(const Argument &argument, const QString &said, const Vocabulary &vocabulary)
{
    switch (argument.type) {
    case ArgumentType::host: return hostValue(said, vocabulary);
    case ArgumentType::person: return personValue(said, vocabulary);
    case ArgumentType::address: return addressValue(said);
    case ArgumentType::duration:
        if (const QString clock = isFromNow(argument) ? clockTime(said) : QString(); !clock.isEmpty())
            return clock;
        return durationValue(said);
    case ArgumentType::number: return numberValue(said);
    case ArgumentType::severity: return severityValue(said);
    case ArgumentType::text: return textValue(said);
    case ArgumentType::time: {
        const auto word = timeWord(said);
        return word ? Result<QJsonValue>(*word) : tl::unexpected(word.error());
    }
    case ArgumentType::package:
    case ArgumentType::cve:
    case ArgumentType::hash:
    case ArgumentType::word: break;
    }
    return shapedValue(argument.type, said);
}

bool fitsType(ArgumentType type, const QString &said, const Vocabulary &vocabulary)
{
    using enum ArgumentType;
    // The error's words would cost more than the whole question.
    if (type == host)
        return Names::of(vocabulary)->host(said.toCaseFolded()) != nullptr;
    const bool shaped = type == address || type == cve || type == duration || type == number || type == severity ||
                        type == hash || type == package;
    if (shaped && !has(said, type))
        return false;
    Argument argument;
    argument.type = type;
    return typedValue(argument, said, vocabulary).has_value();
}

const domain::Person *findPerson(const QString &said, const QList<domain::Person> &people)
{
    const QString wanted = (said.startsWith(u'@') ? said.sliced(1) : said).toCaseFolded();
    const domain::Person *found = nullptr;
    for (const domain::Person &each : people) {
        if (each.id.text().toCaseFolded() == wanted)
            return &each;
        const QString name = each.name.toCaseFolded();
        const bool meant = name == wanted || QString(name).remove(u' ') == wanted || name.section(u' ', 0, 0) == wanted;
        if (!meant || wanted.isEmpty())
            continue;
        if (found != nullptr && found->id != each.id)
            return nullptr;
        found = found == nullptr ? &each : found;
    }
    return found;
}

QString knownHosts(const domain::Inventory &inventory)
{
    QStringList names;
    for (const domain::Host &each : inventory.hosts)
        names << each.name;
    names.sort();
    const bool more = names.size() > 8;
    return names.mid(0, 8).join(u", "_s) + (more ? u", …"_s : QString());
}

bool takesReason(const Command &command)
{
    return command.risk == domain::Risk::change || command.risk == domain::Risk::disrupt;
}

} // namespace wardroom::bot
