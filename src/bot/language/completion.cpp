// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/understand.h"

#include "bot/catalogue/text.h"
#include "bot/catalogue/usage.h"
#include "bot/language/slash.h"
#include "bot/language/values.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostOffers = 50;

struct Offer
{
    int rank = 0; //!< smaller first
    Completion completion;
};

//! 0: begins with it; 1: a word of it does; 2: the letters come in this order; -1: not at all.
int rankOf(const QString &candidate, const QString &typed)
{
    const QString name = candidate.toCaseFolded();
    const QString part = typed.toCaseFolded();
    if (name.startsWith(part))
        return 0;
    if (name.contains(u' ' + part) || name.contains(u'-' + part) || name.contains(u'.' + part))
        return 1;
    qsizetype at = 0;
    for (const QChar c : name)
        if (at < part.size() && part.at(at) == c)
            ++at;
    return part.size() >= 2 && at == part.size() && name.startsWith(part.front()) ? 2 : -1;
}

QList<Completion> sorted(QList<Offer> offers)
{
    std::stable_sort(offers.begin(), offers.end(), [](const Offer &a, const Offer &b) {
        return a.rank != b.rank ? a.rank < b.rank : a.completion.label < b.completion.label;
    });
    QList<Completion> all;
    for (const Offer &each : std::as_const(offers))
        if (all.size() < mostOffers)
            all.append(each.completion);
    return all;
}

QString handleOf(const domain::Person &person, const QList<domain::Person> &people)
{
    const QString joined = QString(person.name).remove(u' ');
    const bool clear = !joined.isEmpty() && findPerson(joined, people) == &person;
    return u'@' + (clear ? joined : person.id.text());
}

QList<Completion> peopleFor(const QString &typed, const Vocabulary &vocabulary)
{
    QList<Offer> offers;
    for (const domain::Person &each : vocabulary.people) {
        const QString handle = handleOf(each, vocabulary.people);
        const int byHandle = rankOf(handle.sliced(1), typed);
        const int byName = rankOf(each.name, typed);
        const int rank = byHandle < 0 ? byName : (byName < 0 ? byHandle : std::min(byHandle, byName));
        if (rank >= 0)
            offers.append({rank, {handle, handle, each.name}});
    }
    return sorted(offers);
}

//! While the command's own words are typed: \a typed is everything behind "/", the insertion replaces its last word.
QList<Completion> commandsFor(const QString &typed, const Catalogue &catalogue, const QString &language)
{
    QList<Offer> offers;
    const QString first = typed.section(u' ', 0, 0);
    const bool second = typed.contains(u' ');
    for (const Plugin &plugin : catalogue.plugins()) {
        for (const Command &each : plugin.commands) {
            const QString spoken = QString(each.id).replace(u'.', u' ');
            const QString compared = typed.contains(u'.') ? each.id : spoken;
            if (second && each.id.section(u'.', 0, 0) != first.toCaseFolded())
                continue;
            const int rank =
                second ? rankOf(each.id.section(u'.', 1), typed.section(u' ', 1)) : rankOf(compared, typed);
            if (rank >= 0)
                offers.append({rank,
                               {second ? each.id.section(u'.', 1) : u'/' + spoken, usageOf(each, language),
                                each.summary.in(language)}});
        }
    }
    return sorted(offers);
}

QStringList candidatesOf(const Argument &argument, const Vocabulary &vocabulary)
{
    QStringList all;
    switch (argument.type) {
    case ArgumentType::host:
        for (const domain::Host &each : vocabulary.inventory.hosts)
            all << each.name << each.aliases;
        break;
    case ArgumentType::duration: return {u"30m"_s, u"1h"_s, u"4h"_s, u"1d"_s, u"7d"_s};
    case ArgumentType::severity: return {u"1"_s, u"2"_s, u"3"_s, u"4"_s};
    default: break;
    }
    return all;
}

