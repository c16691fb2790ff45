// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/slips.h"

#include "base/nearest.h"
#include "bot/language/options.h"
#include "bot/language/usualnames.h"
#include "bot/language/words.h"

#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;
using domain::IntentKind;
using domain::Understanding;

namespace {

constexpr qsizetype longestWithSlip = 70;
constexpr qsizetype longestBare = 30;

bool isPlainLetter(QChar c)
{
    return c >= u'a' && c <= u'z';
}

//! The order that \a word is one slip away from; empty: it is a word, or near none.
QString orderNear(const QString &word)
{
    static const QStringList orders{u"block"_s,   u"isolate"_s,    u"lock"_s,    u"unlock"_s,  u"unblock"_s,
                                    u"release"_s, u"quarantine"_s, u"restore"_s, u"disable"_s, u"patch"_s};
    if (word.size() < 4 || word.size() > 11 || factsOf(word) != nullptr ||
        !std::all_of(word.begin(), word.end(), isPlainLetter))
        return {};
    for (const QString &each : orders)
        if (editDistance(word, each, 1) == 1)
            return each;
    return {};
}

//! A host's name but for its dash: "web01".
QString hostNear(const QString &word, const domain::Inventory &inventory)
{
    if (word.size() < 3 || word.contains(u'-') || !word.back().isDigit() || !word.front().isLetter())
        return {};
    QString found;
    for (const domain::Host &each : inventory.hosts) {
        if (each.name.compare(word, Qt::CaseInsensitive) == 0)
            return {};
        if (each.name.contains(u'-') && QString(each.name).remove(u'-').compare(word, Qt::CaseInsensitive) == 0)
            found = each.name;
    }
    return found;
}

} // namespace

QString withoutSlip(const QString &plain, const Vocabulary &vocabulary)
{
    if (plain.size() > longestWithSlip || plain.contains(u'\n'))
        return {};
    static const QString slip = u"隔璃"_s;
    if (plain.contains(slip))
        return QString(plain).replace(slip, u"隔离"_s);
    if (plain.count(u' ') > 9)
        return {};
    const bool opensPlainly =
        isPlainLetter(plain.front().toLower()) &&
        factsOf(plain.first(std::max<qsizetype>(0, plain.indexOf(u' '))).toCaseFolded()) == nullptr;
    const bool mayNameHost = std::any_of(plain.begin(), plain.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!opensPlainly && !mayNameHost && !plain.startsWith("please"_L1, Qt::CaseInsensitive))
        return {}; // as most lines, before anything is taken apart
    QStringList words = plain.split(u' ');
    const qsizetype first = words.size() > 1 && words.first().compare("please"_L1, Qt::CaseInsensitive) == 0 ? 1 : 0;
    bool mended = false;
    if (const QString order = orderNear(words.at(first).toCaseFolded()); !order.isEmpty()) {
        words[first] = order;
        mended = true;
    }
    for (QString &word : words)
        if (const QString host = hostNear(word, vocabulary.inventory); !host.isEmpty()) {
            word = host;
            mended = true;
        }
    return mended ? words.join(u' ') : QString();
}

std::optional<Understanding> bareOrder(const QString &plain, const Catalogue &catalogue, const Vocabulary &vocabulary)
{
    if (plain.size() > longestBare || plain.count(u' ') > 3 || plain.endsWith(u'?') || plain.endsWith(u'？'))
        return std::nullopt;
    static const QRegularExpression form(
        u"^(?:please |pls |请|麻烦)?(isolate|block|ban|lock|unlock|unblock|patch|隔离|封禁|锁定|解锁|解封)"
        "(?: (?!please|pls)([A-Za-z][\\w.+-]{1,31}))?(?: please| pls)?[.!。！]?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    static const QHash<QString, QString> commands{
        {u"isolate"_s, u"host.isolate"_s}, {u"隔离"_s, u"host.isolate"_s}, {u"block"_s, u"ip.block"_s},
        {u"ban"_s, u"ip.block"_s},         {u"封禁"_s, u"ip.block"_s},     {u"unblock"_s, u"ip.unblock"_s},
        {u"解封"_s, u"ip.unblock"_s},      {u"lock"_s, u"user.lock"_s},    {u"锁定"_s, u"user.lock"_s},
        {u"unlock"_s, u"user.unlock"_s},   {u"解锁"_s, u"user.unlock"_s},  {u"patch"_s, u"patch.apply"_s}};
    const Command *command = catalogue.command(commands.value(match.captured(1).toLower()));
    const QString name = match.captured(2);
    QJsonObject given;
    if (command == nullptr)
        return std::nullopt;
    if (!name.isEmpty()) {
        // "lock screen", "patch tuesday": only what is known as a name is one.
        const QString argument = command->id == "patch.apply"_L1 ? u"package"_s : u"user"_s;
        const bool takes = command->id.startsWith("user."_L1) || command->id == "patch.apply"_L1;
        if (!takes || !isUsualName(name.toCaseFolded()))
            return std::nullopt;
        given.insert(argument, name);
    }
    const auto typed = typedArguments(*command, given, vocabulary);
    if (typed)
        return std::nullopt;
    return Understanding{
        IntentKind::clarify, command->id, {}, 80, typed.error().message, optionsFor(*command, given, vocabulary)};
}

} // namespace wardroom::bot
