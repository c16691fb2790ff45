// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/features.h"
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
    explicit Model(const Network &network)
        : m_network(network)
        , m_known(network.labels().begin(), network.labels().end())
    {}

    //! The three likeliest, best first.
    QList<Reading> read(const Heard &heard) const;
    bool knows(const QString &command) const { return m_known.contains(command); }

private:
    const Network &m_network; //!< the first label is chatter, ""
    QSet<QString> m_known;
};

} // namespace wardroom::bot
