// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/linereader.h"

#include "base/plaintext.h"
#include "bot/catalogue/text.h"
#include "bot/language/answertoalert.h"
#include "bot/language/argumentfinder.h"
#include "bot/language/heldback.h"
#include "bot/language/names.h"
#include "bot/language/narrowed.h"
#include "bot/language/options.h"
#include "bot/language/polarity.h"
#include "bot/language/shapes.h"
#include "bot/language/values.h"
#include "bot/language/weighing.h"
#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;
using domain::IntentKind;
using domain::Understanding;

namespace {

constexpr qsizetype longestSentence = 60;
constexpr int sureOfAnother = 500;
constexpr int surelyTalk = 950;    //!< thousandths
constexpr int certainlyTalk = 990; //!< no phrase of a known command is laid beside it
constexpr int asWritten = 16;      //!< at most this far from the phrase
constexpr int wordForWord = 4;     //!< the phrase itself, but for a courtesy

//! "No.", "Wait.", "Just kidding.": it takes something back that another sentence of the line says.
bool isDoubt(const Sentence &sentence)
{
    static const QString words =
        u" not no never nope dont wait hold kidding joke unless if maybe stop cancel 不 别 勿 没 先 等 算 "_s;
    static const QString worked = u" worked failed helped backfired sigh lol theory haha ✔ "_s;
    if (worked.contains(u' ' + sentence.tokens.first().word + u' ') ||
        worked.contains(u' ' + sentence.tokens.last().word + u' '))
        return true; // "block 203.0.113.7... worked like a charm", "… in theory"
    return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                       [](const Token &token) { return words.contains(u' ' + token.word + u' '); });
}

bool asksForHelp(const Sentence &sentence)
{
    const auto isSaid = [](const Token &token) {
        return (token.flags & (botName | greetingWord)) == 0 && !token.filler;
    };
    const auto first = std::find_if(sentence.tokens.begin(), sentence.tokens.end(), isSaid);
    if (first == sentence.tokens.end() || !isAnyOf(first->word, u" help what show 帮 你 有 "))
        return false; // as most lines, before anything is put together
    QStringList words;
    for (const Token &token : sentence.tokens)
        if (isSaid(token))
            words << token.word;
    static const QStringList asked{
        u"help"_s,  u"what can you do"_s, u"what can i ask"_s, u"what commands are there"_s, u"show help"_s,
        u"帮 助"_s, u"你 能 做 什 么"_s,  u"你 会 什 么"_s,    u"有 哪 些 命 令"_s};
    return asked.contains(words.join(u' '));
}

//! What the model knows, it knows better than a phrase whose words happen to be there; but a phrase that is said as
//! it is written counts for much.
bool isKnownOtherwise(const Alignment &alignment, const QList<Reading> &readings)
{
    const Command &command = *alignment.phrase->command;
    if (readings.isEmpty() || !Model::learnt().knows(command.id))
        return false;
    const Reading &first = readings.first();
    if (first.command.isEmpty() && first.share < surelyTalk)
        return alignment.strange > 0 || alignment.cost > asWritten;
    if (first.command.isEmpty())
        return alignment.cost > 0 || command.risk == domain::Risk::room;
    return first.command != command.id && first.share >= sureOfAnother;
}

//! A phrase that a team wrote for a command of its own, said as it stands there: it counts more than what the model
//! knows of ours, unless one of ours is written the same.
bool isAsWritten(const Guess &own, const Heard &heard, const QList<const Phrase *> &candidates)
{
    if (own.best.cost > wordForWord || own.best.strange > 0 || own.rival != nullptr)
        return false;
    const auto any = guess(heard, candidates);
    return any && any->best.phrase == own.best.phrase && any->rival == nullptr;
}

//! One of ours that reads or writes in the room, said word for word as its manifest has it. What changes something has
//! to be meant as well, which is for the model to say.
bool isWordForWord(const Guess &any, const Heard &heard)
{
    const Alignment &best = any.best;
    const domain::Risk risk = best.phrase->command->risk;
    return (risk == domain::Risk::read || risk == domain::Risk::room) && best.cost <= wordForWord &&
           best.strange == 0 && best.slips == 0 && best.unsaid == 0 && any.rival == nullptr && !heard.toSomebody;
}

