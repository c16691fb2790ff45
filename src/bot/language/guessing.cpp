// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/guessing.h"

#include "bot/catalogue/text.h"
#include "bot/language/argumentfinder.h"
#include "bot/language/model.h"
#include "bot/language/options.h"
#include "bot/language/shapes.h"
#include "bot/language/texts.h"
#include "bot/language/values.h"
#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;
using domain::IntentKind;
using domain::Understanding;

namespace {

constexpr int sure = 80;

//! Cuts "because …" off; what stands there is the reason and may say anything.
QString takeReason(Heard &heard)
{
    for (qsizetype i = 1; i < heard.tokens.size(); ++i) {
        qsizetype length = 0;
        const QString &word = heard.tokens.at(i).word;
        const QString next = i + 1 < heard.tokens.size() ? heard.tokens.at(i + 1).word : QString();
        if (word == "because"_L1)
            length = 1;
        else if ((word == QStringView(u"因") && next == QStringView(u"为")) || (word == "due"_L1 && next == "to"_L1))
            length = 2;
        if (length == 0 || i + length >= heard.tokens.size())
            continue;
        const QString reason = heard.text.sliced(heard.tokens.at(i + length).start).trimmed();
        heard.tokens.remove(i, heard.tokens.size() - i);
        heard.tokens.last().pauseAfter = false;
        return reason;
    }
    return {};
}

int confidenceOf(const Alignment &alignment)
{
    return std::clamp(mostConfident - alignment.cost, 0, mostConfident);
}

bool isBetter(const Alignment &a, const Alignment &b)
{
    if (a.cost != b.cost)
        return a.cost < b.cost;
    if (a.covered != b.covered)
        return a.covered > b.covered;
    return a.phrase->command->id < b.phrase->command->id;
}

//! A phrase that is itself a question may be asked as one.
bool asks(const Phrase &phrase)
{
    return std::any_of(phrase.parts.begin(), phrase.parts.end(), [&](const PhrasePart &part) {
        const WordFacts *facts = factsOf(part.word);
        return (facts != nullptr && (facts->flags & questionWord) != 0) &&
               (isHan(part.word.front()) || &part == &phrase.parts.first());
    });
}

//! A person, a host, a time: what its kind tells from the words around it.
bool isToldByKind(const Argument &argument)
{
    return argument.type != ArgumentType::text && argument.type != ArgumentType::word &&
           argument.type != ArgumentType::package && argument.type != ArgumentType::number;
}

//! How many of its values are.
int typedIn(const Alignment &alignment)
{
    const QList<Argument> &arguments = alignment.phrase->command->arguments;
    return int(std::count_if(arguments.begin(), arguments.end(), [&](const Argument &each) {
        return alignment.args.contains(each.name) && isToldByKind(each);
    }));
}

//! Whether a plain sentence with this alignment may become the command itself, or has to be asked back.
bool isClear(const Guess &guess, bool doubted)
{
    const Alignment &best = guess.best;
    const Command &command = *best.phrase->command;
    if (guess.rival != nullptr || best.strange > 0 || confidenceOf(best) < sure)
        return false;
    if (command.risk == domain::Risk::read)
        return true;
    if (best.slips > 0 || (guess.plainQuestion && !asks(*best.phrase)) || doubted)
        return false;
    // "start the playbook phishing" says what is named; "the plan is done" does not.
    const bool isSaidOfWhat = command.risk == domain::Risk::room && best.phrase->contentWords >= 2 && best.cost == 0;
    if (best.looseWord && !guess.addressed && !isSaidOfWhat)
        return false;
    return !best.looseText || best.phrase->contentWords + typedIn(best) >= 2 || guess.addressed;
}

//! The arguments as they were said, those that an alias decides, and the reason.
QJsonObject valuesIn(const Guess &guess)
{
    const Alignment &best = guess.best;
    const Command &command = *best.phrase->command;
    QJsonObject given = best.args;
    for (auto it = best.phrase->set.begin(); it != best.phrase->set.end(); ++it)
        given.insert(it.key(), it.value());
    if (takesReason(command) && !guess.reason.isEmpty() && !given.contains(u"reason"_s))
        given.insert(u"reason"_s, guess.reason);
    for (const Argument &argument : command.arguments)
        if (argument.type == ArgumentType::text && given.contains(argument.name))
            given.insert(argument.name,
                         tidied(given.value(argument.name).toString(),
                                command.risk == domain::Risk::read ? Tidying::lookedFor : Tidying::noted));
    return given;
}

} // namespace

