// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QByteArrayList>
#include <random>

namespace wardroom::fuzz {

//! Changes inputs at random, the same way for the same seed on every machine: bytes turned, cut, doubled and moved,
//! parts of one seed put into another, and words that parsers stumble over.
class Mutator
{
public:
    Mutator(quint64 seed, QByteArrayList corpus);
    //! One of the corpus, changed one to six times, at most \a longest bytes.
    QByteArray next(qsizetype longest);

private:
    void change(QByteArray &bytes);
    void splice(QByteArray &bytes);
    void repeat(QByteArray &bytes);
    qsizetype below(qsizetype end); //!< 0 … end - 1; 0 when end is not positive
    qsizetype place(const QByteArray &bytes) { return below(bytes.size() + 1); }

    std::mt19937_64 m_random;
    QByteArrayList m_corpus;
};

} // namespace wardroom::fuzz
