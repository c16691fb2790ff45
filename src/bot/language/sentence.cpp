// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/sentence.h"

#include "bot/catalogue/text.h"
#include "bot/language/alignment.h"
#include "bot/language/values.h"
#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;
using domain::IntentKind;
using domain::Understanding;

namespace {

constexpr qsizetype longestLine = 2000;
constexpr qsizetype longestSentence = 60;
constexpr int sure = 80;

//! One sentence with its courtesy taken off, and what each word could be.
class Listener
{
public:
    Listener(const QString &text, const PhraseBook &book, const Vocabulary &vocabulary)
        : m_text(text)
        , m_book(book)
        , m_vocabulary(vocabulary)
    {}

    Heard hear(const Sentence &sentence) const
    {
        Heard heard;
        heard.text = m_text;
        heard.tokens = sentence.tokens;
        heard.question = sentence.question;
        takeCourtesy(heard);
        heard.leads = leadsOf(heard.tokens);
        for (const Token &token : std::as_const(heard.tokens)) {
            heard.fits.append(typesOf(token.word));
            const quint32 loose = (1u << int(ArgumentType::package)) | (1u << int(ArgumentType::word));
            heard.spelling.append((heard.fits.last() & ~loose) == 0 ? m_book.slipOf(token.word) : token.word);
        }
        return heard;
    }

private:
    //! "hey wardroom, could you please": greetings, the bot's name and a polite question, in that order.
    static void takeCourtesy(Heard &heard)
    {
        QList<Token> &tokens = heard.tokens;
        const auto drop = [&] { tokens.removeFirst(); };
        for (bool more = true; more && !tokens.isEmpty();) {
            const QString &word = tokens.first().word;
            more = isGreeting(word) || isBotName(word) || tokens.first().filler;
            heard.addressed = heard.addressed || isBotName(word);
            if (more)
                drop();
        }
        static const QStringList modals{u"can"_s, u"could"_s, u"would"_s, u"will"_s};
        if (tokens.size() > 2 && modals.contains(tokens.at(0).word) && tokens.at(1).word == "you"_L1) {
            drop();
            drop();
            heard.polite = true;
        }
        dropHanCourtesy(heard);
        if (!tokens.isEmpty())
            tokens.first().pauseBefore = false;
        if (!tokens.isEmpty() && isBotName(tokens.last().word)) {
            heard.addressed = true;
            tokens.removeLast();
        }
        dropThanks(tokens);
    }

    //! How many words at the beginning only say that something is asked.
    static qsizetype leadsOf(const QList<Token> &tokens)
    {
        static const QList<QStringList> leads{{u"tell"_s, u"me"_s},
                                              {u"tell"_s, u"us"_s},
                                              {u"show"_s, u"me"_s},
                                              {u"show"_s, u"us"_s},
                                              {u"give"_s, u"me"_s},
                                              {u"let"_s, u"me"_s, u"know"_s},
                                              {u"find"_s, u"out"_s},
                                              {u"check"_s},
                                              {u"show"_s},
                                              {u"list"_s},
                                              {u"get"_s},
                                              {u"display"_s},
                                              {u"告"_s, u"诉"_s, u"我"_s},
                                              {u"看"_s, u"看"_s},
                                              {u"查"_s, u"看"_s},
                                              {u"查"_s, u"询"_s},
                                              {u"显"_s, u"示"_s},
                                              {u"看"_s},
                                              {u"查"_s}};
        qsizetype count = 0;
        for (bool more = true; more;) {
            more = false;
            for (const QStringList &lead : leads) {
                qsizetype same = 0;
                while (same < lead.size() && count + same < tokens.size() &&
                       tokens.at(count + same).word == lead.at(same))
                    ++same;
                more = same == lead.size();
                count += more ? same : 0;
                if (more)
                    break;
            }
            while (count > 0 && count < tokens.size() && tokens.at(count).filler)
                ++count;
        }
        return count;
    }

    static void dropHanCourtesy(Heard &heard)
    {
        static const QStringList asks{u"能不能"_s, u"可不可以"_s, u"你能"_s, u"能否"_s, u"可以"_s};
        for (const QString &ask : asks) {
            qsizetype same = 0;
            while (same < ask.size() && same < heard.tokens.size() &&
                   heard.tokens.at(same).word == QStringView(ask).sliced(same, 1))
                ++same;
            if (same == ask.size()) {
                heard.tokens.remove(0, same);
                heard.polite = true;
            }
        }
        while (!heard.tokens.isEmpty() && heard.tokens.first().filler)
            heard.tokens.removeFirst();
    }

    //! ", please" and ", thank you" at the end are no second thought.
    static void dropThanks(QList<Token> &tokens)
    {
        if (tokens.size() > 2 && tokens.last().word == "you"_L1 && tokens.at(tokens.size() - 2).word == "thank"_L1)
            tokens.last().filler = true;
        qsizetype last = tokens.size() - 1;
        while (last > 0 && tokens.at(last).filler)
            --last;
        if (last >= 0)
            tokens[last].pauseAfter = false;
    }

    quint32 typesOf(const QString &word) const
    {
        if (isHan(word.front()) || isPronoun(word))
            return 0;
        // Most words are values of nothing; this is asked of every word, so the cheap questions come first.
        const bool digits = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
        const bool telling = digits || word.contains(u':') || word.size() >= 32;
        quint32 types = m_vocabulary.inventory.find(word) != nullptr ? 1u << int(ArgumentType::host) : 0;
        QList<ArgumentType> asked{ArgumentType::package, ArgumentType::word};
        if (telling)
            asked += {ArgumentType::cve,    ArgumentType::address,  ArgumentType::duration,
                      ArgumentType::number, ArgumentType::severity, ArgumentType::hash};
        if (word.startsWith(u'@'))
            asked += ArgumentType::person;
        for (const ArgumentType type : std::as_const(asked))
            if (fitsType(type, word, m_vocabulary))
                types |= 1u << int(type);
        return types;
    }

