// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/mutator.h"

#include <algorithm>

namespace wardroom::fuzz {

namespace {

//! What breaks parsers: numbers at the edges, half characters, marks nobody sees, deep and doubled structure.
const QByteArrayList &awkward()
{
    static const QByteArrayList words{"0",
                                      "-1",
                                      "-0",
                                      "1e9",
                                      "0.5",
                                      "9007199254740991",
                                      "9007199254740992",
                                      "9223372036854775807",
                                      "-9223372036854775808",
                                      "18446744073709551616",
                                      "1e400",
                                      "null",
                                      "true",
                                      "[]",
                                      "{}",
                                      "\"\"",
                                      "\"",
                                      "'",
                                      "\\",
                                      "\\ud800",
                                      "\\udc00",
                                      "\\u0000",
                                      "\\u202e",
                                      "\xe2\x80\xae",
                                      "\xe2\x80\x8b",
                                      "\xed\xa0\x80",
                                      "\xf0\x9f\x98\x80",
                                      "\xff",
                                      "\xc0\xaf",
                                      "\xef\xbb\xbf",
                                      "\xe5\xb8\xae",
                                      QByteArray(1, '\0'),
                                      "\n",
                                      "\r\n",
                                      "\t",
                                      " ",
                                      "  ",
                                      ":",
                                      "- ",
                                      "? ",
                                      "|",
                                      ">",
                                      "&a ",
                                      "*a",
                                      "!!binary ",
                                      "---\n",
                                      "<<: ",
                                      "../",
                                      "/",
                                      "%s%n",
                                      "<b>",
                                      "]]>",
                                      "{host}",
                                      "{{",
                                      "=1+1",
                                      "@",
                                      "#",
                                      "\"\"\"",
                                      ",",
                                      "}",
                                      "]"};
    return words;
}

} // namespace

Mutator::Mutator(quint64 seed, QByteArrayList corpus) : m_random(seed), m_corpus(std::move(corpus)) {}

qsizetype Mutator::below(qsizetype end)
{
    // Not std::uniform_int_distribution: that one may differ from library to library.
    return end <= 0 ? 0 : qsizetype(m_random() % quint64(end));
}

QByteArray Mutator::next(qsizetype longest)
{
    QByteArray bytes = m_corpus.isEmpty() ? QByteArray() : m_corpus.at(below(m_corpus.size()));
    const qsizetype changes = 1 + below(6);
    for (qsizetype i = 0; i < changes; ++i)
        change(bytes);
    return bytes.left(longest);
}

void Mutator::splice(QByteArray &bytes)
{
    if (m_corpus.isEmpty())
        return;
    const QByteArray &other = m_corpus.at(below(m_corpus.size()));
    const QByteArray piece = other.mid(below(other.size()), 1 + below(200));
    const qsizetype at = place(bytes);
    bytes.replace(at, below(std::min<qsizetype>(200, bytes.size() - at) + 1), piece);
}

void Mutator::repeat(QByteArray &bytes)
{
    const qsizetype at = below(bytes.size());
    const QByteArray piece = bytes.mid(at, 1 + below(40));
    bytes.insert(at, piece.repeated(1 + below(below(8) == 0 ? 200 : 4)));
}

void Mutator::change(QByteArray &bytes)
{
    const qsizetype at = below(bytes.size());
    switch (below(8)) {
    case 0:
        if (!bytes.isEmpty())
            bytes[at] = char(bytes.at(at) ^ char(1 << below(8)));
        break;
    case 1:
        if (!bytes.isEmpty())
            bytes[at] = char(below(256));
        break;
    case 2: bytes.remove(at, 1 + below(below(4) == 0 ? 400 : 8)); break;
    case 3: bytes.insert(place(bytes), char(below(256))); break;
    case 4: repeat(bytes); break;
    case 5: splice(bytes); break;
    case 6: bytes.truncate(place(bytes)); break;
    default: bytes.replace(at, below(4), awkward().at(below(awkward().size())));
    }
}

} // namespace wardroom::fuzz