//! Those of the command that was heard which have a value that was not, or a text, whose end they may know better.
QList<const Phrase *> sayingMore(QList<const Phrase *> candidates, const Understanding &heard)
{
    candidates.removeIf([&](const Phrase *phrase) {
        const QList<Argument> &arguments = phrase->command->arguments;
        return phrase->command->id != heard.command ||
               std::none_of(phrase->parts.begin(), phrase->parts.end(), [&](const PhrasePart &part) {
                   return part.argument >= 0 && (arguments.at(part.argument).type == ArgumentType::text ||
                                                 !heard.args.contains(arguments.at(part.argument).name));
               });
    });
    return candidates;
}

//! Whether \a said has every value of \a other and more, or knows better where a text ends: 以…|关闭事件.
bool saysMore(const Understanding &said, const Understanding &other, const Command &command)
{
    bool shorter = false;
    for (auto it = other.args.constBegin(); it != other.args.constEnd(); ++it) {
        const QString ours = said.args.value(it.key()).toString();
        const bool isText = std::any_of(command.arguments.begin(), command.arguments.end(), [&](const Argument &each) {
            return each.name == it.key() && each.type == ArgumentType::text;
        });
        const bool within = isText && !ours.isEmpty() && it.value().toString().contains(ours);
        if (said.args.value(it.key()) != it.value() && !within)
            return false;
        shorter = shorter || said.args.value(it.key()) != it.value();
    }
    return shorter || said.args.size() > other.args.size();
}

} // namespace

LineReader::LineReader(const QString &plain, const Catalogue &catalogue, const Vocabulary &vocabulary,
                       const QList<Shown> &after)
    : m_plain(plain)
    , m_catalogue(catalogue)
    , m_vocabulary(vocabulary)
    , m_after(after)
    , m_sentences(sentencesOf(plain))
{}

Understanding LineReader::read()
{
    if (m_sentences.size() == 1 && asksForHelp(m_sentences.first()))
        return help();
    if (const auto answer = answerToAlert(m_plain, m_after, m_catalogue))
        return *answer;
    std::optional<Understanding> found;
    for (qsizetype i = 0; i < m_sentences.size() && i < 8; ++i) {
        if (m_sentences.at(i).tokens.size() > longestSentence) {
            m_named.append(Named{});
            continue;
        }
        const Understanding judged = readOne(i, m_after);
        if (judged.intent == IntentKind::chatter)
            continue;
        if (found && isSaidAgain(*found, judged))
            continue;
        const bool better = found && isSaidAgain(judged, *found);
        if (found && !better && (found->command != judged.command || found->args != judged.args))
            return {IntentKind::clarify,
                    {},
                    {},
                    60,
                    Text::tr("That was more than one thing. Which one first?"),
                    linesOf(*found) + linesOf(judged)};
        found = judged;
        if (m_takesRest)
            break;
    }
    const Understanding meant = found.value_or(Understanding{});
    return meant.intent == IntentKind::chatter || meant.intent == IntentKind::clarify ? readBeside(meant) : meant;
}

//! "Who touched web-01? Pull the changes out": \a second says less of what \a first says in full. Not for changes.
bool LineReader::isSaidAgain(const Understanding &first, const Understanding &second) const
{
    const Command *command = m_catalogue.command(first.command);
    const Command *other = m_catalogue.command(second.command);
    if (command == nullptr || other == nullptr || first.intent != IntentKind::command ||
        command->risk != domain::Risk::read || other->risk != domain::Risk::read)
        return false;
    return second.intent == IntentKind::clarify ||
           (first.command == second.command && first.args.size() > second.args.size());
}

Understanding LineReader::help() const
{
    const bool known = m_catalogue.command(u"bot.help"_s) != nullptr;
    return {IntentKind::help, known ? u"bot.help"_s : QString(), {}, 95, {}};
}

//! What one sentence asks for where what it is about stands in another. Only for what changes nothing.
Understanding LineReader::readBeside(const Understanding &alone)
{
    for (qsizetype i = 0; m_sentences.size() > 1 && i < m_sentences.size() && i < 8; ++i) {
        const QJsonObject said = saidBeside(m_named, i);
        if (said.isEmpty() || m_sentences.at(i).tokens.size() > longestSentence)
            continue;
        const Understanding again = readOne(i, m_after + QList<Shown>{{QString(), said}});
        const Command *command = m_catalogue.command(again.command);
        const bool reads = command != nullptr && command->risk == domain::Risk::read;
        if (again.intent == IntentKind::command && reads)
            return again;
    }
    return alone;
}

