// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/command.h"
#include "bot/language/hearing.h"
#include "bot/language/weights.h"

namespace wardroom::bot {

//! Which words of a sentence are the value of which argument: "kill |xmrig| on web-01", "add a task to |check the
//! backups|". Learnt from the same phrases as the model; for arguments whose type does not tell itself.
class Tagger
{
public:
    static const Tagger &learnt();
    explicit Tagger(const Weights &weights) : m_weights(weights) {}

    //! By token the argument's name, with a "+" where a text goes on, or empty. Only arguments of \a command are given.
    QStringList tag(const Heard &heard, const Command &command) const;
    //! Whether a name that \a command needs is only the word least unlike one.
    bool isGuessed(const Heard &heard, const Command &command) const;

    //! What speaks for a tag of word \a at, where \a before was the tag of the word before. \a known: the word was met
    //! while learning.
    static std::vector<quint32> features(const Heard &heard, const QString &command, qsizetype at,
                                         const QString &before, bool known);
    //! The feature that is there for every word met.
    static quint32 wordFeature(const Heard &heard, qsizetype at);
    //! The tag of a value's first word, or of one that goes on.
    static QString tagFor(const Argument &argument, bool first)
    {
        return first || argument.type != ArgumentType::text ? argument.name : argument.name + u'+';
    }
    //! Whether values of this argument are found by it.
    static bool learns(const Argument &argument);

private:
    QStringList tagSurely(const Heard &heard, const Command &command, std::vector<Weights::Sums> &all) const;
    void tagLikeliest(const Heard &heard, const Argument &argument, int against, const std::vector<Weights::Sums> &all,
                      QStringList &tags, bool knownWords = false) const;

    const Weights &m_weights; //!< the first label is "", no value
};

} // namespace wardroom::bot
