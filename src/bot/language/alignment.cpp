// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/alignment.h"

#include "bot/language/words.h"

#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr int never = 1'000'000;
constexpr int strangeCost = 30;
constexpr int guardCost = 200;
constexpr int slipCost = 15;
constexpr int missingCost = 4;
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
    Aligner(const Phrase &phrase, const Heard &heard)
        : m_phrase(phrase)
        , m_heard(heard)
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
        const bool guard = isGuard(token.word) || token.pauseAfter || token.pauseBefore || token.word.startsWith(u'@');
        offer(i + 1, j, cost + (guard ? guardCost : strangeCost), guard ? Move::guard : Move::strange);
    }

    void relaxPart(qsizetype i, qsizetype j, int cost)
    {
        const PhrasePart &part = m_phrase.parts.at(j);
        if (part.light)
            offer(i, j + 1, cost + missingCost, Move::missing);
        if (i >= m_words)
            return;
        if (!part.word.isEmpty()) {
            const QString &word = m_heard.tokens.at(i).word;
            if (word == part.word)
                offer(i + 1, j + 1, cost, Move::literal);
            else if (isPreposition(word) && isPreposition(part.word))
                offer(i + 1, j + 1, cost + otherPrepositionCost, Move::literal);
            else if (m_heard.spelling.at(i) == part.word)
                offer(i + 1, j + 1, cost + slipCost, Move::literal);
            return;
        }
        const ArgumentType type = m_phrase.command->arguments.at(part.argument).type;
        if (type == ArgumentType::text)
            relaxText(i, j, cost);
        else if (fits(i, type))
            offer(i + 1, j + 1, cost, Move::slot);
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

    bool fits(qsizetype i, ArgumentType type) const { return (m_heard.fits.at(i) & (1u << int(type))) != 0; }
    bool isQuiet() const { return m_phrase.command->risk == domain::Risk::read; }

    //! Any word fits a word argument, so in "the incident is now over" it says little.
    bool isLooseWord(int argument, const QString &word) const
    {
        return m_phrase.command->arguments.at(argument).type == ArgumentType::word &&
               std::none_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
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
        static const QList<ArgumentType> telling{ArgumentType::cve, ArgumentType::address, ArgumentType::duration,
                                                 ArgumentType::hash};
        const auto &arguments = m_phrase.command->arguments;
        for (int k = 0; k < int(arguments.size()); ++k)
            if ((m_bound & (1u << k)) == 0 && telling.contains(arguments.at(k).type) && fits(i, arguments.at(k).type))
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
    qsizetype m_words;
    qsizetype m_parts;
    std::vector<Cell> m_cells;
    quint32 m_bound = 0;
};

Alignment Aligner::read()
{
    Alignment made{&m_phrase, at(m_words, m_parts).cost, 0, false, 0, 0, false, false, {}};
    qsizetype i = m_words;
    qsizetype j = m_parts;
    while (i > 0 || j > 0) {
        switch (at(i, j).move) {
        case Move::literal:
            --i, --j;
            ++made.covered;
            made.slips +=
                m_heard.tokens.at(i).word != m_phrase.parts.at(j).word && !isPreposition(m_phrase.parts.at(j).word) ? 1
                                                                                                                    : 0;
            break;
        case Move::slot:
            --i, --j;
            bind(made, m_phrase.parts.at(j).argument, m_heard.tokens.at(i).word);
            made.looseWord = made.looseWord || isLooseWord(m_phrase.parts.at(j).argument, m_heard.tokens.at(i).word);
            break;
        case Move::text:
            readText(made, i, --j);
            break;
        case Move::missing:
            --j;
            break;
        case Move::filler:
            --i;
            break;
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
        case Move::none:
            return made;
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
    const qsizetype from = m_heard.tokens.at(start).start;
    const qsizetype to = last ? m_heard.text.size() : m_heard.tokens.at(i).start;
    made.looseText = last && !m_heard.tokens.at(start).pauseBefore;
    made.args.insert(m_phrase.command->arguments.at(m_phrase.parts.at(j).argument).name,
                     m_heard.text.sliced(from, to - from).trimmed());
    made.covered += int(i - start);
    i = start;
}

} // namespace

std::optional<Alignment> align(const Phrase &phrase, const Heard &heard)
{
    return Aligner(phrase, heard).run();
}

bool looksLikeHost(const QString &word)
{
    static const QRegularExpression shape(u"^(?=[a-z0-9.-]*[0-9])[a-z][a-z0-9]*([.-][a-z0-9]+)+$"_s);
    return shape.match(word).hasMatch();
}

} // namespace wardroom::bot