Understanding LineReader::readOne(qsizetype i, const QList<Shown> &after)
{
    const Gist gist(writtenOf(m_plain, m_sentences, i));
    // The others are looked at again; a single one is nobody else's, and its words need not be copied.
    Sentence sentence = m_sentences.size() == 1 ? std::exchange(m_sentences.first(), {}) : m_sentences.at(i);
    const Heard heard = hear(m_plain, std::move(sentence), *Names::of(m_vocabulary), m_catalogue.phrases());
    if (m_sentences.size() > 1 && m_named.size() == i)
        m_named.append(namedIn(heard));
    if (heard.tokens.isEmpty())
        return {};
    if (const auto again = sameAgain(heard, after, m_catalogue))
        return repeated(*again);
    const QList<const Phrase *> candidates = candidatesIn(heard, *m_catalogue.phrases());
    const std::optional<Guess> foreign = guess(heard, foreignOf(candidates));
    if (foreign && isAsWritten(*foreign, heard, candidates))
        return judgePhrase(i, heard, *foreign);
    if (const Phrase *fixed = saidOtherwise(heard, foreignOf(candidates)))
        return asFixed(*fixed);
    const Written written{gist, Model::learnt().asWritten(gist)};
    const QList<Reading> readings = Model::learnt().read(heard, written.sums);
    const Weighing weighing(m_catalogue, m_vocabulary, after, written);
    const Understanding byWeight = onlyWhereFit(heard, weighing.weigh(heard, readings, isDoubted(i, false)));
    if (byWeight.intent == IntentKind::command || byWeight.intent == IntentKind::help) {
        const bool asksFor = byWeight.intent == IntentKind::command; // "help me please" asks about nothing
        const auto more =
            asksFor && m_sentences.size() == 1 ? guess(heard, sayingMore(candidates, byWeight)) : std::nullopt;
        if (more && isWordForWord(*more, heard)) {
            const Understanding said = judgePhrase(i, heard, *more);
            if (said.intent == byWeight.intent && saysMore(said, byWeight, *more->best.phrase->command))
                return said;
        }
        m_takesRest = endsOpen(byWeight);
        return byWeight;
    }
    const Understanding byPhrase = readPhrases(i, heard, readings, candidates, foreign);
    const Command *acts = m_catalogue.command(byPhrase.command);
    const bool changes = acts != nullptr && (acts->risk == domain::Risk::change || acts->risk == domain::Risk::disrupt);
    const bool exact = byPhrase.confidence == mostConfident && m_sentences.size() == 1 && !heard.question;
    if (changes && byPhrase.intent == IntentKind::command && Model::learnt().knows(byPhrase.command) && !exact)
        return byWeight;
    return byPhrase.intent == IntentKind::command || byWeight.intent == IntentKind::chatter ? byPhrase : byWeight;
}

//! One line that says what was understood, where there is one.
QStringList LineReader::linesOf(const Understanding &meant) const
{
    const Command *command = m_catalogue.command(meant.command);
    if (command != nullptr && meant.intent == IntentKind::command)
        return {spokenForm(*command, meant.args)};
    return meant.options.first(std::min<qsizetype>(1, meant.options.size()));
}

//! A text of it goes on to the end of the line.
bool LineReader::endsOpen(const Understanding &meant) const
{
    return std::any_of(meant.args.begin(), meant.args.end(), [&](const QJsonValue &each) {
        const QString text = each.toString();
        return text.contains(u' ') && m_plain.endsWith(text);
    });
}

Understanding LineReader::repeated(const Shown &again) const
{
    const Command *command = m_catalogue.command(again.command);
    const auto typed = typedArguments(*command, again.args, m_vocabulary);
    return typed ? Understanding{IntentKind::command, command->id, *typed, 90, {}}
                 : clarify(*command, 80, typed.error().message, optionsFor(*command, again.args, m_vocabulary));
}