void offerValues(QList<Offer> &offers, const Argument &argument, const QString &typed, const Vocabulary &vocabulary,
                 const QString &language)
{
    const QString help = argument.help.in(language).isEmpty() ? argument.name : argument.help.in(language);
    int order = 0;
    const QStringList candidates = candidatesOf(argument, vocabulary);
    for (const QString &each : candidates) {
        const int rank = rankOf(each, typed);
        if (rank < 0)
            continue;
        const domain::Host *host = argument.type == ArgumentType::host ? vocabulary.inventory.find(each) : nullptr;
        const QString canonical = host != nullptr ? host->name : each;
        const bool there = std::any_of(offers.begin(), offers.end(),
                                       [&](const Offer &offer) { return offer.completion.insert == canonical; });
        // Durations and severities keep the order that makes sense; names are sorted.
        if (!there)
            offers.append({rank * 100 + (host == nullptr ? order++ : 0), {canonical, canonical, help}});
    }
    if (argument.type == ArgumentType::person) {
        const QList<Completion> people = peopleFor(typed.startsWith(u'@') ? typed.sliced(1) : typed, vocabulary);
        for (const Completion &each : people)
            offers.append({0, each});
    }
}

const Argument *byKeyword(const Command &command, const QString &word)
{
    for (const Argument &each : command.arguments)
        if (!each.keyword.isEmpty() && each.keyword == word.toCaseFolded())
            return &each;
    return nullptr;
}

QList<Completion> argumentsFor(const Command &command, QStringList before, const QString &typed,
                               const Vocabulary &vocabulary, const QString &language)
{
    QList<Offer> offers;
    if (const Argument *keyed = before.isEmpty() ? nullptr : byKeyword(command, before.last())) {
        offerValues(offers, *keyed, typed, vocabulary, language);
        return sorted(offers);
    }
    QStringList keywordsSaid;
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (byKeyword(command, before.at(i)) != nullptr) {
            keywordsSaid << before.at(i).toCaseFolded();
            before.remove(i, std::min<qsizetype>(2, before.size() - i));
            --i;
        }
    }
    qsizetype position = before.size();
    bool requiredLeft = false;
    for (const Argument &each : command.arguments) {
        if (!each.keyword.isEmpty())
            continue;
        if (position-- == 0)
            offerValues(offers, each, typed, vocabulary, language);
        requiredLeft = requiredLeft || (position < 0 && each.required);
    }
    for (const Argument &each : command.arguments)
        if (!requiredLeft && !each.keyword.isEmpty() && !keywordsSaid.contains(each.keyword) &&
            rankOf(each.keyword, typed) == 0)
            offers.append({5000, {each.keyword, each.keyword + u' ' + each.name.toUpper(), each.help.in(language)}});
    if (!requiredLeft && takesReason(command) && rankOf(u"because"_s, typed) == 0)
        offers.append({6000, {u"because"_s, u"because …"_s, Text::tr("why, for whoever approves")}});
    return sorted(offers);
}

} // namespace

QList<Completion> completionsFor(const QString &text, int cursor, const Catalogue &catalogue,
                                 const Vocabulary &vocabulary, const QString &language)
{
    const QString before = text.first(std::clamp<qsizetype>(cursor, 0, text.size()));
    const QString word = before.sliced(std::max(before.lastIndexOf(u' '), before.lastIndexOf(u'\n')) + 1);
    if (before.startsWith(u'/') && before.size() <= 2000) {
        const QList<LineWord> words = lineWords(before);
        QStringList said;
        for (const LineWord &each : words)
            said << each.text;
        const QString typed = word.isEmpty() ? QString() : said.takeLast();
        if (said.isEmpty())
            return commandsFor(typed.sliced(1), catalogue, language);
        const QString first = said.first().sliced(1).toCaseFolded();
        if (const Command *command = catalogue.command(first))
            return argumentsFor(*command, said.mid(1), typed, vocabulary, language);
        if (said.size() == 1)
            return commandsFor(first + u' ' + typed, catalogue, language);
        if (const Command *command = catalogue.command(first + u'.' + said.at(1).toCaseFolded()))
            return argumentsFor(*command, said.mid(2), typed, vocabulary, language);
    }
    if (word.startsWith(u'@'))
        return peopleFor(word.sliced(1), vocabulary);
    return {};
}

} // namespace wardroom::bot
