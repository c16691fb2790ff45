// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/weighing.h"

#include "bot/language/consent.h"
#include "bot/language/doubts.h"
#include "bot/language/heldback.h"

#include "bot/catalogue/text.h"
#include "bot/language/argumentfinder.h"
#include "bot/language/mood.h"
#include "bot/language/names.h"
#include "bot/language/options.h"
#include "bot/language/polarity.h"
#include "bot/language/reference.h"
#include "bot/language/shapes.h"
#include "bot/language/tagger.h"
#include "bot/language/tails.h"
#include "bot/language/topics.h"
#include "bot/language/values.h"
#include "bot/language/words.h"

#include <QHash>

#include <utility>

namespace wardroom::bot {
using namespace Qt::StringLiterals;
using domain::IntentKind;
using domain::Risk;
using domain::Understanding;

namespace {

//! Thousandths from which a reading is acted on, and from which it is at least offered.
int sureFrom(Risk risk)
{
    return risk == Risk::read ? 500 : (risk == Risk::room ? 550 : 950);
}
constexpr int offeredFrom = 400;
constexpr int vagueFrom = 600; //!< a change of two things at once is asked about, never done
constexpr int sureOfWay = 850; //!< from here the model's way counts as much as the words'
constexpr int offered = 700;   //!< too little for a change
//! Of the line as it is written, in hundredths of a logarithm of odds: that it orders a change, and not its opposite.
constexpr int consent = 50;
constexpr int consentIfSure = 0; //!< where the model is very sure
constexpr int likelyOpposite = -100;
constexpr int closeCall = 250; //!< the second reading is as good when it has this much

bool hasText(const Command &command)
{
    return std::any_of(command.arguments.begin(), command.arguments.end(),
                       [](const Argument &each) { return each.type == ArgumentType::text; });
}

//! "not web-02", "instead of web-02", 不是 web-02: named, and not meant.
bool isRuledOut(const Heard &heard, qsizetype i)
{
    const auto before = [&](qsizetype back) { return i >= back ? heard.tokens.at(i - back).word : QString(); };
    const QString last = before(1);
    return isAnyOf(last, u" not except excluding without than never 别 非 ") ||
           (last == "of"_L1 && before(2) == "instead"_L1) ||
           (isAnyOf(last, u" on from for with 是 要 动 碰 ") && isAnyOf(before(2), u" not never than except 不 别 "));
}

//! What was named of one kind and may be meant, in the order it was said.
QStringList namedAs(const Heard &heard, const QString &tag)
{
    QStringList words;
    for (qsizetype i = 0; i < heard.tokens.size(); ++i)
        if (heard.tags.at(i) == tag && !isRuledOut(heard, i) && !words.contains(heard.tokens.at(i).word))
            words << heard.tokens.at(i).word;
    return words;
}

//! Two addresses or two hosts: which one is meant is not for the bot to choose.
bool isVague(const Heard &heard, qsizetype end)
{
    const auto count = [&](const QString &tag) {
        return std::count(heard.tags.begin(), heard.tags.begin() + end, tag);
    };
    return count(u"<host>"_s) > 1 || count(u"<ip>"_s) > 1;
}

//! "block 203.0.113.7 and 198.51.100.2" as it would be said of the first alone; nothing where that is not all of it.
std::optional<Heard> ofTheFirst(const Heard &heard)
{
    for (qsizetype i = 1; i + 2 < heard.tokens.size(); ++i) {
        const QString &tag = heard.tags.at(i);
        if ((tag != "<ip>"_L1 && tag != "<host>"_L1) || heard.tags.at(i + 2) != tag ||
            !isAnyOf(heard.tokens.at(i + 1).word, u" and 和 跟 与 "))
            continue;
        Heard one = heard;
        one.tokens.remove(i + 1, 2);
        one.tags.remove(i + 1, 2);
        one.fits.remove(i + 1, 2);
        one.spelling.remove(i + 1, 2);
        one.to = std::min(one.to, one.tokens.size());
        return one.from <= i ? std::optional(one) : std::nullopt;
    }
    return std::nullopt;
}

//! Of a command and its opposite the one whose way the sentence goes, with what both have.
QList<Reading> turned(const QList<Reading> &readings, const Heard &heard)
{
    if (readings.isEmpty() || oppositeOf(readings.first().command).isEmpty())
        return readings;
    QList<Reading> made = readings;
    Reading &first = made.first();
    if (heard.tags.contains(u"<path>"_s) &&
        first.command.startsWith("host."_L1)) // "lift the isolation of /tmp/x on web-01"
        first.command = goesForth(first.command) ? u"file.quarantine"_s : u"file.restore"_s;
    const QString opposite = oppositeOf(first.command);
    for (qsizetype i = made.size() - 1; i > 0; --i)
        if (made.at(i).command == opposite) {
            first.share += made.at(i).share;
            made[i].share = 0;
        }
    const Polarity way = polarityOf(heard);
    const bool against = way != Polarity::unclear && goesForth(first.command) != (way == Polarity::forth);
    // Where the words say one way and what was learnt the other, it is offered at most.
    if (against && readings.first().share < sureOfWay)
        first.command = opposite;
    if (against)
        first.share = std::min(first.share, offered);
    if (way == Polarity::unclear && first.share - readings.first().share > 0)
        first.share = readings.first().share;
    std::stable_sort(made.begin() + 1, made.end(),
                     [](const Reading &a, const Reading &b) { return a.share > b.share; });
    return made;
}

QString spokenId(const QString &id)
{
    return u'/' + QString(id).replace(u'.', u' ');
}

//! Whether anything of it is the bot's business; a number and a length alone are not: "bot 10800 s off".
bool isBusiness(const Heard &heard)
{
    const bool named = std::any_of(heard.tags.begin(), heard.tags.end(), [](const QString &tag) {
        return isAnyOf(tag, u" <host> <host?> <ip> <cve> <hash> <path> <domain> <sev> ");
    });
    const QList<int> topics = topicsOf(heard, 0, heard.tokens.size());
    return named || std::any_of(topics.begin(), topics.end(), isOwnTopic);
}

//! How likely talk a sentence may be and still be taken for a request: the more plainly it asks, the more.
int mostTalk(const Heard &heard)
{
    if (heard.addressed && isBusiness(heard))
        return 950;
    if (heard.polite || heard.wish)
        return 500;
    const QChar form = heard.tokens.at(heard.from).form;
    const bool asks = heard.question || form == u'v' || form == u'w' || form == u'a';
    return asks ? 300 : 120;
}

//! The readings with their shares of what is left without talk; empty where talk is too likely. What changes something
//! keeps its share.
QList<Reading> withoutTalk(const QList<Reading> &readings, const Heard &heard, const Catalogue &catalogue)
{
    QList<Reading> made;
    int talk = 0;
    for (const Reading &each : readings)
        if (each.command.isEmpty())
            talk = each.share;
        else
            made.append(each);
    if (talk >= mostTalk(heard))
        return {};
    for (Reading &each : made) {
        const Command *command = catalogue.command(each.command);
        const bool changes = command != nullptr && (command->risk == Risk::change || command->risk == Risk::disrupt);
        each.share = changes ? each.share : each.share * 1000 / std::max(1, 1000 - talk);
    }
    std::stable_sort(made.begin(), made.end(), [](const Reading &a, const Reading &b) { return a.share > b.share; });
    while (made.size() < 2)
        made.append({QString(), 0});
    return made;
}

//! The sentence with \a value where a pronoun stands.
QString saidOf(const Heard &heard, qsizetype pronoun, const QString &value)
{
    const qsizetype from = heard.tokens.first().start;
    const Token &token = heard.tokens.at(pronoun);
    const QString said = heard.text.sliced(from, heard.tokens.last().end - from);
    return said.first(token.start - from) + value + said.sliced(token.end - from) +
           (heard.question ? u"?"_s : QString());
}

} // namespace

void Weighing::fillFromCards(const Command &command, QJsonObject &given) const
{
    const QList<Mention> mentions = mentionsOf(m_after, m_catalogue, m_vocabulary);
    for (const Argument &argument : command.arguments) {
        if (!argument.required || given.contains(argument.name) || argument.type == ArgumentType::text)
            continue;
        for (const Mention &mention : mentions) {
            const bool told = argument.type != ArgumentType::word && argument.type != ArgumentType::package &&
                              (mention.types & bitOf(argument.type)) != 0;
            if (mention.name != argument.name && !told)
                continue;
            given.insert(argument.name, mention.value);
            break;
        }
    }
}

//! A line for each of the hosts or addresses that were said at once.
QStringList Weighing::oneByOne(const Command &command, const Heard &heard) const
{
    const QJsonObject given = findValues(command, heard, *m_catalogue.phrases());
    const QStringList hosts = namedAs(heard, u"<host>"_s);
    const bool byHost = heard.tags.count(u"<host>"_s) > 1;
    const QString argument = argumentOf(command, byHost ? ArgumentType::host : ArgumentType::address);
    return linesWith(command, given, argument, byHost ? hosts : namedAs(heard, u"<ip>"_s), m_vocabulary);
}

QStringList Weighing::withTimes(const Command &command, const Heard &heard) const
{
    const QJsonObject given = findValues(command, heard, *m_catalogue.phrases());
    const QString argument = argumentOf(command, ArgumentType::duration);
    return argument.isEmpty() ? QStringList()
                              : linesWith(command, given, argument, {u"1h"_s, u"4h"_s, u"1d"_s}, m_vocabulary);
}

//! The whole line where the sentence holds all of it, else the line begun.
QString Weighing::lineOf(const Command &command, const Heard &heard) const
{
    QJsonObject given = findValues(command, heard, *m_catalogue.phrases());
    fillFromCards(command, given);
    const auto typed = typedArguments(command, given, m_vocabulary);
    return typed ? spokenForm(command, *typed) : spokenId(command.id) + u' ';
}

//! A change wants two that are for it: what was heard, and the line as it is written.
bool Weighing::isAgreed(const Reading &best) const
{
    const QString opposite = oppositeOf(best.command);
    const bool turnedAway =
        !opposite.isEmpty() && Model::learnt().lead(m_written.sums, best.command, opposite) < likelyOpposite;
    const int needed = best.share >= verySure ? consentIfSure : consent;
    return !turnedAway && Consent::learnt().given(m_written.gist) >= needed;
}

Understanding Weighing::whichOne(const Command &command, int confidence, const Heard &heard) const
{
    const QStringList lines = oneByOne(command, heard);
    const QString question = lines.size() == 1 ? Text::tr("Did you mean %1?").arg(lines.first())
                                               : Text::tr("One at a time, please: which one?");
    return clarify(command, confidence, question, lines);
}

Understanding Weighing::about(const Heard &heard, const Reading &best, const Reading &next, bool doubted,
                              bool pointed) const
{
    const Command *command = m_catalogue.command(best.command);
    if (command == nullptr || best.share < offeredFrom)
        return {};
    const bool changes = command->risk == Risk::change || command->risk == Risk::disrupt;
    // What would change something is not even offered where the sentence says not, if, already or would.
    const bool quite = best.share >= quiteSure;
    const bool very = best.share >= verySure;
    const bool about = (isMusing(heard) || asksAbout(heard)) && !very;
    if (changes &&
        ((asksAnybody(heard) && (!quite || heard.question)) || holdsBack(heard, best.share) || doubted || about))
        return {};
    if (command->risk == Risk::room && !hasText(*command) && !quite && !asksAbout(heard) &&
        (holdsBack(heard, best.share) || doubted))
        return {};
    const int confidence = std::min(99, best.share / 10);
    const bool sure = best.share >= sureFrom(command->risk);
    if (changes && isVague(heard, endOfAsking(heard)))
        return best.share >= vagueFrom ? whichOne(*command, confidence, heard) : Understanding{};
    // Nobody who only tells something is asked back.
    if (!sure && !heard.addressed && !heard.polite && !heard.wish && !heard.question && heard.leads == 0 &&
        !isOthersWish(heard))
        return {};
    const bool untilThen = std::any_of(heard.tokens.begin(), heard.tokens.end(),
                                       [](const Token &token) { return token.word == untilSomeTime; });
    if (changes && untilThen)
        return sure ? clarify(*command, confidence, Text::tr("For how long? Say it like “for 4h” or “for 2d”."),
                              withTimes(*command, heard))
                    : Understanding{};
    QJsonObject given = findValues(*command, heard, *m_catalogue.phrases());
    fillFromCards(*command, given);
    const auto typed = typedArguments(*command, given, m_vocabulary);
    if (!typed) {
        const bool bare = heard.tokens.size() == 1 && !heard.addressed && !heard.polite; // "status?"
        const bool aimless = bare || (pronounIn(heard) >= 0 && !pointed && changes);
        return sure && !aimless
                   ? clarify(*command, confidence, typed.error().message, optionsFor(*command, given, m_vocabulary))
                   : Understanding{};
    }
    const QString line = spokenForm(*command, *typed);
    const Command *rival =
        next.share >= closeCall && !next.command.isEmpty() ? m_catalogue.command(next.command) : nullptr;
    if (rival != nullptr && best.share - next.share < 2 * closeCall / 3)
        return clarify(*command, confidence, Text::tr("Did you mean %1, or %2?").arg(line, spokenId(rival->id)),
                       {line, lineOf(*rival, heard)}, *typed);
    if (sure && !(changes && (isDoubtful(*command, given, heard, best.share) || !isAgreed(best))))
        return {IntentKind::command, command->id, *typed, confidence, {}};
    return clarify(*command, confidence, Text::tr("Shall I run %1?").arg(line), {line}, *typed);
}

//! What is meant by "it": whichever of the last cards' values makes the surest request of the sentence.
Understanding Weighing::pointing(const Heard &heard, qsizetype pronoun, bool doubted) const
{
    Understanding found;
    int share = 0;
    const QList<Mention> mentions = mentionsOf(m_after, m_catalogue, m_vocabulary);
    for (const Mention &mention : mentions) {
        if (!mayMean(heard, pronoun, mention))
            continue;
        const Heard pointed = withMention(heard, pronoun, mention);
        const QString line = saidOf(heard, pronoun, mention.value);
        const Gist gist(line);
        const Written written{gist, Model::learnt().asWritten(gist)};
        const QList<Reading> again =
            turned(withoutTalk(Model::learnt().read(pointed, written.sums), pointed, m_catalogue), pointed);
        if (again.isEmpty() || again.first().command.isEmpty() || again.first().share <= share)
            continue;
        const Weighing told(m_catalogue, m_vocabulary, m_after, written);
        const Understanding meant = told.about(pointed, again.at(0), again.at(1), doubted, true);
        if (meant.intent == IntentKind::chatter ||
            (meant.intent == IntentKind::clarify && found.intent == IntentKind::command))
            continue;
        const Command *command = m_catalogue.command(meant.command);
        if (command != nullptr && command->risk == Risk::read && isSaidBeside(heard, mention))
            continue; // what the sentence says itself counts
        found = meant;
        share = again.first().share;
    }
    return found;
}

Understanding Weighing::weigh(const Heard &heard, const QList<Reading> &readings, bool doubted) const
{
    if (heard.tokens.isEmpty() || readings.size() < 2)
        return {};
    const bool quoted =
        std::any_of(heard.tokens.begin(), heard.tokens.end(), [](const Token &token) { return token.word == "\""_L1; });
    if (heard.toSomebody || quoted)
        return {};
    const qsizetype pronoun = m_after.isEmpty() ? -1 : pronounIn(heard);
    if (pronoun >= 0) {
        if (isOnlySaid(heard))
            return {};
        const Understanding found = pointing(heard, pronoun, doubted);
        if (found.intent != IntentKind::chatter)
            return found;
    }
    const QList<Reading> settled = turned(withoutTalk(readings, heard, m_catalogue), heard);
    if (!settled.isEmpty())
        return about(heard, settled.at(0), settled.at(1), doubted, false);
    const auto one = ofTheFirst(heard);
    const QList<Reading> alone = one ? Model::learnt().read(*one, m_written.sums) : QList<Reading>();
    const Command *command = alone.isEmpty() ? nullptr : m_catalogue.command(alone.first().command);
    const bool changes = command != nullptr && (command->risk == Risk::change || command->risk == Risk::disrupt);
    return changes ? about(heard, alone.at(0), alone.at(1), doubted, false) : Understanding{};
}

} // namespace wardroom::bot