QList<const Phrase *> candidatesIn(const Heard &heard, const PhraseBook &book)
{
    std::vector<const QString *> keys;
    keys.reserve(size_t(heard.tokens.size()));
    for (qsizetype i = 0; i < heard.tokens.size(); ++i) {
        const QString &spelt = heard.spelling.at(i);
        const bool asSaid = spelt.isEmpty() || spelt == heard.tokens.at(i).word;
        const WordFacts *facts = asSaid ? nullptr : factsOf(spelt);
        keys.push_back(asSaid ? &heard.tokens.at(i).key : (facts == nullptr ? &spelt : &facts->key));
    }
    return book.candidates(keys);
}

bool isTeamsOwn(const QString &command)
{
    return !Model::learnt().knows(command) || command.startsWith("playbook."_L1);
}

QList<const Phrase *> foreignOf(QList<const Phrase *> candidates)
{
    candidates.removeIf([](const Phrase *phrase) { return !isTeamsOwn(phrase->command->id); });
    return candidates;
}

std::optional<Guess> guess(const Heard &said, const QList<const Phrase *> &candidates)
{
    if (candidates.isEmpty())
        return {}; // as for most talk, before anything is copied
    Heard heard = said;
    const QString reason = takeReason(heard);
    heard.fits.resize(heard.tokens.size());
    heard.spelling.resize(heard.tokens.size());
    heard.tags.resize(heard.tokens.size());
    std::optional<Guess> made;
    for (const Phrase *phrase : candidates) {
        const auto alignment = align(*phrase, heard);
        if (!alignment || alignment->guarded || alignment->strange > 1)
            continue;
        const Command *other = made ? made->best.phrase->command : nullptr;
        if (!made || isBetter(*alignment, made->best)) {
            const bool close = other != nullptr && other != phrase->command && made->best.cost - alignment->cost <= 3;
            made = Guess{*alignment, close && made->best.covered == alignment->covered ? other : nullptr, reason,
                         heard.question && !heard.polite, heard.addressed};
        } else if (other != phrase->command && alignment->cost - made->best.cost <= 3 &&
                   alignment->covered == made->best.covered) {
            made->rival = phrase->command;
        }
    }
    return made;
}

const Phrase *saidOtherwise(const Heard &heard, const QList<const Phrase *> &candidates)
{
    for (const Phrase *phrase : candidates) {
        quint32 fixed = 0;
        for (const Argument &each : phrase->command->arguments)
            if (phrase->set.contains(each.name) && isToldByKind(each))
                fixed |= bitOf(each.type);
        Heard others = heard;
        bool isSaid = false;
        for (qsizetype i = heard.tokens.size() - 1; fixed != 0 && i > 0; --i) {
            if ((heard.fits.at(i) & fixed) == 0)
                continue;
            const bool preposition = (heard.tokens.at(i - 1).flags & prepositionWord) != 0;
            for (qsizetype at = i; at >= i - (preposition ? 1 : 0); --at) {
                others.tokens.remove(at);
                others.fits.remove(at);
                others.spelling.remove(at);
                others.tags.remove(at);
            }
            isSaid = true;
            i -= preposition ? 1 : 0;
        }
        const auto alignment = isSaid && !others.tokens.isEmpty() ? align(*phrase, others) : std::nullopt;
        if (alignment && alignment->strange == 0 && !alignment->guarded)
            return phrase;
    }
    return nullptr;
}

Understanding judge(const Guess &guess, const Vocabulary &vocabulary, bool doubted)
{
    const Alignment &best = guess.best;
    const Command &command = *best.phrase->command;
    const int confidence = confidenceOf(best);
    const QJsonObject given = valuesIn(guess);
    const auto typed = typedArguments(command, given, vocabulary);
    const bool clear = isClear(guess, doubted);
    // One strange word in a statement is somebody telling, not asking.
    if (best.strange > 0 && !guess.plainQuestion && !guess.addressed)
        return {};
    if (!typed)
        return clear ? clarify(command, confidence, typed.error().message, optionsFor(command, given, vocabulary))
                     : Understanding{};
    if (clear)
        return {IntentKind::command, command.id, *typed, confidence, {}};
    const QString line = spokenForm(command, *typed);
    if (guess.rival != nullptr) {
        const QString other = QString(guess.rival->id).replace(u'.', u' ');
        return clarify(command, confidence, Text::tr("Did you mean %1, or /%2?").arg(line, other),
                       {line, u'/' + other + u' '}, *typed);
    }
    return clarify(command, confidence, Text::tr("Did you mean %1?").arg(line), {line}, *typed);
}

} // namespace wardroom::bot
