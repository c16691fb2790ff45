// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/gist.h"
#include "bot/language/weights.h"

namespace wardroom::bot {

//! Whether a sentence as it is written orders a change, learnt from nothing but that, and from many frames that make
//! talk of an order: a change is done only when this and the model say so. Immutable.
class Consent
{
public:
    //! What is compiled in.
    static const Consent &learnt();
    explicit Consent(const Weights &weights);

    static QString change() { return QStringLiteral("change"); }
    static QString other() { return QStringLiteral("other"); }

    //! How much speaks for it and against all else, in hundredths of a logarithm of odds.
    int given(const Gist &gist) const;

private:
    const Weights &m_weights;
    qsizetype m_change = -1;
};

} // namespace wardroom::bot
