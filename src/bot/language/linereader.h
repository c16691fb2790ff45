// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/guessing.h"
#include "bot/language/model.h"
#include "bot/language/reference.h"

namespace wardroom::bot {

//! Reads one line's sentences, one after the other: each by the phrases of a team's own commands, by the learnt model,
//! and by the phrases that came with the program.
class LineReader
{
public:
    //! \a plain: a line as normalised() makes it. All of them outlive this.
    LineReader(const QString &plain, const Catalogue &catalogue, const Vocabulary &vocabulary,
               const QList<Shown> &after);

    //! Once. What the line asks for; a question back where its sentences ask for several things.
    domain::Understanding read();

private:
    bool isSaidAgain(const domain::Understanding &first, const domain::Understanding &second) const;
    domain::Understanding help() const;
    domain::Understanding readBeside(const domain::Understanding &alone);
    domain::Understanding readOne(qsizetype i, const QList<Shown> &after);
    QStringList linesOf(const domain::Understanding &meant) const;
    bool endsOpen(const domain::Understanding &meant) const;
    domain::Understanding repeated(const Shown &again) const;
    domain::Understanding asFixed(const Phrase &alias) const;
    bool isDoubted(qsizetype i, bool takesRest) const;
    domain::Understanding readPhrases(qsizetype i, const Heard &heard, const QList<Reading> &readings,
                                      const QList<const Phrase *> &candidates, const std::optional<Guess> &foreign);
    domain::Understanding judgePhrase(qsizetype i, const Heard &heard, const Guess &made);
    domain::Understanding onlyWhereFit(const Heard &heard, const domain::Understanding &meant) const;

    const QString &m_plain;
    const Catalogue &m_catalogue;
    const Vocabulary &m_vocabulary;
    const QList<Shown> &m_after;
    QList<Sentence> m_sentences;
    QList<Named> m_named; //!< by sentence that was read
    bool m_takesRest = false;
};

} // namespace wardroom::bot
