// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/alignment.h"

#include "bot/language/shapes.h"
#include "bot/language/topics.h"
#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr int never = 1'000'000;
constexpr int strangeCost = 30;
constexpr int guardCost = 200;
constexpr int slipCost = 15;
constexpr int missingCost = 4;
constexpr int synonymCost = 3;
constexpr int unsaidCost = 25; //!< loose: a content word of the phrase that nobody said
constexpr int looseStrangeCost = 10;
constexpr int doubtCost = 14;
constexpr int otherPrepositionCost = 2;
constexpr int unknownHostCost = 8;
constexpr int bareValueCost = 3;
constexpr qsizetype longestMiddle = 8; //!< words of a text that stands inside a phrase

enum class Move : char { none, literal, slot, text, missing, filler, strange, guard, keyword, bare };

struct Cell
{
    int cost = never;
    Move move = Move::none;
};

//! One dynamic programme: rows are words of the sentence, columns parts of the phrase.
class Aligner
{
public:
    Aligner(const Phrase &phrase, const Heard &heard, Fit fit)
        : m_phrase(phrase)
        , m_heard(heard)
        , m_loose(fit == Fit::loose)
        , m_words(heard.tokens.size())
        , m_parts(phrase.parts.size())
        , m_cells(size_t((m_words + 1) * (m_parts + 1)))
    {
        for (const PhrasePart &part : phrase.parts)
            if (part.argument >= 0)
                m_bound |= 1u << part.argument;
    }

    std::optional<Alignment> run()
    {
        at(0, 0).cost = 0;
        for (qsizetype i = 0; i <= m_words; ++i)
            for (qsizetype j = 0; j <= m_parts; ++j)
                if (at(i, j).cost < never)
                    relax(i, j);
        if (at(m_words, m_parts).cost >= never)
            return std::nullopt;
        return read();
    }

private:
    Cell &at(qsizetype i, qsizetype j) { return m_cells[size_t(i * (m_parts + 1) + j)]; }

    void offer(qsizetype i, qsizetype j, int cost, Move move)
    {
        if (i <= m_words && j <= m_parts && cost < at(i, j).cost)
            at(i, j) = {cost, move};
    }

    void relax(qsizetype i, qsizetype j)
    {
        const int cost = at(i, j).cost;
        if (j < m_parts)
            relaxPart(i, j, cost);
        if (i >= m_words)
            return;
        const Token &token = m_heard.tokens.at(i);
        if (token.filler || (j == 0 && i < m_heard.leads && isQuiet()))
            offer(i + 1, j, cost, Move::filler);
        if (keywordArgument(i) >= 0)
            offer(i + 2, j, cost + 1, Move::keyword);
        if (bareArgument(i) >= 0)
            offer(i + 1, j, cost + bareValueCost, Move::bare);
        // A word set apart by a comma is somebody's name, or a second thought.
        const bool guard =
            (token.flags & guardWord) != 0 || token.pauseAfter || token.pauseBefore || token.word.startsWith(u'@');
        const int otherCost = m_loose ? looseStrangeCost : strangeCost;
        offer(i + 1, j, cost + (guard && !m_loose ? guardCost : otherCost), guard ? Move::guard : Move::strange);
    }

