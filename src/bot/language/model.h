// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/features.h"
#include "bot/language/gist.h"
#include "bot/language/network.h"

#include <QSet>

namespace wardroom::bot {

//! How likely one reading of a sentence is, in thousandths.
struct Reading
{
    QString command; //!< empty: chatter
    int share = 0;
};

//! What a sentence asks for, learnt from our own phrases and chatter (LANGUAGE.md). Immutable; safe to read from any
//! thread.
class Model
{
public:
    //! What is compiled in.
    static const Model &learnt();
    Model(const Network &network, const Weights &gist);

    //! What a sentence as it is written is taken for, by label; in the network's steps.
    Weights::Sums asWritten(const Gist &gist) const;
    //! The three likeliest, best first. \a written: what asWritten() says, which counts too.
    QList<Reading> read(const Heard &heard, const Weights::Sums &written) const;
    //! How much more \a written is for \a command than for \a other, in hundredths of a logarithm of odds.
    int lead(const Weights::Sums &written, const QString &command, const QString &other) const;
    bool knows(const QString &command) const { return m_known.contains(command); }

private:
    const Network &m_network; //!< the first label is chatter, ""
    const Weights &m_gist;
    std::array<qsizetype, Network::labelled> m_place{}; //!< by the network's label: the other's
    QSet<QString> m_known;
};

} // namespace wardroom::bot