    const QString &m_text;
    const PhraseBook &m_book;
    const Vocabulary &m_vocabulary;
};

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
    return std::clamp(99 - alignment.cost, 0, 99);
}

bool isBetter(const Alignment &a, const Alignment &b)
{
    if (a.cost != b.cost)
        return a.cost < b.cost;
    if (a.covered != b.covered)
        return a.covered > b.covered;
    return a.phrase->command->id < b.phrase->command->id;
}

struct Guess
{
    Alignment best;
    const Command *rival = nullptr; //!< another command that fits as well
    QString reason;
    bool plainQuestion = false; //!< "block it?" asks whether, it does not ask for it
    bool addressed = false;
};

//! A phrase that is itself a question may be asked as one.
bool asks(const Phrase &phrase)
{
    return std::any_of(phrase.parts.begin(), phrase.parts.end(), [&](const PhrasePart &part) {
        return isQuestionWord(part.word) && (isHan(part.word.front()) || &part == &phrase.parts.first());
    });
}

std::optional<Guess> guess(const Sentence &sentence, const Listener &listener, const PhraseBook &book)
{
    Heard heard = listener.hear(sentence);
    const QString reason = takeReason(heard);
    heard.fits.resize(heard.tokens.size());
    heard.spelling.resize(heard.tokens.size());
    QStringList words;
    for (const Token &token : std::as_const(heard.tokens))
        words << token.word;
    std::optional<Guess> made;
    const QList<const Phrase *> candidates = book.candidates(words);
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

Understanding clarify(const Command &command, int confidence, const QString &question)
{
    return {IntentKind::clarify, command.id, {}, confidence, question};
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
    if (best.looseWord && !guess.addressed)
        return false;
    return !best.looseText || best.phrase->contentWords >= 2 || guess.addressed;
}

Understanding judge(const Guess &guess, const Vocabulary &vocabulary, bool doubted)
{
    const Alignment &best = guess.best;
    const Command &command = *best.phrase->command;
    const int confidence = confidenceOf(best);
    QJsonObject given = best.args;
    if (takesReason(command) && !guess.reason.isEmpty() && !given.contains(u"reason"_s))
        given.insert(u"reason"_s, guess.reason);
    const auto typed = typedArguments(command, given, vocabulary);
    const bool clear = isClear(guess, doubted);
    // One strange word in a statement is somebody telling, not asking.
    if (best.strange > 0 && !guess.plainQuestion && !guess.addressed)
        return {};
    if (!typed)
        return clear ? clarify(command, confidence, typed.error().message) : Understanding{};
    if (clear)
        return {IntentKind::command, command.id, *typed, confidence, {}};
    const QString line = spokenForm(command, *typed);
    if (guess.rival != nullptr) {
        return clarify(command, confidence,
                       Text::tr("Did you mean %1, or /%2?").arg(line, QString(guess.rival->id).replace(u'.', u' ')));
    }
    return clarify(command, confidence, Text::tr("Did you mean %1?").arg(line));
}

bool isDoubt(const Sentence &sentence)
{
    return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                       [](const Token &token) { return isGuard(token.word); });
}

bool asksForHelp(const Sentence &sentence)
{
    QStringList words;
    for (const Token &token : sentence.tokens)
        if (!isBotName(token.word) && !isGreeting(token.word) && !token.filler)
            words << token.word;
    static const QStringList asked{
        u"help"_s,  u"what can you do"_s, u"what can i ask"_s, u"what commands are there"_s, u"show help"_s,
        u"帮 助"_s, u"你 能 做 什 么"_s,  u"你 会 什 么"_s,    u"有 哪 些 命 令"_s};
    return asked.contains(words.join(u' '));
}

} // namespace

Understanding understandSentence(const QString &text, const Catalogue &catalogue, const Vocabulary &vocabulary)
{
    if (text.size() > longestLine || catalogue.phrases() == nullptr)
        return {};
    const QString plain = normalised(text);
    const QList<Sentence> sentences = sentencesOf(plain);
    if (sentences.size() == 1 && asksForHelp(sentences.first()))
        return {IntentKind::help, {}, {}, 95, {}};
    const Listener listener(plain, *catalogue.phrases(), vocabulary);
    std::optional<Understanding> found;
    for (qsizetype i = 0; i < sentences.size() && i < 8; ++i) {
        if (sentences.at(i).tokens.size() > longestSentence)
            continue;
        const auto made = guess(sentences.at(i), listener, *catalogue.phrases());
        if (!made)
            continue;
        // A text or a reason goes to the end of the line, so what follows it is no sentence of its own.
        const PhrasePart &last = made->best.phrase->parts.last();
        const bool endsInText =
            last.argument >= 0 && made->best.phrase->command->arguments.at(last.argument).type == ArgumentType::text;
        const bool takesRest = !made->reason.isEmpty() || endsInText;
        bool doubted = false;
        for (qsizetype k = 0; k < sentences.size(); ++k)
            doubted = doubted || (k != i && (k < i || !takesRest) && isDoubt(sentences.at(k)));
        const Understanding judged = judge(*made, vocabulary, doubted);
        if (judged.intent == IntentKind::chatter)
            continue;
        if (found && (found->command != judged.command || found->args != judged.args))
            return {IntentKind::clarify, {}, {}, 60, Text::tr("That was more than one thing. Which one first?")};
        found = judged;
    }
    return found.value_or(Understanding{});
}

} // namespace wardroom::bot