    void relaxPart(qsizetype i, qsizetype j, int cost)
    {
        const PhrasePart &part = m_phrase.parts.at(j);
        if (part.light || (m_loose && part.argument < 0))
            offer(i, j + 1, cost + (part.light ? missingCost : unsaidCost), Move::missing);
        if (i >= m_words)
            return;
        if (!part.word.isEmpty()) {
            const QString &word = m_heard.tokens.at(i).word;
            if (word == part.word)
                offer(i + 1, j + 1, cost, Move::literal);
            else if ((m_heard.tokens.at(i).flags & prepositionWord) != 0 && part.preposition)
                offer(i + 1, j + 1, cost + otherPrepositionCost, Move::literal);
            else if (m_heard.tokens.at(i).key == part.key)
                offer(i + 1, j + 1, cost + synonymCost, Move::literal);
            else if (m_heard.spelling.at(i) == part.word)
                offer(i + 1, j + 1, cost + slipCost, Move::literal);
            return;
        }
        const Argument &argument = m_phrase.command->arguments.at(part.argument);
        const ArgumentType type = argument.type;
        if (argument.name == "path"_L1 || argument.name == "indicator"_L1)
            offer(i + 1, j + 1, hasShapeOf(argument.name, i) ? cost : never, Move::slot);
        else if (type == ArgumentType::text)
            relaxText(i, j, cost);
        else if (m_loose && type == ArgumentType::package && doubtOf(i, type) > 0)
            return;
        else if (fits(i, type))
            offer(i + 1, j + 1, cost + (m_loose ? doubtOf(i, type) : 0), Move::slot);
        else if (type == ArgumentType::host && looksLikeHost(m_heard.tokens.at(i).word) && !fits(i, ArgumentType::cve))
            offer(i + 1, j + 1, cost + unknownHostCost, Move::slot);
    }

    //! A text at the end takes the rest of the line; one in the middle at least one word and as few as will do.
    void relaxText(qsizetype i, qsizetype j, int cost)
    {
        if (j + 1 == m_parts)
            offer(m_words, j + 1, cost, Move::text);
        for (qsizetype end = i + 1; j + 1 < m_parts && end < m_words && end <= i + longestMiddle; ++end)
            offer(end, j + 1, cost + int(end - i), Move::text);
    }

    //! Names that say more of a value than its type does.
    bool hasShapeOf(const QString &name, qsizetype i) const
    {
        const QString &tag = m_heard.tags.at(i);
        return tag == "<path>"_L1 ||
               (name == "indicator"_L1 && (tag == "<hash>"_L1 || tag == "<domain>"_L1 || tag == "<ip>"_L1 ||
                                           tag == "<cve>"_L1 || tag == "<host?>"_L1));
    }

    //! Any word fits a word's or a package's place; one that has a meaning of its own rarely belongs there.
    int doubtOf(qsizetype i, ArgumentType type) const
    {
        if (type != ArgumentType::word && type != ArgumentType::package)
            return 0;
        const Token &token = m_heard.tokens.at(i);
        const bool isValue = (m_heard.fits.at(i) & (bitOf(ArgumentType::host) | bitOf(ArgumentType::person))) != 0;
        return isValue
                   ? 2 * doubtCost
                   : (token.flags != 0 || token.filler || token.key != token.word || hasTopic(token.word) ? doubtCost
                                                                                                          : 0);
    }

    bool fits(qsizetype i, ArgumentType type) const { return (m_heard.fits.at(i) & (1u << int(type))) != 0; }
    bool isQuiet() const { return m_phrase.command->risk == domain::Risk::read; }

    //! Any word fits a word argument, so in "the incident is now over" it says little.
    bool isLooseWord(int argument, const QString &word) const
    {
        // A name with a digit, or a path, is no word of the sentence.
        return m_phrase.command->arguments.at(argument).type == ArgumentType::word &&
               std::none_of(word.begin(), word.end(), [](QChar c) { return c.isDigit() || c == u'/'; });
    }

    //! "for 4h", where the phrase does not speak of a duration.
    int keywordArgument(qsizetype i) const
    {
        const auto &arguments = m_phrase.command->arguments;
        for (int k = 0; i + 1 < m_words && k < int(arguments.size()); ++k) {
            if ((m_bound & (1u << k)) == 0 && !arguments.at(k).keyword.isEmpty() &&
                m_heard.tokens.at(i).word == arguments.at(k).keyword && fits(i + 1, arguments.at(k).type))
                return k;
        }
        return -1;
    }