//! What an alias sets is not for the sentence to change, and not to be overheard.
Understanding LineReader::asFixed(const Phrase &alias) const
{
    const auto typed = typedArguments(*alias.command, alias.set, m_vocabulary);
    QStringList values;
    bool isSame = true; // "… on web-02" of an alias for web-02 says it twice
    for (auto it = alias.set.begin(); it != alias.set.end(); ++it) {
        const QString value = it.value().toVariant().toString();
        values << it.key() + u' ' + value;
        isSame = isSame && m_plain.contains(value, Qt::CaseInsensitive);
    }
    if (typed && isSame && alias.command->risk == domain::Risk::read)
        return {IntentKind::command, alias.command->id, *typed, 90, {}};
    return clarify(*alias.command, 80,
                   Text::tr("Said like that it is always with %1.").arg(shownPlainly(values.join(u", "_s), 120)),
                   typed ? QStringList{spokenForm(*alias.command, *typed)} : QStringList());
}

//! A text or a reason goes to the end of the line, so what follows it is no sentence of its own.
bool LineReader::isDoubted(qsizetype i, bool takesRest) const
{
    for (qsizetype k = 0; k < m_sentences.size(); ++k)
        if (k != i && (k < i || !takesRest) && isDoubt(m_sentences.at(k)))
            return true;
    return false;
}

//! \a foreign: what the phrases of a team's own commands make of it.
Understanding LineReader::readPhrases(qsizetype i, const Heard &heard, const QList<Reading> &readings,
                                      const QList<const Phrase *> &candidates, const std::optional<Guess> &foreign)
{
    const bool shortQuestion = heard.question && heard.tokens.size() <= 5; // 封禁 203.0.113.7 吗？
    const bool talk = !shortQuestion && !readings.isEmpty() && readings.first().command.isEmpty() &&
                      readings.first().share >= certainlyTalk;
    const auto made = talk ? foreign : guess(heard, candidates);
    return made && !isKnownOtherwise(made->best, readings) ? judgePhrase(i, heard, *made) : Understanding{};
}

Understanding LineReader::judgePhrase(qsizetype i, const Heard &heard, const Guess &made)
{
    const Command &command = *made.best.phrase->command;
    const bool changes = command.risk == domain::Risk::change || command.risk == domain::Risk::disrupt;
    if (changes && holdsBack(heard, 0))
        return {};
    const PhrasePart &last = made.best.phrase->parts.last();
    const bool endsInText = last.argument >= 0 && command.arguments.at(last.argument).type == ArgumentType::text;
    const bool takesRest = !made.reason.isEmpty() || endsInText;
    const Polarity way = oppositeOf(command.id).isEmpty() ? Polarity::unclear : polarityOf(heard);
    if (way != Polarity::unclear && goesForth(command.id) != (way == Polarity::forth))
        return {};
    const bool odd = changes && isOddlyNamed(command, made.best.args, heard);
    Understanding judged = judge(made, m_vocabulary, odd || isDoubted(i, takesRest));
    if (judged.intent == IntentKind::command)
        narrowToNamed(judged.args, command, heard);
    m_takesRest = takesRest && judged.intent == IntentKind::command;
    return onlyWhereFit(heard, judged);
}

//! Statements that only an alert makes an answer are offered near one, and are talk elsewhere.
Understanding LineReader::onlyWhereFit(const Heard &heard, const Understanding &meant) const
{
    const Command *command = m_catalogue.command(meant.command);
    if (meant.command == "bot.help"_L1 && meant.intent == IntentKind::command)
        return {IntentKind::help, meant.command, meant.args, meant.confidence, {}};
    if (command == nullptr || !isAnswerToAlert(*command, heard))
        return meant;
    if (isIn(u"who", QString(u' ' + m_plain.toLower() + u' '))) // "that was me who asked"
        return {};
    const auto isAlert = [](const Shown &card) { return card.command.startsWith("alert"_L1); };
    if (!m_after.isEmpty() && isAlert(m_after.last()))
        return meant;
    if (std::none_of(m_after.begin(), m_after.end(), isAlert) || meant.intent != IntentKind::command)
        return {};
    const QString line = spokenForm(*command, meant.args);
    return clarify(*command, 60, Text::tr("Did you mean %1?").arg(line), {line}, meant.args);
}

} // namespace wardroom::bot
