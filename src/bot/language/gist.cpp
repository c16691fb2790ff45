// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/gist.h"

#include "bot/language/weights.h"

#include <array>

namespace wardroom::bot {

namespace {

constexpr quint32 edge = seedOf('^');

enum Kind : quint8 { space, letter, upper, digit, joint, mark, han, strange };

constexpr std::array<Kind, 128> makeKinds()
{
    std::array<Kind, 128> kinds{};
    for (size_t c = 0; c < kinds.size(); ++c)
        kinds[c] = c <= ' '               ? space
                   : c >= 'a' && c <= 'z' ? letter
                   : c >= 'A' && c <= 'Z' ? upper
                   : c >= '0' && c <= '9' ? digit
                                          : mark;
    for (const char c : {'-', '_', '.', '/', '@', '\'', '+', '\\', '~', '#'})
        kinds[size_t(c)] = joint;
    kinds[':'] = joint;
    return kinds;
}
constexpr std::array<Kind, 128> kinds = makeKinds();

Kind kindOf(char16_t c)
{
    if (c < 128)
        return kinds[c];
    return c >= 0x4E00 && c <= 0x9FFF ? han : (c >= 0x3000 && c < 0x3100) || c >= 0xFF00 || c < 0x2070 ? mark : strange;
}

constexpr quint32 start = 2166136261u;
constexpr quint32 step(quint32 hash, char16_t c)
{
    return (hash ^ c) * 16777619u;
}

//! What a word with a digit or a slash in it is: an address, a host, a path.
quint32 shapeOf(QStringView word)
{
    bool digits = true, dotted = true, hexadecimal = true;
    qsizetype dots = 0, colons = 0;
    for (const QChar each : word) {
        const char16_t c = each.unicode();
        const bool isDigit = c >= u'0' && c <= u'9';
        digits = digits && isDigit;
        dotted = dotted && (isDigit || c == u'.' || c == u'/');
        hexadecimal = hexadecimal && (isDigit || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F') || c == u':');
        dots += c == u'.' ? 1 : 0;
        colons += c == u':' ? 1 : 0;
    }
    if (digits)
        return seedOf('0');
    if (dotted && dots >= 3)
        return seedOf('i');
    if (hexadecimal && colons >= 2)
        return word.size() > 8 || word.contains(u"::") ? seedOf('i') : seedOf('t');
    if (hexadecimal && word.size() >= 32)
        return seedOf('h');
    if (word.startsWith(u'/') || word.contains(u'\\') || word.startsWith(u'~'))
        return seedOf('p');
    if (word.size() > 8 && word.startsWith(u"cve-", Qt::CaseInsensitive))
        return seedOf('c');
    const char16_t first = word.front().unicode(), last = word.back().unicode();
    const bool counted = first >= u'0' && first <= u'9' && last >= u'a' && last <= u'z' && word.size() < 5;
    if (counted)
        return mixed(seedOf('d'), last); // "4h", "30m"
    return first >= u'0' && first <= u'9' ? seedOf('n') : (word.contains(u'-') ? seedOf('x') : seedOf('y'));
}

//! Chinese marks are as good as ours.
quint32 markOf(char16_t c)
{
    switch (c) {
    case u'，':
    case u'、': return seedOf(',');
    case u'？': return seedOf('?');
    case u'。': return seedOf('.');
    case u'！': return seedOf('!');
    case u'：': return seedOf(':');
    default: return seedOf(c < 128 ? char(c) : '$');
    }
}

} // namespace

//! One line, word by word.
class Gist::Scanner
{
public:
    Scanner(QStringView line, Gist &made) : m_line(line), m_made(made) {}

    void scan()
    {
        for (qsizetype i = 0; i < m_line.size() && m_made.m_count < longest + 2; ++i) {
            const char16_t c = m_line[i].unicode();
            switch (kindOf(c)) {
            case letter: take(i, c); break;
            case upper: take(i, char16_t(c + 32)); break;
            case digit:
                take(i, c);
                m_shaped = true;
                break;
            case joint:
                if (isInside(i, c))
                    take(i, c);
                else
                    punctuate(i, c);
                break;
            case space: end(i); break;
            case mark: punctuate(i, c); break;
            case han:
            case strange:
                end(i);
                add(step(start, c));
                break;
            }
        }
        end(m_line.size());
    }

private:
    //! "web-01.", "a/b", "/tmp": a sign between letters, or before them, is the word's.
    bool isInside(qsizetype i, char16_t c) const
    {
        if (i + 1 == m_line.size())
            return false;
        const Kind next = kindOf(m_line[i + 1].unicode());
        const bool word = next == letter || next == upper || next == digit;
        if (c == u':')
            return m_begin >= 0 && m_shaped && (word || m_line[i + 1] == u':');
        return word || (m_begin >= 0 && next == joint && c != u'.');
    }

    void take(qsizetype i, char16_t c)
    {
        if (m_begin < 0) {
            m_begin = i;
            m_hash = start;
        }
        m_shaped = m_shaped || c == u'/' || c == u'\\';
        m_hash = step(m_hash, c);
    }

    void add(quint32 word)
    {
        if (m_made.m_count < longest + 2)
            m_made.m_words[m_made.m_count++] = word;
    }

    void end(qsizetype i)
    {
        if (m_begin >= 0)
            add(m_shaped ? shapeOf(m_line.sliced(m_begin, i - m_begin)) : m_hash);
        m_begin = -1;
        m_shaped = false;
    }

    void punctuate(qsizetype i, char16_t c)
    {
        end(i);
        add(markOf(c));
    }

    QStringView m_line;
    Gist &m_made;
    qsizetype m_begin = -1;
    quint32 m_hash = 0;
    bool m_shaped = false;
};

//! Which kinds of values are in it, and whether it asks.
quint32 Gist::manner() const
{
    constexpr std::array<quint32, 8> seen{seedOf('i'), seedOf('h'), seedOf('p'), seedOf('c'),
                                          seedOf('x'), seedOf('0'), seedOf('y'), seedOf('?')};
    quint32 manner = 0;
    for (size_t i = 2; i < m_count; ++i)
        for (size_t k = 0; k < seen.size(); ++k)
            manner |= m_words[i] == seen[k] ? 1u << k : 0;
    return manner;
}

Gist::Gist(QStringView line)
{
    m_words[0] = m_words[1] = edge;
    Scanner(line, *this).scan();
    m_words[m_count] = edge;
    const quint32 kinds = manner();
    for (size_t i = 2; i < m_count; ++i) {
        put(mixed(seedOf('u'), m_words[i]));
        put(mixed(mixed(seedOf('k'), m_words[i]), kinds));
        put(mixed(mixed(seedOf('s'), m_words[i - 2]), m_words[i]));
    }
    for (size_t i = 2; i <= m_count; ++i) {
        const quint32 pair = mixed(mixed(seedOf('p'), m_words[i - 1]), m_words[i]);
        put(pair);
        put(mixed(pair, m_words[i - 2]));
    }
    put(mixed(seedOf('m'), kinds));
    put(mixed(seedOf('n'), quint32(std::min<size_t>(m_count / 3, 8))));
}

} // namespace wardroom::bot