    //! A CVE or an address says by its shape which argument it is.
    int bareArgument(qsizetype i) const
    {
        const quint32 names = m_loose ? bitOf(ArgumentType::host) | bitOf(ArgumentType::person) : 0;
        const quint32 telling = names | bitOf(ArgumentType::cve) | bitOf(ArgumentType::address) |
                                bitOf(ArgumentType::duration) | bitOf(ArgumentType::hash) | bitOf(ArgumentType::time);
        const auto &arguments = m_phrase.command->arguments;
        for (int k = 0; k < int(arguments.size()); ++k)
            if ((m_bound & (1u << k)) == 0 && (telling & bitOf(arguments.at(k).type)) != 0 &&
                fits(i, arguments.at(k).type))
                return k;
        return -1;
    }

    void bind(Alignment &made, int argument, const QString &value)
    {
        made.args.insert(m_phrase.command->arguments.at(argument).name, value);
        ++made.covered;
    }

    Alignment read();
    void readText(Alignment &made, qsizetype &i, qsizetype j);

    const Phrase &m_phrase;
    const Heard &m_heard;
    bool m_loose;
    qsizetype m_words;
    qsizetype m_parts;
    std::vector<Cell> m_cells;
    quint32 m_bound = 0;
};

Alignment Aligner::read()
{
    Alignment made{&m_phrase, at(m_words, m_parts).cost, 0, false, 0, 0, 0, false, false, {}};
    qsizetype i = m_words;
    qsizetype j = m_parts;
    while (i > 0 || j > 0) {
        switch (at(i, j).move) {
        case Move::literal:
            --i, --j;
            ++made.covered;
            made.slips +=
                m_heard.tokens.at(i).key != m_phrase.parts.at(j).key && !m_phrase.parts.at(j).preposition ? 1 : 0;
            break;
        case Move::slot:
            --i, --j;
            bind(made, m_phrase.parts.at(j).argument, m_heard.tokens.at(i).word);
            made.looseWord = made.looseWord || isLooseWord(m_phrase.parts.at(j).argument, m_heard.tokens.at(i).word);
            break;
        case Move::text: readText(made, i, --j); break;
        case Move::missing:
            --j;
            made.unsaid += m_phrase.parts.at(j).light ? 0 : 1;
            break;
        case Move::filler: --i; break;
        case Move::strange:
            --i;
            ++made.strange;
            break;
        case Move::guard:
            --i;
            ++made.strange;
            made.guarded = true;
            break;
        case Move::keyword:
            i -= 2;
            bind(made, keywordArgument(i), m_heard.tokens.at(i + 1).word);
            break;
        case Move::bare:
            --i;
            bind(made, bareArgument(i), m_heard.tokens.at(i).word);
            break;
        case Move::none: return made;
        }
    }
    return made;
}

void Aligner::readText(Alignment &made, qsizetype &i, qsizetype j)
{
    // The text began where the cell before it was left from: the only one whose cost adds up.
    const bool last = j + 1 == m_parts;
    const int target = at(i, j + 1).cost;
    qsizetype start = last ? 0 : std::max<qsizetype>(0, i - longestMiddle);
    while (start + 1 < i && at(start, j).cost + (last ? 0 : int(i - start)) != target)
        ++start;
    // "the certificate": what an article goes with is the text too.
    qsizetype first = start;
    while (first > 0 && m_heard.tokens.at(first - 1).filler && !m_heard.tokens.at(first).pauseBefore &&
           at(first, j).move == Move::filler)
        --first;
    const qsizetype from = m_heard.tokens.at(first).start;
    const qsizetype to = last ? m_heard.text.size() : m_heard.tokens.at(i).start;
    made.looseText = last && !m_heard.tokens.at(start).pauseBefore;
    made.args.insert(m_phrase.command->arguments.at(m_phrase.parts.at(j).argument).name,
                     m_heard.text.sliced(from, to - from).trimmed());
    made.covered += int(i - start);
    i = start;
}

} // namespace

std::optional<Alignment> align(const Phrase &phrase, const Heard &heard, Fit fit)
{
    return Aligner(phrase, heard, fit).run();
}

} // namespace wardroom::bot
