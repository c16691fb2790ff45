// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/sentence.h"

#include "bot/catalogue/text.h"
#include "bot/language/answertoalert.h"
#include "bot/language/asides.h"
#include "bot/language/clocktimes.h"
#include "bot/language/defanged.h"
#include "bot/language/gate.h"
#include "bot/language/gist.h"
#include "bot/language/linereader.h"
#include "bot/language/roomfacts.h"
#include "bot/language/slips.h"
#include "bot/language/timesasked.h"
#include "bot/language/unmeant.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;
using domain::IntentKind;
using domain::Understanding;

namespace {

constexpr qsizetype longestLine = 2000;
constexpr qsizetype longestWithSlips = 70;
constexpr size_t longestReference = 8; //!< words in which a card may be meant

//! "grep for 'permission denied' on web-01": what is looked for or noted may stand in quotation marks, and so
//! may what is beside a question. Nothing else may.
Understanding quotedSearch(const QString &text, const Catalogue &catalogue, const Vocabulary &vocabulary)
{
    const auto quotation = quotationIn(text);
    if (!quotation)
        return {};
    const QString plain = normalised(quotation->line);
    const QList<Shown> nothing;
    Understanding meant = plain.isEmpty() ? Understanding{} : LineReader(plain, catalogue, vocabulary, nothing).read();
    const Command *command = catalogue.command(meant.command);
    if (command == nullptr || (command->risk != domain::Risk::read && command->risk != domain::Risk::room) ||
        meant.intent != IntentKind::command)
        return {};
    const bool elsewhere = std::any_of(command->arguments.begin(), command->arguments.end(), [&](const Argument &each) {
        return each.type != ArgumentType::text && meant.args.value(each.name).toString().contains(quotationWord);
    });
    if (elsewhere)
        return {};
    for (const Argument &argument : command->arguments) {
        const QString value = meant.args.value(argument.name).toString();
        const bool holds = value.contains(quotationWord) || (value.isEmpty() && command->risk == domain::Risk::room);
        if (argument.type != ArgumentType::text || argument.name == "path"_L1 || !holds)
            continue;
        meant.args.insert(argument.name, quotation->content);
        return meant;
    }
    const bool spoken = !text.contains(u'\''); // "unit: Failed with result 'exit-code'" is a machine's
    return command->risk == domain::Risk::read && spoken ? meant : Understanding{};
}

//! Most talk needs no more than a look. What may answer a card, speaks to the bot or may be a team's own command does.
bool isTalkAtOnce(const QString &plain, const Catalogue &catalogue, const QList<Shown> &after)
{
    const Gist gist(plain);
    if (!Gate::learnt().isSurelyTalk(gist) || catalogue.phrases()->mayBeOwn(gist.words()))
        return false;
    static const QString names = u"wardroom @wardroom bot @bot"_s;
    static const Gist bot(names);
    const bool named = std::any_of(gist.words().begin(), gist.words().end(), [](quint32 word) {
        return std::find(bot.words().begin(), bot.words().end(), word) != bot.words().end();
    });
    const bool answers =
        std::any_of(after.begin(), after.end(), [](const Shown &card) { return card.command.startsWith("alert"_L1); });
    return !named && !answers && (after.isEmpty() || gist.words().size() > longestReference);
}

//! What \a plain is taken for, which is \a text as normalised() makes it.
Understanding readLine(const QString &text, const QString &plain, const Catalogue &catalogue,
                       const Vocabulary &vocabulary, const QList<Shown> &after)
{
    if (!plain.contains(u'"'))
        return LineReader(plain, catalogue, vocabulary, after).read();
    Understanding search = quotedSearch(text, catalogue, vocabulary);
    if (search.intent == IntentKind::command)
        return search;
    const Understanding meant = LineReader(plain, catalogue, vocabulary, after).read();
    const bool tornText = std::any_of(meant.args.begin(), meant.args.end(),
                                      [](const QJsonValue &each) { return each.toString().contains(u'"'); });
    return tornText ? Understanding{} : meant;
}

Understanding understandAsWritten(const QString &text, const Catalogue &catalogue, const Vocabulary &vocabulary,
                                  const QList<Shown> &after)
{
    const QString plain = normalised(text);
    if (plain.isEmpty())
        return {};
    if (const auto judged = judgementOfAlert(plain, after, catalogue))
        return *judged;
    if (isTalkAtOnce(plain, catalogue, after))
        return {};
    Understanding meant = readLine(text, plain, catalogue, vocabulary, after);
    if (meant.intent == IntentKind::chatter)
        return meant;
    meant = onlyWhatIsNamed(onlyWhatIsMeant(std::move(meant), text, catalogue), plain, catalogue);
    meant = ledBySpeaker(std::move(meant), plain);
    return withTimesAsked(std::move(meant), plain, catalogue, vocabulary);
}

//! As it is written, or, where nothing is made of that, what a slip or a missing word keeps it from saying: asked back.
Understanding understandSlips(const QString &text, const Catalogue &catalogue, const Vocabulary &vocabulary,
                              const QList<Shown> &after)
{
    Understanding meant = understandAsWritten(text, catalogue, vocabulary, after);
    if (meant.intent == IntentKind::command || meant.intent == IntentKind::help || text.size() > longestWithSlips)
        return meant;
    if (meant.intent == IntentKind::chatter)
        if (const auto asked = bareOrder(text, catalogue, vocabulary))
            return *asked;
    const QString mended = withoutSlip(text, vocabulary);
    if (mended.isEmpty())
        return meant;
    const Understanding again = understandAsWritten(mended, catalogue, vocabulary, after);
    const Command *command = catalogue.command(again.command);
    if (command == nullptr || again.intent != IntentKind::command)
        return meant;
    const QString line = spokenForm(*command, again.args);
    return {IntentKind::clarify,
            again.command,
            again.args,
            std::min(again.confidence, 70),
            Text::tr("Did you mean %1?").arg(line),
            {line}};
}

} // namespace

Understanding understandSentence(const QString &text, const Catalogue &catalogue, const Vocabulary &vocabulary,
                                 const QList<Shown> &after)
{
    if (text.size() > longestLine || catalogue.phrases() == nullptr || isMachineLine(text))
        return {};
    const QString fanged = refanged(text);
    if (fanged.isEmpty()) {
        Understanding plain = understandSlips(text, catalogue, vocabulary, after);
        if (plain.intent == IntentKind::command || plain.intent == IntentKind::help)
            return plain;
        const auto later = atClockTime(text, catalogue, [&](const QString &line) {
            return understandAsWritten(line, catalogue, vocabulary, after);
        });
        return later ? *later : plain;
    }
    Understanding meant = understandSlips(fanged, catalogue, vocabulary, after);
    const Command *command = catalogue.command(meant.command);
    // What is put on the record stays as nobody clicks it.
    const bool isKept = command != nullptr && command->risk == domain::Risk::room;
    return isKept ? understandSlips(text, catalogue, vocabulary, after) : meant;
}

} // namespace wardroom::bot
