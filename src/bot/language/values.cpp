// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/values.h"

#include "base/plaintext.h"
#include "bot/catalogue/nearest.h"
#include "bot/catalogue/text.h"
#include "bot/language/timevalue.h"

#include <QHostAddress>
#include <QRegularExpression>

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

//! Compiled once: values are tried on every word of every sentence.
QRegularExpression whole(const char16_t *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QStringView(pattern)));
}

bool matches(const QString &text, const QRegularExpression &pattern)
{
    return pattern.match(text).hasMatch();
}

Result<QJsonValue> hostValue(const QString &said, const Vocabulary &vocabulary)
{
    if (const domain::Host *host = vocabulary.inventory.find(said))
        return host->name;
    if (vocabulary.inventory.hosts.isEmpty())
        return fail(ErrorKind::notFound,
                    Text::tr("“%1” is not a known host; the inventory is still empty").arg(shown(said)));
    QStringList names;
    for (const domain::Host &each : vocabulary.inventory.hosts)
        names << each.name << each.aliases;
    return fail(ErrorKind::notFound, Text::tr("Which host? “%1” is not known%2 Known: %3")
                                         .arg(shown(said), didYouMean(said, names), knownHosts(vocabulary.inventory)));
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

Result<QJsonValue> addressValue(const QString &said)
{
    const auto refused =
        wrong(Text::tr("“%1” is not an IP address; say one like 203.0.113.7 or 2001:db8::7").arg(shown(said)));
    // QHostAddress also takes "1.2" and octal; somebody who types that rarely means what the C library makes of it.
    static const QRegularExpression four = whole(u"((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?=[0-9])|$)){4}");
    static const QRegularExpression six = whole(u"[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
    if (said.size() > 45 || (!matches(said, four) && !matches(said, six)))
        return refused;
    QHostAddress address;
    if (!address.setAddress(said))
        return refused;
    bool mapped = false;
    const quint32 plain = address.toIPv4Address(&mapped);
    return (mapped ? QHostAddress(plain) : address).toString();
}

Result<QJsonValue> durationValue(const QString &said)
{
    static const QRegularExpression shape(u"^([1-9][0-9]{0,4})([mhd])$"_s);
    const auto match = shape.match(said.toLower());
    const int unit = match.captured(2) == "m"_L1 ? 1 : (match.captured(2) == "h"_L1 ? 60 : 24 * 60);
    const int minutes = match.captured(1).toInt() * unit;
    if (!match.hasMatch() || minutes > longestDays * 24 * 60)
        return wrong(Text::tr("“%1” is not a duration; say one like 30m, 4h or 2d, a year at most").arg(shown(said)));
    if (minutes % (24 * 60) == 0 && minutes > 24 * 60)
        return QString::number(minutes / (24 * 60)) + u'd';
    return minutes % 60 == 0 ? QString::number(minutes / 60) + u'h' : QString::number(minutes) + u'm';
}

Result<QJsonValue> numberValue(const QString &said)
{
    static const QRegularExpression digits = whole(u"-?[0-9]{1,15}");
    bool isNumber = false;
    const qint64 number = said.toLongLong(&isNumber);
    if (!isNumber || !matches(said, digits))
        return wrong(Text::tr("“%1” is not a whole number").arg(shown(said)));
    return number;
}

Result<QJsonValue> severityValue(const QString &said)
{
    static const QRegularExpression shape(u"^(?:sev(?:erity)?[- ]?)?([1-4])$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.match(said);
    if (!match.hasMatch())
        return wrong(Text::tr("“%1” is not a severity; say 1 (worst) to 4, or sev1").arg(shown(said)));
    return match.captured(1).toInt();
}

Result<QJsonValue> textValue(const QString &said)
{
    const QString text = said.trimmed();
    if (text.isEmpty())
        return wrong(Text::tr("a text is missing"));
    if (text.size() > longestText)
        return fail(ErrorKind::tooLarge,
                    Text::tr("the text is longer than %1 characters; attach it as a file").arg(longestText));
    if (shownPlainly(text) != QString(text).replace(u'\t', u' '))
        return wrong(Text::tr("the text holds hidden or control characters: %1").arg(shown(text)));
    return text;
}

Result<QJsonValue> shapedValue(ArgumentType type, const QString &said)
{
    static const QRegularExpression package = whole(u"[a-z0-9][a-z0-9+.-]+");
    static const QRegularExpression cve = whole(u"[Cc][Vv][Ee]-(19|20)[0-9]{2}-[0-9]{4,7}");
    static const QRegularExpression hash = whole(u"[0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}");
    static const QRegularExpression space(u"\\s"_s);
    switch (type) {
    case ArgumentType::package:
        if (said.size() <= 128 && matches(said, package))
            return said;
        return wrong(Text::tr("“%1” is not a package's name; they are in small letters, like openssl or libssl3")
                         .arg(shown(said)));
    case ArgumentType::cve:
        if (matches(said, cve))
            return said.toUpper();
        return wrong(Text::tr("“%1” is not a CVE; say one like CVE-2024-3094").arg(shown(said)));
    case ArgumentType::hash:
        if (matches(said, hash))
            return said.toLower();
        return wrong(Text::tr("“%1” is not a hash; MD5, SHA-1 or SHA-256 in hexadecimal is expected").arg(shown(said)));
    default:
        if (said.size() <= 100 && !said.contains(space) && textValue(said))
            return said;
        return wrong(Text::tr("“%1” is not one plain word").arg(shown(said)));
    }
}

} // namespace

Result<QJsonValue> typedValue(const Argument &argument, const QString &said, const Vocabulary &vocabulary)
{
    switch (argument.type) {
    case ArgumentType::host:
        return hostValue(said, vocabulary);
    case ArgumentType::person:
        return personValue(said, vocabulary);
    case ArgumentType::address:
        return addressValue(said);
    case ArgumentType::duration:
        return durationValue(said);
    case ArgumentType::number:
        return numberValue(said);
    case ArgumentType::severity:
        return severityValue(said);
    case ArgumentType::text:
        return textValue(said);
    case ArgumentType::time: {
        const auto word = timeWord(said);
        return word ? Result<QJsonValue>(*word) : tl::unexpected(word.error());
    }
    case ArgumentType::package:
    case ArgumentType::cve:
    case ArgumentType::hash:
    case ArgumentType::word:
        break;
    }
    return shapedValue(argument.type, said);
}

bool fitsType(ArgumentType type, const QString &said, const Vocabulary &vocabulary)
{
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
        if (found != nullptr)
            return nullptr;
        found = &each;
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
