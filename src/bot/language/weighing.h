// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/hearing.h"
#include "bot/language/model.h"
#include "bot/language/phrasebook.h"
#include "bot/language/understand.h"

namespace wardroom::bot {

//! What a sentence as it is written says.
struct Written
{
    const Gist &gist;
    Weights::Sums sums{}; //!< for each command, see Model::asWritten()
};

//! What the learnt model makes of one sentence, and what it needs to say so.
class Weighing
{
public:
    Weighing(const Catalogue &catalogue, const Vocabulary &vocabulary, const QList<Shown> &after,
             const Written &written)
        : m_catalogue(catalogue)
        , m_vocabulary(vocabulary)
        , m_after(after)
        , m_written(written)
    {}

    //! A command, a question back or chatter. \a doubted: another sentence of the line takes something back.
    domain::Understanding weigh(const Heard &heard, const QList<Reading> &readings, bool doubted) const;

private:
    domain::Understanding about(const Heard &heard, const Reading &best, const Reading &next, bool doubted,
                                bool pointed) const;
    domain::Understanding pointing(const Heard &heard, qsizetype pronoun, bool doubted) const;
    bool isAgreed(const Reading &best) const;
    domain::Understanding whichOne(const Command &command, int confidence, const Heard &heard) const;
    QStringList oneByOne(const Command &command, const Heard &heard) const;
    QStringList withTimes(const Command &command, const Heard &heard) const;
    QString lineOf(const Command &command, const Heard &heard) const;
    void fillFromCards(const Command &command, QJsonObject &given) const;

    const Catalogue &m_catalogue;
    const Vocabulary &m_vocabulary;
    const QList<Shown> &m_after;
    const Written &m_written;
};

} // namespace wardroom::bot
